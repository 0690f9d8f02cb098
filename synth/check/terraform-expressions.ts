import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import type { Members, ValueType } from '../../schemas/upstream/terraform/type-schema';
import { readTemplate } from './hcl-expression';
import { isTemplate, type InvalidTemplate, type Template } from './hcl-template';
import { inside, type Place } from './terraform-place';
import { itemOf, membersOf } from './terraform-type';
import type { Block, Resource, TerraformWorkspace } from './terraform-workspace';

/** Names that have a meaning only in some places. */
export interface Scope {
  readonly each: boolean;
  readonly count: boolean;
  readonly self: boolean;
  /** Iterators of the `dynamic` blocks around. */
  readonly iterators: readonly string[];
}

/** A string that Terraform evaluates. */
export interface Occurrence {
  readonly text: string;
  readonly place: Place;
  /** `template`: `x-${…}`; the others are bare references, in `depends_on` and in `replace_triggered_by`. */
  readonly form: 'template' | 'dependency' | 'trigger';
  /** What the place takes, where its type is known. */
  readonly expected: ValueType;
  readonly scope: Scope;
  /** What the string belongs to: `aws_vpc.main`, `local.region`, `output.vpc_id`, `provider.aws`. */
  readonly owner: string;
}

const NOWHERE: Scope = { each: false, count: false, self: false, iterators: [] };
/** Arguments that are no expressions: names of providers, keywords, comments. */
const LITERAL = new Set(['//', 'provider', 'providers', 'source', 'version', 'alias']);

/** Every string of a workspace that Terraform evaluates, in the order of the files. */
export function occurrencesIn(workspace: TerraformWorkspace, schemas: TerraformSchemas): Occurrence[] {
  const collector = new Collector(schemas);
  for (const resource of workspace.resources.values()) collector.resource(resource);
  collector.exposed(workspace);
  for (const module of workspace.modules.values())
    collector.block(module, { owner: `module.${module.name}`, scope: scopeOf(module.body) });
  for (const [name, provider] of workspace.providers) {
    const found = schemas.lookup('provider', provider.name);
    const members = found.kind === 'known' ? found.schema.members : {};
    collector.block(provider, { owner: `provider.${name}`, members });
  }
  for (const { name, place, body } of workspace.variables.values()) {
    const at = { place: inside(place, 'validation'), scope: NOWHERE, owner: `variable.${name}` };
    collector.value(body['validation'] ?? null, 'any', at);
  }
  for (const block of workspace.imports) {
    const { to: _target, ...rest } = block.body;
    collector.block({ ...block, body: rest }, { owner: 'import', scope: scopeOf(block.body) });
  }
  for (const check of workspace.checks)
    collector.value(check.body, 'any', { place: check.place, scope: NOWHERE, owner: `check.${check.name}` });
  return collector.found;
}

/** Those that another workspace leads to: outputs, with the local values behind them. */
export function exposedIn(workspace: TerraformWorkspace, schemas: TerraformSchemas): Occurrence[] {
  const collector = new Collector(schemas);
  collector.exposed(workspace);
  return collector.found;
}

/** What a block is, for its strings. */
interface Whose {
  readonly owner: string;
  readonly scope?: Scope;
  readonly members?: Members;
}

interface At {
  readonly place: Place;
  readonly scope: Scope;
  readonly owner: string;
}

class Collector {
  readonly found: Occurrence[] = [];

  constructor(private readonly schemas: TerraformSchemas) {}

  exposed({ locals, outputs }: TerraformWorkspace): void {
    for (const [name, { place, value }] of locals)
      this.value(value, 'any', { place, scope: NOWHERE, owner: `local.${name}` });
    for (const output of outputs.values()) this.block(output, { owner: `output.${output.name}` });
  }

  resource(resource: Resource): void {
    const found = this.schemas.lookup(resource.mode, resource.type);
    const members = found.kind === 'known' ? found.schema.members : {};
    this.block(resource, { owner: resource.address, scope: scopeOf(resource.body), members });
  }

  block(block: Block, { owner, scope = NOWHERE, members = {} }: Whose): void {
    for (const [key, value] of Object.entries(block.body)) {
      if (isLiteral(value) || (LITERAL.has(key) && members[key]?.use !== 'required')) continue;
      const at: At = { place: inside(block.place, key), scope, owner };
      if (key === 'depends_on') this.addresses(value, 'dependency', at);
      else if (key === 'lifecycle') this.lifecycle(value, at);
      else if (key === 'provisioner' || key === 'connection')
        this.value(value, 'any', { ...at, scope: { ...scope, self: true } });
      else if (key === 'dynamic') this.dynamic(value, members, at);
      else this.value(value, members[key]?.type ?? 'any', at);
    }
  }

