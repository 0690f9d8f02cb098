import { Script } from 'node:vm';
import type { StoredMembers, TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import type { Members, TypeKey } from '../../schemas/upstream/terraform/type-schema';
import { CompiledValidators, type Factory } from './compiled-validators';

/** The files that a build writes: code, and what V8 made of it (of use to the same version of Node.js alone). */
export const compiledFiles = { code: 'terraform.js', cache: 'terraform.cache' } as const;

/** What the code of a build comes to. */
interface Compiled {
  /** npm versions of the provider packages that it was made from, by provider. */
  readonly packages: Readonly<Record<string, string>>;
  /** Members of the types, as JSON text: parsed only when asked for. */
  readonly members: Readonly<Record<string, string>>;
  readonly make: Readonly<Record<string, Factory>>;
}

/** What a build made of the shapes of Terraform types. */
export class CompiledTerraform {
  private readonly validators: CompiledValidators;

  constructor(private readonly compiled: Compiled) {
    this.validators = new CompiledValidators(compiled.make);
  }

  /** Whether it has a validator of a type. */
  has(key: TypeKey): boolean {
    return this.validators.has(key);
  }

  /** Whether a block is as its type wants it. @throws where there is no validator of the type */
  accepts(key: TypeKey, body: unknown): boolean {
    return this.validators.need(key)(body);
  }

  readonly members: StoredMembers = (key) => {
    const text = this.compiled.members[key];
    return text === undefined ? undefined : (JSON.parse(text) as Members);
  };

  /** Whether it was made from the installed provider packages. */
  isOf(schemas: TerraformSchemas): boolean {
    return Object.entries(this.compiled.packages).every(
      ([name, version]) => schemas.provider(name)?.package === version,
    );
  }

  /** For the build. */
  callAll(): void {
    this.validators.callAll();
  }
}

/**
 * Validators from the text that a build wrote.
 *
 * @param cache makes reading five times faster; ignored where it is of another version of Node.js
 */
export function loadCompiled(code: string, cache?: Uint8Array): CompiledTerraform {
  const cachedData = cache === undefined ? undefined : Buffer.from(cache.buffer, cache.byteOffset, cache.byteLength);
  const script = new Script(code, {
    filename: compiledFiles.code,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  return readScript(script);
}

export function readScript(script: Script): CompiledTerraform {
  return new CompiledTerraform(script.runInThisContext() as Compiled);
}
