import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { findingAt, inside, type Place } from './terraform-place';

/** One block of a workspace. */
export interface Block {
  readonly place: Place;
  readonly body: JsonObject;
}

/** A resource, a data source, or an ephemeral resource. */
export interface Resource extends Block {
  readonly mode: 'resource' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  /** `aws_vpc.main`, `data.aws_ami.base`. */
  readonly address: string;
}

/** A block with one label: a variable, an output, a module, a provider configuration, a `check`. */
export interface Named extends Block {
  readonly name: string;
}

/** A Terraform root module: the union of the files of a folder under `workspaces/`. */
export interface TerraformWorkspace {
  readonly name: string;
  /** By address. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly variables: ReadonlyMap<string, Named>;
  readonly outputs: ReadonlyMap<string, Named>;
  readonly modules: ReadonlyMap<string, Named>;
  /** By name: the value of each. */
  readonly locals: ReadonlyMap<string, { readonly place: Place; readonly value: Json }>;
  /** By `aws` or `aws.alias`. */
  readonly providers: ReadonlyMap<string, Named>;
  readonly settings: readonly Block[];
  readonly moved: readonly Block[];
  readonly removed: readonly Block[];
  readonly imports: readonly Block[];
  readonly checks: readonly Named[];
  /** Files that nothing is known of, with the reason. */
  readonly opaque: readonly Artifact[];
}

/** Keys of a file, with the number of labels that their blocks have. */
const LABELS: Readonly<Record<string, number>> = {
  check: 1,
  data: 2,
  ephemeral: 2,
  import: 0,
  locals: 0,
  module: 1,
  moved: 0,
  output: 1,
  provider: 1,
  removed: 0,
  resource: 2,
  terraform: 0,
  variable: 1,
};

const FOLDER = /^workspaces\/([^/]+)\/[^/]+\.tf\.json$/;

/** Workspaces by name, from all Terraform files of a run. */
export function readWorkspaces(artifacts: readonly Artifact[]): {
  workspaces: Map<string, TerraformWorkspace>;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const files = new Map<string, Artifact[]>();
  for (const artifact of artifacts) {
    if (artifact.plane !== 'terraform') continue;
    const name = FOLDER.exec(artifact.path)?.[1];
    if (name === undefined) continue;
    const list = files.get(name);
    if (list === undefined) files.set(name, [artifact]);
    else list.push(artifact);
  }
  const workspaces = new Map<string, TerraformWorkspace>();
  for (const [name, list] of files) workspaces.set(name, new WorkspaceReader(name, findings).read(list));
  return { workspaces, findings };
}

class WorkspaceReader {
  private readonly resources = new Map<string, Resource>();
  private readonly variables = new Map<string, Named>();
  private readonly outputs = new Map<string, Named>();
  private readonly modules = new Map<string, Named>();
  private readonly locals = new Map<string, { place: Place; value: Json }>();
  private readonly providers = new Map<string, Named>();
  private readonly settings: Block[] = [];
  private readonly moved: Block[] = [];
  private readonly removed: Block[] = [];
  private readonly imports: Block[] = [];
  private readonly checks: Named[] = [];
  private readonly opaque: Artifact[] = [];

  constructor(
    private readonly name: string,
    private readonly findings: Finding[],
  ) {}

  read(files: readonly Artifact[]): TerraformWorkspace {
    for (const artifact of files) this.readFile(artifact);
    const { name, resources, variables, outputs, modules, locals, providers } = this;
    const { settings, moved, removed, imports, checks, opaque } = this;
    return {
      name,
      resources,
      variables,
      outputs,
      modules,
      locals,
      providers,
      settings,
      moved,
      removed,
      imports,
      checks,
      opaque,
    };
  }

