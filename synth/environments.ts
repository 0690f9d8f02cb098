import type { Finding } from '../schemas/primitives/finding';
import { nearest } from '../schemas/primitives/nearest';
import type { Position } from '../schemas/primitives/position';
import { catalogue, loadKinds } from './catalogue';
import type { EnvironmentFile } from './discover';
import { loadEnvironment, type LoadInput, type LoadResult, type Sources } from './load/load';
import type { Environment } from './model';
import { resolveEnvironment } from './resolve/resolve';

export interface ResolvedEnvironments {
  /** Those without a mistake, in order of their label. */
  readonly environments: readonly Environment[];
  readonly findings: readonly Finding[];
}

/** Loads and resolves environments, each after the one that it stands on and each once. */
export async function resolveEnvironments(
  sources: Sources,
  all: readonly EnvironmentFile[],
  selected: readonly EnvironmentFile[],
): Promise<ResolvedEnvironments> {
  const resolver = new Resolver(sources, all);
  const environments: Environment[] = [];
  for (const file of selected) {
    const environment = await resolver.resolve(file, []);
    if (environment) environments.push(environment);
  }
  return { environments, findings: resolver.findings };
}

interface Link {
  readonly file: EnvironmentFile;
  readonly at: Position;
}

class Resolver {
  readonly findings: Finding[] = [];
  private readonly resolved = new Map<string, Environment | undefined>();
  private readonly circles = new Set<string>();
  private readonly systemFiles: LoadInput['systemFiles'] = new Map();

  constructor(
    private readonly sources: Sources,
    private readonly all: readonly EnvironmentFile[],
  ) {}

  /** `chain` holds the environments that stand on this one, with their `base` lines: an environment met again closes a circle. */
  async resolve(file: EnvironmentFile, chain: readonly Link[]): Promise<Environment | undefined> {
    if (this.resolved.has(file.label)) return this.resolved.get(file.label);
    const result = await this.load(file);
    const environment = await this.complete(file, result, chain);
    this.resolved.set(file.label, environment);
    return environment;
  }

  private async load(file: EnvironmentFile): Promise<LoadResult> {
    const result = await loadEnvironment({
      sources: this.sources,
      systemFiles: this.systemFiles,
      system: file.system,
      name: file.name,
      parts: file.parts,
      systemParts: file.systemParts,
      loadKinds,
      kindNames: Object.keys(catalogue),
    });
    this.findings.push(...result.findings);
    return result;
  }

  private async complete(
    file: EnvironmentFile,
    { loaded, kinds, findings }: LoadResult,
    chain: readonly Link[],
  ): Promise<Environment | undefined> {
    if (!loaded) return undefined;
    const baseName = loaded.description.base;
    const at = loaded.positionOf('/base');
    const base = typeof baseName === 'string' ? await this.base(file, baseName, [...chain, { file, at }]) : undefined;
    if (findings.length > 0 || (baseName !== undefined && !base)) return undefined;
    const { environment, findings: own } = resolveEnvironment({ loaded, kinds, ...(base ? { base } : {}) });
    this.findings.push(...own);
    return own.some(({ severity }) => severity === 'error') ? undefined : environment;
  }

  private async base(file: EnvironmentFile, name: string, chain: readonly Link[]): Promise<Environment | undefined> {
    const circle = chain.findIndex((link) => link.file.system === file.system && link.file.name === name);
    if (circle >= 0) {
      this.reportCircle(chain.slice(circle));
      return undefined;
    }
    const siblings = this.all.filter(({ system }) => system === file.system);
    const target = siblings.find((sibling) => sibling.name === name);
    if (target) return this.resolve(target, chain);
    const near = nearest(
      name,
      siblings.map((sibling) => sibling.name),
    );
    this.findings.push({
      code: 'unknown-base',
      severity: 'error',
      at: (chain.at(-1) as Link).at,
      subject: file.label,
      message: `there is no environment ${name} of ${file.system}`,
      expected: `one of ${siblings.map((sibling) => sibling.name).join(', ')}`,
      fix: near === undefined ? 'name one that exists' : `did you mean ${near}?`,
    });
    return undefined;
  }

  private reportCircle(chain: readonly Link[]): void {
    const labels = chain.map(({ file }) => file.label);
    const key = [...labels].sort().join(' ');
    if (this.circles.has(key)) return;
    this.circles.add(key);
    const [first, ...others] = chain as [Link, ...Link[]];
    this.findings.push({
      code: 'circular-base',
      severity: 'error',
      at: first.at,
      subject: first.file.label,
      message: `environments stand on each other in a circle: ${[...labels, labels[0]].join(' → ')}`,
      fix: 'remove one of these base lines',
      related: others.map(({ file, at }) => ({ at, message: `base of ${file.label}` })),
    });
  }
}
