/** Says whether a value is right. Left by ajv on the function where it is not: `errors`. */
export type Accept = ((value: unknown) => boolean) & { errors?: unknown };

/** A validator made with what it needs: others by name, and the length of a text in characters. */
export type Factory = (need: (name: string) => Accept, length: (text: string) => number) => Accept;

/** Validators that the build compiled ahead of time, by the name of what they judge. */
export class CompiledValidators {
  private readonly validators = new Map<string, Accept>();

  constructor(
    private readonly make: Readonly<Record<string, Factory>>,
    /** Has what this file does not: the definitions of Kubernetes that custom resources refer to. */
    private readonly elsewhere: (name: string) => Accept = missing,
  ) {}

  has(name: string): boolean {
    return Object.hasOwn(this.make, name);
  }

  /** The validator of a definition. It is made when it is first called, since most are never reached. */
  readonly need = (name: string): Accept => {
    const known = this.validators.get(name);
    if (known !== undefined) return known;
    if (!this.has(name)) return this.elsewhere(name);
    let made: Accept | undefined;
    const accept: Accept = (value) => {
      made ??= this.make[name]?.(this.need, countCharacters) ?? missing(name);
      const accepted = made(value);
      accept.errors = made.errors;
      return accepted;
    };
    this.validators.set(name, accept);
    return accept;
  };

  /** Calls each once, for the build: V8 keeps the machine form of what has run alone. */
  callAll(): void {
    for (const name of Object.keys(this.make)) this.need(name)(0);
  }
}

function missing(name: string): never {
  throw new Error(`no compiled validator ${name}`);
}

/** Length as a schema counts it: characters, not the units that make them. */
function countCharacters(text: string): number {
  let length = 0;
  for (const _character of text) length++;
  return length;
}
