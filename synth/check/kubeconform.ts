import { createHash } from 'node:crypto';
import { compareText, type Finding } from '../../schemas/primitives/finding';
import { groupBy } from '../../schemas/primitives/group-by';
import type { Position } from '../../schemas/primitives/position';
import { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { schemaLocations, unpack } from '../../schemas/upstream/kubernetes/unpack';
import { createDirectories, removeTree } from '../host/files';
import type { Files, Host } from '../host/host';
import { parentOf } from '../host/path';

/** Which schemas kubeconform holds manifests against. */
export type KubeconformSchemas =
  /** The committed ones, unpacked. */
  | 'committed'
  /** Its own, from the network, for Kubernetes' kinds; the committed ones for custom resources. */
  | 'upstream';

export interface KubeconformOptions {
  readonly host: Host;
  /** Version of Kubernetes that the cluster of a file runs. */
  readonly versionOf: (path: string) => string;
  /** Place to edit for a JSON pointer of a file. @default the start of the file */
  readonly positionOf?: (path: string, pointer: string) => Position;
  /** @default 'committed' */
  readonly schemas?: KubeconformSchemas;
  /** The program. @default the one that `make tools` put into the repository, or the one on the PATH */
  readonly program?: string;
}

/** What kubeconform says of one object. */
export interface KubeconformVerdict {
  readonly path: string;
  /** `Deployment user` */
  readonly subject: string;
  readonly state: 'valid' | 'invalid' | 'unknown';
}

export interface KubeconformReport {
  readonly verdicts: readonly KubeconformVerdict[];
  readonly findings: readonly Finding[];
}

interface Answer {
  readonly resources?: readonly {
    readonly filename: string;
    readonly kind: string;
    readonly name: string;
    readonly status: string;
    readonly msg: string;
  }[];
}

/** Files in one call: command lines have an end. */
const filesPerCall = 500;

/**
 * Judges manifest files on the disk with kubeconform, the second engine beside ajv.
 *
 * @param paths below the repository root
 * @throws where kubeconform is missing or fails
 */
export async function runKubeconform(
  paths: readonly string[],
  options: KubeconformOptions,
): Promise<KubeconformReport> {
  const store = new SchemaStore((path) => options.host.installation.files.readText(path));
  const verdicts: KubeconformVerdict[] = [];
  const findings: Finding[] = [];
  for (const [version, files] of byVersion(paths, options)) {
    const locations = schemaArguments(store, version, options);
    for (let first = 0; first < files.length; first += filesPerCall) {
      const answer = await call(options, [...locations, ...files.slice(first, first + filesPerCall)]);
      for (const resource of answer.resources ?? []) {
        const subject = `${resource.kind} ${resource.name}`.trim();
        const state = states[resource.status];
        if (state === undefined) continue;
        verdicts.push({ path: resource.filename, subject, state });
        if (state !== 'valid') findings.push(...findingsOf(resource, subject, options));
      }
    }
  }
  verdicts.sort((a, b) => compareText(a.path, b.path) || compareText(a.subject, b.subject));
  return { verdicts, findings };
}

/** Of an empty document kubeconform says nothing. */
const states: Readonly<Record<string, KubeconformVerdict['state']>> = {
  statusValid: 'valid',
  statusInvalid: 'invalid',
  statusError: 'unknown',
};

function byVersion(paths: readonly string[], { versionOf }: KubeconformOptions): Map<string, string[]> {
  return groupBy([...paths].sort(compareText), versionOf);
}

function schemaArguments(store: SchemaStore, version: string, { host, schemas }: KubeconformOptions): string[] {
  const minor = store.supported(version);
  const folder = unpackAll(store, minor ?? store.knownVersions().at(-1) ?? version, host);
  const committed = schemaLocations.map((location) => `${folder}/${location}`);
  const locations = schemas === 'upstream' ? ['default', ...committed.slice(1)] : committed;
  return [
    ...['-strict', '-verbose', '-output', 'json', '-kubernetes-version', `${minor ?? version}.0`],
    ...locations.flatMap((location) => ['-schema-location', location]),
  ];
}

/** Unpacks the schemas of a version into a cache folder named after their content, where they are not there yet. */
export function unpackAll(store: SchemaStore, version: string, files: Files): string {
  const unpacked = store.kinds(version).map((name) => {
    const [apiVersion = '', kind = ''] = name.split(' ');
    const schema = store.find(apiVersion, kind, version);
    if (schema === undefined) throw new Error(`no schema of ${name}`);
    return unpack(store, schema, version);
  });
  const hash = createHash('sha256');
  for (const { path, text } of unpacked) hash.update(`${path}\0${text}`);
  const folder = `.cache/kubeconform/${version}-${hash.digest('hex').slice(0, 12)}`;
  if (files.exists(folder)) return folder;
  // Unpacked beside and renamed: a folder of that name is whole.
  const partial = `${folder}.partial`;
  removeTree(files, partial);
  for (const { path, text } of unpacked) {
    createDirectories(files, parentOf(`${partial}/${path}`));
    files.createFile(`${partial}/${path}`, text);
  }
  files.rename(partial, folder);
  return folder;
}

async function call({ host, program }: KubeconformOptions, args: readonly string[]): Promise<Answer> {
  const own = '.tools/bin/kubeconform';
  const command = program ?? (host.exists(own) ? `${host.root}/${own}` : 'kubeconform');
  const { outcome, stdout, stderr } = await host.run(command, args);
  if (outcome === 'missing')
    throw new Error('kubeconform is not there: `make tools` puts it into .tools/bin, or install it on the PATH');
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    throw new Error(`kubeconform failed: ${stderr.trim() || stdout.trim() || outcome}`);
  }
}

function findingsOf(
  resource: { readonly filename: string; readonly status: string; readonly msg: string },
  subject: string,
  { positionOf }: KubeconformOptions,
): Finding[] {
  const path = resource.filename;
  const finding = (pointer: string, message: string): Finding => ({
    code: resource.status === 'statusInvalid' ? 'kubeconform-refused' : 'kubeconform-could-not-check',
    severity: 'error',
    at: positionOf?.(path, pointer) ?? { file: path, line: 1, column: 1 },
    subject: subject === '' ? path : subject,
    message: `kubeconform: ${message}`,
    fix: 'Mend what kubeconform names.',
    output: `${path}#${pointer}`,
  });
  const leaves = causes(resource.msg).map(({ pointer, message }) => finding(pointer, message));
  return leaves.length > 0 ? leaves : [finding('', resource.msg)];
}

/** `… - at '/spec/replicas': got string, want integer - at …`: the tree of causes in one line; its leaves say what is wrong. */
function causes(message: string): { readonly pointer: string; readonly message: string }[] {
  const parts = message.split(/\s+- at '(.*?)': /).slice(1);
  const found: { pointer: string; message: string }[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const said = (parts[index + 1] ?? '').replaceAll('<nil>', 'null');
    if (said !== 'validation failed') found.push({ pointer: parts[index] ?? '', message: said });
  }
  return found;
}
