import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { at, list, stateOf } from './values';

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
