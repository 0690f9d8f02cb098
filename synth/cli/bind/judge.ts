import type { Bindings } from '../../../schemas/contract/description';
import type { Json, JsonObject } from '../../../schemas/primitives/artifact';
import { compareText, type Finding } from '../../../schemas/primitives/finding';
import type { DeclaredOutput } from './declared';
import { isObject } from './read';

export type BoundValue = Bindings[string][string];

/** A value of AWS and the output that it is of. */
export interface ReadValue {
  readonly output: DeclaredOutput;
  readonly value: BoundValue;
}

export interface Judged {
  readonly values: readonly ReadValue[];
  readonly findings: readonly Finding[];
  /** Nothing of it is applied yet. */
  readonly empty: boolean;
}

/** What of a workspace's outputs goes into the bindings, and what must not. */
export function judgeOutputs(workspace: string, outputs: JsonObject, declared: readonly DeclaredOutput[]): Judged {
  const own = declared.filter((output) => output.workspace === workspace);
  const wanted = own.filter(({ bound }) => bound);
  if (Object.keys(outputs).length === 0 && wanted.length > 0)
    return { values: [], findings: [notApplied(workspace)], empty: true };
  const judged = wanted.map((output) => ({ output, ...judge(output, outputs[output.exported]) }));
  const known = new Set(own.map(({ exported }) => exported));
  const strangers = Object.keys(outputs).filter((name) => !known.has(name));
  return {
    values: judged.flatMap(({ output, value }) => (value === undefined ? [] : [{ output, value }])),
    findings: [
      ...judged.flatMap(({ output, fault }) => (fault === undefined ? [] : [refused(output, fault)])),
      ...strangers.sort(compareText).map((name) => unknownOutput(workspace, name)),
    ],
    empty: false,
  };
}

interface Fault {
  readonly message: string;
  readonly fix: string;
}

function judge(output: DeclaredOutput, read: Json | undefined): { value?: BoundValue; fault?: Fault } {
  const again = `apply workspace ${output.workspace}, which is behind the description`;
  if (!isObject(read))
    return { fault: { message: `workspace ${output.workspace} has no ${output.exported}`, fix: again } };
  if (read['sensitive'] === true)
    return {
      fault: {
        message: `${output.exported} is sensitive, and bindings stand in Git`,
        fix: 'take `sensitive` off the output if it is no secret; a secret comes from a secret store',
      },
    };
  const { value } = read;
  const { length } = output;
  if (length === undefined && isText(value)) return { value };
  if (length !== undefined && Array.isArray(value) && value.length === length && value.every(isText)) return { value };
  const expected = length === undefined ? 'a text' : `a list of ${length}`;
  return { fault: { message: `${output.exported} is not ${expected}`, fix: again } };
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function refused({ component, name }: DeclaredOutput, { message, fix }: Fault): Finding {
  const { at, subject } = component.origin;
  return { code: 'refused-output', severity: 'error', at, subject: `${subject} ${name}`, message, fix };
}

function notApplied(workspace: string): Finding {
  return {
    code: 'nothing-applied',
    severity: 'warning',
    at: { file: `workspaces/${workspace}`, line: 1, column: 1 },
    subject: workspace,
    message: `workspace ${workspace} has no outputs: the bindings keep what they say of it`,
    fix: 'apply it, then bind again',
  };
}

function unknownOutput(workspace: string, name: string): Finding {
  return {
    code: 'unknown-output',
    severity: 'warning',
    at: { file: `workspaces/${workspace}`, line: 1, column: 1 },
    subject: `${workspace} ${name}`,
    message: `nothing in the description gives the output ${name}, so it is left out`,
    fix: `apply workspace ${workspace}, or see whether the outputs are those of another one`,
  };
}
