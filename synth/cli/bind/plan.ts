import type { Bindings } from '../../../schemas/contract/description';
import { compareText } from '../../../schemas/primitives/finding';
import { bindingsFile } from '../../build/outputs';
import { readTextIfThere } from '../../host/files';
import type { Files } from '../../host/host';
import { formerKey, type Environment } from '../../model';
import { bindingsText } from './bindings-text';
import type { DeclaredOutput } from './declared';
import type { BoundValue, ReadValue } from './judge';

/** One value that AWS and the bindings disagree on. */
export interface Difference {
  readonly component: string;
  readonly output: string;
  /** What the bindings hold; nothing where they lack it. */
  readonly before?: BoundValue;
  /** What AWS says; nothing where the description no longer has the output. */
  readonly after?: BoundValue;
}

/** A bindings file as it is and as it is to be. */
export interface BindPlan {
  readonly environment: Environment;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
}

export interface BindInput {
  readonly environment: Environment;
  readonly declared: readonly DeclaredOutput[];
  readonly values: readonly ReadValue[];
  /** The values are made up. @default false */
  readonly examples?: boolean;
}

/** What was read replaces what stands there, what was not read stays, and what no component gives goes. */
export function planBindings(files: Pick<Files, 'readText'>, input: BindInput): BindPlan {
  const { environment, declared, values, examples = false } = input;
  const file = bindingsFile(environment);
  const before = readTextIfThere(files as Files, file) ?? '';
  const bindings = merged(input);
  const complete = values.length === declared.filter(({ bound }) => bound).length;
  const example = examples
    ? values.length > 0 || environment.exampleBindings
    : environment.exampleBindings && !complete;
  const differences = differencesOf(environment.bindings, bindings);
  const changed = differences.length > 0 || example !== environment.exampleBindings;
  const after = changed ? bindingsText(before, environment.label, { example, bindings }) : before;
  return { environment, file, before, after, differences };
}

function merged({ environment, declared, values }: BindInput): Bindings {
  const read = new Map(values.map(({ output, value }) => [output, value]));
  const bindings: Bindings = {};
  for (const output of declared.filter(({ bound }) => bound)) {
    const key = output.component.name;
    const value = read.get(output) ?? keptValue(environment, output);
    if (value !== undefined) bindings[key] = { ...bindings[key], [output.name]: value };
  }
  return bindings;
}

/** What the bindings hold of an output: under the key that its component has, or had before it was renamed. */
export function keptValue(environment: Environment, { component, name }: DeclaredOutput): BoundValue | undefined {
  const former = formerKey({ component, environment });
  return (
    environment.bindings[component.name]?.[name] ??
    (former === undefined ? undefined : environment.bindings[former]?.[name])
  );
}

function differencesOf(before: Bindings, after: Bindings): Difference[] {
  const places = [before, after].flatMap((bindings) =>
    Object.entries(bindings).flatMap(([component, outputs]) =>
      Object.keys(outputs).map((output) => ({ component, output })),
    ),
  );
  const unique = new Map(places.map((place) => [`${place.component}.${place.output}`, place]));
  return [...unique.values()]
    .sort((a, b) => compareText(a.component, b.component) || compareText(a.output, b.output))
    .flatMap(({ component, output }) => {
      const [old, next] = [before[component]?.[output], after[component]?.[output]];
      if (JSON.stringify(old) === JSON.stringify(next)) return [];
      const known = { ...(old === undefined ? {} : { before: old }), ...(next === undefined ? {} : { after: next }) };
      return [{ component, output, ...known }];
    });
}
