import { clusterBase, secretsOperator } from '../../charts/facets/examples';
import type { Images } from '../../schemas/contract/description';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { statements } from '../support/data-stores';
import { checkPolicies } from '../../synth/check/policies';
import { manifest, render, resources, type Rendered } from '../support/render';

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const pair = { keys: ['username', 'password'] };
const app = { entries: { jwt: { keys: ['private_key'] }, login: pair, unused: {} } };
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
  cache: { endpoint: 'cache.example', readerEndpoint: 'cache-ro.example' },
};

/** A service `api` with these connections, beside a store. */
function withUses(uses: JsonObject, components: Components = {}) {
  const all = {
    ...clusterBase,
    ...secretsOperator,
    namespace: { apps: {} },
    secret: { app },
    'secret-store': { secrets: {} },
    ...components,
    service: { api: { port: 8080, uses } },
  };
  const keys = Object.values(all).flatMap((ofKind) => Object.keys(ofKind));
  return render({
    components: all,
    images: { api: { repository: 'registry.example/api', tag: 'v1' } },
    bindings: Object.fromEntries(Object.entries(bindings).filter(([key]) => keys.includes(key))),
  });
}

const role = 'arn:aws:iam::111122223333:role/acme-test-secrets';

function environmentOf(deployment: JsonObject): JsonObject[] {
  const { template } = deployment['spec'] as { template: { spec: { containers: { env: JsonObject[] }[] } } };
  return template.spec.containers[0]?.env ?? [];
}

