import type { Component } from '../../schemas/contract/component';
import type { Kind } from '../../schemas/contract/kind';
import { layers, workspaceName, type Layer } from '../../schemas/contract/layers';
import type { DimensionSource, ReadMetric } from '../../schemas/contract/metric';
import { runtime, type Output, type OutputContext, type OutputValue, type Reader } from '../../schemas/contract/output';
import type { Finding } from '../../schemas/primitives/finding';
import { formerKey, locate, metricsOf, type Environment, type Located } from '../model';
import type { Findings } from './findings';
import { renamedKey } from './former-keys';

/** Where a value is read from: decides between literal, reference and read of another state. */
export type Standpoint =
  | {
      readonly plane: 'terraform';
      readonly environment: Environment;
      readonly layer: Layer;
      readonly reads: StateReads;
    }
  | {
      readonly plane: 'kubernetes';
      readonly environment: Environment;
      readonly findings: Findings;
      readonly reader: Component;
    }
  /** Inside the computation of a `known` output: only known ones can be read. */
  | { readonly plane: 'known'; readonly environment: Environment };

/** Reads of other workspaces' states by one workspace: data source id → workspace that is read. */
export type StateReads = Map<string, { readonly environment: Environment; readonly layer: Layer }>;

export const securityGroupOutput = 'securityGroupId';
export const roleOutput = 'roleArn';

const outputsOfComponents = new WeakMap<Component, Readonly<Record<string, Output>>>();

/** Every output of a component: those of its kind, one for each key where there are several, and those of the mechanism. */
export function outputsOf(located: Located): Readonly<Record<string, Output>> {
  const known = outputsOfComponents.get(located.component);
  if (known) return known;
  const outputs = declaredBy(located);
  outputsOfComponents.set(located.component, outputs);
  return outputs;
}

function declaredBy({ component, environment }: Located): Readonly<Record<string, Output>> {
  const kind = environment.kinds.get(component.kind) as Kind;
  const context = contextOf({ component, environment }, { plane: 'known', environment });
  const own = Object.entries(kind.outputs).flatMap(([name, output]) =>
    output.each === undefined
      ? [[name, output] as const]
      : output.each(component.props).map((key) => [`${name}/${key}`, at(output, key)] as const),
  );
  return { ...roleOutputOf(kind, context), ...groupOutputOf(kind, component, context), ...Object.fromEntries(own) };
}

/** The one of the outputs of its name that a key has. */
function at(output: Output, key: string): Output {
  const { each: _, ...one } = output;
  return { ...one, value: (context) => output.value(context, key) };
}

/** The role of what runs code: its ARN is made of its name alone. */
function roleOutputOf(kind: Kind, context: OutputContext): Readonly<Record<string, Output>> {
  const value: Output['value'] = ({ self }) => {
    const { partition, account } = self.settings.aws;
    return `arn:${partition}:iam::${account}:role/${self.physicalName('iam-role')}`;
  };
  return kind.workload?.(context) ? { [roleOutput]: { how: 'known', description: 'ARN of its role.', value } } : {};
}

function groupOutputOf(kind: Kind, component: Component, context: OutputContext): Readonly<Record<string, Output>> {
  const group = kind.securityGroup?.(context);
  if (!group) return {};
  const existing = group.existingId;
  const output: Output =
    existing === undefined
      ? { ...runtime('Security group.', 'foundation', () => `\${aws_security_group.${component.id}.id}`), how: 'bound' }
      : { how: 'known', description: 'Security group.', value: () => existing };
  return { [securityGroupOutput]: output };
}

/** A context for computing things of a component as seen from a standpoint. */
export function contextOf(located: Located, standpoint: Standpoint): OutputContext {
  const { component } = located;
  const context: OutputContext = {
    self: component,
    props: component.props,
    ref: (key) => reader(find(located.environment, key, component), standpoint),
    own: (output) => single(read(located, output, standpoint), component, output),
    attribute: (type, attribute, role) =>
      `\${${type}.${component.id}${role === undefined ? '' : `_${role.replace(/-/g, '_')}`}.${attribute}}`,
  };
  return context;
}

export function reader(target: Located, standpoint: Standpoint): Reader {
  const { component } = target;
  return {
    component,
    text: (output) => single(read(target, output, standpoint), component, output),
    list: (output) => {
      const value = read(target, output, standpoint);
      return typeof value === 'string' ? [value] : [...value];
    },
    has: (output) => {
      const found = lookUp(target, output);
      return found !== undefined && valueOf(target, found) !== undefined;
    },
    metrics: () => metricsOf(target),
    metric: (name) => readMetric(target, name, standpoint),
  };
}

function readMetric(target: Located, name: string, standpoint: Standpoint): ReadMetric {
  const { component } = target;
  const metric = metricsOf(target)[name];
  if (!metric) throw new Error(`${component.kind} ${component.name} publishes no metric ${name}`);
  const valueOfSource = (source: DimensionSource): string =>
    'value' in source ? source.value : single(read(target, source.output, standpoint), component, source.output);
  const dimensions = Object.entries(metric.dimensions).map(([key, source]) => [key, valueOfSource(source)] as const);
  const { namespace } = metric;
  return {
    ...metric,
    namespace: valueOfSource(typeof namespace === 'string' ? { value: namespace } : namespace),
    dimensions: Object.fromEntries(dimensions),
  };
}

function find(environment: Environment, key: string, from: Component): Located {
  const target = locate(environment, key);
  if (!target) throw new Error(`${from.origin.subject} reads ${key}, which resolve should have refused`);
  return target;
}

