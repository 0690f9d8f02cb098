import type { Static } from '@sinclair/typebox';
import { group, input, optional, reference, text } from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import { clusterBase, secretsOperator } from './facets/examples';

const identifier = '^[a-z][a-z0-9_]{0,62}$';

const Input = input({
  namespace: reference(
    'Namespace that the migration runs in. It reads the password of the master user: one that no service runs in.',
    ['namespace'],
  ),
  database: text('Component of the database: an `aurora-postgres`.', { pattern: '^[a-z][a-z0-9-]*$' }),
  schema: optional(text('Name of the schema. By default `<environment>_<system>`.', { pattern: identifier })),
  role: optional(text('Role that owns the schema. By default the name of the schema.', { pattern: identifier })),
  loginName: optional(
    text(
      'Name of its login in AWS, before `/login`. By default `<system>/<environment>`: to be stated where an environment has several schemas.',
      { pattern: '^[A-Za-z0-9/_+=.@-]{1,200}$', 'x-form': 'a name such as shop/prod/reports' },
    ),
  ),
  rowLevelSecurity: optional(
    group('Rows that belong to someone are seen by that one alone.', {
      setting: text('Setting of the transaction that says who asks: `SET LOCAL <setting> = …`.', {
        pattern: '^[a-z_]+\\.[a-z_]+$',
      }),
      column: text('Column that says whose a row is; every table of the schema that has it is protected.', {
        pattern: identifier,
        default: 'user_id',
      }),
    }),
  ),
});

/** A schema of a shared PostgreSQL database with a role of its own, set up and kept by a migration. */
export const databaseSchema = defineCompositeKind<typeof Input>({
  kind: 'database-schema',
  summary:
    'A schema of a PostgreSQL database with a role of its own, row-level security, and the migration that sets them up.',
  creates: [
    'a `secret` `<key>-login` with the role and a random password',
    'a `job` `<key>`, once for each change of its description: role, schema, search path on the role, privileges, row-level security',
    'with row-level security: an event trigger of the database, which protects tables that come later. An upgrade to a new major version wants it dropped before; run the job again after it',
  ],
  input: Input,
  examples: {
    'a schema with protected rows': {
      input: { database: 'aurora', rowLevelSecurity: { setting: 'app.current_user_id' } },
      with: {
        ...clusterBase,
        ...secretsOperator,
        namespace: { apps: {} },
        'secret-store': { store: {} },
        'aurora-postgres': { aurora: { database: 'shop' } },
      },
    },
  },
  outputs: {},
  nameFields: { '-login': 'loginName' },
  expand({ system, environment, name, props }) {
    const schema = props.schema ?? `${environment}_${system}`.replace(/-/g, '_');
    const role = props.role ?? schema;
    const login = `${name}-login`;
    return {
      secret: {
        [login]: {
          ...(props.loginName === undefined ? {} : { name: props.loginName }),
          entries: {
            login: {
              description: `Role ${role}`,
              keys: ['username', 'password'],
              generate: { with: { username: role } },
            },
          },
        },
      },
      job: {
        [name]: {
          namespace: props.namespace,
          timeoutSeconds: 600,
          command: ['sh', '-ec', migrate],
          environment: connection,
          files: {
            'schema.sql': sqlOf({
              schema,
              role,
              ...(props.rowLevelSecurity ? { rowLevelSecurity: props.rowLevelSecurity } : {}),
            }),
          },
          resources: { cpu: '100m', memory: '128Mi' },
          uses: {
            [props.database]: { access: 'administer', as: 'DATABASE' },
            [login]: { access: 'login', as: 'ROLE' },
          },
        },
      },
    };
  },
});

/** `\password` asks twice. It sends what follows from the password alone, and no log of the database has it. */
const migrate =
  'printf "%s\\n%s\\n" "$ROLE_PASSWORD" "$ROLE_PASSWORD" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql';

/** libpq reads these; Kubernetes puts in what the connection gives. */
const connection = {
  PGHOST: '$(DATABASE_HOST)',
  PGPORT: '$(DATABASE_PORT)',
  PGDATABASE: '$(DATABASE_DATABASE)',
  PGUSER: '$(DATABASE_USER)',
  PGPASSWORD: '$(DATABASE_PASSWORD)',
  PGSSLMODE: 'require',
};

interface SchemaSql {
  readonly schema: string;
  readonly role: string;
  readonly rowLevelSecurity?: Static<typeof Input>['rowLevelSecurity'] & object;
}

/**
 * Changes nothing the second time. The search path is set on the role: a session's own `SET` does not survive a pool in
 * transaction mode, and the next client would see it.
 */
function sqlOf({ schema, role, rowLevelSecurity }: SchemaSql): string {
  return [
    // The schemas of one database are set up one after another: all of them change what it has in common.
    `SELECT pg_advisory_xact_lock(hashtext('slipway'));`,
    `SELECT 'CREATE ROLE ${role}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') \\gexec`,
    `ALTER ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE;`,
    `\\password ${role}`,
    ...underPolicies(role),
    `GRANT ${role} TO CURRENT_USER;`,
    `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${role};`,
    `ALTER ROLE ${role} SET search_path = ${schema}, public;`,
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
    `GRANT CONNECT ON DATABASE :"DBNAME" TO ${role};`,
    ...(rowLevelSecurity ? rowSecurity(schema, rowLevelSecurity) : []),
    '',
  ].join('\n');
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

type RowSecurity = SchemaSql['rowLevelSecurity'] & object;

/**
 * Tables that are there, and those that come later: the services make theirs after the job has run. What makes them late
 * stands in a schema of its own, which the role can't reach.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.EventTriggers.html
 */
function rowSecurity(schema: string, rows: RowSecurity): string[] {
  const name = `${schema}_own_rows`;
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
  return [
    'DECLARE protected record;',
    'BEGIN',
    '  FOR protected IN',
    '    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace',
    `    WHERE nspname = '${schema}' AND relkind IN ('r', 'p')`,
    `      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = '${column}' AND NOT attisdropped)${further}`,
    '  LOOP',
    `    EXECUTE format('DROP POLICY IF EXISTS own_rows ON ${schema}.%I', protected.relname);`,
    `    EXECUTE format('CREATE POLICY own_rows ON ${schema}.%I USING (${column}::text = current_setting(''${setting}'', true))', protected.relname);`,
    `    EXECUTE format('ALTER TABLE ${schema}.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);`,
    '  END LOOP;',
    'END',
  ];
}