describe('secret-store', () => {
  test('is a store of its namespace, with a role of its own that the operator takes on', async () => {
    const rendered = await withUses({ app: 'jwt' });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'SecretStore', 'secrets')).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      metadata: { namespace: 'apps' },
      spec: { provider: { aws: { service: 'SecretsManager', region: 'us-east-1', role } } },
    });
    expect(statements(rendered, 'secrets_trust')).toEqual([
      {
        effect: 'Allow',
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        principals: [{ type: 'AWS', identifiers: ['arn:aws:iam::111122223333:role/acme-test-external-secrets'] }],
      },
    ]);
    expect(resources(rendered, 'aws_iam_role')).toHaveProperty('external_secrets_role');
  });

  test('may read what a workload of its namespace takes, and nothing else', async () => {
    const rendered = await withUses({ app: 'jwt' });
    expect(statements(rendered, 'secrets_grant_app')).toEqual([
      {
        effect: 'Allow',
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:acme/test/jwt-??????'],
      },
      {
        effect: 'Allow',
        actions: ['kms:Decrypt'],
        resources: ['${data.terraform_remote_state.foundation.outputs.app_key_arn}'],
        condition: [
          { test: 'StringEquals', variable: 'kms:ViaService', values: ['secretsmanager.us-east-1.amazonaws.com'] },
        ],
      },
    ]);
  });

  test('the workload gets a copy of the one secret and no right to read it in AWS', async () => {
    const rendered = await withUses({ app: { access: 'login', as: 'DB' } });
    expect(manifest(rendered, 'ExternalSecret', 'api-app-login')['spec']).toMatchObject({
      secretStoreRef: { name: 'secrets', kind: 'SecretStore' },
      data: [
        { secretKey: 'username', remoteRef: { key: 'acme/test/login', property: 'username' } },
        { secretKey: 'password', remoteRef: { key: 'acme/test/login', property: 'password' } },
      ],
    });
    expect(environmentOf(manifest(rendered, 'Deployment', 'api'))).toEqual(
      expect.arrayContaining([
        { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'api-app-login', key: 'password' } } },
        { name: 'DB_USERNAME', valueFrom: { secretKeyRef: { name: 'api-app-login', key: 'username' } } },
      ]),
    );
    expect(resources(rendered, 'aws_iam_role')).not.toHaveProperty('api_role');
  });

  test('a secret without keys is one variable, named by the prefix alone', async () => {
    const rendered = await withUses({ app: { access: 'unused', as: 'TOKEN' } });
    expect(environmentOf(manifest(rendered, 'Deployment', 'api'))).toContainEqual({
      name: 'TOKEN',
      valueFrom: { secretKeyRef: { name: 'api-app-unused', key: 'value' } },
    });
  });

  test('the master password that AWS manages comes the same way, by its ARN', async () => {
    const rendered = await withUses({ aurora: 'administer' }, { 'aurora-postgres': { aurora: { database: 'shop' } } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'ExternalSecret', 'api-aurora-master')['spec']).toMatchObject({
      data: [{ remoteRef: { key: bindings.aurora.masterSecretArn, property: 'username' } }, {}],
    });
    expect(statements(rendered, 'secrets_grant_aurora')[0]?.['resources']).toEqual([
      '${data.terraform_remote_state.data.outputs.aurora_master_secret_arn}',
    ]);
    expect(environmentOf(manifest(rendered, 'Deployment', 'api')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'AURORA_HOST',
        'AURORA_READER_HOST',
        'AURORA_PORT',
        'AURORA_DATABASE',
        'AURORA_USER',
        'AURORA_PASSWORD',
      ]),
    );
  });

  test('to connect alone gives addresses and no secret', async () => {
    const rendered = await withUses({ aurora: 'connect' }, { 'aurora-postgres': { aurora: { database: 'shop' } } });
    const variables = environmentOf(manifest(rendered, 'Deployment', 'api'));
    expect(variables).toEqual(
      expect.arrayContaining([
        { name: 'AURORA_HOST', value: 'writer.example' },
        { name: 'AURORA_READER_HOST', value: 'reader.example' },
        { name: 'AURORA_PORT', value: '5432' },
        { name: 'AURORA_DATABASE', value: 'shop' },
      ]),
    );
    expect(variables.filter((variable) => 'valueFrom' in variable)).toEqual([]);
    expect(resources(rendered, 'aws_iam_role_policy')).not.toHaveProperty('secrets_grant_aurora');
  });

  test('a token of IAM signs in as one database user, whose workload may do that and no more', async () => {
    const rendered = await withUses(
      { aurora: 'as-reporting' },
      { 'aurora-postgres': { aurora: { database: 'shop', iamUsers: ['reporting'] } } },
    );
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_grant_aurora')).toEqual([
      {
        effect: 'Allow',
        actions: ['rds-db:connect'],
        resources: [
          'arn:aws:rds-db:us-east-1:111122223333:dbuser:${data.terraform_remote_state.data.outputs.aurora_resource_id}/reporting',
        ],
      },
    ]);
  });

  test.each([
    ['read', 'cache-ro.example', ['read_username', 'read_password']],
    ['write', 'cache.example', ['username', 'password']],
  ])('access %s to a cache gives its host and its user’s password', async (access, host, keys) => {
    const rendered = await withUses({ cache: access }, { redis: { cache: {} } });
    expect(rendered.findings).toEqual([]);
    expect(environmentOf(manifest(rendered, 'Deployment', 'api'))).toEqual(
      expect.arrayContaining([
        { name: 'CACHE_HOST', value: host },
        { name: 'CACHE_PORT', value: '6379' },
        { name: 'CACHE_URL', value: `rediss://${host}:6379/0` },
        { name: 'CACHE_PASSWORD', valueFrom: { secretKeyRef: { name: `api-cache-${access}`, key: keys[1] } } },
      ]),
    );
    const { data } = manifest(rendered, 'ExternalSecret', `api-cache-${access}`)['spec'] as { data: JsonObject[] };
    expect(data.map(({ secretKey }) => secretKey)).toEqual(keys);
  });

  test('a cache without password gives no secret', async () => {
    const rendered = await withUses({ cache: 'write' }, { redis: { cache: { authentication: false } } });
    const variables = environmentOf(manifest(rendered, 'Deployment', 'api')).map(({ name }) => name);
    expect(variables).toContain('CACHE_HOST');
    expect(variables).not.toContain('CACHE_PASSWORD');
  });

  test('parameters come from a store of their own', async () => {
    const rendered = await withUses(
      { conf: { access: 'jwt/secret', as: 'JWT' } },
      {
        parameter: { conf: { entries: { 'jwt/secret': {} } } },
        'secret-store': { parameters: { service: 'parameter-store' } },
      },
    );
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'SecretStore', 'parameters')['spec']).toMatchObject({
      provider: { aws: { service: 'ParameterStore' } },
    });
    expect(manifest(rendered, 'ExternalSecret', 'api-conf-jwt-secret')['spec']).toMatchObject({
      secretStoreRef: { name: 'parameters' },
      data: [{ secretKey: 'value', remoteRef: { key: '/acme/test/jwt/secret' } }],
    });
    expect(statements(rendered, 'parameters_grant_conf')[0]).toMatchObject({
      actions: ['ssm:GetParameter', 'ssm:GetParameters'],
      resources: ['arn:aws:ssm:us-east-1:111122223333:parameter/acme/test/jwt/secret'],
    });
  });

  test('without a store of the right service in the namespace the secret is a finding', async () => {
    const rendered = await withUses({ app: 'jwt' }, { 'secret-store': { parameters: { service: 'parameter-store' } } });
    expect(rendered.findings).toEqual([
      expect.objectContaining({
        code: 'missing-secret-store',
        at: { file: 'environments/acme/test.yaml#/components/service/api', line: 1, column: 1 },
      }),
    ]);
  });

  test('a store of another namespace does not count', async () => {
    const rendered = await withUses(
      { app: 'jwt' },
      { namespace: { apps: {}, other: {} }, 'secret-store': { secrets: { namespace: 'other' } } },
    );
    const codes = rendered.findings.map(({ code }) => code);
    expect(codes).toContain('ambiguous-component');
  });

  test('without the operator there is nobody to copy', async () => {
    const rendered = await withUses({ app: 'jwt' }, { 'helm-release': {} });
    expect(rendered.findings.map(({ code, at }) => [code, at.file.replace(/^.*#/, '')])).toEqual([
      ['unknown-component', '/components/secret-store/secrets/operator'],
    ]);
  });

  test('an access that follows from the input is refused where the input lacks it', async () => {
    const rendered = await withUses({ app: 'jtw' });
    expect(rendered.findings).toEqual([
      expect.objectContaining({
        code: 'unknown-access',
        expected: 'one of jwt, login, unused',
        fix: 'did you mean jwt?',
      }),
    ]);
  });
});

