import type { JsonObject } from '../../schemas/primitives/artifact';
import { at, object, type Files, type RuleCase } from './output';

const account = '111122223333';
const secretArn = (name: string): string => `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}`;

interface Home {
  readonly environment: string;
  readonly layer: 'data' | 'platform';
  /** Workspaces whose states it reads. */
  readonly reads?: Readonly<Record<string, string>>;
}

/** A workspace of acme, with what it says of its provider. */
function workspace({ environment, layer, reads = {} }: Home, content: JsonObject): Files {
  const folder = `workspaces/acme-${environment}-${layer}`;
  const tags = { system: 'acme', environment };
  const states = Object.entries(reads).map(([id, name]) => [
    id,
    { backend: 'remote', config: { workspaces: { name } } },
  ]);
  return {
    [`${folder}/_workspace.tf.json`]: {
      provider: { aws: [{ region: 'us-east-1', allowed_account_ids: [account], default_tags: [{ tags }] }] },
      data: { terraform_remote_state: Object.fromEntries(states) as JsonObject },
    },
    [`${folder}/user.tf.json`]: content,
  };
}

const cluster = { manage_master_user_password: true };
/** A database that AWS keeps the password of, and one whose password a secret keeps. */
const shared = workspace(
  { environment: 'shared', layer: 'data' },
  {
    resource: {
      aws_rds_cluster: { db: cluster, global: { master_password_wo: '${ephemeral.x.y.z}' } },
      aws_secretsmanager_secret: {
        global_master: { name: 'acme/shared/global-master' },
        mail: { name: 'acme/shared/mail' },
      },
    },
    output: {
      db_master_secret_arn: { value: '${aws_rds_cluster.db.master_user_secret[0].secret_arn}' },
      mail_arn: { value: '${aws_secretsmanager_secret.mail.arn}' },
    },
  },
);
const secretsOf = (environment: string): Files =>
  workspace(
    { environment, layer: 'data' },
    {
      resource: {
        aws_secretsmanager_secret: { jwt: { name: `acme/${environment}/jwt` } },
        aws_ssm_parameter: {
          mode: { name: `/acme/${environment}/mode`, type: 'String' },
          token: { name: `/acme/${environment}/token`, type: 'SecureString' },
        },
      },
    },
  );

/** A role of dev, or of another environment, that may do something with some secrets. */
function role(resources: readonly string[], actions = ['secretsmanager:GetSecretValue'], environment = 'dev'): Files {
  const statement = [{ effect: 'Allow', actions, resources: [...resources] }];
  const own = { data: `acme-${environment}-data` };
  const reads = environment === 'shared' ? own : { ...own, shared_data: 'acme-shared-data' };
  return workspace(
    { environment, layer: 'platform', reads },
    {
      data: { aws_iam_policy_document: { user: { statement } } },
      resource: {
        aws_iam_role_policy: { user: { policy: '${data.aws_iam_policy_document.user.json}', role: 'user' } },
      },
    },
  );
}

const fired = 'workspaces/acme-dev-platform/user.tf.json#/resource/aws_iam_role_policy/user/policy';
const all = { ...shared, ...secretsOf('dev'), ...secretsOf('prod') };
const master = '${data.terraform_remote_state.shared_data.outputs.db_master_secret_arn}';

const allow = (Action: string, Resource: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource } });
/** A workspace of dev with what gives somebody a policy. */
const given = (resource: JsonObject): Files => workspace({ environment: 'dev', layer: 'platform' }, { resource });
const attachment = (policy_arn: string) => ({ aws_iam_role_policy_attachment: { user: { role: 'user', policy_arn } } });
const attachmentFired =
  'workspaces/acme-dev-platform/user.tf.json#/resource/aws_iam_role_policy_attachment/user/policy_arn';
/** Of prod’s secrets, and of passwords of master users: what reaches everything reaches these. */
const everything = [1, 2, 3, 4, 5];

/** A role of the base, and what External Secrets reads by it in dev. */
const roleOfBase = workspace(
  { environment: 'shared', layer: 'platform' },
  { resource: { aws_iam_role: { database_role: { name: 'acme-shared-database' } } } },
);
const databaseRole = `arn:aws:iam::${account}:role/acme-shared-database`;
const store = (kind: string, spec: JsonObject, group = 'external-secrets.io'): Files =>
  object(kind, { name: 'own', apiVersion: `${group}/v1` }, { spec });
const byRole = (role: string) => ({ provider: { aws: { service: 'SecretsManager', region: 'us-east-1', role } } });

