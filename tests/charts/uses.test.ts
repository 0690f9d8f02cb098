import { clusterBase, secretsOperator } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { statements } from '../support/data-stores';
import { manifest, render } from '../support/render';

const entries = { 'jwt-key': {}, client: { keys: ['id', 'secret'] }, fallback: { keys: ['key'], optional: true } };
const bindings = {
  eks: {
    endpoint: 'https://example',
    certificateAuthority: 'Y2VydA==',
    securityGroupId: 'sg-1',
    clusterSecurityGroupId: 'sg-2',
  },
  aurora: {
    endpoint: 'writer.example',
    readerEndpoint: 'reader.example',
    masterSecretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-1-AbCdEf',
  },
};

/** A service `api` that uses these. */
function withUses(uses: JsonObject) {
  return render({
    components: {
      ...clusterBase,
      ...secretsOperator,
      namespace: { apps: {} },
      secret: { app: { entries } },
      'aurora-postgres': { aurora: { database: 'shop' } },
      'secret-store': { secrets: {} },
      service: { api: { port: 8080, uses } },
    },
    images: { api: { repository: 'registry.example/api', tag: 'v1' } },
    bindings,
  });
}

function variables(deployment: JsonObject): string[] {
  const { template } = deployment['spec'] as { template: { spec: { containers: { env: { name: string }[] }[] } } };
  return (template.spec.containers[0]?.env ?? []).map(({ name }) => name);
}

/** Code and place of each finding, the place below the component. */
async function faults(uses: JsonObject): Promise<string[]> {
  const { findings } = await withUses(uses);
  return findings.map(({ code, at }) => `${code} ${at.file.replace(/.*#\/components\/service\/api/, '')}`);
}

describe('a secret that nobody has filled in', () => {
  test('keeps back what takes it, unless it is optional', async () => {
    const rendered = await withUses({ app: { API: 'fallback', JWT: 'jwt-key' } });
    expect(rendered.findings).toEqual([]);
    const text = JSON.stringify(manifest(rendered, 'Deployment', 'api'));
    expect(text).toContain('"secretKeyRef":{"key":"key","name":"api-app-fallback","optional":true}');
    expect(text).toContain('"secretKeyRef":{"key":"value","name":"api-app-jwt-key"}');
    const annotations = (name: string) =>
      (manifest(rendered, 'ExternalSecret', name)['metadata'] as JsonObject)['annotations'];
    expect(annotations('api-app-fallback')).toEqual({ 'argocd.argoproj.io/ignore-healthcheck': 'true' });
    expect(annotations('api-app-jwt-key')).toBeUndefined();
  });
});

describe('several accesses to one target', () => {
  test('two entries of one secret give variables of two prefixes and two copies', async () => {
    const rendered = await withUses({ app: { JWT: 'jwt-key', OAUTH: 'client' } });
    expect(rendered.findings).toEqual([]);
    expect(variables(manifest(rendered, 'Deployment', 'api'))).toEqual(['JWT', 'OAUTH_ID', 'OAUTH_SECRET', 'PORT']);
    expect(manifest(rendered, 'ExternalSecret', 'api-app-jwt-key')).toBeDefined();
    expect(manifest(rendered, 'ExternalSecret', 'api-app-client')).toBeDefined();
  });

  test('the store may read both entries, in one policy', async () => {
    const rendered = await withUses({ app: { JWT: 'jwt-key', OAUTH: 'client' } });
    const read = statements(rendered, 'secrets_grant_app').flatMap(({ resources }) => resources as string[]);
    expect(read.filter((arn) => arn.startsWith('arn:'))).toEqual([
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:acme/test/jwt-key-??????',
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:acme/test/client-??????',
    ]);
  });

  test('`access` and `as` stand beside further prefixes', async () => {
    const rendered = await withUses({ app: { access: 'client', as: 'OAUTH', JWT: 'jwt-key' } });
    expect(rendered.findings).toEqual([]);
    expect(variables(manifest(rendered, 'Deployment', 'api'))).toEqual(['JWT', 'OAUTH_ID', 'OAUTH_SECRET', 'PORT']);
  });

  test('one prefix says the same as `access` with `as`', async () => {
    const short = await withUses({ app: { JWT: 'jwt-key' } });
    const long = await withUses({ app: { access: 'jwt-key', as: 'JWT' } });
    expect(short.files).toEqual(long.files);
  });

  test('two accesses over one port are one rule of the network policy and one of the security groups', async () => {
    const one = await withUses({ aurora: { OWNER: 'administer' } });
    const two = await withUses({ aurora: { APP: 'connect', OWNER: 'administer' } });
    expect(two.findings).toEqual([]);
    expect(manifest(two, 'NetworkPolicy', 'api')).toEqual(manifest(one, 'NetworkPolicy', 'api'));
    const file = 'workspaces/acme-test-platform/api.tf.json';
    expect(two.files[file]).toEqual(one.files[file]);
  });
});

describe('what `uses` refuses', () => {
  test.each([
    ['the same access under two prefixes', { app: { A: 'client', B: 'client' } }, ['repeated-use /uses/app/B']],
    ['an access that the target does not offer', { app: { JWT: 'jwt' } }, ['unknown-access /uses/app/JWT']],
    ['itself', { api: 'call' }, ['uses-itself /uses/api']],
    ['`as` without `access`', { app: { as: 'JWT' } }, ['missing-key /uses/app']],
    ['nothing of a target', { app: {} }, ['wrong-count /uses/app']],
    ['a prefix in lower case', { app: { jwt: 'jwt-key' } }, ['unknown-key /uses/app/jwt']],
  ])('%s', async (_, uses, expected) => {
    expect(await faults(uses)).toEqual(expected);
  });

  test('of a key that is not known it says what may stand there', async () => {
    const { findings } = await withUses({ app: { acces: 'jwt-key' } });
    expect(findings[0]).toMatchObject({
      expected: 'one of `access` or `as` or a prefix of environment variables such as `JWT`',
      fix: 'write `access`',
    });
  });
});