describe('an environment that stands on the one with Argo CD', () => {
  const databaseRole = 'arn:aws:iam::111122223333:role/acme-base-database-secrets';

  /** Dev with these components, and what the rules say of a store that names another's role, by place. */
  async function dev(
    components: Components,
    {
      images = {},
      bindings: given = {},
    }: { readonly images?: Images; readonly bindings?: Record<string, Record<string, string>> } = {},
  ): Promise<{ rendered: Rendered; paths: string[]; foreign: string[] }> {
    const base = await render({
      name: 'base',
      components: {
        ...clusterBase,
        ...secretsOperator,
        'argo-applications': { argocd: { environments: { dev: { revision: 'develop', automated: true } } } },
        namespace: { database: {} },
        'secret-store': { 'database-secrets': { namespace: 'database' } },
      },
      bindings: { eks: bindings.eks },
    });
    const rendered = await render({ name: 'dev', components, images, bindings: given, base: base.environment });
    expect([...base.findings, ...rendered.findings]).toEqual([]);
    const { findings } = checkPolicies([...(base.built?.artifacts ?? []), ...(rendered.built?.artifacts ?? [])]);
    return {
      rendered,
      paths: Object.keys(rendered.files).filter((path) => path.startsWith('clusters/')),
      foreign: findings
        .filter(({ code }) => code === 'foreign-store')
        .map(({ output = '', at }) => `${at.file} ${output}`),
    };
  }

  const own = { namespace: { apps: { priority: 10 } }, 'secret-store': { secrets: {} } };
  const root = 'clusters/acme-base-eks/root';

  test('leaves its store, and what is outside of its namespace, to the root Application', async () => {
    const { rendered, paths, foreign } = await dev(own);
    expect(paths.sort()).toEqual([
      'clusters/acme-base-eks/dev-environment/apps/limitrange-defaults.yaml',
      'clusters/acme-base-eks/dev-environment/apps/networkpolicy-default-deny.yaml',
      `${root}/apps/secretstore-secrets.yaml`,
      `${root}/namespace-apps.yaml`,
      `${root}/priorityclass-apps-workloads.yaml`,
    ]);
    expect(foreign).toEqual([]);
    const waves = ['Namespace/apps', 'SecretStore/secrets'].map((address) => {
      const [kind = '', name = ''] = address.split('/');
      return (manifest(rendered, kind, name)['metadata'] as { annotations: JsonObject }).annotations[
        'argocd.argoproj.io/sync-wave'
      ];
    });
    expect(waves).toEqual(['-2', '1']);
  });

  test('leaves to it which security groups its pods carry, before any of them is made', async () => {
    const components = { ...own, namespace: { apps: { podSecurityGroup: true } } };
    const { rendered, paths } = await dev(components, { bindings: { apps: { securityGroupId: 'sg-apps' } } });
    expect(paths).toContain(`${root}/apps/securitygrouppolicy-pods.yaml`);
    expect(manifest(rendered, 'SecurityGroupPolicy', 'pods')['metadata']).toMatchObject({
      annotations: { 'argocd.argoproj.io/sync-wave': '-2' },
    });
  });

  test('can’t read by the role of another store: neither by a store of its own hand', async () => {
    const thief = {
      app: 'dev-environment',
      manifest: {
        apiVersion: 'external-secrets.io/v1',
        kind: 'SecretStore',
        metadata: { name: 'thief', namespace: 'apps' },
        spec: { provider: { aws: { service: 'SecretsManager', region: 'us-east-1', role: databaseRole } } },
      },
    };
    const { paths, foreign } = await dev({ ...own, manifest: { thief } });
    expect(paths).toContain(`${root}/apps/secretstore-thief.yaml`);
    expect(foreign).toEqual([
      expect.stringContaining(`${root}/apps/secretstore-thief.yaml#/spec/provider/aws/role`) as string,
    ]);
  });

  test('nor by a patch of the store that it has, which is told at its line', async () => {
    const patches = { 'SecretStore/secrets': { spec: { provider: { aws: { role: databaseRole } } } } };
    const { foreign } = await dev({ ...own, 'secret-store': { secrets: { patches } } });
    expect(foreign).toEqual([
      expect.stringMatching(
        /patches\/SecretStore~1secrets\/spec\/provider\/aws\/role .*secretstore-secrets\.yaml/,
      ) as string,
    ]);
  });

  test('leaves the rights of its workloads in the Kubernetes API to the root Application, too', async () => {
    const rights = { pods: { resources: ['pods'], verbs: ['list'] } };
    const { paths } = await dev(
      { ...own, job: { sweep: { schedule: '0 3 * * *', rights } } },
      { images: { sweep: { repository: 'registry.example/sweep', tag: 'v1' } } },
    );
    expect(paths.filter((path) => /\/role(binding)?-/.test(path))).toEqual([
      `${root}/apps/role-sweep.yaml`,
      `${root}/apps/rolebinding-sweep.yaml`,
    ]);
  });
});

test('a secret that an environment should not read is told at the line that takes it', async () => {
  const rendered = await withUses({ app: 'jwt' });
  const { origins = {} } =
    rendered.built?.artifacts.find(({ path }) => path === 'workspaces/acme-test-platform/secrets.tf.json') ?? {};
  expect(origins['/resource/aws_iam_role_policy/secrets_grant_app/policy']?.at.file).toContain(
    '#/components/service/api/uses',
  );
});
