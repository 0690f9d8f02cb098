import { defineCompositeKind } from '../../schemas/contract/kind';
import { clusterBase, secretsOperator } from '../facets/examples';
import { constraints } from './constraints';
import { Input, namesOf, type Props } from './input';
import { sqlOf } from './sql';

/** A schema of a shared PostgreSQL database with a role of its own, set up and kept by a migration. */
export const databaseSchema = defineCompositeKind<typeof Input>({
  kind: 'database-schema',
  summary:
    'A schema of a PostgreSQL database with a role of its own, row-level security, and the migration that sets them up.',
  creates: [
    'a `secret` `<key>-login` with the role and a random password',
    'a `job` `<key>`, once for each change of its description: role, schema, search path on the role, privileges, row-level security. docs/delivery.md says how it is run again',
    'with row-level security: a policy `own_rows` on each table, and an event trigger of the database that protects tables that come later. They guard against mistakes of a query, not against the role, which owns its tables',
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
  constraints,
  nameFields: { '-login': 'loginName' },
  expand({ name, props, ...place }) {
    const names = namesOf(place, props);
    const login = `${name}-login`;
    return { secret: { [login]: secretOf(names.role, props) }, job: { [name]: jobOf(login, names, props) } };
  },
});

function secretOf(role: string, { loginName }: Props) {
  return {
    ...(loginName === undefined ? {} : { name: loginName }),
    entries: {
      login: {
        description: `Role ${role}`,
        keys: ['username', 'password'],
        generate: { with: { username: role } },
      },
    },
  };
}

function jobOf(login: string, names: ReturnType<typeof namesOf>, { namespace, database, rowLevelSecurity }: Props) {
  return {
    namespace,
    // It waits for its secrets as long as they take: what has failed is in sync all the same, and nobody makes it again.
    timeoutSeconds: 0,
    // An hour and a half, the longest wait being six minutes: by then a password that AWS has changed is read anew.
    retries: 20,
    command: ['sh', '-ec', migrate],
    environment: connection,
    files: { 'schema.sql': sqlOf({ ...names, ...(rowLevelSecurity ? { rowLevelSecurity } : {}) }) },
    resources: { cpu: '100m', memory: '128Mi' },
    uses: {
      [database]: { access: 'administer', as: 'DATABASE' },
      [login]: { access: 'login', as: 'ROLE' },
    },
  };
}

/** `\password` asks twice. It sends what follows from the password alone, and no log of the database has it. */
const migrate =
  'printf "%s\\n%s\\n" "$ROLE_PASSWORD" "$ROLE_PASSWORD" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql';

/** libpq reads these; Kubernetes puts in what the connection gives. */
const connection = {
  PGCONNECT_TIMEOUT: '10',
  PGHOST: '$(DATABASE_HOST)',
  PGPORT: '$(DATABASE_PORT)',
  PGDATABASE: '$(DATABASE_DATABASE)',
  PGUSER: '$(DATABASE_USER)',
  PGPASSWORD: '$(DATABASE_PASSWORD)',
  PGSSLMODE: 'require',
};
