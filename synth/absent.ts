import { dataTypeOf } from '../schemas/graph/data-types';
import { TerraformGraph } from '../schemas/graph/terraform';
import type { Finding } from '../schemas/primitives/finding';
import { wholeFile } from '../schemas/primitives/position';
import { readArtifact } from './build/committed';
import type { EnvironmentFile } from './discover';
import type { Files } from './host/host';
import { readLists, type OwnedList } from './write/owned';

const folder = 'environments';

/**
 * Environments that output was written for and that are described no more, though the output holds data: mostly a file
 * that was renamed or deleted by mistake. There is no description left that a tombstone could stand in, so that its
 * components go first.
 */
export function absentEnvironments(files: Files, all: readonly EnvironmentFile[]): Finding[] {
  const described = new Set(all.map(({ label }) => label));
  return [...readLists(files, () => true).values()]
    .filter(({ owner }) => owner.includes('/') && !described.has(owner))
    .flatMap((list) => absent(list, dataIn(files, list)));
}

/** A folder that nothing is described in and nothing was written to is mostly the wrong one. */
export function noEnvironments(files: Files, all: readonly EnvironmentFile[]): Finding[] {
  if (all.length > 0 || readLists(files, () => true).size > 0) return [];
  return [
    {
      code: 'no-environments',
      severity: 'error',
      at: wholeFile(folder),
      subject: folder,
      message: 'nothing is described here',
      expected: `${folder}/<system>/<environment>.yaml in this folder or in one above it`,
      fix: 'change to the folder of the repository, or begin one: slipway new system <name>',
    },
  ];
}

/** Folders of Terraform files that declare what holds data, each with the addresses of it. */
function dataIn(files: Files, list: OwnedList): Map<string, string[]> {
  const artifacts = [...list.files.keys()]
    .filter((path) => path.endsWith('.tf.json') && files.stat(path)?.kind === 'file')
    .flatMap((path) => readArtifact(path, files.readText(path)));
  const graph = new TerraformGraph(artifacts);
  const workspaces = [...new Set(artifacts.flatMap(({ path }) => path.split('/')[1] ?? []))];
  const data = workspaces.map((workspace) => {
    const holding = graph.resourcesIn(workspace).filter((resource) => dataTypeOf(resource) !== undefined);
    return [`workspaces/${workspace}`, holding.map(({ address }) => address)] as const;
  });
  return new Map(data.flatMap(([path, addresses]) => (addresses.length === 0 ? [] : [[path, addresses] as const])));
}

function absent({ owner }: OwnedList, data: ReadonlyMap<string, readonly string[]>): Finding[] {
  if (data.size === 0) return [];
  const addresses = [...data.values()].flat();
  const rest = addresses.length > 3 ? [`${addresses.length - 2} more`] : addresses.slice(2);
  const file = `${folder}/${owner}.yaml`;
  return [
    {
      code: 'absent-environment',
      severity: 'error',
      at: wholeFile(file),
      subject: owner,
      message: `it is described no more, and its committed output holds data: ${[...addresses.slice(0, 2), ...rest].join(', ')}`,
      expected: `${file}, as long as anything of it is in AWS`,
      fix: `put the file back; to let it go, take its components out with tombstones (removed: …), apply that, and take the file out then. Where nothing of it was ever applied, delete ${[...data.keys()].join(', ')}`,
    },
  ];
}
