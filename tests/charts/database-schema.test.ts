import { secretsOperator } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

const others = {
  ...secretsOperator,
  'secret-store': { store: {} },
  'aurora-postgres': { aurora: { database: 'shop' } },
};

const rowLevelSecurity = { setting: 'app.user' };

function withSchemas(schemas: Readonly<Record<string, JsonObject>>, more = {}): Promise<Rendered> {
  return renderInCluster({ ...others, ...more, 'database-schema': schemas });
}

function withSchema(schema: JsonObject = {}, more = {}): Promise<Rendered> {
  return withSchemas({ schema: { database: 'aurora', ...schema } }, more);
}

function sqlIn(rendered: Rendered, name = 'schema'): string {
  return (manifest(rendered, 'ConfigMap', name)['data'] as JsonObject)['schema.sql'] as string;
}

function jobIn(rendered: Rendered) {
  return manifest(rendered, 'Job', 'schema') as {
    metadata: { annotations: Record<string, string> };
    spec: JsonObject & { template: { spec: { containers: [{ command: string[]; env: unknown[] }] } } };
  };
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ subject, message, at }) => `${subject.replace('acme/test ', '')} ${at.file.replace(/.*#/, '')}: ${message}`,
  );
}

describe('the migration of a database-schema', () => {
  test('sets the search path on the role, since a session’s own does not survive a pool', async () => {
    const rendered = await withSchema();
    expect(sqlIn(rendered)).toContain('ALTER ROLE "test_acme" SET search_path = "test_acme", public;');
    expect(rendered.findings).toEqual([]);
  });

  test('takes names that are words of SQL as names', async () => {
    const rows = { ...rowLevelSecurity, column: 'order' };
    const rendered = await withSchema({ schema: 'window', role: 'check', rowLevelSecurity: rows });
    expect(rendered.findings).toEqual([]);
    const sql = sqlIn(rendered);
    expect(sql).toContain('CREATE SCHEMA IF NOT EXISTS "window" AUTHORIZATION "check";');
    expect(sql).toContain(`USING ("order"::text = current_setting(''app.user'', true))`);
    // What is left stands between quotes, of a text or of a name, or is another word.
    expect(sql.replace(/'(window|check|order)'|"\w+"/g, '')).not.toMatch(/(?<!')\b(window|check|order)\b(?! passes)/);
  });

  test('protects rows of tables that come later too, by what the role of the services can’t reach', async () => {
    const sql = sqlIn(await withSchema({ rowLevelSecurity }));
    expect(sql.match(/FORCE ROW LEVEL SECURITY/g)).toHaveLength(2);
    expect(sql).toContain('REVOKE ALL ON SCHEMA slipway FROM PUBLIC;\n');
    expect(sql).toContain('CREATE EVENT TRIGGER "test_acme_own_rows" ON ddl_command_end\n');
    expect(sqlIn(await withSchema())).not.toMatch(/TRIGGER|ROW LEVEL/);
  });

  test('is part of the health of its Application, so that what comes after it waits until it is over', async () => {
    const { annotations } = jobIn(await withSchema()).metadata;
    expect(Object.keys(annotations)).toEqual(['argocd.argoproj.io/sync-options']);
  });

  test('waits for its secrets as long as they take, and is tried again for longer than a password is out of date', async () => {
    const { spec } = jobIn(await withSchema());
    expect(spec).not.toHaveProperty('activeDeadlineSeconds');
    expect(spec['backoffLimit']).toBe(20);
    const waits = Array.from({ length: 20 }, (_, run) => Math.min(10 * 2 ** run, 360));
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3600);
  });

  test('gives up where a host does not answer or a lock is not free, and is tried again', async () => {
    const rendered = await withSchema();
    expect(sqlIn(rendered)).toMatch(/^SET LOCAL lock_timeout = '1min';\n/);
    const { env } = jobIn(rendered).spec.template.spec.containers[0];
    expect(env).toContainEqual({ name: 'PGCONNECT_TIMEOUT', value: '10' });
  });

  test('says nothing that the master user of RDS may not, and has the password in no statement', async () => {
    const rendered = await withSchema();
    const sql = sqlIn(rendered);
    // Of a role that is there, PostgreSQL takes these from a superuser alone.
    expect(sql).not.toMatch(/\b(NO)?(SUPERUSER|BYPASSRLS|REPLICATION)\b/);
    expect(sql).not.toMatch(/PASSWORD [^;]/);
    expect(sql).toContain('\\password "test_acme"\n');
    const { command } = jobIn(rendered).spec.template.spec.containers[0];
    expect(command[2]).toMatch(/^printf .* "\$ROLE_PASSWORD" "\$ROLE_PASSWORD" \| psql /);
  });
});

describe('several schemas of an environment', () => {
  test('have each a role and a login of their own', async () => {
    const rendered = await withSchemas({
      schema: { database: 'aurora' },
      reports: { database: 'aurora', schema: 'reports', loginName: 'acme/test/reports' },
    });
    expect(rendered.findings).toEqual([]);
    const names = Object.values(resources(rendered, 'aws_secretsmanager_secret')).map(({ name }) => name);
    expect(names.sort()).toEqual(['acme/test/login', 'acme/test/reports/login']);
  });

  const two = (a: JsonObject, b: JsonObject, more = {}) =>
    withSchemas({ a: { database: 'aurora', ...a }, b: { database: 'aurora', loginName: 'acme/test/b', ...b } }, more);

  test('are not one schema or one role of a database (schema-taken, role-taken)', async () => {
    const same = await two({ schema: 'shop', role: 'one' }, { schema: 'shop', role: 'two' });
    expect(brief(same.findings)).toEqual([
      'database-schema b /components/database-schema/b/schema: shop of aurora is the schema of a too (database-schema/schema-taken)',
    ]);
    expect((await two({ schema: 'shop' }, { schema: 'shop' })).findings).toHaveLength(1);
    const { findings } = await two({ schema: 'one', role: 'shop' }, { schema: 'shop' });
    expect(brief(findings)).toEqual([
      'database-schema b /components/database-schema/b/role: shop of aurora is the role of a too (database-schema/role-taken)',
    ]);
  });

  test('may be called the same in two databases', async () => {
    const second = { 'aurora-postgres': { aurora: { database: 'shop' }, other: { database: 'shop' } } };
    const { findings } = await two({ schema: 'shop' }, { schema: 'shop', database: 'other' }, second);
    expect(findings.map(({ code }) => code)).not.toContain('refused-combination');
  });
});

describe('a name in the database', () => {
  test.each([
    ['schema', 'user'],
    ['schema', 'public'],
    ['schema', 'slipway'],
    ['schema', 'information_schema'],
    ['schema', 'pg_shop'],
    ['role', 'rds_superuser'],
    ['role', 'rdsadmin'],
    ['role', 'postgres'],
  ])('is none that is reserved (reserved-name): %s %s', async (field, name) => {
    const more = { 'aurora-postgres': { aurora: { database: 'shop', masterUser: 'root' } } };
    const { findings } = await withSchema({ [field]: name }, more);
    expect(brief(findings)).toEqual([
      `database-schema schema /components/database-schema/schema/${field}: ${name} is reserved (database-schema/reserved-name)`,
    ]);
  });

  test('may begin like one', async () => {
    expect((await withSchema({ schema: 'users', role: 'pgshop' })).findings).toEqual([]);
  });

  test('of the role is not the master user of the database (master-user)', async () => {
    const more = { 'aurora-postgres': { aurora: { database: 'shop', masterUser: 'keeper' } } };
    expect(brief((await withSchema({ role: 'keeper' }, more)).findings)).toEqual([
      'database-schema schema /components/database-schema/schema/role: keeper is the master user of aurora (database-schema/master-user)',
    ]);
    expect((await withSchema({ role: 'shop' }, more)).findings).toEqual([]);
  });

  test('of a schema leaves room for that of its event trigger', async () => {
    const longest = 'a'.repeat(54);
    const rendered = await withSchema({ schema: longest, rowLevelSecurity });
    expect(rendered.findings).toEqual([]);
    const [, trigger = ''] = /CREATE EVENT TRIGGER "(\w+)"/.exec(sqlIn(rendered)) ?? [];
    expect(trigger).toHaveLength(63);
    expect((await withSchema({ schema: `${longest}a` })).findings).toMatchObject([
      { expected: expect.stringContaining('at most 54 lower-case letters') as string },
    ]);
  });

  test('is no longer than that where it is made of long ones (schema-too-long)', async () => {
    const schemaOf = (system: string) => ({ self: { system, environment: 'prod' } });
    const { constraints } = await import('../../charts/database-schema/constraints');
    const judge = constraints.find(({ id }) => id === 'schema-too-long');
    const found = (system: string) => judge?.violations({ database: 'aurora' } as never, schemaOf(system) as never);
    expect(found('a'.repeat(49))).toEqual([]);
    expect(found('a'.repeat(50))).toEqual([{ at: '/schema', found: `prod_${'a'.repeat(50)} has 55 characters` }]);
  });
});

describe('the database of a schema', () => {
  const aurora = 'a component of one of the kinds aurora-postgres, postgres: aurora';

  test('that is misspelled is told once, at the line, with the one that is meant', async () => {
    const { findings } = await withSchema({ database: 'auroa' });
    expect(brief(findings)).toEqual([
      'database-schema schema /components/database-schema/schema/database: there is no component auroa',
    ]);
    expect(findings[0]).toMatchObject({ expected: aurora, fix: 'did you mean aurora?' });
  });

  test('that is something else is told as that', async () => {
    const { findings } = await withSchema({ database: 'apps' });
    expect(brief(findings)).toEqual([
      'database-schema schema /components/database-schema/schema/database: apps is of kind namespace',
    ]);
    expect(findings[0]).toMatchObject({ code: 'wrong-kind-of-component', expected: aurora });
  });

  test('has to be stated', async () => {
    const { findings } = await withSchemas({ schema: {} });
    expect(findings).toMatchObject([{ code: 'missing-key' }]);
  });
});
