import { environments, inBoth, services, variableOf } from './pingvas';
import type { Row } from './row';
import { at, pick, text } from './values';

const workspace = 'pingvas-shared-data';

export const pv09: Row = {
  id: 'PV-09',
  title: 'Aurora Serverless v2 behind PgBouncer, a schema and a role for each environment',
  states: {
    'the cluster pingvas-shared-aurora runs PostgreSQL 15.17, the newest version that AWS offers in place of 15.4, with the database pingvas':
      (output) => {
        const cluster = output.resource(workspace, 'aws_rds_cluster', 'aurora');
        const { cluster_identifier: name, engine, engine_version: version, database_name: database, port } = cluster;
        expect([name, engine, version, database, port]).toEqual([
          'pingvas-shared-aurora',
          'aurora-postgresql',
          '15.17',
          'pingvas',
          5432,
        ]);
      },
    'it scales from 0.5 to 4 capacity units': (output) => {
      const cluster = output.resource(workspace, 'aws_rds_cluster', 'aurora');
      expect(cluster['serverlessv2_scaling_configuration']).toEqual({ min_capacity: 0.5, max_capacity: 4 });
    },
    'the writer stands in us-east-1a, the reader in us-east-1b, both serverless': (output) => {
      const instances = output.resources(workspace, 'aws_rds_cluster_instance');
      const keys = ['availability_zone', 'instance_class', 'promotion_tier', 'publicly_accessible'];
      expect(Object.entries(instances).map(([id, instance]) => [id, Object.values(pick(instance, keys))])).toEqual([
        ['aurora_reader', ['us-east-1b', 'db.serverless', 1, false]],
        ['aurora_writer', ['us-east-1a', 'db.serverless', 0, false]],
      ]);
    },
    'any second of the last 7 days can be restored': (output) => {
      const cluster = output.resource(workspace, 'aws_rds_cluster', 'aurora');
      expect(pick(cluster, ['backup_retention_period', 'delete_automated_backups', 'skip_final_snapshot'])).toEqual({
        backup_retention_period: 7,
        delete_automated_backups: false,
        skip_final_snapshot: false,
      });
    },
    'PgBouncer pools by transaction, and offers the writer as pingvas and the reader as pingvas_read': (output) => {
      for (const [, config] of inBoth(output, 'ConfigMap', 'pgbouncer')) {
        const settings = settingsOf(text(at(config, 'data', 'pgbouncer.ini')));
        expect(settings['pool_mode']).toBe('transaction');
        expect(settings['server_tls_sslmode']).toBe('require');
        expect(settings['pingvas']).toMatch(
          /^host=pingvas-shared-aurora\.cluster-(?!ro-)\S+ port=5432 dbname=pingvas$/,
        );
        expect(settings['pingvas_read']).toMatch(
          /^host=pingvas-shared-aurora\.cluster-ro-\S+ port=5432 dbname=pingvas$/,
        );
      }
    },
    'every service reads and writes through PgBouncer': (output) => {
      for (const name of Object.keys(services)) {
        for (const [environment, deployment] of inBoth(output, 'Deployment', name)) {
          const told = {
            PGBOUNCER_DATABASE: 'pingvas',
            PGBOUNCER_HOST: `pgbouncer.${environment}.svc.cluster.local`,
            PGBOUNCER_PORT: '6432',
            PGBOUNCER_READ_DATABASE: 'pingvas_read',
          };
          for (const [variable, value] of Object.entries(told)) {
            expect(variableOf(output, deployment, variable)).toEqual({ name: variable, value });
          }
        }
      }
    },
    'a Job makes the schema and its role, whose search_path is its own, and switches row-level security on': (
      output,
    ) => {
      for (const [environment, config] of inBoth(output, 'ConfigMap', 'schema')) {
        expect(text(at(config, 'data', 'schema.sql')).split('\n')).toEqual(migrationOf(`${environment}_pingvas`));
      }
    },
    'the Job runs with every sync, before a service asks for the schema': (output) => {
      for (const [, job] of inBoth(output, 'Job', 'schema')) {
        expect(at(job, 'metadata', 'annotations', 'argocd.argoproj.io/hook')).toBe('Sync');
        expect(at(job, 'spec', 'template', 'spec', 'containers', 0, 'command')).toEqual([
          'sh',
          '-ec',
          'printf "%s\\n%s\\n" "$ROLE_PASSWORD" "$ROLE_PASSWORD" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql',
        ]);
      }
    },
    'each role has a login of its own in Secrets Manager': (output) => {
      for (const environment of environments) {
        const secret = output.resource(
          `pingvas-${environment}-data`,
          'aws_secretsmanager_secret',
          'schema_login_login',
        );
        expect(secret['name']).toBe(`pingvas/${environment}/login`);
        expect(secret['description']).toBe(`Role ${environment}_pingvas`);
      }
    },
  },
};

/** Settings of an INI file by key; a line that is none makes the check fail. */
function settingsOf(ini: string): Record<string, string> {
  const lines = ini.split('\n').filter((line) => line !== '' && !/^\[\w+\]$/.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const [, key, value] = /^(\w+) = ?(.*)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new Error(`${line} is not a setting`);
      return [key, value];
    }),
  );
}

/** What the Job runs, line by line: searching by the role itself, as a pooled session keeps no setting of its own. */
function migrationOf(role: string): string[] {
  return `SELECT 'CREATE ROLE ${role}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') \\gexec
ALTER ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE;
\\password ${role}
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}' AND (rolsuper OR rolbypassrls)) THEN
    RAISE EXCEPTION 'role ${role} passes over row-level security';
  END IF;
END
$$;
GRANT ${role} TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS ${role} AUTHORIZATION ${role};
ALTER ROLE ${role} SET search_path = ${role}, public;
REVOKE ALL ON SCHEMA ${role} FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO ${role};
DO $$
DECLARE protected record;
BEGIN
  FOR protected IN
    SELECT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = '${role}' AND column_name = 'user_id' AND table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE ${role}.%I ENABLE ROW LEVEL SECURITY', protected.table_name);
    EXECUTE format('ALTER TABLE ${role}.%I FORCE ROW LEVEL SECURITY', protected.table_name);
    EXECUTE format('DROP POLICY IF EXISTS own_rows ON ${role}.%I', protected.table_name);
    EXECUTE format('CREATE POLICY own_rows ON ${role}.%I USING (user_id::text = current_setting(''app.current_user_id'', true))', protected.table_name);
  END LOOP;
END
$$;
`.split('\n');
}
