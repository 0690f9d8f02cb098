import type { Json } from '../../schemas/primitives/artifact';
import { nearest } from '../../schemas/primitives/nearest';
import type { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import type { Member, ValueType } from '../../schemas/upstream/terraform/type-schema';
import { isTemplate, printReference, printStep, type Reference, type Step } from './hcl-template';
import type { Scope, Templates } from './terraform-expressions';
import type { RemoteStates } from './terraform-remote-state';
import { problem, value, walk, type Resolved } from './terraform-walk';
import type { Resource, TerraformWorkspace } from './terraform-workspace';

export interface ResolveContext {
  readonly workspaces: ReadonlyMap<string, TerraformWorkspace>;
  readonly schemas: TerraformSchemas;
  readonly templates: Templates;
  readonly remoteStates: RemoteStates;
}

const NO_SCOPE: Scope = { each: false, count: false, self: false, iterators: [] };
/** Local values and outputs may lead on to others; past this depth their type counts as unknown (a cycle is found elsewhere). */
const MAX_DEPTH = 12;

/** @see https://developer.hashicorp.com/terraform/language/expressions/references#filesystem-and-workspace-info */
const BUILT_IN: Readonly<Record<string, Readonly<Record<string, ValueType>>>> = {
  path: { module: 'string', root: 'string', cwd: 'string' },
  terraform: { workspace: 'string', applying: 'bool' },
};

/** Follows references inside one workspace, and from there into the outputs of others. */
export class Resolver {
  constructor(
    private readonly workspace: TerraformWorkspace,
    private readonly context: ResolveContext,
    private readonly depth = 0,
  ) {}

  /** @param self the resource around, which `self` means */
  resolve(reference: Reference, scope: Scope, self?: Resource): Resolved {
    const { root, steps } = reference;
    if (scope.iterators.includes(root)) return value('any');
    const builtIn = BUILT_IN[root];
    if (builtIn !== undefined) return this.builtIn(reference, builtIn);
    if (root === 'each' || root === 'count' || root === 'self') return this.scoped(reference, scope, self);
    if (root === 'var' || root === 'local' || root === 'module') return this.declared(reference, root);
    if (root === 'resource') {
      const [first, ...rest] = steps;
      if (first?.kind === 'attribute') return this.resource({ root: first.name, steps: rest }, first.name, rest);
    }
    if (root === 'data' || root === 'ephemeral') {
      const [first, ...rest] = steps;
      if (first?.kind === 'attribute') return this.resource(reference, `${root}.${first.name}`, rest);
    }
    return this.resource(reference, root, steps);
  }

  /** The type of a value, as far as it can be told. */
  typeOf(json: Json): ValueType {
    if (typeof json === 'string') return this.typeOfText(json);
    if (typeof json === 'number') return 'number';
    if (typeof json === 'boolean') return 'bool';
    if (json === null) return 'any';
    if (Array.isArray(json)) {
      const types = json.map((item) => this.typeOf(item));
      const [first = 'any'] = types;
      const same = types.every((type) => JSON.stringify(type) === JSON.stringify(first));
      return { list: same ? first : 'any' };
    }
    const members = Object.entries(json).map(([key, inner]): [string, Member] => [
      key,
      { type: this.typeOf(inner), use: 'computed' },
    ]);
    return { object: Object.fromEntries(members) };
  }

  private typeOfText(text: string): ValueType {
    if (!isTemplate(text)) return 'string';
    const template = this.context.templates.get(text);
    if (template?.kind !== 'template') return 'any';
    if (!template.whole) return 'string';
    const [only] = template.inserted;
    if (only === undefined || this.depth >= MAX_DEPTH) return 'any';
    const deeper = new Resolver(this.workspace, this.context, this.depth + 1);
    const resolved = deeper.resolve(only, NO_SCOPE);
    return resolved.kind === 'value' ? resolved.type : 'any';
  }

  private builtIn(reference: Reference, values: Readonly<Record<string, ValueType>>): Resolved {
    const [step] = reference.steps;
    const type = step?.kind === 'attribute' ? values[step.name] : undefined;
    if (type !== undefined) return value(type);
    const names = Object.keys(values).map((name) => `${reference.root}.${name}`);
    return problem(
      'terraform-reference-scope',
      `there is no ${printReference(reference)}`,
      `Read one of ${names.join(', ')}.`,
    );
  }

  private scoped(reference: Reference, scope: Scope, self: Resource | undefined): Resolved {
    const { root, steps } = reference;
    const [step, ...rest] = steps;
    const name = step?.kind === 'attribute' ? step.name : undefined;
    const found = printReference(reference);
    if (root === 'count') {
      if (scope.count && name === 'index') return value('number');
      return problem(
        'terraform-reference-scope',
        `${found} has no meaning here`,
        'Set count on the resource and read count.index.',
      );
    }
    if (root === 'each') {
      if (scope.each && (name === 'key' || name === 'value'))
        return value(name === 'key' && rest.length === 0 ? 'string' : 'any');
      return problem(
        'terraform-reference-scope',
        `${found} has no meaning here`,
        'Set for_each on the resource and read each.key or each.value.',
      );
    }
    if (!scope.self || self === undefined) {
      return problem('terraform-reference-scope', `${found} has no meaning here`, 'Read the resource by its address.');
    }
    return this.walk(this.objectOf(self), steps, `${self.address} (self)`);
  }

  private declared(reference: Reference, root: 'var' | 'local' | 'module'): Resolved {
    const [step, ...rest] = reference.steps;
    const name = step?.kind === 'attribute' ? step.name : '';
    const { variables, modules, locals } = this.workspace;
    const names = { var: variables, local: locals, module: modules }[root];
    if (!names.has(name)) {
      const what = { var: 'variable', local: 'local value', module: 'module' }[root];
      const near = nearest(name, names.keys());
      return problem(
        'terraform-reference-undeclared',
        `${this.workspace.name} declares no ${what} ${name}`.trim(),
        near === undefined ? `Declare the ${what}, or correct the name.` : `Write ${root}.${near}.`,
      );
    }
    const local = root === 'local' ? locals.get(name) : undefined;
    const address = `${root}.${name}`;
    return onTarget(this.walk(local === undefined ? 'any' : this.typeOf(local.value), rest, address), address);
  }

  private resource(reference: Reference, type: string, steps: readonly Step[]): Resolved {
    const [name, ...rest] = steps;
    if (name?.kind !== 'attribute') {
      return problem(
        'terraform-reference-undeclared',
        `${printReference(reference)} names no declared thing`,
        'Name a resource (type.name.attribute), data.…, var.…, local.… or module.…; a plain text needs no ${…}.',
      );
    }
    const address = `${type}.${name.name}`;
    const resource = this.workspace.resources.get(address);
    if (resource === undefined) return this.undeclared(address);
    const remote = this.remote(resource, rest);
    if (remote !== undefined) return onTarget(remote, address);
    return onTarget(this.instances(resource, rest), address);
  }

  private undeclared(address: string): Resolved {
    const { workspaces } = this.context;
    const elsewhere = [...workspaces.values()].filter((other) => other.resources.has(address)).map(({ name }) => name);
    if (elsewhere.length > 0) {
      return problem(
        'terraform-reference-elsewhere',
        `${address} is in ${elsewhere.sort().join(' and ')}, not in ${this.workspace.name}`,
        `Declare an output there and read it with data.terraform_remote_state.`,
      );
    }
    const near = nearest(address, this.workspace.resources.keys());
    return problem(
      'terraform-reference-undeclared',
      `${this.workspace.name} declares no ${address}`,
      near === undefined ? 'Declare it, or correct the name.' : `Write ${near}.`,
    );
  }

  /** Outputs of another workspace, where the resource reads its state. */
  private remote(resource: Resource, steps: readonly Step[]): Resolved | undefined {
    const { remoteStates, workspaces } = this.context;
    const read = remoteStates.read(resource, steps);
    if (read === undefined) return undefined;
    const producer = workspaces.get(read.workspace);
    const output = producer?.outputs.get(read.output);
    if (producer === undefined) return value('any');
    if (output === undefined) {
      const near = nearest(read.output, producer.outputs.keys());
      return problem(
        'terraform-output-unknown',
        `${read.workspace} declares no output ${read.output}`,
        near === undefined ? `Declare the output in ${read.workspace}.` : `Read ${near}.`,
      );
    }
    const type =
      this.depth >= MAX_DEPTH
        ? 'any'
        : new Resolver(producer, this.context, this.depth + 1).typeOf(output.body['value'] ?? null);
    return this.walk(type, read.rest, `output ${read.output} of ${read.workspace}`);
  }

  private objectOf(resource: Resource): ValueType {
    const found = this.context.schemas.lookup(resource.mode, resource.type);
    if (found.kind !== 'known') return 'any';
    const {
      count: _count,
      for_each: _each,
      depends_on: _needs,
      lifecycle: _life,
      provider: _provider,
      ...rest
    } = found.schema.members;
    return { object: rest };
  }

  /** A resource is an object; with `count` it is a list of them, with `for_each` a map. */
  private instances(resource: Resource, steps: readonly Step[]): Resolved {
    const object = this.objectOf(resource);
    const [first, ...rest] = steps;
    const { address } = resource;
    const many = ['count', 'for_each'].find((key) => resource.body[key] !== undefined && resource.body[key] !== null);
    if (first === undefined)
      return value(many === undefined ? object : many === 'count' ? { list: object } : { map: object });
    if (many === undefined) {
      if (first.kind !== 'index') return this.walk(object, steps, address);
      const fix = `Write ${address} without ${printStep(first)}.`;
      return problem(
        'terraform-reference-instance',
        `${address} has neither count nor for_each, and so no instances`,
        fix,
      );
    }
    if (first.kind === 'splat') return this.walk({ list: object }, steps, address);
    const isKey =
      first.kind === 'index' && (first.key === undefined || (typeof first.key === 'number') === (many === 'count'));
    if (isKey) return this.walk(object, rest, `${address}${printStep(first)}`);
    const way = many === 'count' ? `${address}[0]` : `${address}["key"]`;
    return problem(
      'terraform-reference-instance',
      `${address} has ${many}`,
      `Name an instance (${way}) or all of them (${address}[*]).`,
    );
  }

  private walk(start: ValueType, steps: readonly Step[], from: string): Resolved {
    return walk(start, steps, { from, definitions: (name) => this.context.schemas.definition(name) });
  }
}

/** Notes which block of the workspace a value comes from. */
function onTarget(resolved: Resolved, target: string): Resolved {
  return resolved.kind === 'value' ? { ...resolved, target } : resolved;
}