function single(value: OutputValue, component: Component, output: string): string {
  if (typeof value !== 'string') throw new Error(`${component.kind}.${output} is a list; read it as one`);
  return value;
}

function lookUp({ component, environment }: Located, name: string): Output | undefined {
  const kind = environment.kinds.get(component.kind) as Kind;
  const plain = kind.outputs[name];
  if (plain && plain.each === undefined) return plain;
  return outputsOf({ component, environment })[name];
}

/** An output's value where it is declared: the literal, or expressions over the resources of its own workspace. */
export function valueOf(target: Located, output: Output, reads: StateReads = new Map()): OutputValue | undefined {
  const { environment } = target;
  const standpoint: Standpoint =
    output.how === 'known'
      ? { plane: 'known', environment }
      : { plane: 'terraform', environment, layer: output.layer ?? 'platform', reads };
  return output.value(contextOf(target, standpoint), '');
}

/** What `name` of `target` reads like from the standpoint. */
export function read(target: Located, name: string, standpoint: Standpoint): OutputValue {
  const output = lookUp(target, name);
  const { component } = target;
  const value = output && valueOf(target, output, isHome(target, output, standpoint) ? standpoint.reads : undefined);
  if (!output || value === undefined) throw new Error(`${component.kind} ${component.name} has no output ${name}`);
  if (output.how === 'known') return value;
  if (standpoint.plane === 'known') throw new Error(`${component.kind}.${name} is not known before apply`);
  const declared = { target, name, output, value };
  if (standpoint.plane === 'kubernetes') return readBinding(declared, standpoint);
  return readState(declared, standpoint);
}

/** The reader stands in the very workspace that declares the output, so what its value reads is read there. */
function isHome(
  target: Located,
  output: Output,
  standpoint: Standpoint,
): standpoint is Standpoint & { plane: 'terraform' } {
  return (
    standpoint.plane === 'terraform' &&
    standpoint.environment === target.environment &&
    standpoint.layer === output.layer
  );
}

/** An output of a component that is read, with its value where it is declared. */
interface Declared {
  readonly target: Located;
  readonly name: string;
  readonly output: Output;
  readonly value: OutputValue;
}

function readBinding(
  { target, name, output }: Declared,
  standpoint: Standpoint & { plane: 'kubernetes' },
): OutputValue {
  const { component, environment } = target;
  if (output.how === 'runtime')
    throw new Error(`${component.kind}.${name} is readable in Terraform alone; Kubernetes needs a bound output`);
  const value = environment.bindings[component.name]?.[name];
  if (value !== undefined) return value;
  standpoint.findings.add({
    code: 'unbound-value',
    severity: 'error',
    at: standpoint.reader.origin.at,
    subject: standpoint.reader.origin.subject,
    message: `it needs ${component.name}.${name}, which AWS makes and which is not in the bindings of ${environment.label}`,
    expected: `bindings.${component.name}.${name} in ${bindingsFile(environment)}`,
    ...unboundFix(target, name, output),
  });
  return `unbound.${component.name}.${name}`;
}

/** Where the value stands under the key that the component had before, it is bound: by a name that nobody has any more. */
function unboundFix(target: Located, name: string, output: Output): Pick<Finding, 'fix' | 'related'> {
  const { component, environment } = target;
  const from = formerKey(target);
  if (from !== undefined && environment.bindings[from]?.[name] !== undefined)
    return renamedKey(environment, { side: 'bindings', file: bindingsFile(environment), from, to: component.name });
  const workspace = workspaceName(environment.system, environment.name, output.layer ?? 'platform');
  return { fix: unappliedFix(environment, workspace) };
}

/** Nothing is written while a value is missing: what is to be applied first has to render without it. */
function unappliedFix(environment: Environment, workspace: string): string {
  const unapplied = environment.exampleBindings || Object.keys(environment.bindings).length === 0;
  return unapplied
    ? `before the first apply, make it up: slipway bind ${environment.label} --examples; once ${workspace} is applied: slipway bind ${environment.label}`
    : `is ${workspace} applied, run: slipway bind ${environment.label}; if not, take this connection out until it is`;
}

/** The file that `slipway bind` writes. */
export function bindingsFile(environment: Environment): string {
  return environment.file.replace(/\.yaml$/, '.bindings.yaml');
}

function readState(declared: Declared, standpoint: Standpoint & { plane: 'terraform' }): OutputValue {
  const { target, name, value } = declared;
  const { component, environment } = target;
  const layer = declared.output.layer ?? 'platform';
  const sameEnvironment = environment === standpoint.environment;
  if (sameEnvironment && layer === standpoint.layer) return value;
  if (sameEnvironment && layers.indexOf(layer) > layers.indexOf(standpoint.layer)) {
    throw new Error(`${component.kind}.${name} is made in ${layer}, which is applied after ${standpoint.layer}`);
  }
  const id = sameEnvironment ? layer : `${environment.name}_${layer}`.replace(/-/g, '_');
  standpoint.reads.set(id, { environment, layer });
  const expression = `data.terraform_remote_state.${id}.outputs.${exportName(component, name)}`;
  if (typeof value === 'string') return `\${${expression}}`;
  return value.map((_, index) => `\${${expression}[${index}]}`);
}

/** Name of a workspace output: stable, made of the component's key and the output's name. */
export function exportName(component: Component, output: string): string {
  const words = output.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${component.id}_${words.replace(/[^A-Za-z0-9_]/g, '_')}`;
}
