import type { ValidateFunction } from 'ajv';
import type { Kind } from '../../schemas/contract/kind';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { createAjv } from '../../synth/load/ajv';
import { componentSchema } from '../../synth/load/component-schema';
import { exampleFacts, exampleKey } from '../../synth/docs/kind-facts';
import { asSchema, type Schema } from '../../synth/load/schema-lookup';
import { broken, type Broken } from './broken';
import { keysOf, sampleOf } from './samples';
import { boundsOf, entryOf, sitesOf, wayOf, type Bound, type Site, type Step } from './sites';

export interface BoundCase extends Broken {
  /** `size.minimum maximum`. */
  readonly title: string;
  /** An example of the kind with the value past its bound. */
  readonly components: JsonObject;
  /** Way to the value, below `components`. */
  readonly path: readonly string[];
}

/** Cases of a kind, and what none could be derived for. Of the lines of `uses`, which may be texts or maps, other tests tell. */
export function casesOf(kind: Kind): { readonly cases: readonly BoundCase[]; readonly underived: readonly string[] } {
  const schema = componentSchema(kind);
  const accepts = createAjv().compile(schema);
  const examples = exampleFacts(kind).map(({ components }) => components);
  const { uses: _, ...fields } = schema['properties'] as JsonObject;
  const [cases, underived]: [BoundCase[], string[]] = [[], []];
  for (const site of sitesOf({ ...schema, properties: fields })) {
    const place = placeIn({ kind: kind.kind, examples, accepts }, site);
    for (const bound of boundsOf(site)) {
      const title = `${wayOf(site.steps)} ${bound}`;
      const derived = place && caseOf(place, site, bound);
      if (derived) cases.push({ title, ...derived });
      else underived.push(title);
    }
  }
  return { cases, underived };
}

interface Place {
  readonly components: JsonObject;
  readonly path: readonly string[];
  readonly value: Json;
}

function caseOf(place: Place, site: Site, bound: Bound): Omit<BoundCase, 'title'> | undefined {
  const made = broken(bound, site.schema, place.value);
  if (!made) return undefined;
  return { ...made, path: place.path, components: replaced(place.components, place.path, made.value) as JsonObject };
}

interface Examples {
  readonly kind: string;
  readonly examples: readonly JsonObject[];
  readonly accepts: ValidateFunction;
}

/** A field in an example: as it stands there, or put there with what it needs around it, if that is valid. */
function placeIn({ kind, examples, accepts }: Examples, { steps, schema }: Site): Place | undefined {
  for (const components of examples) {
    const input = structuredClone(asSchema(asSchema(components[kind])?.[exampleKey]) ?? {}) as JsonObject;
    const reached = reach(input, accepts.schema as Schema, steps);
    const judged = structuredClone(reached.root);
    if (!accepts(judged)) continue;
    const path = [kind, exampleKey, ...reached.path];
    const whole = replaced(components, [kind, exampleKey], reached.root) as JsonObject;
    return { components: whole, path, value: reached.value ?? sampleOf(schema) };
  }
  return undefined;
}

interface Reached {
  readonly root: Json;
  readonly path: readonly string[];
  readonly value: Json;
}

/** Goes a way through an input, and puts samples where nothing stands yet. */
function reach(root: Json, schema: Schema, steps: readonly Step[]): Reached {
  const [step, ...rest] = steps;
  if (step === undefined) return { root, path: [], value: root };
  const below = childSchema(schema, step);
  const key = keyOf(root, schema, step);
  const present = asSchema(root)?.[key] ?? (Array.isArray(root) ? root[Number(key)] : undefined);
  const inner = reach(present ?? sampleOf(below), below, rest);
  const whole = Array.isArray(root) && root.length === 0 ? [inner.root] : replaced(root, [key], inner.root);
  return { root: whole, path: [key, ...inner.path], value: inner.value };
}

function childSchema(schema: Schema, step: Step): Schema {
  if (step === 'item') return asSchema(schema['items']) ?? {};
  if (step === 'entry') return entryOf(schema) ?? {};
  return asSchema(asSchema(schema['properties'])?.[step.key]) ?? {};
}

function keyOf(value: Json, schema: Schema, step: Step): string {
  if (step === 'item') return '0';
  if (step !== 'entry') return step.key;
  return Object.keys(asSchema(value) ?? {})[0] ?? keysOf(schema, 1)[0] ?? 'main';
}

function replaced(value: Json, path: readonly string[], by: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const map = (asSchema(value) ?? {}) as JsonObject;
  return { ...map, [key]: replaced(map[key] ?? null, rest, by) };
}
