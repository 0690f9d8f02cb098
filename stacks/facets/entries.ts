import type { TSchema } from '@sinclair/typebox';
import { mapOf } from '../../schemas/contract/fields';
import type { Constraint } from '../../schemas/contract/kind';

/** A map whose keys become parts of names: `jwt`, `database/url`. */
export function entriesOf<Item extends TSchema>(description: string, item: Item) {
  return mapOf(description, item, {
    minProperties: 1,
    propertyNames: { pattern: '^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$' },
  });
}

/** Key of an entry where slashes can't be: logical ids and names of Kubernetes objects. */
export function plainKey(entry: string): string {
  return entry.replace(/[^a-z0-9-]/g, '-');
}

/** Of a kind with entries whose keys may hold slashes. */
export function collidingEntries<Props>(field: string, keysOf: (props: Props) => readonly string[]): Constraint<Props> {
  return {
    id: 'colliding-entries',
    meaning: 'No two entries have keys that differ by `/` against `-` alone.',
    fix: 'give one of the two another key',
    violations: (props) => {
      const keys = keysOf(props);
      return keys.flatMap((key, index) => {
        const other = keys.slice(0, index).find((earlier) => plainKey(earlier) === plainKey(key));
        return other === undefined
          ? []
          : [{ at: `/${field}/${key.replace(/\//g, '~1')}`, found: `${key} reads like ${other}` }];
      });
    },
  };
}
