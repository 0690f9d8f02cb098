import { Script } from 'node:vm';

/** Says whether a value is right. Left by ajv on the function where it is not: `errors`. */
type Accept = ((value: unknown) => boolean) & { errors?: unknown };

/** A validator made with what it needs: others by name, and the length of a text in characters. */
type Factory = (need: (name: string) => Accept, length: (text: string) => number) => Accept;

interface Compiled {
  /** Kinds that carry rules beyond JSON Schema. */
  readonly rules: readonly string[];
  readonly make: Readonly<Record<string, Factory>>;
}

/** Reads a file that a build may have made; nothing where it is not there. */
export type ReadBuilt = (name: string) => Uint8Array | undefined;

/** Validators of one file that the build compiled ahead of time. */
export class CompiledValidators {
  private readonly compiled: Compiled;
  private readonly validators = new Map<string, Accept>();

  constructor(
    script: Script,
    /** Has what this file does not: the definitions of Kubernetes that custom resources refer to. */
    private readonly elsewhere: (name: string) => Accept,
  ) {
    this.compiled = script.runInThisContext() as Compiled;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.compiled.make, name);
  }

  hasRules(name: string): boolean {
    return this.compiled.rules.includes(name);
  }

  /** The validator of a definition. It is made when it is first called, since most are never reached. */
  readonly need = (name: string): Accept => {
    const known = this.validators.get(name);
    if (known !== undefined) return known;
    const factory = this.compiled.make[name];
    if (factory === undefined) return this.elsewhere(name);
    let made: Accept | undefined;
    const accept: Accept = (value) => {
      made ??= factory(this.need, countCharacters);
      const accepted = made(value);
      accept.errors = made.errors;
      return accepted;
    };
    this.validators.set(name, accept);
    return accept;
  };

  /** For the build. */
  callAll(): void {
    for (const name of Object.keys(this.compiled.make)) this.need(name)(0);
  }
}

/** Compiled validators of all versions and groups that the build made, each file read when it is first asked for. */
export class CompiledFiles {
  private readonly files = new Map<string, CompiledValidators | undefined>();

  constructor(private readonly readBuilt: ReadBuilt) {}

  /** The file that has a kind (`apps/v1 Deployment`); nothing where no build has made one that does. */
  of(name: string, group: string, version: string): CompiledValidators | undefined {
    const core = this.file(version, version);
    if (core === undefined || core.has(name)) return core;
    const custom = group.includes('.') ? this.file(group, version) : undefined;
    return custom?.has(name) === true ? custom : undefined;
  }

  private file(name: string, version: string): CompiledValidators | undefined {
    const key = `${version} ${name}`;
    if (this.files.has(key)) return this.files.get(key);
    const script = this.script(name);
    const file = script && new CompiledValidators(script, (needed) => this.core(needed, version));
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

/** Length as a schema counts it: characters, not the units that make them. */
function countCharacters(text: string): number {
  let length = 0;
  for (const _character of text) length++;
  return length;
}
