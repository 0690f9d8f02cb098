import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { catalogue } from '../../catalogue';
import { readTextIfThere, writeFileAtomic } from '../../host/files';
import type { Files } from '../../host/host';
import type { CommandContext } from '../command';
import { awsKind, awsTest } from './aws';
import { kubernetesKind, kubernetesTest } from './kubernetes';
import type { Made, Maker } from './maker';
import { kindNames, nameFault, planes, type KindNames, type NewPlane } from './names';
import { registryFile, withKind } from './registry';

/** What each plane's files are made from. */
const templates: Readonly<Record<NewPlane, { kind(names: KindNames): string; test(names: KindNames): string }>> = {
  aws: { kind: awsKind, test: awsTest },
  kubernetes: { kind: kubernetesKind, test: kubernetesTest },
};

/** `slipway new kind <name> --plane …`: a kind's file, its test and its line in the registry. */
export const newKind: Maker = {
  usage: 'slipway new kind <name> --plane aws|kubernetes',
  async make({ host, positionals: [, name, surplus], options }): Promise<Made | readonly Finding[]> {
    const plane = options['plane'];
    if (name === undefined || surplus !== undefined || !isPlane(plane)) return [wrongArguments({ name, plane })];
    const registry = readTextIfThere(host, registryFile);
    if (registry === undefined) return [noRegistry()];
    const fault = nameFault(name);
    if (fault !== undefined) return [wrongName(name, fault)];
    const names = kindNames(name, plane);
    const test = `tests/${planes[plane]}/${name}.test.ts`;
    const taken = takenBy(host, names, test);
    if (taken !== undefined) return [kindExists(name, taken)];
    const registered = withKind(registry, names);
    if (registered === undefined) return [noRegistry()];
    const files: readonly (readonly [string, string])[] = [
      [`${names.module}.ts`, templates[plane].kind(names)],
      [test, templates[plane].test(names)],
      // Last: until then nothing knows of the kind.
      [registryFile, registered],
    ];
    for (const [path, text] of files) await writeFileAtomic(host, path, text);
    return {
      files: files.map(([path]) => path),
      next: [
        `change input, resources and outputs in ${names.module}.ts to what it is to be, and ${test} with it`,
        `npx jest ${test}`,
        'make build && npm run docs && slipway schema: docs and editor schemas follow',
        'node --import tsx tools/identity.ts: names that must never change are pinned',
      ],
    };
  },
};

function isPlane(value: CommandContext['options'][string]): value is NewPlane {
  return typeof value === 'string' && Object.hasOwn(planes, value);
}

function takenBy(host: Files, { kind, module }: KindNames, test: string): string | undefined {
  if (Object.hasOwn(catalogue, kind)) return registryFile;
  return [`${module}.ts`, module, test].find((path) => host.stat(path) !== undefined);
}

const common = { severity: 'error', at: { file: registryFile, line: 1, column: 1 } } as const;

function wrongArguments({ name, plane }: { name: string | undefined; plane: unknown }): Finding {
  return {
    ...common,
    code: 'wrong-arguments',
    at: commandLine,
    subject: 'slipway new kind',
    message: name === undefined ? 'a kind needs a name' : `a kind is made for one plane; --plane is ${shown(plane)}`,
    expected: newKind.usage,
    fix: 'name the kind, and the plane that most of it is in',
  };
}

function shown(plane: unknown): string {
  return typeof plane === 'string' ? plane : 'missing';
}

function wrongName(name: string, expected: string): Finding {
  return {
    ...common,
    code: 'invalid-kind-name',
    at: commandLine,
    subject: name,
    message: `${JSON.stringify(name)} can't be the name of a kind`,
    expected,
    fix: 'choose another name',
  };
}

function kindExists(name: string, path: string): Finding {
  return {
    ...common,
    code: 'kind-exists',
    at: commandLine,
    subject: name,
    message: `${path} has a ${name} already`,
    fix: 'choose another name, or change what is there',
  };
}

function noRegistry(): Finding {
  return {
    ...common,
    code: 'no-registry',
    subject: registryFile,
    message: 'there is no registry of kinds here',
    expected: `${registryFile} with a map called catalogue`,
    fix: 'run it in the repository that Slipway itself is in',
  };
}
