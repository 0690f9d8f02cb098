import type { Component } from '../../../schemas/contract/component';
import type { Constraint } from '../../../schemas/contract/kind';
import { isObject, valueAt } from '../../../schemas/graph/values';
import type { Json } from '../../../schemas/primitives/artifact';
import { comparePositions } from '../../../schemas/primitives/position';

/** How a database that is there already is taken over. */
export interface Adoption {
  /** Type of its main resource. */
  readonly type: string;
  /** Fields with a default that would change what is there in place, and the argument that each becomes. */
  readonly changes: Readonly<Record<string, string>>;
  /** Fields with a default that would replace what is there, and the argument that each becomes. */
  readonly replaces: Readonly<Record<string, string>>;
}

type Self = Pick<Component, 'id' | 'common' | 'origin' | 'positionOf'>;

/** Whether the database itself is taken over, and not only something that belongs to it. */
function isAdopted(self: Self, { type }: Adoption): boolean {
  return self.common.adopt?.[addressOf(self, type)] !== undefined;
}

/** The line that takes it over, for a fix: with the name that it is described by, where there is one. */
export function adoptLine(self: Self, { type }: Adoption): string {
  return `adopt: { ${addressOf(self, type)}: ${self.common.name ?? '<its identifier>'} }`;
}

/**
 * What exists is known to nobody but who describes it. All of it is one error, and that of what changes in place no mere
 * warning: AWS shrinks no volume and takes back no version, and a smaller class is an outage of what is in use.
 */
export function adoptedConstraint<Props>(adoption: Adoption): Constraint<Props> {
  return {
    id: 'adopted-as-it-is',
    meaning:
      'What AWS could replace, resize or upgrade of a database that is adopted is stated, and left to no default.',
    fix: 'state what it has in AWS',
    violations: (props, { self }) => {
      if (!isAdopted(self, adoption)) return [];
      const replaces = [
        ...unstated(self, adoption.type, adoption.replaces),
        ...(isKeyTold(self, adoption) ? [] : [key]),
      ];
      const changes = unstated(self, adoption.type, adoption.changes);
      const open = [...replaces, ...changes];
      if (open.length === 0) return [];
      const shown = (fields: readonly string[]): string => fields.map((field) => withDefault(props, field)).join(', ');
      const found = [
        ...(replaces.length > 0 ? [`defaults may replace what is adopted: ${shown(replaces)}`] : []),
        ...(changes.length > 0 ? [`defaults may change what is adopted: ${shown(changes)}`] : []),
      ];
      return [{ at: '', found: found.join('; '), fix: fixOf(self, adoption, open) }];
    },
  };
}

const key = '/key';

function addressOf({ id }: Self, type: string): string {
  return `${type}.${id}`;
}

function unstated(self: Self, type: string, fields: Adoption['changes']): string[] {
  return Object.entries(fields).flatMap(([field, argument]) =>
    isStated(self, field) || isPatched(self, type, argument) ? [] : [field],
  );
}

/** What no file states has the position of the component itself. */
function isStated(self: Self, field: string): boolean {
  return comparePositions(self.positionOf(field), self.origin.at) !== 0;
}

function isPatched(self: Self, type: string, argument: string): boolean {
  const patch = self.common.patches?.[addressOf(self, type)] as Json | undefined;
  return isObject(patch) && Object.hasOwn(patch, argument);
}

/** Its key is named, adopted with it, or the one that it has stays. */
function isKeyTold(self: Self, { type }: Adoption): boolean {
  const ownKey = self.common.adopt?.[addressOf(self, 'aws_kms_key')];
  return ownKey !== undefined || isStated(self, key) || isPatched(self, type, 'kms_key_id');
}

function withDefault(props: unknown, field: string): string {
  const value = field === key ? 'a new one' : valueAt(props as Json, field);
  return `${named(field)} (${typeof value === 'string' ? value : JSON.stringify(value)})`;
}

function named(field: string): string {
  return field.slice(1).replaceAll('/', '.');
}

function fixOf(self: Self, { type }: Adoption, open: readonly string[]): string {
  const fields = open.filter((field) => field !== key).map(named);
  const ofKey = [
    `adopt its key (adopt: { ${addressOf(self, 'aws_kms_key')}: <key id> })`,
    'name the component of it (key:)',
    `or leave it as it is (patches: { ${addressOf(self, type)}: { kms_key_id: null } })`,
  ].join(', ');
  return [
    ...(fields.length > 0 ? [`state what it has in AWS: ${fields.join(', ')}`] : []),
    ...(open.includes(key) ? [ofKey] : []),
  ].join('; ');
}
