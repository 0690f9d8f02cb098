import type { JsonObject } from '../../schemas/primitives/artifact';
import { environments, inBoth, services, variableOf } from './pingvas';
import type { Row } from './row';
import { at, pick, text } from './values';

const workspace = 'pingvas-shared-data';

export const pv09: Row = {
  id: 'PV-09',
  title: 'Aurora Serverless v2 behind PgBouncer, a schema and a role for each environment',
  states: {
    'the cluster pingvas-shared-aurora runs PostgreSQL 15.17, a version that AWS offers in place of 15.4, with the database pingvas':
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
    'a Job makes the schema and its role, whose search_path is its own, and switches row-level security on, also for tables that come later':
      (output) => {
        for (const environment of environments) {
          const config = output.manifest('ConfigMap', `${environment}-schema`, 'database');
          expect(text(at(config, 'data', 'schema.sql')).split('\n')).toEqual(migrationOf(`${environment}_pingvas`));
        }
      },
    'the Job is over before an Application of the environment is made: the root waits for it': (output) => {
      for (const environment of environments) {
        const job = output.manifest('Job', `${environment}-schema`, 'database');
        expect(at(job, 'spec', 'template', 'spec', 'containers', 0, 'command')).toEqual([
          'sh',
          '-ec',
          'printf "%s\\n%s\\n" "$ROLE_PASSWORD" "$ROLE_PASSWORD" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql',
        ]);
        // A Job that has failed is in sync, and nobody makes it again: it waits for its secrets as long as they take.
        expect(at(job, 'spec', 'activeDeadlineSeconds')).toBeUndefined();
        expect(at(job, 'spec', 'backoffLimit')).toBe(20);
        // The health of an Application is that of what it holds, and hooks are none of it.
        expect(at(job, 'metadata', 'annotations')).toEqual({
          'argocd.argoproj.io/sync-options': 'Force=true,Replace=true',
        });
        const application = output.manifest('Application', `shared-${environment}-schema`, 'argocd');
        const sets = output.manifests('ApplicationSet').map(waveOf);
        expect(sets).toEqual(sets.map(() => '1'));
        expect(waveOf(application)).toBe('0');
      }
    },
    'each role has a login of its own in Secrets Manager': (output) => {
      for (const environment of environments) {
        const secret = output.resource(workspace, 'aws_secretsmanager_secret', `${environment}_schema_login_login`);
        expect(secret['name']).toBe(`pingvas/shared/${environment}-schema/login`);
        expect(secret['description']).toBe(`Role ${environment}_pingvas`);
      }
    },
  },
};

function waveOf(object: JsonObject): unknown {
  return at(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-wave');
}

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
  const protect = (further: string) => `DECLARE protected record;
BEGIN
  FOR protected IN
    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = '${role}' AND relkind IN ('r', 'p')
      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'user_id' AND NOT attisdropped)${further}
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS own_rows ON "${role}".%I', protected.relname);
    EXECUTE format('CREATE POLICY own_rows ON "${role}".%I USING ("user_id"::text = current_setting(''app.current_user_id'', true))', protected.relname);
    EXECUTE format('ALTER TABLE "${role}".%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);
  END LOOP;
END`;
  const unprotected = `
      AND pg_class.oid IN (SELECT objid FROM pg_event_trigger_ddl_commands() WHERE classid = 'pg_class'::regclass)
      AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'own_rows'))`;
  return `SET LOCAL lock_timeout = '1min';
SELECT pg_advisory_xact_lock(hashtext('slipway'));
SELECT 'CREATE ROLE "${role}"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') \\gexec
ALTER ROLE "${role}" LOGIN NOCREATEDB NOCREATEROLE;
\\password "${role}"
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}' AND (rolsuper OR rolbypassrls)) THEN
    RAISE EXCEPTION 'role ${role} passes over row-level security';
  END IF;
END
$$;
GRANT "${role}" TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS "${role}" AUTHORIZATION "${role}";
ALTER ROLE "${role}" SET search_path = "${role}", public;
REVOKE ALL ON SCHEMA "${role}" FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO "${role}";
DO $$
${protect('')}
$$;
CREATE SCHEMA IF NOT EXISTS slipway;
REVOKE ALL ON SCHEMA slipway FROM PUBLIC;
CREATE OR REPLACE FUNCTION slipway."${role}_own_rows"() RETURNS event_trigger LANGUAGE plpgsql
  SET search_path = pg_catalog SET client_min_messages = warning AS $$
${protect(unprotected)}
$$;
DROP EVENT TRIGGER IF EXISTS "${role}_own_rows";
CREATE EVENT TRIGGER "${role}_own_rows" ON ddl_command_end
  WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE') EXECUTE FUNCTION slipway."${role}_own_rows"();
`.split('\n');
}
