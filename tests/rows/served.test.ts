import type { JsonObject } from '../../schemas/primitives/artifact';
import { readTree, repository } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';
import { readOutput } from './coverage';
import type { OutputTree } from './output-tree';
import { servedRows } from './served';

const output = readOutput(repository);
const host = new MemoryHost(readTree(repository, 'environments/pingvas'));

/** Kinds that serve a row whose one check is this. */
async function servedBy(check: (output: OutputTree) => void): Promise<string[]> {
  const rows = [{ id: 'PV-99', title: 'one value', states: { 'it is there': check } }];
  return Object.keys(await servedRows(rows, output, host)).sort();
}

function scalar(object: JsonObject, ...path: readonly string[]): void {
  const value = path.reduce<unknown>((parent, key) => (parent as JsonObject)[key], object);
  expect(value).toBeDefined();
}

test.each([
  [
    'a value in Terraform is of the kind of its component alone',
    (from: OutputTree) => {
      scalar(from.resource('pingvas-shared-foundation', 'aws_vpc', 'main'), 'cidr_block');
    },
    ['network'],
  ],
  [
    'what another workspace reads of a component is of the component',
    (from: OutputTree) => {
      scalar(from.blocks('pingvas-shared-foundation', 'output'), 'alb_security_group_id', 'value');
    },
    ['load-balancer'],
  ],
  [
    'a part of a composite kind serves for both',
    (from: OutputTree) => {
      scalar(from.manifest('Application', 'shared-prometheus'), 'spec', 'project');
    },
    ['helm-release', 'prometheus'],
  ],
  [
    'settings of an environment are of no kind',
    (from: OutputTree) => {
      scalar(from.file('workspaces/pingvas-dev-data/_workspace.tf.json'), 'terraform', 'required_version');
    },
    [],
  ],
  [
    'what was only looked for was not read',
    (from: OutputTree) => {
      expect(from.manifests('Application').length).toBeGreaterThan(0);
    },
    [],
  ],
])('%s', async (_, check, kinds) => {
  expect(await servedBy(check)).toEqual(kinds);
});
