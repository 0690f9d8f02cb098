import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { parse } from 'yaml';
import { print, readTree, repository, type Printed } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';

/** Day on which a variation is judged: versions come to the end of their support. */
const today = Date.UTC(2026, 10, 21);

/**
 * Renders Pingvas and the systems whose files are changed, and none beside them, with each line of a file replaced by
 * others: the version that a document states.
 */
export async function variation(
  changes: readonly (readonly [file: string, line: string, replacement: string])[],
): Promise<Printed> {
  const folders = new Set(['environments/pingvas', ...changes.map(([file]) => file.split('/').slice(0, 2).join('/'))]);
  const files = readTree(repository, ...folders);
  for (const [file, line, replacement] of changes) {
    const parts = (files[file] ?? '').split(line);
    if (parts.length < 2) throw new Error(`${file} has no «${line}»`);
    files[file] = parts.join(replacement);
  }
  const host = new MemoryHost(files);
  Object.defineProperty(host, 'now', { value: () => today });
  return print(host);
}

const parsed = new WeakMap<Printed, readonly JsonObject[]>();

/** Rendered manifests of a kind. */
export function manifests(printed: Printed, kind: string): JsonObject[] {
  const all =
    parsed.get(printed) ??
    Object.entries(printed.files)
      .filter(([path]) => path.startsWith('clusters/') && path.endsWith('.yaml'))
      .map(([, text]) => parse(text) as JsonObject);
  parsed.set(printed, all);
  return all.filter((manifest) => manifest['kind'] === kind);
}

/** The one manifest of a kind and name; `namespace/name` for what is in one. */
export function manifest(printed: Printed, kind: string, name: string): JsonObject {
  const found = manifests(printed, kind).filter(({ metadata }) => nameOf(metadata) === name);
  const [first] = found;
  if (found.length !== 1 || !first) throw new Error(`${found.length} manifests ${kind} ${name}`);
  return first;
}

function nameOf(metadata: Json | undefined): string {
  const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** What is said of a rendering: severity, code and subject. */
export function said({ findings }: Printed): string[] {
  return findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
}
