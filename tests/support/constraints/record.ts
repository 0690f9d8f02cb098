import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Constraint, Kind } from '../../../schemas/contract/kind';
import { catalogue } from '../../../synth/catalogue';
import { pointerKeys } from '../../../synth/load/pointer';

/** What the tests of one file have seen of constraints, by `<kind>/<id>`. */
const seen = {
  known: new Set<string>(),
  fired: new Set<string>(),
  passed: new Set<string>(),
  /** Findings that lead to no place of the input. */
  lost: new Set<string>(),
};

const folder = process.env['SLIPWAY_CONSTRAINTS_SEEN'];

if (folder !== undefined) {
  Object.assign(catalogue, Object.fromEntries(Object.entries(catalogue).map(([name, load]) => [name, recorded(load)])));
  afterAll(() => {
    if (seen.known.size === 0) return;
    const lists = Object.entries(seen).map(([name, ids]) => [name, [...ids]] as const);
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(Object.fromEntries(lists)));
  });
}

/** Loads a kind, once, whose constraints tell what becomes of them. */
function recorded(load: () => Promise<Kind>): () => Promise<Kind> {
  let loading: Promise<Kind> | undefined;
  return () => (loading ??= load().then(withRecord));
}

function withRecord(kind: Kind): Kind {
  const constraints = kind.constraints?.map((constraint) => watched(`${kind.kind}/${constraint.id}`, constraint));
  return constraints ? { ...kind, constraints } : kind;
}

function watched(name: string, constraint: Constraint): Constraint {
  seen.known.add(name);
  return {
    ...constraint,
    violations: (props, context) => {
      const violations = constraint.violations(props, context);
      seen[violations.length > 0 ? 'fired' : 'passed'].add(name);
      const uses = Object.fromEntries(context.uses.map(({ to }) => [to.name, true]));
      for (const { at } of violations) if (!leadsInto({ ...props, uses }, at)) seen.lost.add(`${name} at ${at}`);
      return violations;
    },
  };
}

/** Whether a pointer leads to a value, or to a key that is missing from a map that is there. */
function leadsInto(props: unknown, at: string): boolean {
  const keys = pointerKeys(at);
  const parent = keys.slice(0, -1).reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, props);
  return keys.length === 0 || (typeof parent === 'object' && parent !== null);
}
