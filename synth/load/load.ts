import type { Kind } from '../../schemas/contract/kind';
import type { Bindings, Description, Images } from '../../schemas/contract/description';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { loadComponents, type ComponentsInput } from './components';
import { fileSchemas, judgeFile, type FileSchema } from './judge';
import { mergeDocuments, type SourcedValue } from './merge';
import type { LoadedEnvironment } from './model';
import { inOrder } from './order';
import { partFaults } from './parts';
import { pointerOf } from './pointer';
import { schemaFindings } from './schema-findings';
import { readYaml, type SourcedDocument } from './yaml-document';

/** Text files of the repository, by path. */
export interface Sources {
  exists(path: string): boolean;
  readBytes(path: string): Uint8Array;
}

export interface LoadInput extends Pick<ComponentsInput, 'loadKinds' | 'kindNames'> {
  readonly sources: Sources;
  readonly system: string;
  readonly name: string;
  /** Files that hold more components of the environment, and of the system file. */
  readonly parts: readonly string[];
  readonly systemParts: readonly string[];
  /** System files that this run has read: every environment of a system takes the same. */
  readonly systemFiles: Map<string, ReturnType<typeof readYaml>>;
}

export interface LoadResult {
  /** Absent when a mistake leaves nothing to resolve. */
  readonly loaded?: LoadedEnvironment;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly findings: Finding[];
}

/** Reads, merges and validates the files of one environment. Every mistake in them is a finding; none stops the others from being found. */
export async function loadEnvironment(input: LoadInput): Promise<LoadResult> {
  const folder = `environments/${input.system}`;
  const file = `${folder}/${input.name}.yaml`;
  const findings: Finding[] = [];
  const own = readDocument(input, file, findings);
  const read = (files: readonly string[]): SourcedDocument[] =>
    files.flatMap((each) => readDocument(input, each, findings) ?? []);
  const parts = read(input.parts);
  const shared = read([`${folder}/system.yaml`, ...input.systemParts]);
  const side = (schema: 'images' | 'bindings') =>
    readSide(input, { file: `${folder}/${input.name}.${schema}.yaml`, schema, findings });
  const [images, bindings] = [await side('images'), await side('bindings')];
  if (!own || !isRead(input, [...parts, ...shared])) return { kinds: new Map(), findings };
  findings.push(...partFaults(shared), ...partFaults([own, ...parts]));
  const merged = mergeDocuments([...shared.map((each) => systemLayer(each, own)), own, ...parts], { keepsNull });
  findings.push(...merged.findings);
  const faults: Finding[] = [];
  await validate({
    schema: 'description',
    value: merged,
    at: '',
    subject: `${input.system}/${input.name}`,
    target: merged.value,
    findings: faults,
  });
  findings.push(...faults.map((fault) => withSystemFile(fault, input, `${folder}/system.yaml`)));
  const { components, composites, kinds } = await loadComponents(
    { ...input, place: { system: input.system, environment: input.name } },
    merged,
    findings,
  );
  const describedBindings = bindings && (inOrder(bindings.value) as { example?: boolean; bindings?: Bindings });
  const loaded: LoadedEnvironment = {
    system: input.system,
    name: input.name,
    file,
    description: inOrder(merged.value) as unknown as Description,
    components,
    composites,
    images: (images && (inOrder(images.value) as { images?: Images }))?.images ?? {},
    bindings: describedBindings?.bindings ?? {},
    exampleBindings: describedBindings?.example === true,
    positionOf: (pointer) => merged.positionOf(pointer),
    keyPositionOf: (pointer) => merged.keyPositionOf(pointer),
    sideKeyAt: (file, key) => ({ images, bindings })[file]?.keyPositionOf(pointerOf([file, key])),
    statedAt: (pointer) => merged.describe(pointer)?.position,
  };
  return { loaded, kinds, findings };
}

/** Where a file can't be read, what it would have said must not be missed in the others. */
function isRead({ sources, system, parts, systemParts }: LoadInput, documents: readonly SourcedDocument[]): boolean {
  const files = [...parts, `environments/${system}/system.yaml`, ...systemParts].filter((file) => sources.exists(file));
  return files.every((file) => documents.some((document) => document.file === file));
}

/** Below these, `null` is content: a patch removes a field with it, and a manifest may hold it. */
function keepsNull(keys: readonly string[]): boolean {
  return keys[0] === 'components' && (keys[3] === 'patches' || (keys[1] === 'manifest' && keys[3] === 'manifest'));
}

function readDocument(
  { sources, systemFiles }: LoadInput,
  file: string,
  findings: Finding[],
): SourcedDocument | undefined {
  if (!sources.exists(file)) return undefined;
  const read = systemFiles.get(file) ?? readYaml({ file, bytes: sources.readBytes(file) });
  if (file.includes('/system.')) systemFiles.set(file, read);
  findings.push(...read.findings);
  return read.document;
}

/** What an environment takes from the system file: all of it, but a base none of the components. */
function systemLayer(system: SourcedDocument, own: SourcedDocument): SourcedDocument {
  const isBase = (own.value as JsonObject)['isBase'] === true;
  if (!isBase || typeof system.value !== 'object' || system.value === null) return system;
  const { components: _, ...settings } = system.value as JsonObject;
  return { ...system, value: settings };
}

async function readSide(
  input: LoadInput,
  { file, schema, findings }: { file: string; schema: FileSchema; findings: Finding[] },
): Promise<SourcedValue | undefined> {
  const document = readDocument(input, file, findings);
  if (!document) return undefined;
  const value = mergeDocuments([document]);
  await validate({ schema, value, at: '', subject: file, target: value.value, findings });
  return value;
}

/** What is missing from an environment stands in the system file, more often than not: where there is none, that is said. */
function withSystemFile(fault: Finding, { sources }: LoadInput, file: string): Finding {
  if (fault.code !== 'missing-key' || sources.exists(file)) return fault;
  return { ...fault, fix: `${fault.fix}; or write ${file}, which is not there, for what all environments share` };
}

interface Validation {
  readonly schema: FileSchema;
  readonly value: SourcedValue;
  readonly at: string;
  readonly subject: string;
  readonly target: unknown;
  readonly findings: Finding[];
}

async function validate({ schema, value, at, subject, target, findings }: Validation): Promise<void> {
  const errors = await judgeFile(schema, target);
  if (errors.length === 0) return;
  findings.push(...schemaFindings({ schema: fileSchemas[schema], errors, value, at, subject }));
}
