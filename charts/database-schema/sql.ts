import { ownRows, type Props } from './input';

export interface SchemaSql {
  readonly schema: string;
  readonly role: string;
  readonly rowLevelSecurity?: RowSecurity;
}

type RowSecurity = Props['rowLevelSecurity'] & object;

/**
 * Changes nothing the second time. The search path is set on the role: a session's own `SET` does not survive a pool in
 * transaction mode, and the next client would see it.
 */
export function sqlOf({ schema, role, rowLevelSecurity }: SchemaSql): string {
  return [
    // Services wait behind whoever waits for their tables: the run gives up before they notice, and is made again.
    `SET LOCAL lock_timeout = '1min';`,
    // The schemas of one database are set up one after another: all of them change what it has in common.
    `SELECT pg_advisory_xact_lock(hashtext('slipway'));`,
    `SELECT 'CREATE ROLE ${quoted(role)}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') \\gexec`,
    `ALTER ROLE ${quoted(role)} LOGIN NOCREATEDB NOCREATEROLE;`,
    `\\password ${quoted(role)}`,
    ...underPolicies(role),
    `GRANT ${quoted(role)} TO CURRENT_USER;`,
    `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)} AUTHORIZATION ${quoted(role)};`,
    `ALTER ROLE ${quoted(role)} SET search_path = ${quoted(schema)}, public;`,
    `REVOKE ALL ON SCHEMA ${quoted(schema)} FROM PUBLIC;`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
    `GRANT CONNECT ON DATABASE :"DBNAME" TO ${quoted(role)};`,
    ...(rowLevelSecurity ? rowSecurity(schema, rowLevelSecurity) : []),
    '',
  ].join('\n');
}

/** A name that may be a word of SQL. The patterns of the input let no quote into it. */
function quoted(name: string): string {
  return `"${name}"`;
}

/** The master user of RDS is no superuser: it may say of no role that it is none, or that policies hold for it. */
function underPolicies(role: string): string[] {
  return [
    'DO $$',
    'BEGIN',
    `  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}' AND (rolsuper OR rolbypassrls)) THEN`,
    `    RAISE EXCEPTION 'role ${role} passes over row-level security';`,
    '  END IF;',
    'END',
    '$$;',
  ];
}

/**
 * Tables that are there, and those that come later: the services make theirs after the job has run. What makes them late
 * stands in a schema of its own, which the role can't reach.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.EventTriggers.html
 */
function rowSecurity(schema: string, rows: RowSecurity): string[] {
  const name = quoted(`${schema}${ownRows}`);
  return [
    ...['DO $$', ...protectTables(schema, rows, ''), '$$;'],
    'CREATE SCHEMA IF NOT EXISTS slipway;',
    'REVOKE ALL ON SCHEMA slipway FROM PUBLIC;',
    `CREATE OR REPLACE FUNCTION slipway.${name}() RETURNS event_trigger LANGUAGE plpgsql`,
    '  SET search_path = pg_catalog SET client_min_messages = warning AS $$',
    ...protectTables(schema, rows, justMade),
    '$$;',
    `DROP EVENT TRIGGER IF EXISTS ${name};`,
    `CREATE EVENT TRIGGER ${name} ON ddl_command_end`,
    `  WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE') EXECUTE FUNCTION slipway.${name}();`,
  ];
}

/** What the command has touched that is not protected yet: protecting it is a command too, and fires once more. */
const justMade = `
      AND pg_class.oid IN (SELECT objid FROM pg_event_trigger_ddl_commands() WHERE classid = 'pg_class'::regclass)
      AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'own_rows'))`;

/** Owners of a table pass over its policies unless they are forced; a setting that is missing shows no row. */
function protectTables(schema: string, { setting, column }: RowSecurity, further: string): string[] {
  const table = `${quoted(schema)}.%I`;
  return [
    'DECLARE protected record;',
    'BEGIN',
    '  FOR protected IN',
    '    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace',
    `    WHERE nspname = '${schema}' AND relkind IN ('r', 'p')`,
    `      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = '${column}' AND NOT attisdropped)${further}`,
    '  LOOP',
    `    EXECUTE format('DROP POLICY IF EXISTS own_rows ON ${table}', protected.relname);`,
    `    EXECUTE format('CREATE POLICY own_rows ON ${table} USING (${quoted(column)}::text = current_setting(''${setting}'', true))', protected.relname);`,
    `    EXECUTE format('ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);`,
    '  END LOOP;',
    'END',
  ];
}
