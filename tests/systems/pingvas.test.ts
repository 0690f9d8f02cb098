import { resolve } from 'node:path';
import type { Json } from '../../schemas/primitives/artifact';
import { OutputTree } from '../rows/output-tree';
import { at, list, pick, text } from '../rows/values';

const output = OutputTree.read(resolve(__dirname, '../..'), ['workspaces', 'clusters']).of('pingvas');

/** Statements of the roles of an environment that let somebody read or open a secret. */
function secretStatements(environment: string): Json[] {
  return output
    .everywhere('aws_iam_policy_document', 'data')
    .filter(({ workspace }) => workspace.startsWith(`pingvas-${environment}-`))
    .flatMap(({ block }) => list(block['statement']))
    .filter((statement) => at(statement, 'principals') === undefined)
    .filter((statement) =>
      list(at(statement, 'actions')).some((action) => /^(\*|secretsmanager:|kms:)/.test(text(action))),
    );
}

function resourcesOf(statements: readonly Json[], service: RegExp): string[] {
  const about = statements.filter((statement) =>
    list(at(statement, 'actions')).some((action) => service.test(text(action))),
  );
  return [...new Set(about.flatMap((statement) => list(at(statement, 'resources')).map(text)))].sort();
}

/** Secrets of the environment itself, and its own login at the database, which is made where the database is. */
function secretsFor(environment: string): string[] {
  const own = { dev: [], prod: ['redis'] }[environment] ?? [];
  return [
    ...['jwt-signing-key', 'lemon-squeezy', 'oauth-client', ...own].map((name) => `pingvas/${environment}/${name}`),
    `pingvas/shared/${environment}-schema/login`,
  ];
}

describe.each(['dev', 'prod'])(
  'nothing of %s in Pingvas reads the password of the master user, nor another environment’s secret',
  (environment) => {
    const readable = secretsFor(environment);

    test('no role of it', () => {
      const statements = secretStatements(environment);
      expect(resourcesOf(statements, /^(\*|secretsmanager:)/)).toEqual(
        readable.map((name) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}-??????`),
      );
      for (const key of resourcesOf(statements, /^(\*|kms:)/))
        expect(key).toMatch(
          new RegExp(
            `^\\$\\{data\\.terraform_remote_state\\.(foundation\\.outputs\\.\\w+|shared_foundation\\.outputs\\.(${environment}_schema_login|models))_key_arn\\}$`,
          ),
        );
    });

    test('no secret store of it, and no copy by another one', () => {
      const stores = output.manifests('SecretStore', { namespace: environment });
      expect(stores.map((store) => at(store, 'spec', 'provider', 'aws', 'role'))).toEqual([
        `arn:aws:iam::111122223333:role/pingvas-${environment}-secrets`,
      ]);
      expect(output.manifests('ClusterSecretStore')).toEqual([]);
      const copies = output.manifests('ExternalSecret', { namespace: environment });
      expect(new Set(copies.map((copy) => at(copy, 'spec', 'secretStoreRef', 'kind')))).toEqual(
        new Set(['SecretStore']),
      );
      const keys = copies.flatMap((copy) =>
        list(at(copy, 'spec', 'data')).map((each) => text(at(each, 'remoteRef', 'key'))),
      );
      expect([...new Set(keys)].sort()).toEqual(readable);
    });

    test('no workload of it: none has a role of another environment, or rights in another namespace', () => {
      const associations = output
        .everywhere('aws_eks_pod_identity_association')
        .filter(({ block }) => block['namespace'] === environment);
      expect(associations.length).toBeGreaterThan(0);
      for (const { workspace, block } of associations) {
        expect(workspace).toBe(`pingvas-${environment}-platform`);
        expect(block['role_arn']).toMatch(/^\$\{aws_iam_role\.\w+\.arn\}$/);
      }
      const bound = ['RoleBinding', 'ClusterRoleBinding']
        .flatMap((kind) => output.manifests(kind))
        .flatMap((binding) => list(at(binding, 'subjects')));
      expect(bound.filter((subject) => at(subject, 'namespace') === environment)).toEqual([]);
    });

    test('and its Applications may put nothing where the migrations run', () => {
      const project = output.manifest('AppProject', `pingvas-${environment}`, 'argocd');
      expect(list(at(project, 'spec', 'destinations')).map((each) => at(each, 'namespace'))).toEqual([environment]);
    });
  },
);

describe('Pingvas, as it is committed,', () => {
  test('nothing but the migrations runs in the namespace that reads the password of the master user', () => {
    const workloads = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet'].flatMap((kind) =>
      output.manifests(kind, { namespace: 'database' }).map((each) => `${kind}/${text(at(each, 'metadata', 'name'))}`),
    );
    expect(workloads).toEqual(['Job/dev-schema', 'Job/prod-schema']);
    const readers = output
      .everywhere('aws_iam_policy_document', 'data')
      .filter(({ block }) => JSON.stringify(block).includes('_master_secret_arn'));
    expect(readers.map(({ workspace, id }) => `${workspace} ${id}`)).toEqual([
      'pingvas-shared-platform database_secrets_grant_aurora',
    ]);
    const pods = output
      .manifests('Job', { namespace: 'database' })
      .map((job) => at(job, 'spec', 'template', 'spec', 'automountServiceAccountToken'));
    expect(pods).toEqual([false, false]);
  });

  test('tells its operators before a month costs more than the 1,500 USD of its document', () => {
    const budget = output.resource('pingvas-shared-platform', 'aws_budgets_budget', 'month');
    expect(pick(budget, ['limit_amount', 'limit_unit', 'time_unit'])).toEqual({
      limit_amount: '1500',
      limit_unit: 'USD',
      time_unit: 'MONTHLY',
    });
    const told = list(budget['notification']).map((each) => [
      at(each, 'notification_type'),
      at(each, 'threshold'),
      at(each, 'subscriber_email_addresses', 0),
    ]);
    // What the document counts on, 1,249 USD, alarms nobody.
    expect(told).toEqual([
      ['ACTUAL', 95, 'operations@pingvas.studio'],
      ['FORECASTED', 100, 'operations@pingvas.studio'],
    ]);
  });

  test('every secret in Secrets Manager has a pod that reads it', () => {
    const read = new Set(
      output
        .manifests('ExternalSecret')
        .flatMap((copy) => list(at(copy, 'spec', 'data')).map((each) => at(each, 'remoteRef', 'key'))),
    );
    const secrets = ['dev', 'prod', 'shared'].flatMap((environment) =>
      Object.values(output.resources(`pingvas-${environment}-data`, 'aws_secretsmanager_secret')),
    );
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.map(({ name }) => name).filter((name) => !read.has(name ?? ''))).toEqual([]);
  });
});
