import { compareText } from '../../primitives/finding';
import { LineFile, type Line } from './line-file';
import { references, type Schema, type Scope } from './schema';

/** Text of a file below the repository root. The file system stays with whoever passes this. */
export type ReadText = (path: string) => string;

/** A kind of object, and how it is judged. */
export interface KindSchema {
  readonly apiVersion: string;
  readonly kind: string;
  /** Unset for what the API never stores (reviews, lists). */
  readonly scope?: Scope;
  /** Some part of it carries rules in CEL, or lists whose items are told apart by a key. */
  readonly rules: boolean;
  /** `custom`: a resource that the cluster must be taught first. */
  readonly origin: 'kubernetes' | 'custom';
  /** Self-contained but for references to `#/$defs/<name>`, see {@link SchemaStore.definition}. */
  readonly schema: Schema;
}

interface Sources {
  readonly kubernetes: readonly { readonly version: string }[];
  readonly custom: readonly { readonly groups: readonly string[] }[];
  readonly written: readonly { readonly groups: readonly string[] }[];
}

const folder = 'schemas/upstream';

/**
 * The committed schemas, read as they are needed: a line of a file is parsed when its definition is asked for.
 * `version` is a minor version of Kubernetes (`1.33`); patch versions (`1.33.4`) and a leading `v` are understood.
 */
export class SchemaStore {
  private readonly files = new Map<string, LineFile>();
  private sources: Sources | undefined;

  constructor(private readonly readText: ReadText) {}

  /** Minor versions that there are schemas for, oldest first. */
  knownVersions(): readonly string[] {
    return this.read().kubernetes.map(({ version }) => version);
  }

  /** API groups of custom resources that there are schemas for. */
  customGroups(): readonly string[] {
    return [...this.groups()].sort(compareText);
  }

  /** The minor version that stands for this one; nothing where there are no schemas for it. */
  supported(version: string): string | undefined {
    const minor = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(version)?.[1];
    return this.knownVersions().find((known) => known === minor);
  }

  /** The schema of a kind; nothing where the version has no such kind. */
  find(apiVersion: string, kind: string, version: string): KindSchema | undefined {
    const group = groupOf(apiVersion);
    const custom = this.groups().has(group);
    const line = (custom ? this.customFile(group) : this.kubernetesFile(version)).find(`${apiVersion} ${kind}`);
    if (line === undefined) return undefined;
    const origin = custom ? 'custom' : 'kubernetes';
    return { apiVersion, kind, rules: false, ...fields(line), origin, schema: line.schema };
  }

  /** Every kind of a version, with all custom ones, as `apps/v1 Deployment`, sorted. */
  kinds(version: string): string[] {
    const files = [this.kubernetesFile(version), ...this.customGroups().map((group) => this.customFile(group))];
    return files.flatMap((file) => file.names().filter((name) => name.includes(' '))).sort(compareText);
  }

  /** Whether the group is one of Kubernetes' own in any version, so that the store knows all of its kinds. */
  isBuiltin(group: string): boolean {
    return this.knownVersions().some((version) =>
      this.kubernetesFile(version)
        .names()
        .some((name) => name.includes(' ') && groupOf(name.slice(0, name.indexOf(' '))) === group),
    );
  }

  /**
   * A definition that a schema refers to.
   *
   * @param group the API group of the kind whose schema refers to it
   * @throws where there is none: the committed data is broken
   */
  definition(name: string, group: string, version: string): Schema {
    const custom = this.groups().has(group);
    const line = (custom ? this.customFile(group).find(name) : undefined) ?? this.kubernetesFile(version).find(name);
    if (line === undefined) throw new Error(`no schema definition ${name} for Kubernetes ${version}`);
    return line.schema;
  }

  /** The definitions that a kind needs, those that they need included, by name. */
  closure(kind: KindSchema, version: string): Map<string, Schema> {
    const needed = new Map<string, Schema>();
    const waiting = references(kind.schema);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (needed.has(name)) continue;
      const schema = this.definition(name, groupOf(kind.apiVersion), version);
      needed.set(name, schema);
      waiting.push(...references(schema));
    }
    return new Map([...needed].sort(([a], [b]) => compareText(a, b)));
  }

  /** All definitions and kinds of one file: of a version, or of a group of custom resources. */
  entries(file: { readonly version: string } | { readonly group: string }): Map<string, Schema> {
    const lines = this.part(file);
    return new Map(lines.names().map((name) => [name, lines.find(name)?.schema ?? {}]));
  }

  /** Whether a kind of a file has {@link KindSchema.rules}. */
  hasRules(file: { readonly version: string } | { readonly group: string }, name: string): boolean {
    return this.part(file).find(name)?.rules === true;
  }

  private part(file: { readonly version: string } | { readonly group: string }): LineFile {
    return 'version' in file ? this.kubernetesFile(file.version) : this.customFile(file.group);
  }

  private kubernetesFile(version: string): LineFile {
    const minor = this.supported(version);
    if (minor === undefined) throw new Error(`no schemas for Kubernetes ${version}`);
    const key = `kubernetes ${minor}`;
    return this.file(key, () => new LineFile(this.definitionsText(), minor));
  }

  private customFile(group: string): LineFile {
    return this.file(group, () => new LineFile(this.readText(`${folder}/custom/${group}.jsonl`)));
  }

  private text: string | undefined;

  private definitionsText(): string {
    this.text ??= this.readText(`${folder}/kubernetes/definitions.jsonl`);
    return this.text;
  }

  private file(key: string, make: () => LineFile): LineFile {
    let file = this.files.get(key);
    if (file === undefined) this.files.set(key, (file = make()));
    return file;
  }

  private customGroupSet: ReadonlySet<string> | undefined;

  private groups(): ReadonlySet<string> {
    const { custom, written } = this.read();
    this.customGroupSet ??= new Set([...custom, ...written].flatMap(({ groups }) => groups));
    return this.customGroupSet;
  }

  private read(): Sources {
    this.sources ??= JSON.parse(this.readText(`${folder}/sources.json`)) as Sources;
    return this.sources;
  }
}

/** `apps/v1` → `apps`; the core group, `v1`, has the empty name. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

function fields(line: Line): Pick<KindSchema, 'scope'> & { rules?: boolean } {
  return { ...(line.scope && { scope: line.scope }), ...(line.rules && { rules: true }) };
}
