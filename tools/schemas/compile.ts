import { Script } from 'node:vm';
import { references, type Schema } from '../../schemas/upstream/kubernetes/schema';
import type { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { ajvOptions, byName } from '../../synth/check/kubernetes-schema-validators';
import { CompiledFile } from '../../synth/check/kubernetes-schema-compiled';
import { expression } from './expression';
import { compileFactories } from './factories';

/** A file of validators as a build writes it: `<name>.js`, and `<name>.cache` beside it. */
export interface BuiltFile {
  /** `1.33`, or the group of custom resources: `karpenter.sh`. */
  readonly name: string;
  /** A JavaScript expression in ASCII. */
  readonly code: string;
  /** What V8 made of the code; of use to the same version of Node.js alone. */
  readonly cache: Uint8Array;
}

/**
 * Compiles the schemas of these versions of Kubernetes, and those of all custom resources, to code that says yes or no.
 * What is wrong is asked of ajv when a manifest is refused, so that the code stays small.
 */
export async function compileValidators(store: SchemaStore, versions: readonly string[]): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  // References from custom resources to Kubernetes' own definitions (metadata) are the same code in every version.
  const latest = store.knownVersions().at(-1) ?? '';
  for (const version of versions) files.push(await compileFile(store, { version }, version));
  for (const group of store.customGroups()) files.push(await compileFile(store, { group }, latest));
  return files;
}

type Part = Parameters<SchemaStore['entries']>[0];

/** @param version where the definitions are looked up that the file refers to and does not have */
async function compileFile(store: SchemaStore, own: Part, version: string): Promise<BuiltFile> {
  const entries = store.entries(own);
  const known = withNeeds(entries, store.entries({ version }));
  const accepted = new Map([...known].map(([name, schema]) => [name, byName(schema)]));
  const factories = compileFactories(accepted, ajvOptions);
  const rules = [...entries.keys()].filter((entry) => store.hasRules(own, entry));
  const lines = [...entries.keys()].map((entry) => `${JSON.stringify(entry)}:${factories.get(entry) ?? ''}`);
  const code = await expression(`{rules:${JSON.stringify(rules)},make:{${lines.join(',\n')}}}`);
  return { name: 'version' in own ? own.version : own.group, code, cache: warmCache(code) };
}

/** The definitions, and those around them that they refer to. */
function withNeeds(own: ReadonlyMap<string, Schema>, around: ReadonlyMap<string, Schema>): Map<string, Schema> {
  const known = new Map(own);
  const waiting = [...own.values()].flatMap((schema) => references(schema));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = around.get(name);
    if (known.has(name) || schema === undefined) continue;
    known.set(name, schema);
    waiting.push(...references(schema));
  }
  return known;
}

function warmCache(code: string): Uint8Array {
  const script = new Script(code);
  new CompiledFile(script, (missing) => () => missing === '').callAll();
  return script.createCachedData();
}