/** Who may read which secret. */
export const secretCases = {
  'foreign-secret': [
    {
      situation: 'an environment reads the password of the master user of a database that it shares',
      files: { ...all, ...role([master]) },
      fires: [fired],
    },
    {
      situation: 'the password of a global database is in a secret of its own',
      files: { ...all, ...role([secretArn('acme/shared/global-master-??????')]) },
      fires: [fired],
    },
    {
      situation: 'a wildcard, a parameter by its path, and an ARN in full reach another environment',
      files: {
        ...all,
        ...role(
          [
            secretArn('acme/*'),
            `arn:aws:ssm:us-east-1:${account}:parameter/acme/prod/*`,
            secretArn('acme/prod/jwt-a1B2c3'),
          ],
          ['secretsmanager:Get*', 'ssm:GetParameter'],
        ),
      },
      // The wildcard reaches the global database’s password and prod’s key, which the full ARN names once more; and a token.
      fires: [fired, fired, fired],
    },
    {
      situation: 'secrets of its own, and one that the environment below keeps for it',
      files: {
        ...all,
        ...role([
          secretArn('acme/dev/jwt-??????'),
          secretArn('acme/shared/mail-??????'),
          '${data.terraform_remote_state.shared_data.outputs.mail_arn}',
        ]),
      },
      fires: [],
    },
    {
      situation: 'the environment of the database reads its password; others describe secrets and read none',
      files: {
        ...all,
        ...role(['${data.terraform_remote_state.data.outputs.db_master_secret_arn}'], undefined, 'shared'),
        ...role(['*'], ['secretsmanager:DescribeSecret', 'secretsmanager:GetRandomPassword']),
      },
      fires: [],
    },
    {
      situation: 'a policy in JSON that reads every secret',
      files: {
        ...all,
        ...given({
          aws_iam_role_policy: { user: { role: 'user', policy: allow('secretsmanager:GetSecretValue', '*') } },
        }),
      },
      // Both passwords of master users, prod’s key, and what the base keeps for mail, which dev does not stand on here.
      fires: [fired, fired, fired, fired],
    },
    {
      situation: 'a policy that stands by itself allows everything, and is attached',
      files: {
        ...all,
        ...given({
          ...attachment('${aws_iam_policy.all.arn}'),
          aws_iam_policy: { all: { name: 'all', policy: allow('*', '*') } },
        }),
      },
      fires: everything.map(() => attachmentFired),
    },
    ...['AdministratorAccess', 'PowerUserAccess'].map((name) => ({
      situation: `the policy ${name} of AWS is attached`,
      files: { ...all, ...given(attachment(`arn:aws:iam::aws:policy/${name}`)) },
      fires: everything.map(() => attachmentFired),
    })),
    {
      situation: 'a policy of AWS that reads secrets, and no parameters, is attached',
      files: { ...all, ...given(attachment('arn:aws:iam::aws:policy/SecretsManagerReadWrite')) },
      fires: [attachmentFired, attachmentFired, attachmentFired, attachmentFired],
    },
    {
      situation: 'a wildcard covers what RDS calls its secrets, and an ARN in full is one of them',
      files: {
        ...all,
        ...role([secretArn('rds!*'), secretArn('rds!cluster-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f-a1B2c3')]),
      },
      fires: [fired],
    },
    {
      situation: 'a policy that is attached reads nothing secret, or secrets of its own environment',
      files: {
        ...all,
        ...given({
          ...attachment('${aws_iam_policy.own.arn}'),
          aws_iam_policy: {
            own: { name: 'own', policy: allow('secretsmanager:GetSecretValue', secretArn('acme/dev/*')) },
            idle: { name: 'idle', policy: allow('*', '*') },
          },
          aws_iam_role: {
            user: { name: 'user', managed_policy_arns: ['arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy'] },
          },
        }),
      },
      fires: [],
    },
    {
      situation: 'everything but what is named, which is all that is foreign',
      files: {
        ...all,
        ...given({
          aws_iam_role_policy: {
            user: {
              role: 'user',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: 'secretsmanager:*',
                    NotResource: [secretArn('acme/prod/*'), secretArn('acme/shared/*'), secretArn('rds!*')],
                  },
                ],
              }),
            },
          },
        }),
      },
      fires: [],
    },
  ],
  'foreign-store': [
    {
      situation: 'a store and a generator name a role that another component made',
      files: {
        ...roleOfBase,
        ...store('SecretStore', byRole(databaseRole)),
        ...store('STSSessionToken', { region: 'us-east-1', role: databaseRole }, 'generators.external-secrets.io'),
      },
      fires: [`${at('SecretStore', 'own')}#/spec/provider/aws/role`, `${at('STSSessionToken', 'own')}#/spec/role`],
    },
    {
      situation: 'a store comes to it over a role of its own',
      files: {
        ...roleOfBase,
        ...store('ClusterSecretStore', { provider: { aws: { additionalRoles: [databaseRole] } } }),
      },
      fires: [`${at('ClusterSecretStore', 'own')}#/spec/provider/aws/additionalRoles/0`],
    },
    {
      situation: 'a store names a role that nothing here makes, one of another account, or none',
      files: {
        ...roleOfBase,
        ...store('SecretStore', byRole(`arn:aws:iam::${account}:role/by-hand`)),
        ...store('ClusterSecretStore', byRole('arn:aws:iam::444455556666:role/acme-shared-database')),
        ...store('PushSecret', { selector: { secret: { name: 'own' } } }),
      },
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
