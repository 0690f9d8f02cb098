/**
 * Re-creates the committed schemas of Kubernetes and of custom resources from their upstream modules:
 * `node --import tsx tools/schemas/kubernetes.ts`. Needs Go; writes below `schemas/upstream/`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../schemas/primitives/finding';
import { correct } from './corrections';
import { readCustomResources } from './crd';
import { readEnums } from './enums';
import { printLines, printVersionedLines } from './lines';
import { downloadModule, type ModuleSource } from './modules';
import type { Definition } from './json-schema';
import { readDefinitions, type OpenApiFile } from './openapi';
import { pool } from './pool';

interface KubernetesSource extends ModuleSource {
  /** `1.28` */
  readonly version: string;
}

interface CustomSource extends ModuleSource {
  /** Folder or file of the custom resource definitions, below the module. */
  readonly path: string;
  /** API groups that it gives: a file each. */
  readonly groups: readonly string[];
  /** Kinds to take. @default every served one of its groups */
  readonly kinds?: readonly string[];
}

/** Written by hand, where no module has it. */
interface WrittenSource {
  /** Below the root of the repository. */
  readonly path: string;
  readonly groups: readonly string[];
}

interface Sources {
  readonly kubernetes: readonly KubernetesSource[];
  readonly custom: readonly CustomSource[];
  readonly written: readonly WrittenSource[];
}

async function main(): Promise<void> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const upstream = join(root, 'schemas/upstream');
  const sources = JSON.parse(readFileSync(join(upstream, 'sources.json'), 'utf8')) as Sources;
  const versions = new Map<string, Map<string, Definition>>();
  for (const source of sources.kubernetes) versions.set(source.version, await kubernetesDefinitions(source));
  write(join(upstream, 'kubernetes/definitions.jsonl'), printVersionedLines(versions));
  const groups = new Map<string, Definition[]>();
  for (const source of sources.custom) addGroups(groups, source, join(await downloadModule(source), source.path));
  for (const source of sources.written) addGroups(groups, source, join(root, source.path));
  for (const [group, definitions] of groups)
    write(join(upstream, `custom/${group}.jsonl`), printLines(pool(definitions)));
}

async function kubernetesDefinitions(source: KubernetesSource): Promise<Map<string, Definition>> {
  const directory = await downloadModule(source);
  const folder = join(directory, 'api/openapi-spec/v3');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort(compareText)
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as OpenApiFile);
  const enums = readEnums(readFileSync(join(directory, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'));
  const definitions = readDefinitions(files, enums);
  return new Map([...definitions].map(([name, definition]) => [name, correct(definition)]));
}

/** Adds the resources of a source to their groups: several modules may give to one. */
function addGroups(
  groups: Map<string, Definition[]>,
  source: Pick<CustomSource, 'groups' | 'kinds'>,
  path: string,
): void {
  const wanted = source.kinds;
  const definitions = filesAt(path)
    .flatMap((file) => readCustomResources(readFileSync(file, 'utf8')))
    .filter(({ name }) => wanted?.includes(name) ?? true);
  for (const group of source.groups) {
    const found = definitions.filter(({ name }) => name.startsWith(`${group}/`));
    if (found.length === 0) throw new Error(`${path}: nothing of ${group}`);
    groups.set(group, [...(groups.get(group) ?? []), ...found]);
  }
  const missing = wanted?.find((name) => !definitions.some((definition) => definition.name === name));
  if (missing !== undefined) throw new Error(`${path}: no ${missing}`);
}

function filesAt(path: string): string[] {
  if (/\.ya?ml$/.test(path)) return [path];
  return readdirSync(path)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort(compareText)
    .map((file) => join(path, file));
}

function write(path: string, text: string): void {
  writeFileSync(path, text);
  stdout.write(`${path.slice(path.indexOf('schemas/upstream'))}: ${String(Math.ceil(text.length / 1024))} KB\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exit(2);
  });
}
