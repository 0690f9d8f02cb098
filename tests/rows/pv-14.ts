import type { JsonObject } from '../../schemas/primitives/artifact';
import { sealFault } from '../../schemas/primitives/seal';
import type { OutputTree } from './output-tree';
import { environments, inBoth, services, variableOf, type EnvironmentName } from './pingvas';
import type { Row } from './row';
import { at, entries, list, text } from './values';

interface Delivered {
  /** Name in Secrets Manager. */
  readonly secret: (environment: EnvironmentName) => string;
  readonly keys: readonly string[];
  /** Copies in the namespace of the environment, by the names of their Secrets. */
  readonly copies: (environment: EnvironmentName) => readonly string[];
}

const own = (name: string) => (environment: EnvironmentName) => `pingvas/${environment}/${name}`;
const login = (environment: EnvironmentName) => `pingvas/shared/${environment}-schema/login`;
const loginKeys = ['username', 'password'];
const callers = [
  'user-service',
  'payment-service',
  'generation-service',
  'gallery-service',
  'model-service',
  'generation-worker',
].map((workload) => `${workload}-pgbouncer-login`);

/** Secrets of high sensitivity, and who reads which keys. */
const delivered: readonly Delivered[] = [
  { secret: own('jwt-signing-key'), keys: ['private_key'], copies: () => ['user-service-app-jwt-signing-key'] },
  {
    secret: own('oauth-client'),
    keys: ['client_id', 'client_secret'],
    copies: () => ['user-service-app-oauth-client'],
  },
  {
    secret: own('lemon-squeezy'),
    keys: ['api_key', 'webhook_secret'],
    copies: () => ['payment-service-app-lemon-squeezy'],
  },
  {
    secret: login,
    keys: loginKeys,
    copies: (environment) => [...callers, `pgbouncer-${environment}-schema-login-login`],
  },
];
/** Readers of the AUTH of prod's Redis. */
const redisCopies = ['user-service', 'generation-service', 'gallery-service', 'generation-worker'].map(
  (workload) => `${workload}-redis-write`,
);

