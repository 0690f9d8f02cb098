import { compareText } from '../../schemas/primitives/finding';
import { canonicalJson, type Definition } from './json-schema';
import type { Pooled } from './pool';

/** One definition a line, by name; shared parts last. */
export function printLines({ shared, definitions }: Pooled): string {
  const byName = (a: Definition, b: Definition): number => compareText(a.name, b.name);
  return [...[...definitions].sort(byName), ...[...shared].sort(byName)].map((definition) => line(definition)).join('');
}

/** One line for each definition and each form that it has over the versions, with the versions that have that form. */
export function printVersionedLines(versions: ReadonlyMap<string, ReadonlyMap<string, Definition>>): string {
  const order = [...versions.keys()];
  const names = new Set([...versions.values()].flatMap((definitions) => [...definitions.keys()]));
  let text = '';
  for (const name of [...names].sort(compareText)) {
    const forms = new Map<string, { readonly definition: Definition; readonly versions: string[] }>();
    for (const [version, definitions] of versions) {
      const definition = definitions.get(name);
      if (definition === undefined) continue;
      const key = canonicalJson(definition);
      const form = forms.get(key) ?? { definition, versions: [] };
      form.versions.push(version);
      forms.set(key, form);
    }
    for (const form of forms.values()) text += line(form.definition, ranges(form.versions, order));
  }
  return text;
}

/** Keys in reading order, the schema last, so that a reader finds the name without parsing the line. */
function line(definition: Definition, versions?: string): string {
  const { name, scope, rules, schema } = definition;
  const head = { name, ...(versions && { versions }), ...(scope && { scope }), ...(rules && { rules }) };
  return `${JSON.stringify(head).slice(0, -1)},"schema":${canonicalJson(schema)}}\n`;
}

/** `1.28-1.30,1.33`: runs of versions that follow each other. */
function ranges(versions: readonly string[], order: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const version of versions) {
    const last = runs.at(-1);
    if (last !== undefined && order.indexOf(last[1]) === order.indexOf(version) - 1) last[1] = version;
    else runs.push([version, version]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',');
}
