import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';

/** One scalar in a committed file that a row's test has read. */
export interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** A block of Terraform, and where it stands. */
export interface Found {
  /** Name of its workspace. */
  readonly workspace: string;
  readonly id: string;
  readonly block: JsonObject;
}

/** Committed output, parsed: all that a row's test may look at. It takes note of every scalar that is read from it. */
export class OutputTree {
  private readonly pathsOfKind = new Map<string, readonly string[]>();
  private readonly files = new Map<string, readonly string[]>();
  private readonly places = new Map<string, readonly Place[]>();
  private readonly parts = new Map<string, OutputTree>();

  private constructor(
    private readonly documents: ReadonlyMap<string, Json>,
    /** What was read, of the whole output and of its parts alike. */
    private readonly noted: { places?: Map<string, Place> | undefined },
  ) {}

  /** Reads the files below some folders once. */
  static read(root: string, folders: readonly string[]): OutputTree {
    return new OutputTree(new Map(folders.flatMap((folder) => documentsBelow(root, folder))), {});
  }

  /** What one system has of the output, or several together. */
  of(...systems: readonly string[]): OutputTree {
    const names = systems.join('|');
    const known = this.parts.get(names);
    if (known) return known;
    const own = new RegExp(`^(workspaces|clusters|[.]github/workflows)/(${names})-`);
    const part = new OutputTree(new Map([...this.documents].filter(([path]) => own.test(path))), this.noted);
    this.parts.set(names, part);
    return part;
  }

  /** Paths of the files, in order. */
  paths(pattern: RegExp): string[] {
    return [...this.documents.keys()].filter((path) => pattern.test(path));
  }

  /** A file's content. */
  file(path: string): JsonObject {
    const document = this.documents.get(path);
    if (document === undefined) throw new Error(`there is no file ${path}`);
    return this.watched(document, { file: path, path: [] }) as JsonObject;
  }

  /** Blocks of one Terraform type in a workspace, by logical id. @param section `resource`, `data`, `output`… */
  blocks(workspace: string, section: string, type?: string): Record<string, JsonObject> {
    const found: Record<string, JsonObject> = {};
    for (const path of this.filesOf(workspace)) {
      const document = this.documents.get(path) as JsonObject;
      const raw = document[section] as JsonObject | undefined;
      const inType = type === undefined ? raw : (raw?.[type] as JsonObject | undefined);
      for (const id of Object.keys(inType ?? {})) {
        const at = type === undefined ? [section, id] : [section, type, id];
        found[id] = this.watched((inType as JsonObject)[id] as Json, { file: path, path: at }) as JsonObject;
      }
    }
    return found;
  }

  /** Blocks of one Terraform type in every workspace, in order of the files. @param section `resource`, `data` */
  everywhere(type: string, section = 'resource'): Found[] {
    return this.placesOf(section, type).map((place) => this.foundAt(place));
  }

  private foundAt({ file, path }: Place): Found {
    const block = this.watched(this.valueAt({ file, path }), { file, path }) as JsonObject;
    return { workspace: file.split('/')[1] as string, id: String(path[2]), block };
  }

