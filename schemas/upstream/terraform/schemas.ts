import { nearest } from '../../primitives/nearest';
import { builtinTypes, metaArguments, metaChoices } from './builtin';
import { extractMembers } from './extract';
import { choicesOf, definitions, overlaid } from './overlay';
import { splitKey, typeKey, type Members, type TypeKey, type TypeMode, type TypeSchema } from './type-schema';

/** How installed packages are read: the file system stays with whoever passes this. */
export interface PackageReader {
  /** Text of a file of an installed package (`@cdktf/provider-aws`, `lib/vpc/index.js`); `undefined` where there is none. */
  readText(packageName: string, path: string): string | undefined;
}

/** What is known of a type. `misnamed`: its provider's package is there and has no such type. */
export type TypeLookup =
  | { readonly kind: 'known'; readonly schema: TypeSchema }
  | { readonly kind: 'misnamed'; readonly provider: string; readonly nearest?: string }
  | { readonly kind: 'unknown'; readonly provider: string };

export interface ProviderPackage {
  /** Version of the npm package: `21.22.1`. */
  readonly package: string;
  /** Version of the provider: `6.25.0`. */
  readonly version: string;
}

/** Members of types without what Terraform itself takes in every block, from a build. */
export type StoredMembers = (key: TypeKey) => Members | undefined;

/**
 * Shapes of Terraform types, read on demand from the installed CDKTF provider packages, completed by the overlay and
 * by what Terraform itself takes in every block (`lifecycle`, `count`…).
 */
export class TerraformSchemas {
  private readonly types = new Map<TypeKey, TypeLookup>();
  private readonly providers = new Map<string, ProviderPackage | undefined>();

  /**
   * @param reader reads the installed packages
   * @param stored asked first; what it does not have is read from the packages
   */
  constructor(
    private readonly reader: PackageReader,
    private readonly stored: StoredMembers = () => undefined,
  ) {}

  lookup(mode: TypeMode, type: string): TypeLookup {
    const key = typeKey(mode, type);
    const known = this.types.get(key);
    if (known !== undefined) return known;
    const found = this.find(key, mode, type);
    this.types.set(key, found);
    return found;
  }

  /** Members of a shape that names itself. @throws where there is none: the overlay and its definitions disagree */
  definition(name: string): Members {
    const members = definitions[name];
    if (members === undefined) throw new Error(`no definition ${name}`);
    return members;
  }

  /** The provider that the installed package was generated from; `undefined` where no package is installed. */
  provider(name: string): ProviderPackage | undefined {
    if (!this.providers.has(name)) {
      const text = this.reader.readText(packageOf(name), 'package.json');
      this.providers.set(name, text === undefined ? undefined : readPackage(text));
    }
    return this.providers.get(name);
  }

  /** What a type has of its own: its members without those of every block. `undefined` where it is not known. */
  ownMembers(mode: TypeMode, type: string): Members | undefined {
    const key = typeKey(mode, type);
    const ready = this.stored(key) ?? builtinTypes[key];
    if (ready !== undefined || mode === 'block' || mode === 'ephemeral') return ready;
    const code = this.readCode(providerOf(type), folderOf(mode, type));
    return code === undefined ? undefined : overlaid(key, extractMembers(code));
  }

  private find(key: TypeKey, mode: TypeMode, type: string): TypeLookup {
    const members = this.ownMembers(mode, type);
    if (members !== undefined) return { kind: 'known', schema: completed(key, mode, members) };
    const provider = providerOf(type);
    const names = mode === 'resource' || mode === 'data' ? this.typeNames(provider, mode) : [];
    if (names.length === 0) return { kind: 'unknown', provider };
    const near = nearest(type, names);
    return { kind: 'misnamed', provider, ...(near === undefined ? {} : { nearest: near }) };
  }

  private readCode(provider: string, folder: string): string | undefined {
    const name = packageOf(provider);
    const code = this.reader.readText(name, `lib/${folder}/index.js`);
    if (code === undefined) return undefined;
    const structs = this.reader.readText(name, `lib/${folder}/index-structs/index.js`);
    const parts = [...(structs ?? '').matchAll(/require\("\.\/(structs\d+)"\)/g)].map((match) =>
      this.reader.readText(name, `lib/${folder}/index-structs/${match[1] ?? ''}.js`),
    );
    return [code, ...parts].map((part) => withoutSourceMap(part ?? '')).join('\n');
  }

  /** Every type of a provider, as far as its package is installed. */
  private typeNames(provider: string, mode: 'resource' | 'data'): string[] {
    if (provider === 'terraform') {
      const own = Object.keys(builtinTypes).map((key) => splitKey(key as TypeKey));
      return own.filter(([of]) => of === mode).map(([, type]) => type);
    }
    const index = this.reader.readText(packageOf(provider), 'lib/lazy-index.js') ?? '';
    const folders = [...index.matchAll(/require\('\.\/([\w-]+)'\)/g)].map((match) => match[1] ?? '');
    const prefix = `data-${provider}-`;
    return folders
      .filter((folder) => folder.startsWith(prefix) === (mode === 'data') && folder !== 'provider')
      .map((folder) => (mode === 'data' ? folder.slice('data-'.length) : `${provider}-${folder}`).replaceAll('-', '_'));
  }
}

function completed(key: TypeKey, mode: TypeMode, members: Members): TypeSchema {
  const choices = [...choicesOf(key), ...metaChoices[mode]];
  return { members: { ...members, ...metaArguments[mode] }, ...(choices.length === 0 ? {} : { choices }) };
}

/** `aws_vpc` → `aws`; a provider's own name has no prefix. */
export function providerOf(type: string): string {
  const end = type.indexOf('_');
  return end === -1 ? type : type.slice(0, end);
}

function packageOf(provider: string): string {
  return `@cdktf/provider-${provider}`;
}

function readPackage(text: string): ProviderPackage {
  const content = JSON.parse(text) as { version: string; cdktf?: { provider?: { version?: string } } };
  return { package: content.version, version: content.cdktf?.provider?.version ?? '' };
}

function folderOf(mode: TypeMode, type: string): string {
  if (mode === 'provider') return 'provider';
  const name = mode === 'data' ? `data-${type}` : type.slice(providerOf(type).length + 1);
  return name.replaceAll('_', '-');
}

function withoutSourceMap(code: string): string {
  const start = code.lastIndexOf('//# sourceMappingURL=');
  return start === -1 ? code : code.slice(0, start);
}
