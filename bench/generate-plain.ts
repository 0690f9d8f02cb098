/**
 * Writes the plain programs that `npm run bench` compares with: the committed output as a CDKTF program and as cdk8s
 * programs, with the same per-resource imports that the kinds use. Run: `node --import tsx bench/generate-plain.ts`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TerraformSchemas } from '../schemas/upstream/terraform/schemas';
import type { Members, TypeMode, ValueType } from '../schemas/upstream/terraform/type-schema';
import { NodeInstallation } from '../synth/host/installation';

const root = join(__dirname, '..');
const installation = new NodeInstallation(root);
const schemas = new TerraformSchemas({ readText: (name, path) => installation.readPackage(name, path) });

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Block = { [key: string]: Json };

function camel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Arguments as the provider's classes take them: camel case for what the provider names, as it is for keys of maps. */
function toConfig(value: Json, members: Members | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => toConfig(item, members));
  if (value === null || typeof value !== 'object' || !members) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [camel(key), toConfig(item, membersOf(members[key]?.type))]),
  );
}

function membersOf(type: ValueType | undefined): Members | undefined {
  if (typeof type !== 'object') return undefined;
  if ('object' in type) return type.object;
  if ('definition' in type) return schemas.definition(type.definition);
  if ('list' in type) return membersOf(type.list);
  return 'set' in type ? membersOf(type.set) : undefined;
}

const meta = new Set(['lifecycle', 'depends_on', 'provider', 'count', 'for_each']);

interface Used {
  readonly imports: Map<string, string>;
  readonly lines: string[];
}

function className(folder: string, provider: string): string {
  const code = installation.readPackage(`@cdktf/provider-${provider}`, `lib/${folder}/index.d.ts`) ?? '';
  const found = /export declare class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider)/.exec(code);
  if (!found?.[1]) throw new Error(`no class in ${provider}/${folder}`);
  return found[1];
}

function statement(used: Used, place: { mode: TypeMode; type: string; id: string }, body: Block): void {
  const provider = place.type.split('_')[0] as string;
  const name = place.type.slice(provider.length + 1).replace(/_/g, '-');
  const folder = place.mode === 'data' ? `data-${provider}-${name}` : name;
  const constructor = className(folder, provider);
  used.imports.set(constructor, `@cdktf/provider-${provider}/lib/${folder}`);
  const found = schemas.lookup(place.mode, place.type);
  const members = found.kind === 'known' ? found.schema.members : undefined;
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !meta.has(key)));
  const id = `${place.mode}-${place.type}-${place.id}`;
  const config = JSON.stringify(toConfig(own, members), null, 2);
  used.lines.push(
    `new ${constructor}(this, ${JSON.stringify(id)}, ${config} as never).overrideLogicalId(${JSON.stringify(place.id)});`,
  );
}

function blocksOf(workspace: string): Block[] {
  const folder = join(root, 'workspaces', workspace);
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Block);
}

function addBlocks(used: Used, mode: 'resource' | 'data', files: readonly Block[]): number {
  let count = 0;
  for (const file of files) {
    for (const [type, byId] of Object.entries((file[mode] ?? {}) as Record<string, Record<string, Block>>)) {
      if (type === 'terraform_remote_state') continue;
      for (const [id, body] of Object.entries(byId)) {
        statement(used, { mode, type, id }, body);
        count += 1;
      }
    }
  }
  return count;
}

function cdktfProgram(): string {
  const used: Used = { imports: new Map(), lines: [] };
  const stacks = readdirSync(join(root, 'workspaces'))
    .sort()
    .map((workspace) => {
      const own: Used = { imports: used.imports, lines: [] };
      const files = blocksOf(workspace);
      addBlocks(own, 'data', files);
      addBlocks(own, 'resource', files);
      return `class Stack_${workspace.replace(/-/g, '_')} extends TerraformStack {\n  constructor(scope: Construct) {\n    super(scope, ${JSON.stringify(workspace)});\n    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace(${JSON.stringify(workspace)}) });\n    new AwsProvider(this, 'aws', { region: 'us-east-1' });\n    new TfeProvider(this, 'tfe');\n${own.lines.join('\n')}\n  }\n}`;
    });
  const names = readdirSync(join(root, 'workspaces')).sort();
  used.imports.delete('AwsProvider');
  const imports = [...used.imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, path]) => `import { ${name} } from '${path}';`);
  return [
    "import { App, CloudBackend, NamedCloudWorkspace, TerraformStack } from 'cdktf';",
    "import type { Construct } from 'constructs';",
    "import { AwsProvider } from '@cdktf/provider-aws/lib/provider';",
    "import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';",
    ...imports,
    '',
    ...stacks,
    '',
    'const app = new App();',
    ...names.map((name) => `new Stack_${name.replace(/-/g, '_')}(app);`),
    'app.synth();',
    '',
  ].join('\n');
}

function manifestsBelow(folder: string): Json[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Json);
}

function cdk8sProgram(): string {
  const clusters = readdirSync(join(root, 'clusters')).sort();
  const charts = clusters.flatMap((cluster) =>
    readdirSync(join(root, 'clusters', cluster))
      .sort()
      .map((app) => {
        const objects = manifestsBelow(join(root, 'clusters', cluster, app));
        const lines = objects.map(
          (object, index) => `new ApiObject(chart, 'o${index}', ${JSON.stringify(object, null, 2)});`,
        );
        return `{\n  const chart = new Chart(app, ${JSON.stringify(`${cluster}-${app}`)}, { disableResourceNameHashes: true });\n${lines.join('\n')}\n}`;
      }),
  );
  return [
    "import { ApiObject, App, Chart } from 'cdk8s';",
    '',
    'const app = new App();',
    ...charts,
    'app.synth();',
    '',
  ].join('\n');
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(__dirname, 'plain', folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(__dirname, 'plain', folder, name), text);
}

write('cdktf', {
  'main.ts': cdktfProgram(),
  'cdktf.json': `${JSON.stringify({ language: 'typescript', app: 'npx tsx main.ts', projectId: 'bench', sendCrashReports: 'false', terraformProviders: [], terraformModules: [] }, null, 2)}\n`,
});
write('cdk8s', { 'main.ts': cdk8sProgram(), 'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\n' });
