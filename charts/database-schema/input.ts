import type { Static } from '@sinclair/typebox';
import { group, input, optional, reference, statedReference, text } from '../../schemas/contract/fields';

/** Longest name of PostgreSQL, in characters: a longer one is cut. */
const longest = 63;

/** What follows the name of a schema in those of its event trigger and of the function of it. */
export const ownRows = '_own_rows';

/** Longest name of a schema, in characters: that of its event trigger is not cut. */
export const longestSchema = longest - ownRows.length;

function identifier(length: number) {
  return {
    pattern: `^[a-z][a-z0-9_]{0,${length - 1}}$`,
    'x-form': `at most ${length} lower-case letters, digits and underscores, starting with a letter`,
  };
}

export const Input = input({
  namespace: reference(
    'Namespace that the migration runs in. It reads the password of the master user: one that no service runs in.',
    ['namespace'],
  ),
  database: statedReference('Database that the schema is in.', ['aurora-postgres', 'postgres']),
  schema: optional(
    text('Name of the schema, one of its own in its database. By default `<environment>_<system>`.', {
      ...identifier(longestSchema),
    }),
  ),
  role: optional(
    text('Role that owns the schema, and no other. By default the name of the schema.', { ...identifier(longest) }),
  ),
  loginName: optional(
    text(
      'Name of its login in AWS, before `/login`. By default `<system>/<environment>`: to be stated where an environment has several schemas.',
      { pattern: '^[A-Za-z0-9/_+=.@-]{1,200}$', 'x-form': 'a name such as shop/prod/reports' },
    ),
  ),
  rowLevelSecurity: optional(
    group(
      'Rows that belong to someone are seen by that one alone. It guards against a query that forgets to ask whose a row is, not against the role itself: that says who asks, and may drop the policies of its tables.',
      {
        setting: text('Setting of the transaction that says who asks: `SET LOCAL <setting> = …`.', {
          pattern: '^[a-z_]+\\.[a-z_]+$',
          'x-form': 'a name of two parts such as app.current_user_id',
        }),
        column: text(
          'Column that says whose a row is; every table of the schema that has it is protected. A migration that changes its type drops the policy `own_rows` of the table first; one that drops it switches row-level security of the table off, too.',
          { ...identifier(longest), default: 'user_id' },
        ),
      },
    ),
  ),
});

export type Props = Static<typeof Input>;

/** Names in the database, those left out too. */
export function namesOf(
  { system, environment }: { readonly system: string; readonly environment: string },
  props: Pick<Props, 'schema' | 'role'>,
): { readonly schema: string; readonly role: string } {
  const schema = props.schema ?? `${environment}_${system}`.replace(/-/g, '_');
  return { schema, role: props.role ?? schema };
}
