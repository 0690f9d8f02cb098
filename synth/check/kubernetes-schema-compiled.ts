import { Script } from 'node:vm';
import { CompiledValidators, type Accept, type Factory } from './compiled-validators';

interface Compiled {
  /** Kinds that carry rules beyond JSON Schema. */
  readonly rules: readonly string[];
  readonly make: Readonly<Record<string, Factory>>;
}

/** Reads a file that a build may have made; nothing where it is not there. */
export type ReadBuilt = (name: string) => Uint8Array | undefined;

/** What a build made for one version of Kubernetes, or for one group of custom resources. */
export class CompiledFile extends CompiledValidators {
  private readonly rules: readonly string[];

  constructor(script: Script, elsewhere: (name: string) => Accept) {
    const { make, rules } = script.runInThisContext() as Compiled;
    super(make, elsewhere);
    this.rules = rules;
  }

  hasRules(name: string): boolean {
    return this.rules.includes(name);
  }
}

/** Compiled validators of all versions and groups that the build made, each file read when it is first asked for. */
export class CompiledFiles {
  private readonly files = new Map<string, CompiledFile | undefined>();

  constructor(private readonly readBuilt: ReadBuilt) {}

  /** The file that has a kind (`apps/v1 Deployment`); nothing where no build has made one that does. */
  of(name: string, group: string, version: string): CompiledFile | undefined {
    const core = this.file(version, version);
    if (core === undefined || core.has(name)) return core;
    const custom = group.includes('.') ? this.file(group, version) : undefined;
    return custom?.has(name) === true ? custom : undefined;
  }

  private file(name: string, version: string): CompiledFile | undefined {
    const key = `${version} ${name}`;
    if (this.files.has(key)) return this.files.get(key);
    const script = this.script(name);
    const file = script && new CompiledFile(script, (needed) => this.core(needed, version));
    this.files.set(key, file);
    return file;
  }

  private core(name: string, version: string): Accept {
    const core = this.file(version, version);
    if (core?.has(name) !== true) throw new Error(`no compiled validator ${name} for Kubernetes ${version}`);
    return core.need(name);
  }

  private script(name: string): Script | undefined {
    const code = this.readBuilt(`${name}.js`);
    if (code === undefined) return undefined;
    const cachedData = this.readBuilt(`${name}.cache`);
    // The code is ASCII: read as such, V8 keeps it at a byte a character.
    const text = Buffer.from(code.buffer, code.byteOffset, code.byteLength).toString('latin1');
    return new Script(text, cachedData && { cachedData: Buffer.from(cachedData) });
  }
}