  private placesOf(section: string, type: string): readonly Place[] {
    const key = `${section}.${type}`;
    const known = this.places.get(key);
    if (known) return known;
    const found = this.paths(/^workspaces\//).flatMap((file) => {
      const blocks = ((this.documents.get(file) as JsonObject)[section] as JsonObject | undefined)?.[type] ?? {};
      return Object.keys(blocks).map((id): Place => ({ file, path: [section, type, id] }));
    });
    this.places.set(key, found);
    return found;
  }

  private filesOf(workspace: string): readonly string[] {
    const known = this.files.get(workspace);
    if (known) return known;
    const found = this.paths(new RegExp(`^workspaces/${workspace}/[^/]+\\.tf\\.json$`));
    if (found.length === 0) throw new Error(`there is no workspace ${workspace}`);
    this.files.set(workspace, found);
    return found;
  }

  resources(workspace: string, type: string): Record<string, JsonObject> {
    return this.blocks(workspace, 'resource', type);
  }

  /** One resource. */
  resource(workspace: string, type: string, id: string): JsonObject {
    const found = this.resources(workspace, type);
    const resource = found[id];
    if (!resource)
      throw new Error(
        `${workspace} has no ${type}.${id}; it has ${Object.keys(found).join(', ') || 'none of the type'}`,
      );
    return resource;
  }

  /** Manifests of one kind, wherever they are. `namespace` and `name` narrow it down. Looking for them is not reading them. */
  manifests(
    kind: string,
    where: { readonly namespace?: string; readonly name?: string; readonly app?: string } = {},
  ): JsonObject[] {
    return this.pathsOf(kind).flatMap((path) => {
      const document = this.documents.get(path) as JsonObject;
      const metadata = (document['metadata'] ?? {}) as { name?: string; namespace?: string };
      const fits =
        (where.name === undefined || metadata.name === where.name) &&
        (where.namespace === undefined || metadata.namespace === where.namespace) &&
        (where.app === undefined || path.split('/')[2] === where.app);
      return fits ? [this.file(path)] : [];
    });
  }

  private pathsOf(kind: string): readonly string[] {
    const known = this.pathsOfKind.get(kind);
    if (known) return known;
    const found = this.paths(/^clusters\/.*\.yaml$/).filter(
      (path) => (this.documents.get(path) as JsonObject)['kind'] === kind,
    );
    this.pathsOfKind.set(kind, found);
    return found;
  }

  /** The one manifest of a kind and name. */
  manifest(kind: string, name: string, namespace?: string): JsonObject {
    const found = this.manifests(kind, { name, ...(namespace === undefined ? {} : { namespace }) });
    const [first] = found;
    if (found.length !== 1 || !first) throw new Error(`${found.length} manifests ${kind} ${namespace ?? ''}/${name}`);
    return first;
  }

  /** Runs something and returns the scalars that it read. */
  record(run: () => void): Place[] {
    const places = new Map<string, Place>();
    this.noted.places = places;
    try {
      run();
      return [...places.values()];
    } finally {
      this.noted.places = undefined;
    }
  }

  /** Looks for something: what is looked at on the way is not noted as read, what is found is when it is. */
  seek<Found>(find: () => Found): Found {
    const { places } = this.noted;
    this.noted.places = undefined;
    try {
      return find();
    } finally {
      this.noted.places = places;
    }
  }

  /** Runs something with one scalar altered, or deleted when there is no value; then all is as before. */
  withChange<Result>(place: Place, change: { readonly value: Json } | 'delete', run: () => Result): Result {
    const parent = place.path
      .slice(0, -1)
      .reduce<Json>(
        (value, key) => (value as Record<string | number, Json>)[key] as Json,
        this.documents.get(place.file) as Json,
      ) as Record<string | number, Json>;
    const key = place.path.at(-1) as string | number;
    const before = Array.isArray(parent) ? [...(parent as Json[])] : { ...parent };
    if (change !== 'delete') parent[key] = change.value;
    else if (Array.isArray(parent)) (parent as Json[]).splice(key as number, 1);
    else Reflect.deleteProperty(parent, key);
    try {
      return run();
    } finally {
      restore(parent, before);
    }
  }

  /** The value at a place. */
  valueAt(place: Place): Json {
    return place.path.reduce<Json>(
      (value, key) => (value as Record<string | number, Json>)[key] as Json,
      this.documents.get(place.file) as Json,
    );
  }

  private watched(value: Json, at: Place): Json {
    if (typeof value !== 'object' || value === null) {
      this.noted.places?.set(`${at.file}#${at.path.join('/')}`, at);
      return value;
    }
    return new Proxy(value, {
      get: (target, key, receiver) => {
        const found = Reflect.get(target, key, receiver) as Json;
        if (typeof key === 'symbol' || typeof found === 'function' || !Object.hasOwn(target, key) || key === 'length')
          return found;
        return this.watched(found, { file: at.file, path: [...at.path, Array.isArray(target) ? Number(key) : key] });
      },
    });
  }
}

function restore(parent: Record<string | number, Json>, before: Json[] | Record<string, Json>): void {
  if (Array.isArray(before)) {
    (parent as unknown as Json[]).splice(0, (parent as unknown as Json[]).length, ...before);
    return;
  }
  for (const key of Object.keys(parent)) Reflect.deleteProperty(parent, key);
  Object.assign(parent, before);
}

function documentsBelow(root: string, folder: string): [string, Json][] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return documentsBelow(root, path);
      const isDocument = /\.(json|ya?ml)$/.test(path);
      return isDocument ? [[path, parseFile(path, readFileSync(join(root, path), 'utf8'))] as [string, Json]] : [];
    });
}

function parseFile(path: string, text: string): Json {
  return (path.endsWith('.json') ? JSON.parse(text) : parse(text)) as Json;
}