  private readFile(artifact: Artifact): void {
    if (artifact.opaque !== undefined) {
      this.opaque.push(artifact);
      return;
    }
    const root: Place = { artifact, pointer: '' };
    if (typeof artifact.content === 'string') {
      this.misplaced(root, 'the file', 'a JSON object');
      return;
    }
    for (const [key, value] of Object.entries(artifact.content)) {
      const place = inside(root, key);
      const labels = LABELS[key];
      if (key === '//') continue;
      if (labels === undefined) {
        const near = nearest(key, Object.keys(LABELS));
        this.findings.push(
          findingAt('terraform-structure', place, {
            subject: key,
            message: `a Terraform file has no blocks "${key}"`,
            expected: Object.keys(LABELS).join(', '),
            fix: near === undefined ? 'Take the key out.' : `Write "${near}".`,
          }),
        );
        continue;
      }
      for (const block of this.blocks(value, place, { labels, key })) this.add(key, block);
    }
  }

  /** Blocks below a key: objects by label, each level an object or a list of them. */
  private *blocks(value: Json, place: Place, depth: { labels: number; key: string }): Generator<Labelled> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) yield* this.blocks(item, inside(place, index), depth);
      return;
    }
    if (value === null || typeof value !== 'object') {
      this.misplaced(place, depth.key, depth.labels === 0 ? 'an object, or a list of objects' : 'an object by name');
      return;
    }
    if (depth.labels === 0) {
      yield { labels: [], place, body: value };
      return;
    }
    for (const [label, inner] of Object.entries(value)) {
      if (label === '//') continue;
      const below = this.blocks(inner, inside(place, label), { labels: depth.labels - 1, key: depth.key });
      for (const block of below) yield { ...block, labels: [label, ...block.labels] };
    }
  }

  private add(key: string, { labels, place, body }: Labelled): void {
    const [first = '', second = ''] = labels;
    const block: Block = { place, body };
    const named: Named = { ...block, name: first };
    if (key === 'resource' || key === 'data' || key === 'ephemeral') {
      const address = key === 'resource' ? `${first}.${second}` : `${key}.${first}.${second}`;
      this.unique(this.resources, address, { ...block, mode: key, type: first, name: second, address });
    } else if (key === 'provider') {
      const { alias } = body;
      this.unique(this.providers, typeof alias === 'string' ? `${first}.${alias}` : first, named);
    } else if (key === 'locals') {
      for (const [name, value] of Object.entries(body))
        this.unique(this.locals, name, { place: inside(place, name), value });
    } else if (key === 'variable' || key === 'output' || key === 'module') {
      this.unique({ variable: this.variables, output: this.outputs, module: this.modules }[key], first, named);
    } else if (key === 'check') {
      this.checks.push(named);
    } else {
      this.unnamed(key)?.push(block);
    }
  }

  private unnamed(key: string): Block[] | undefined {
    return { terraform: this.settings, moved: this.moved, removed: this.removed, import: this.imports }[key];
  }

  private unique<T extends { readonly place: Place }>(map: Map<string, T>, key: string, value: T): void {
    const first = map.get(key);
    if (first === undefined) {
      map.set(key, value);
      return;
    }
    const what = /^\/(\w+)/.exec(value.place.pointer)?.[1] ?? '';
    const subject = ['resource', 'data', 'ephemeral'].includes(what) ? key : `${what} ${key}`;
    this.findings.push(
      findingAt('terraform-duplicate', value.place, {
        subject,
        message: `${this.name} declares ${subject} twice; the first one is in ${first.place.artifact.path}`,
        fix: 'Rename or remove one of the two.',
        related: [{ place: first.place, message: 'the first one' }],
      }),
    );
  }

  private misplaced(place: Place, what: string, expected: string): void {
    this.findings.push(
      findingAt('terraform-structure', place, {
        subject: what,
        message: `${what} does not hold what Terraform reads there`,
        expected,
        fix: `Write ${expected}.`,
      }),
    );
  }
}

interface Labelled extends Block {
  readonly labels: readonly string[];
}
