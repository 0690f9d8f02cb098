import type { Code } from '../../schemas/codes/catalogue';
import { nearest } from '../../schemas/primitives/nearest';
import type { ValueType } from '../../schemas/upstream/terraform/type-schema';
import { printStep, type Step } from './hcl-template';
import { describeType, itemOf, membersOf, type Definitions } from './terraform-type';

/** Why a reference leads nowhere. */
export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly fix: string;
}

/** What a reference yields, and the block of its workspace that it needs: `aws_vpc.main`, `local.region`. */
export type Resolved =
  | { readonly kind: 'value'; readonly type: ValueType; readonly target?: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Start {
  readonly from: string;
  readonly definitions: Definitions;
}

export function value(type: ValueType): Resolved {
  return { kind: 'value', type };
}

export function problem(code: Code, message: string, fix: string): Resolved {
  return { kind: 'problem', problem: { code, message, fix } };
}

/**
 * Follows steps into a value, elements of lists and members of objects included.
 *
 * @param from what the value is called in messages
 */
export function walk(start: ValueType, steps: readonly Step[], { from, definitions }: Start): Resolved {
  let type = start;
  let path = from;
  for (const [index, step] of steps.entries()) {
    if (type === 'any') return value('any');
    if (step.kind === 'splat') return splatted(type, step, { steps: steps.slice(index + 1), from: path, definitions });
    const next = stepped(type, step, { from: path, definitions });
    if (next.kind === 'problem') return next;
    type = next.type;
    path += printStep(step);
  }
  return value(type);
}

function splatted(
  type: ValueType,
  splat: Step & { kind: 'splat' },
  rest: Start & { readonly steps: readonly Step[] },
): Resolved {
  const isList = typeof type === 'object' && ('list' in type || 'set' in type);
  const item = isList ? (itemOf(type) ?? 'any') : type;
  const end = splat.full ? -1 : rest.steps.findIndex((step) => step.kind !== 'attribute');
  const each = end === -1 ? rest.steps : rest.steps.slice(0, end);
  const start: Start = { from: `${rest.from}${printStep(splat)}`, definitions: rest.definitions };
  const inner = walk(item, each, start);
  if (inner.kind === 'problem') return inner;
  const after = end === -1 ? [] : rest.steps.slice(end);
  return walk({ list: inner.type }, after, start);
}

function stepped(type: ValueType, step: Step, { from: path, definitions }: Start): Resolved {
  const name = step.kind === 'attribute' ? step.name : step.kind === 'index' ? step.key : undefined;
  const members = membersOf(type, definitions);
  if (members !== undefined) {
    if (name === undefined) return value('any');
    const member = members[String(name)];
    if (member !== undefined && typeof name === 'string') return value(member.type);
    const near = nearest(String(name), Object.keys(members));
    const fix = near === undefined ? 'Read an attribute that it has.' : `Read ${near}.`;
    return problem('terraform-reference-attribute', `${path} has no attribute ${String(name)}`, fix);
  }
  if (typeof type === 'object' && 'map' in type) return value(type.map);
  if (typeof type === 'object' && 'list' in type && step.kind === 'index' && typeof name !== 'string')
    return value(type.list);
  const fix =
    typeof type !== 'object'
      ? `Write ${path} alone.`
      : 'set' in type
        ? `Read all of them (${path}[*]${step.kind === 'attribute' ? printStep(step) : ''}), or one(…) of them: a set has no order.`
        : `Read one element (${path}[0]) or all of them (${path}[*]).`;
  return problem(
    'terraform-reference-attribute',
    `${path} is ${describeType(type)}, which has no ${printStep(step)}`,
    fix,
  );
}
