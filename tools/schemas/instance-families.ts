/**
 * Renews the table of instance types from AWS’s own list of them:
 * `node --import tsx tools/schemas/instance-families.ts <folder of @aws-sdk/client-ec2> <day>`. The package is no
 * dependency: `npm pack @aws-sdk/client-ec2` fetches it, and `tar xzf` unpacks it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { printFamilies } from './families';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function typesIn(folder: string): string[] {
  const declarations = readFileSync(join(folder, 'dist-types', 'models', 'enums.d.ts'), 'utf8');
  const [, list = ''] = /declare const _InstanceType: \{([^}]*)\}/.exec(declarations) ?? [];
  return [...list.matchAll(/"([a-z0-9-]+\.[a-z0-9-]+)"/g)].map(([, type = '']) => type);
}

const [folder, day] = argv.slice(2);
if (folder === undefined || day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  stderr.write('instance-families.ts <folder of @aws-sdk/client-ec2> <day, such as 2026-11-21>\n');
  exit(1);
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
const target = join(root, 'schemas', 'upstream', 'aws', 'instance-families.ts');
writeFileSync(target, printFamilies(typesIn(folder), { version, day }));
