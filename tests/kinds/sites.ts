import { asSchema, type Schema } from '../../synth/load/schema-lookup';

/** Keywords that bound what a field takes. */
export const bounds = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'enum',
  'const',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'patternProperties',
  'propertyNames',
] as const;

export type Bound = (typeof bounds)[number];

/** A step of the way to a value: a key, any key of a map, or any item of a list. */
export type Step = { readonly key: string } | 'entry' | 'item';

/** A field of an input, by the way to it. */
export interface Site {
  readonly steps: readonly Step[];
  readonly schema: Schema;
}

/** Keywords that no input uses, so that nothing here need understand them. */
const foreign = ['anyOf', 'oneOf', 'allOf', 'not', 'if', '$ref', 'contains', 'dependencies'] as const;

/** Every field of an input, the whole included. */
export function sitesOf(schema: Schema, steps: readonly Step[] = []): Site[] {
  const unknown = foreign.filter((keyword) => schema[keyword] !== undefined);
  if (unknown.length > 0) throw new Error(`${wayOf(steps)} is a schema with ${unknown.join()}`);
  const items = asSchema(schema['items']);
  const entry = entryOf(schema);
  return [
    { steps, schema },
    ...Object.entries(asSchema(schema['properties']) ?? {}).flatMap(([key, field]) =>
      sitesOf(asSchema(field) ?? {}, [...steps, { key }]),
    ),
    ...(items ? sitesOf(items, [...steps, 'item']) : []),
    ...(entry ? sitesOf(entry, [...steps, 'entry']) : []),
  ];
}

/** Schema of what a map holds under keys of the user's. */
export function entryOf(schema: Schema): Schema | undefined {
  const [pattern] = Object.values(asSchema(schema['patternProperties']) ?? {});
  return asSchema(pattern) ?? asSchema(schema['additionalProperties']);
}

/** Bounds that refuse something. Of a map whose keys have a form of their own, that is the bound of its keys. */
export function boundsOf({ schema }: Site): Bound[] {
  const isOpen = (keyword: Bound): boolean => {
    const value = schema[keyword];
    if (keyword === 'patternProperties')
      return schema['propertyNames'] !== undefined || schema['additionalProperties'] !== false;
    if (keyword === 'propertyNames') return asSchema(value)?.['pattern'] === undefined;
    return value === false || (keyword.startsWith('min') && keyword !== 'minimum' && value === 0);
  };
  return bounds.filter((keyword) => schema[keyword] !== undefined && !isOpen(keyword));
}

/** `zones.<key>.public`, `transitions[].afterDays`. */
export function wayOf(steps: readonly Step[]): string {
  return steps
    .map((step) => (step === 'item' ? '[]' : step === 'entry' ? '.<key>' : `.${step.key}`))
    .join('')
    .replace(/^\./, '');
}