export const pv14: Row = {
  id: 'PV-14',
  title: 'Sealed Secrets for low sensitivity, Secrets Manager for high; nothing readable in Git',
  states: {
    'addresses and names of low sensitivity stand in Git as values that only the controller of the cluster opens': (
      output,
    ) => {
      for (const [environment, sealed] of inBoth(output, 'SealedSecret', 'endpoints')) {
        const values = entries(at(sealed, 'spec', 'encryptedData'));
        expect(values.map(([key]) => key)).toEqual(['lemon_squeezy_store', 'oauth_issuer']);
        expect(values.map(([, value]) => sealFault(text(value)))).toEqual([undefined, undefined]);
        const target = at(sealed, 'spec', 'template', 'metadata') as JsonObject;
        expect([target['name'], target['namespace']]).toEqual(['endpoints', environment]);
      }
    },
    'the public key of the tokens stands there too, and every service has it': (output) => {
      for (const [, sealed] of inBoth(output, 'SealedSecret', 'jwt')) {
        const values = entries(at(sealed, 'spec', 'encryptedData'));
        expect(values.map(([key, value]) => [key, sealFault(text(value))])).toEqual([['public_key', undefined]]);
      }
      for (const name of Object.keys(services))
        for (const [, workload] of inBoth(output, 'Deployment', name))
          expect(variableOf(output, workload, 'JWT_PUBLIC_KEY')).toEqual({
            name: 'JWT_PUBLIC_KEY',
            valueFrom: { secretKeyRef: { name: 'jwt', key: 'public_key' } },
          });
    },
    'database credentials, tokens, JWT keys, OAuth client secrets and Lemon Squeezy keys are in Secrets Manager, an own secret for each environment':
      (output) => {
        for (const environment of environments) {
          const names = secretsOf(output, environment).map(({ name }) => name);
          const redis = environment === 'prod' ? ['redis'] : [];
          expect(names.sort()).toEqual([
            ...['jwt-signing-key', 'lemon-squeezy', 'oauth-client', ...redis].map((name) => own(name)(environment)),
            login(environment),
          ]);
        }
      },
    'each is encrypted with a key of its own component and can be brought back for 30 days after it was deleted': (
      output,
    ) => {
      for (const environment of environments)
        for (const secret of secretsOf(output, environment)) {
          expect(secret['kms_key_id']).toMatch(
            /^\$\{data\.terraform_remote_state\.foundation\.outputs\.(app|dev_schema_login|prod_schema_login|redis)_key_arn\}$/,
          );
          expect(secret['recovery_window_in_days']).toBe(30);
          expect(at(secret, 'lifecycle', 'prevent_destroy')).toBe(true);
        }
    },
    'pods get them by External Secrets, each workload only what it uses': (output) => {
      for (const environment of environments) {
        for (const { secret, keys, copies } of delivered)
          for (const copy of copies(environment))
            expect(copyOf(output, environment, copy)).toEqual(sourceOf('secrets', secret(environment), keys));
      }
      for (const copy of redisCopies)
        expect(copyOf(output, 'prod', copy)).toEqual(sourceOf('secrets', own('redis')('prod'), loginKeys));
    },
    'the migrations read the password of Aurora’s master user in a namespace of their own, and the login that each sets':
      (output) => {
        for (const environment of environments) {
          const job = `${environment}-schema`;
          const copied = copyOf(output, 'database', `${job}-aurora-master`);
          const [key] = copied.data.map((each) => text(at(each, 'remoteRef', 'key')));
          expect(key).toMatch(/^arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-[0-9a-f-]{36}-\w{6}$/);
          expect(copied).toEqual(sourceOf('database-secrets', key ?? '', loginKeys));
          expect(copyOf(output, 'database', `${job}-${job}-login-login`)).toEqual(
            sourceOf('database-secrets', login(environment), loginKeys),
          );
        }
      },
    'the store reads Secrets Manager by a role of its environment, that of the migrations by one of its own': (
      output,
    ) => {
      const roles = { dev: 'dev-secrets', prod: 'prod-secrets', database: 'shared-database-secrets' };
      for (const [namespace, role] of Object.entries(roles))
        expect(at(output.manifest('SecretStore', storeIn(namespace), namespace), 'spec', 'provider', 'aws')).toEqual({
          service: 'SecretsManager',
          region: 'us-east-1',
          role: `arn:aws:iam::111122223333:role/pingvas-${role}`,
        });
    },
    'workloads take the values by reference': (output) => {
      for (const [, workload] of inBoth(output, 'Deployment', 'payment-service'))
        expect(references(workload)).toEqual([
          ['ENDPOINTS_LEMON_SQUEEZY_STORE', 'endpoints', 'lemon_squeezy_store'],
          ['ENDPOINTS_OAUTH_ISSUER', 'endpoints', 'oauth_issuer'],
          ['JWT_PUBLIC_KEY', 'jwt', 'public_key'],
          ['LEMON_SQUEEZY_API_KEY', 'payment-service-app-lemon-squeezy', 'api_key'],
          ['LEMON_SQUEEZY_WEBHOOK_SECRET', 'payment-service-app-lemon-squeezy', 'webhook_secret'],
          ['PGBOUNCER_PASSWORD', 'payment-service-pgbouncer-login', 'password'],
          ['PGBOUNCER_USER', 'payment-service-pgbouncer-login', 'username'],
        ]);
    },
    'the controllers of both are installed in pinned versions': (output) => {
      const charts = ['sealed-secrets', 'external-secrets'].map((name) => {
        const source = at(output.manifest('Application', `shared-${name}`, 'argocd'), 'spec', 'source') as JsonObject;
        return [source['chart'], source['repoURL'], source['targetRevision']];
      });
      expect(charts).toEqual([
        ['sealed-secrets', 'https://bitnami.github.io/sealed-secrets', '2.19.3'],
        ['external-secrets', 'https://charts.external-secrets.io', '1.3.1'],
      ]);
    },
    'passwords are made by AWS and written without passing through Git or Terraform’s state': (output) => {
      const versions = (environment: string) =>
        output.resources(`pingvas-${environment}-data`, 'aws_secretsmanager_secret_version');
      const made = [
        ...environments.map((environment) => [
          versions('shared')[`${environment}_schema_login_login`],
          `${environment}_pingvas`,
        ]),
        ...environments.flatMap((environment) => Object.values(versions(environment)).map((each) => [each, 'default'])),
      ] as [JsonObject, string][];
      expect(made).toHaveLength(3);
      for (const [version, user] of made) {
        expect(Object.keys(version).sort()).toEqual(['secret_id', 'secret_string_wo', 'secret_string_wo_version']);
        expect(version['secret_string_wo']).toMatch(new RegExp(`^${written(user)}$`));
      }
      const aurora = output.resource('pingvas-shared-data', 'aws_rds_cluster', 'aurora');
      expect(aurora['manage_master_user_password']).toBe(true);
      expect(Object.keys(aurora)).not.toContain('master_password');
    },
    'no manifest holds a Secret, and no workspace a value that only a secret should hold': (output) => {
      expect(output.manifests('Secret')).toHaveLength(0);
      const readable = ['auth_token', 'master_password', 'secret_string', 'secret_binary', 'password'];
      for (const path of output.paths(/^workspaces\//))
        for (const [, blocks] of entries(output.file(path)['resource']))
          for (const [, block] of entries(blocks)) expect(overlap(block, readable)).toEqual([]);
    },
  },
};

/** Those of the environment itself, and its login at the database, which is made where the database is. */
function secretsOf(output: OutputTree, environment: EnvironmentName): JsonObject[] {
  return [
    ...Object.values(output.resources(`pingvas-${environment}-data`, 'aws_secretsmanager_secret')),
    output.resource('pingvas-shared-data', 'aws_secretsmanager_secret', `${environment}_schema_login_login`),
  ];
}

function storeIn(namespace: string): string {
  return namespace === 'database' ? 'database-secrets' : 'secrets';
}

function copyOf(output: OutputTree, namespace: string, name: string) {
  const spec = at(output.manifest('ExternalSecret', name, namespace), 'spec') as JsonObject;
  return {
    store: spec['secretStoreRef'],
    target: at(spec, 'target', 'name') === name,
    data: list(spec['data']),
  };
}

function sourceOf(store: string, secret: string, keys: readonly string[]): unknown {
  return {
    store: { kind: 'SecretStore', name: store },
    target: true,
    data: keys.map((key) => ({ secretKey: key, remoteRef: { key: secret, property: key } })),
  };
}

/** Variables that a workload takes from a Secret: variable, Secret, key. */
function references(workload: JsonObject): unknown[] {
  return list(at(workload, 'spec', 'template', 'spec', 'containers', 0, 'env')).flatMap((variable) => {
    const reference = at(variable, 'valueFrom', 'secretKeyRef');
    return reference === undefined ? [] : [[at(variable, 'name'), at(reference, 'name'), at(reference, 'key')]];
  });
}

/** What is written: user names, and passwords that are only made while Terraform runs. */
function written(user: string): string {
  const password = String.raw`ephemeral\.aws_secretsmanager_random_password\.\w+\.random_password`;
  const reader = String.raw`(, "read_username" = "reader", "read_password" = ${password})?`;
  return String.raw`\$\{jsonencode\(\{ "username" = "${user}", "password" = ${password}${reader} \}\)\}`;
}

function overlap(block: unknown, keys: readonly string[]): string[] {
  return Object.keys(block as JsonObject).filter((key) => keys.includes(key));
}