  value(value: Json, expected: ValueType, at: At): void {
    if (typeof value === 'string') {
      if (isTemplate(value)) this.found.push({ text: value, form: 'template', expected, ...at });
    } else if (Array.isArray(value)) {
      const item = itemOf(expected) ?? 'any';
      for (const [index, element] of value.entries()) {
        if (!isLiteral(element)) this.value(element, item, { ...at, place: inside(at.place, index) });
      }
    } else if (value !== null && typeof value === 'object') {
      this.object(value, expected, at);
    }
  }

  private object(value: JsonObject, expected: ValueType, at: At): void {
    const isMap = typeof expected === 'object' && 'map' in expected;
    // A single block may stand without the list around it.
    const members = this.members(isMap ? expected : (itemOf(expected) ?? expected));
    for (const [key, inner] of Object.entries(value)) {
      if (key === '//' && members !== undefined) continue;
      if (isLiteral(inner) && !isTemplate(key)) continue;
      const place = inside(at.place, key);
      if (isTemplate(key)) this.found.push({ text: key, form: 'template', expected: 'string', ...at, place });
      if (key === 'dynamic' && members !== undefined) this.dynamic(inner, members, { ...at, place });
      else this.value(inner, isMap ? expected.map : (members?.[key]?.type ?? 'any'), { ...at, place });
    }
  }

  private members(type: ValueType): Members | undefined {
    return membersOf(type, (name) => this.schemas.definition(name));
  }

  private dynamic(value: Json, members: Members, at: At): void {
    for (const [place, labels] of objectsIn(value, at.place)) {
      for (const [label, blocks] of Object.entries(labels)) {
        for (const [inner, block] of objectsIn(blocks, inside(place, label))) {
          const iterator = typeof block['iterator'] === 'string' ? block['iterator'] : label;
          const scope: Scope = { ...at.scope, iterators: [...at.scope.iterators, iterator] };
          this.value(block['for_each'] ?? null, 'any', { ...at, place: inside(inner, 'for_each') });
          const type = members[label]?.type ?? 'any';
          this.value(block['content'] ?? null, type, { ...at, scope, place: inside(inner, 'content') });
        }
      }
    }
  }

  private lifecycle(value: Json, at: At): void {
    for (const [place, block] of objectsIn(value, at.place)) {
      for (const [key, inner] of Object.entries(block)) {
        const below: At = { ...at, place: inside(place, key) };
        if (key === 'replace_triggered_by') this.addresses(inner, 'trigger', below);
        else if (key === 'postcondition') this.value(inner, 'any', { ...below, scope: { ...at.scope, self: true } });
        else if (key !== 'ignore_changes') this.value(inner, 'any', below);
      }
    }
  }

  private addresses(value: Json, form: 'dependency' | 'trigger', at: At): void {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) {
      if (typeof item !== 'string') continue;
      this.found.push({ text: item, form, expected: 'any', ...at, place: inside(at.place, index) });
    }
  }
}

/** Nothing to evaluate: most of a file, for which no place need be made. A bare address is a text and no template. */
function isLiteral(value: Json): boolean {
  return typeof value === 'string' ? !isTemplate(value) : typeof value !== 'object' || value === null;
}

function scopeOf(body: JsonObject): Scope {
  const has = (key: string): boolean => body[key] !== undefined && body[key] !== null;
  return { each: has('for_each'), count: has('count'), self: false, iterators: [] };
}

/** An object, or the objects of a list, with their places. */
export function* objectsIn(value: Json, place: Place): Generator<[Place, JsonObject]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (item !== null && typeof item === 'object' && !Array.isArray(item)) yield [inside(place, index), item];
    }
  } else if (value !== null && typeof value === 'object') {
    yield [place, value];
  }
}

/** Templates by their text. */
export type Templates = ReadonlyMap<string, Template | InvalidTemplate>;

/** The text of an occurrence as template. */
export function templateText({ text, form }: Pick<Occurrence, 'text' | 'form'>): string {
  return form === 'template' ? text : `\${${text}}`;
}

/** Reads every template once; those that the own grammar leaves over go to HashiCorp's parser, which is loaded only then. */
export async function readTemplates(texts: Iterable<string>): Promise<Templates> {
  const templates = new Map<string, Template | InvalidTemplate>();
  const left: string[] = [];
  for (const text of new Set(texts)) {
    const template = readTemplate(text);
    if (template === undefined) left.push(text);
    else templates.set(text, template);
  }
  if (left.length === 0) return templates;
  const { parseTemplate } = await import('./hcl-parser');
  for (const text of left) templates.set(text, await parseTemplate(text));
  return templates;
}
