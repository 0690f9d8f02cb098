import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';

/** What many rows of Pingvas name: its zones, its environments, its five services. */
export const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];
export const environments = ['dev', 'prod'] as const;
export type EnvironmentName = (typeof environments)[number];
export const services: Readonly<Record<string, number>> = {
  'user-service': 8001,
  'payment-service': 8002,
  'generation-service': 8003,
  'gallery-service': 8004,
  'model-service': 8005,
};
export const hosts: Readonly<Record<EnvironmentName, string>> = {
  dev: 'dev.pingvas.studio',
  prod: 'app.pingvas.studio',
};

/** The value at a path of keys; undefined where there is none. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<string | number, Json>)[key] : undefined,
    value,
  );
}

/** A text; anything else makes the check fail. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is not a text`);
  return value;
}

/** The items of a list. */
export function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of a map, as a list. */
export function entries(value: Json | undefined): [string, Json][] {
  return Object.entries((value ?? {}) as Record<string, Json>);
}

/** The items of a list whose order means nothing. */
export function unordered(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).map((item) => JSON.stringify(item)).sort();
}

/** The subset of an object's values that a row speaks of. */
export function pick(value: Json | undefined, keys: readonly string[]): Record<string, Json | undefined> {
  return Object.fromEntries(keys.map((key) => [key, at(value, key)]));
}

/** How a workspace refers to an output of another one. */
export function stateOf(workspace: string, name: string): string {
  return `\${data.terraform_remote_state.${workspace}.outputs.${name}}`;
}

/** The ids of the three subnets of a tier, as another workspace refers to them. */
export function subnetsOf(workspace: string, tier: 'public' | 'private'): string[] {
  return [0, 1, 2].map((index) => stateOf(workspace, `main_${tier}_subnet_ids[${index}]`));
}

/** The one manifest of a kind and name in each of two environments. */
export function inBoth(
  output: OutputTree,
  kind: string,
  name: string,
): readonly (readonly [EnvironmentName, JsonObject])[] {
  return environments.map((environment) => [environment, output.manifest(kind, name, environment)] as const);
}

/** A variable of a workload's first container: its name and value. */
export function variableOf(output: OutputTree, workload: JsonObject, name: string): Json | undefined {
  const variables = list(at(workload, 'spec', 'template', 'spec', 'containers', 0, 'env'));
  return output.seek(() => variables.find((each) => at(each, 'name') === name));
}
