import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import { compareText } from '../../schemas/primitives/finding';
import { reservedPostgresNames } from '../../schemas/upstream/aws/postgres';
import { longestSchema, namesOf, type Props } from './input';

/** What PostgreSQL or the migration itself has under these names. */
const taken: ReadonlySet<string> = new Set([...reservedPostgresNames, 'information_schema', 'postgres', 'slipway']);

function isReserved(name: string): boolean {
  return taken.has(name) || /^(pg|rds)_/.test(name);
}

type Field = 'schema' | 'role';

type Context = ConstraintContext<Props>;

/** The schema, and the role where it has a name of its own: one fault is told once. */
function fieldsOf({ self, props }: Pick<Context, 'self' | 'props'>): [Field, string][] {
  const names = namesOf(self, props);
  return names.role === names.schema
    ? [['schema', names.schema]]
    : [
        ['schema', names.schema],
        ['role', names.role],
      ];
}

/** Schemas of the same database that come before this one. */
function earlier({
  self,
  props,
  siblings,
}: Context): { readonly key: string; readonly names: Record<Field, string> }[] {
  return siblings(self.kind)
    .filter((other) => compareText(other.name, self.name) < 0)
    .flatMap((other) => {
      const theirs = other.props as Props;
      return theirs.database === props.database ? [{ key: other.name, names: namesOf(other, theirs) }] : [];
    });
}

function takenBefore(field: Field): Constraint<Props>['violations'] {
  return (props, context) => {
    const name = namesOf(context.self, props)[field];
    return earlier(context)
      .filter(({ names }) => names[field] === name && !isToldBySchema(field, names.schema, context))
      .map(({ key }) => ({ at: `/${field}`, found: `${name} of ${props.database} is the ${field} of ${key} too` }));
  };
}

/** A role that is not stated is called as the schema is: what is wrong with both is told of the schema. */
function isToldBySchema(field: Field, theirs: string, { self, props }: Pick<Context, 'self' | 'props'>): boolean {
  return field === 'role' && props.role === undefined && namesOf(self, props).schema === theirs;
}

/** What the database refuses, or would take and not mean. */
export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'reserved-name',
    meaning:
      'PostgreSQL, Amazon RDS and the migration keep some names for themselves, and all that begin with pg_ or rds_.',
    fix: 'choose another name',
    violations: (_, context) =>
      fieldsOf(context)
        .filter(([, name]) => isReserved(name))
        .map(([field, name]) => ({ at: `/${field}`, found: `${name} is reserved` })),
  },
  {
    id: 'schema-too-long',
    meaning: `The name of a schema has at most ${longestSchema} characters, so that PostgreSQL does not cut what is named after it.`,
    fix: 'state a shorter schema',
    violations: (props, { self }) => {
      const { schema } = namesOf(self, props);
      return schema.length > longestSchema
        ? [{ at: '/schema', found: `${schema} has ${schema.length} characters` }]
        : [];
    },
  },
  {
    id: 'master-user',
    meaning: 'The role is not the master user of its database, whose password is AWS’s to set.',
    fix: 'choose another role',
    violations: (props, { self, ref }) => {
      const { role } = namesOf(self, props);
      return ref(props.database).component.props['masterUser'] === role
        ? [{ at: '/role', found: `${role} is the master user of ${props.database}` }]
        : [];
    },
  },
  {
    id: 'schema-taken',
    meaning: 'A schema of a database belongs to one component.',
    fix: 'give one of the two another schema',
    violations: takenBefore('schema'),
  },
  {
    id: 'role-taken',
    meaning: 'A role of a database belongs to one component, which sets its password.',
    fix: 'give one of the two another role',
    violations: takenBefore('role'),
  },
];
