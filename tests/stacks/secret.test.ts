import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, output, refused, renderInNetwork } from '../support/data-stores';
import { resources } from '../support/render';

function secret(entries: JsonObject, input: JsonObject = {}) {
  return renderInNetwork({ secret: { app: { ...input, entries } } });
}

describe('secret', () => {
  test('an entry is an empty secret under system and environment, encrypted, that can be had back for 30 days', async () => {
    const rendered = await secret({ 'jwt-signing-key': { description: 'Signs tokens', keys: ['private_key'] } });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_secretsmanager_secret')).toEqual({
      name: 'acme/test/jwt-signing-key',
      description: 'Signs tokens',
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.app_key_arn}',
      recovery_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
    expect(resources(rendered, 'aws_secretsmanager_secret_version')).toEqual({});
    expect(output(rendered, 'data', 'app_arn_jwt_signing_key')).toBe(
      '${aws_secretsmanager_secret.app_jwt_signing_key.arn}',
    );
  });

  test('a name of its own stands in place of system and environment', async () => {
    expect(
      only(await secret({ 'db-credentials': {} }, { name: 'profitsentinel' }), 'aws_secretsmanager_secret'),
    ).toMatchObject({
      name: 'profitsentinel/db-credentials',
    });
  });

  test('a generated value is ephemeral and written once for each version', async () => {
    const rendered = await secret({
      login: { keys: ['username', 'password'], generate: { with: { username: 'dev_shop' }, length: 32, version: 3 } },
    });
    expect(rendered.findings).toEqual([]);
    const version = only(rendered, 'aws_secretsmanager_secret_version');
    expect(version).toEqual({
      secret_id: '${aws_secretsmanager_secret.app_login.id}',
      secret_string_wo:
        '${jsonencode({ "username" = "dev_shop", "password" = ephemeral.aws_secretsmanager_random_password.app_login_password.random_password })}',
      secret_string_wo_version: 3,
    });
    expect(rendered.files['workspaces/acme-test-data/app.tf.json']?.['ephemeral']).toEqual({
      aws_secretsmanager_random_password: {
        app_login_password: { password_length: 32, exclude_punctuation: true, require_each_included_type: true },
      },
    });
  });

  test('a generated value without keys is one random string', async () => {
    const version = only(
      await secret({ cookie: { generate: { punctuation: true } } }),
      'aws_secretsmanager_secret_version',
    );
    expect(version['secret_string_wo']).toBe(
      '${ephemeral.aws_secretsmanager_random_password.app_cookie.random_password}',
    );
  });

  test('it is rotated by a function, and copied to other regions, where they are stated', async () => {
    const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:rotate';
    const rendered = await secret({ login: { rotation: { functionArn, everyDays: 7 } } }, { replicas: ['dr'] });
    expect(only(rendered, 'aws_secretsmanager_secret')['replica']).toEqual([
      { region: 'us-west-2', kms_key_id: '${data.terraform_remote_state.foundation.outputs.app_replica_key_arn_dr}' },
    ]);
    expect(resources(rendered, 'aws_kms_key')['app_replica_dr']).toMatchObject({
      provider: 'aws.dr',
      lifecycle: { prevent_destroy: true },
    });
    expect(only(rendered, 'aws_secretsmanager_secret_rotation')).toMatchObject({
      rotation_lambda_arn: functionArn,
      rotation_rules: { automatically_after_days: 7 },
    });
  });

  test.each<[string, JsonObject, string]>([
    [
      'a value of a key that is not there',
      { entries: { a: { keys: ['x'], generate: { with: { y: '1' } } } } },
      'generated-keys at /entries/a/generate/with/y',
    ],
    [
      'no key left to be random',
      { entries: { a: { keys: ['x'], generate: { with: { x: '1' } } } } },
      'generated-keys at /entries/a/generate/with',
    ],
    ['entries that read alike', { entries: { 'a/b': {}, 'a-b': {} } }, 'colliding-entries at /entries/a~1b'],
    ['a region that has no name', { entries: { a: {} }, replicas: ['west'] }, 'replica-regions at /replicas/0'],
  ])('%s is refused', async (_, input, expected) => {
    const rendered = await renderInNetwork({ secret: { app: input } });
    expect(refused(rendered)).toEqual([`secret/${expected.replace(' at ', ' at /secret/app')}`]);
  });

  test('parameters too have no value of a key that is not there', async () => {
    const parameter = (made: JsonObject) =>
      renderInNetwork({ parameter: { app: { entries: { a: { keys: ['x', 'y'], generate: { with: made } } } } } });
    expect(refused(await parameter({ z: '1' }))).toEqual([
      'parameter/generated-keys at /parameter/app/entries/a/generate/with/z',
    ]);
    expect((await parameter({ y: '1' })).findings).toEqual([]);
  });

  test('copies of secrets under a key of the environment are under its copies', async () => {
    const secrets = (key: JsonObject) =>
      renderInNetwork({
        secret: { app: { entries: { a: {} }, key: 'shared', replicas: ['dr'] } },
        key: { shared: key },
      });
    const rendered = await secrets({ replicas: ['dr'] });
    expect(rendered.findings).toEqual([]);
    expect(output(rendered, 'foundation', 'app_replica_key_arn_dr')).toBe(
      '${aws_kms_replica_key.shared_replica_dr.arn}',
    );
    expect(refused(await secrets({}))).toEqual(['secret/key-without-replica at /secret/app/replicas/0']);
  });

  test('a value with what Terraform would read as an expression is refused', async () => {
    const rendered = await secret({ a: { keys: ['x', 'y'], generate: { with: { x: '${file("x")}' } } } });
    expect(rendered.findings).toHaveLength(1);
    expect(rendered.findings[0]?.at.file).toContain('/secret/app/entries/a/generate/with/x');
  });
});

describe('parameter', () => {
  const parameter = (entries: JsonObject, input: JsonObject = {}) =>
    renderInNetwork({ parameter: { app: { ...input, entries } } });

  test('an entry is a SecureString at its path, with a random value until someone fills it', async () => {
    const rendered = await parameter({ 'database/url': {} });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ssm_parameter')).toEqual({
      name: '/acme/test/database/url',
      description: 'database/url of acme test',
      type: 'SecureString',
      tier: 'Standard',
      key_id: '${data.terraform_remote_state.foundation.outputs.app_key_arn}',
      value_wo: '${ephemeral.aws_secretsmanager_random_password.app_database_url.random_password}',
      value_wo_version: 1,
      tags: { 'filled-in-by': 'people' },
      lifecycle: { ignore_changes: ['description'], prevent_destroy: true },
    });
    const [random] = Object.values(resources(await parameter({ 'jwt/secret': { generate: {} } }), 'aws_ssm_parameter'));
    expect(random).not.toHaveProperty('tags');
  });

  test('a name of its own is the first part of the path', async () => {
    expect(only(await parameter({ 'jwt/secret': {} }, { name: 'accunode' }), 'aws_ssm_parameter')).toMatchObject({
      name: '/accunode/jwt/secret',
    });
  });

  test('a path that AWS keeps for itself is a finding', async () => {
    const rendered = await parameter({ region: {} }, { name: 'aws' });
    expect(rendered.findings.map(({ code }) => code)).toEqual(['invalid-name']);
  });

  test('entries that read alike are refused', async () => {
    expect(refused(await parameter({ 'a/b': {}, 'a-b': {} }))).toEqual([
      'parameter/colliding-entries at /parameter/app/entries/a~1b',
    ]);
  });
});
