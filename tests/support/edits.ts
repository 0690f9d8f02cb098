import { TerraformGraph } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { textAt } from '../../schemas/graph/values';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { keepData } from '../../synth/build/data-safety';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { checkDataSafety } from '../../synth/check/data-safety';
import { checkTakenNames } from '../../synth/check/taken-name';
import { render, type Rendered, type TestDescription } from './render';

export type Components = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

function terraformOf({ built }: Rendered): Artifact[] {
  return (built?.artifacts ?? []).filter(({ plane }) => plane === 'terraform');
}

/** What is said of an edit, and what was there before and after. */
export async function edit(before: Components, after: Components, more: Partial<TestDescription> = {}) {
  const [old, next] = [await render({ ...more, components: before }), await render({ ...more, components: after })];
  if (!old.built || !next.built) throw new Error(next.findings.map(({ message }) => message).join('\n'));
  const kept = keepData([next.built], terraformOf(old));
  const rendered = kept.built.flatMap(({ artifacts }) => artifacts.filter(({ plane }) => plane === 'terraform'));
  const change = { before: new TerraformGraph(terraformOf(old)), after: new TerraformGraph(rendered) };
  const lost = [...checkDataSafety([next.environment], change), ...checkTakenNames([next.environment], change)];
  return { ...change, findings: [...kept.findings, ...lost] };
}

/** What the fixes of findings say to add to the component; `null` for a field that they say to take out. */
export function followed(findings: readonly Finding[]): JsonObject {
  const fields = new Map(
    findings.flatMap(({ fix }) => {
      const [, kept, value] = /\((\w+): ([^,)]+)/.exec(fix) ?? [];
      const [, out] = /^take (\w+) out/.exec(fix) ?? [];
      return kept === undefined ? (out === undefined ? [] : [[out, null] as const]) : [[kept, value ?? null] as const];
    }),
  );
  const patches = findings.flatMap(({ fix }) => {
    const [, address, argument, value] = /patches: \{ (\S+): \{ (\w+): ("[^"]*") \} \}/.exec(fix) ?? [];
    return address === undefined ? [] : [[address, { [argument ?? '']: JSON.parse(value ?? '""') as string }] as const];
  });
  return { ...Object.fromEntries(fields), ...(patches.length === 0 ? {} : { patches: Object.fromEntries(patches) }) };
}

/** Names that differ, and what is not moved but made anew or given up. */
export function differences({ before, after }: Awaited<ReturnType<typeof edit>>): string[] {
  const moved = new Map(
    after.all.flatMap(({ workspace }) =>
      after
        .blocks(workspace, 'moved')
        .map(({ body }) => [`${workspace} ${textAt(body, '/to') ?? ''}`, textAt(body, '/from')]),
    ),
  );
  const left = new Set(before.all.map(({ workspace, address }) => `${workspace} ${address}`));
  const differing = after.all.flatMap(({ workspace, address, type, body }) => {
    const from = moved.get(`${workspace} ${address}`) ?? address;
    const was = before.resource(workspace, from);
    left.delete(`${workspace} ${from}`);
    const { argument = '' } = typeNames[type] ?? {};
    const [old, now] = [was?.body[argument], body[argument]];
    const unknown = typeof now === 'string' && now.startsWith('${');
    return was && (unknown || JSON.stringify(old) === JSON.stringify(now)) ? [] : [address];
  });
  return [...differing, ...left];
}

/** Examples of all kinds of the AWS plane, under a key and with more said of it. */
export async function awsExamples(): Promise<ExampleOf[]> {
  const kinds = await loadKinds(Object.keys(catalogue));
  return [...kinds].flatMap(([kind, { plane, examples }]) =>
    plane !== 'aws'
      ? []
      : Object.values(examples).map((example) => {
          const others = (example.with ?? {}) as unknown as Components;
          const input = example.input as JsonObject;
          const of = (key: string, more: JsonObject = {}) => ({
            ...others,
            [kind]: { ...others[kind], [key]: { ...input, ...more } },
          });
          return { kind, of };
        }),
  );
}

interface ExampleOf {
  readonly kind: string;
  readonly of: (key: string, more?: JsonObject) => Components;
}
