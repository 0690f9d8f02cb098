import fc from 'fast-check';
import { Script } from 'node:vm';
import type { ValidateFunction } from 'ajv';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { createAjv } from '../../synth/load/ajv';
import type { Accept, Helpers } from '../../synth/load/compiled';
import { componentSchema } from '../../synth/load/component-schema';
import { fileSchemas, helpers, inputName } from '../../synth/load/judge';
import { compileInputs } from '../../tools/schemas/inputs';

interface Both {
  readonly accept: Accept;
  readonly validate: ValidateFunction;
  /** Inputs that are right, or nearly. */
  readonly samples: readonly string[];
}

/** What both say of an input, and the input with the defaults that each filled in. */
function verdicts({ accept, validate }: Both, input: string): [string, string] {
  const [one, other] = [JSON.parse(input), JSON.parse(input)] as [unknown, unknown];
  // Of what is refused only the refusal counts: ajv is asked again, from the beginning.
  return [accept(one) ? JSON.stringify(one) : 'refused', validate(other) ? JSON.stringify(other) : 'refused'];
}

/** Pointers to every value of an input, the whole included. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

function replaced(value: unknown, at: readonly string[], by: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('inputs compiled ahead of time', () => {
  const both = new Map<string, Both>();
  let names: readonly string[] = [];

  beforeAll(async () => {
    const kinds = await loadKinds(Object.keys(catalogue));
    const inputs = new Map<string, string[]>();
    const add = (kind: string, input: unknown) =>
      inputs.set(kind, [...(inputs.get(kind) ?? []), JSON.stringify(input ?? {})]);
    for (const [name, kind] of kinds) {
      for (const example of Object.values(kind.examples)) {
        add(name, example.input);
        for (const [other, named] of Object.entries(example.with ?? {}))
          for (const input of Object.values(named)) add(other, input);
      }
    }
    const compiled = await compileInputs();
    const accept = (name: string): Accept => {
      const factory = new Script(`(${compiled.get(name) ?? ''})`).runInThisContext() as (helpers: Helpers) => Accept;
      return factory(helpers);
    };
    for (const [name, schema] of Object.entries(fileSchemas)) {
      const [full, empty] = [{ components: {}, images: { a: { b: 'c' } }, owner: 'platform' }, {}].map((sample) =>
        JSON.stringify(sample),
      ) as [string, string];
      const named = inputName.file(name);
      both.set(named, { accept: accept(named), validate: createAjv().compile(schema), samples: [full, empty] });
    }
    for (const [name, kind] of kinds) {
      const named = inputName.kind(name);
      const validate = createAjv().compile(componentSchema(kind));
      both.set(named, { accept: accept(named), validate, samples: inputs.get(name) ?? [] });
    }
    names = [...compiled.keys()];
  }, 120_000);

  it('are there for every kind and every file', () => {
    expect([...both.keys()].sort()).toEqual([...names].sort());
  });

  it('say the same as ajv of every example of every kind, and fill in the same defaults', () => {
    let accepted = 0;
    for (const [name, judges] of both) {
      for (const sample of judges.samples) {
        const [compiled, interpreted] = verdicts(judges, sample);
        expect([name, sample, compiled]).toEqual([name, sample, interpreted]);
        if (interpreted !== 'refused') accepted += 1;
      }
    }
    expect(accepted).toBeGreaterThan(both.size);
  });

  it('say the same as ajv of an example with a value swapped for another, whatever it is', () => {
    const samples = [...both].flatMap(([name, judges]) => judges.samples.map((sample) => ({ name, judges, sample })));
    const swaps = fc.constantFrom<unknown[]>(
      ...[null, 0, -1, 1.5, 1e9, true, '', 'a', 'A b', '10.0.0.0/8', '10.0.0.1/8', [], ['a', 'a'], {}, { a: 1 }],
    );
    const refused = new Set<boolean>();
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), swaps, ({ name, judges, sample }, place, by) => {
        const input: unknown = JSON.parse(sample);
        const all = places(input);
        const swapped = JSON.stringify(replaced(input, all[place % all.length] ?? [], by));
        const [compiled, interpreted] = verdicts(judges, swapped);
        refused.add(interpreted === 'refused');
        expect([name, swapped, compiled]).toEqual([name, swapped, interpreted]);
      }),
      { numRuns: 3000, seed: 20_261_121 },
    );
    expect(refused.size).toBe(2);
  });

  it('refuse a key that the schema does not know, and the lack of one that it requires', () => {
    for (const [name, judges] of both) {
      for (const sample of judges.samples) {
        const input = JSON.parse(sample) as Record<string, unknown>;
        for (const changed of [
          { ...input, unknownKey: 1 },
          ...Object.keys(input).map((key) => ({ ...input, [key]: undefined })),
        ]) {
          const [compiled, interpreted] = verdicts(judges, JSON.stringify(changed));
          expect([name, compiled]).toEqual([name, interpreted]);
        }
      }
    }
  });
});
