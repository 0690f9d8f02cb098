import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { at, list, text } from './values';

/** What many rows of Profit Sentinel name. */
export const account = '222233334444';
export const group = 'profitsentinel-gpu-asg-prod';
export const image = `${account}.dkr.ecr.us-east-1.amazonaws.com/profit-sentinel-gpu`;
/** Where the code of the pipeline publishes. */
export const namespace = 'profit-sentinel/gpu-prod/gpu-api';
export const host = 'api.profitsentinel.ai';
export const zones = ['us_east_1a', 'us_east_1b'] as const;
export const topic = `arn:aws:sns:us-east-1:${account}:profit-sentinel-gpu-prod-ops`;

type Layer = 'foundation' | 'data' | 'platform';

export function workspaceOf(layer: Layer): string {
  return `profit-sentinel-gpu-prod-${layer}`;
}

/** One resource of a layer, by its address. */
export function made(output: OutputTree, layer: Layer, address: string): JsonObject {
  const [type = '', id = ''] = address.split('.');
  return output.resource(workspaceOf(layer), type, id);
}

/** All resources of a type in a layer, by id. */
export function allMade(output: OutputTree, layer: Layer, type: string): Record<string, JsonObject> {
  return output.resources(workspaceOf(layer), type);
}

/** Statements of a policy document. */
export function statementsOf(output: OutputTree, layer: Layer, id: string): Json | undefined {
  return output.blocks(workspaceOf(layer), 'data', 'aws_iam_policy_document')[id]?.['statement'];
}

/** An output of an earlier layer, as a later one refers to it. */
export function fromLayer(layer: Layer, name: string): string {
  return `\${data.terraform_remote_state.${layer}.outputs.${name}}`;
}

/** Lines of the start script from the first to the last that begin so. */
export function scriptPart(output: OutputTree, from: string, to: string): string[] {
  const { gpu_api_user_data: script } = output.blocks(workspaceOf('platform'), 'locals');
  const [first, last] = output.seek(() => {
    const lines = list(script as Json | undefined).map((line) => text(line));
    const start = lines.findIndex((line) => line.startsWith(from));
    return [start, lines.findIndex((line, index) => index >= start && line.startsWith(to))];
  });
  if (first < 0 || last < 0) throw new Error(`the script has no lines from ${from} to ${to}`);
  return Array.from({ length: last - first + 1 }, (_, index) => text(at(script as Json | undefined, first + index)));
}

/** What AWS is asked for once an alarm is due, and what it looks at. */
export function watchedBy(alarm: JsonObject): Json[] {
  return ['namespace', 'metric_name', 'comparison_operator', 'threshold', 'period', 'evaluation_periods'].map(
    (name) => at(alarm, name) as Json,
  );
}
