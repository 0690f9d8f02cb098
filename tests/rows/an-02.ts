import type { JsonObject } from '../../schemas/primitives/artifact';
import { account, eachSize, foundation, groups, linesWith, scriptOf, statementsOf } from './accunode';
import type { Row } from './row';
import { pick, sorted } from './values';

/** Paths by the id of their parameter, with the expression of the random value that they have at first. */
const parameters: Readonly<Record<string, readonly [path: string, value: string]>> = {
  settings_database_credentials: [
    'database/credentials',
    `\${jsonencode({ "username" = "accunode", "password" = ${random('settings_database_credentials_password')} })}`,
  ],
  settings_redis_url: ['redis/url', `\${${random('settings_redis_url')}}`],
  settings_jwt_secret: ['jwt/secret', `\${${random('settings_jwt_secret')}}`],
  settings_api_keys_data_provider: ['api-keys/data-provider', `\${${random('settings_api_keys_data_provider')}}`],
};
/** Variables of the container, each from a path and, of a document, a key of it. */
const variables = [
  ['redis/url', '', 'CELERY_BROKER_URL'],
  ['database/credentials', 'password', 'DATABASE_PASSWORD'],
  ['database/credentials', 'username', 'DATABASE_USERNAME'],
  ['api-keys/data-provider', '', 'DATA_PROVIDER_API_KEY'],
  ['jwt/secret', '', 'JWT_SECRET'],
] as const;

export const an02: Row = {
  id: 'AN-02',
  title: 'Parameter Store paths for database, Redis, JWT and API keys, without a value in any file',
  states: {
    'database, Redis, JWT and API keys have a SecureString of the size each, encrypted with a key of its own': (
      output,
    ) => {
      eachSize(({ name }, workspace) => {
        const found = output.resources(workspace('data'), 'aws_ssm_parameter');
        expect(Object.keys(found).sort()).toEqual(Object.keys(parameters).sort());
        for (const [id, [path]] of Object.entries(parameters))
          expect(pick(found[id], ['name', 'type', 'key_id'])).toEqual({
            name: `/accunode/${name}/${path}`,
            type: 'SecureString',
            key_id: foundation('settings_key_arn'),
          });
      });
    },
    'each begins with a random value that is written once, and stands in no file, plan or state': (output) => {
      eachSize((_, workspace) => {
        for (const [id, [, value]] of Object.entries(parameters)) {
          const parameter = output.resource(workspace('data'), 'aws_ssm_parameter', id);
          expect(pick(parameter, ['value_wo', 'value_wo_version'])).toEqual({ value_wo: value, value_wo_version: 1 });
          expect(Object.keys(parameter)).not.toContain('value');
        }
        // What only people know is marked, and told of among the steps of a first apply.
        for (const [id, [path]] of Object.entries(parameters))
          expect(output.resource(workspace('data'), 'aws_ssm_parameter', id)['tags']).toEqual(
            ['redis/url', 'api-keys/data-provider'].includes(path) ? { 'filled-in-by': 'people' } : undefined,
          );
        const generated = output.blocks(workspace('data'), 'ephemeral', 'aws_secretsmanager_random_password');
        expect(generated['settings_jwt_secret']?.['password_length']).toBe(64);
      });
    },
    'the container of each instance gets them when it starts, by the role of its instance': (output) => {
      eachSize(({ name }, workspace) => {
        for (const group of groups) {
          const reads = linesWith(output, scriptOf(output, workspace('platform'), group), 'retry read_parameter');
          const wanted = variables.filter(([, , variable]) => group !== 'worker' || variable !== 'JWT_SECRET');
          expect(reads).toEqual(
            wanted.map(([path, key, variable]) => {
              const part = key === '' ? '' : ` | jq --exit-status --raw-output '.["${key}"]'`;
              return `retry read_parameter '/accunode/${name}/${path}'${part} | keep ${variable}`;
            }),
          );
        }
      });
    },
    'API and workers may read the paths that they use and no other': (output) => {
      eachSize(({ name }, workspace) => {
        for (const fleet of ['api', 'worker']) {
          const statements = statementsOf(output, workspace('platform'), `${fleet}_grant_settings`);
          const read = statements.filter((statement) => !isOfKey(output.seek(() => statement)));
          const wanted = Object.values(parameters).filter(([path]) => fleet === 'api' || path !== 'jwt/secret');
          expect(sorted(read)).toEqual(
            sorted(
              wanted.map(([path]) => ({
                actions: ['ssm:GetParameter', 'ssm:GetParameters'],
                effect: 'Allow',
                resources: [`arn:aws:ssm:us-east-1:${account}:parameter/accunode/${name}/${path}`],
              })),
            ),
          );
        }
      });
    },
    'a key that decrypts them does so for Parameter Store alone': (output) => {
      eachSize((_, workspace) => {
        for (const fleet of ['api', 'worker']) {
          const statements = statementsOf(output, workspace('platform'), `${fleet}_grant_settings`);
          const decrypt = output.seek(() => statements.filter(isOfKey));
          expect(decrypt).toEqual([
            {
              actions: ['kms:Decrypt'],
              condition: [
                { test: 'StringEquals', values: ['ssm.us-east-1.amazonaws.com'], variable: 'kms:ViaService' },
              ],
              effect: 'Allow',
              resources: [foundation('settings_key_arn')],
            },
          ]);
        }
      });
    },
  },
};

function random(id: string): string {
  return `ephemeral.aws_secretsmanager_random_password.${id}.random_password`;
}

function isOfKey({ condition }: JsonObject): boolean {
  return condition !== undefined;
}
