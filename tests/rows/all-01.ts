import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';

const layers = ['foundation', 'data', 'platform'];
const environments = ['dev', 'prod', 'shared'];
const workspaces = environments.flatMap((environment) => layers.map((layer) => ({ environment, layer })));

/** Further tags: the recovery objectives of the environment, in minutes. The bootstrap keeps nothing to recover. */
function recoveryTags(environment: string): Readonly<Record<string, string>> {
  if (environment === 'bootstrap') return {};
  const [time, point] = environment === 'dev' ? ['240', '1440'] : ['60', '60'];
  return { 'recovery-time-objective': time, 'recovery-point-objective': point };
}

/** Blocks that a Terraform configuration may have at its top. @see https://developer.hashicorp.com/terraform/language/syntax/json */
const topLevel = [
  '//',
  'check',
  'data',
  'ephemeral',
  'import',
  'locals',
  'module',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
];

export const all01: Row = {
  id: 'ALL-01',
  title: 'Terraform JSON, one folder a workspace, with backend, versions and default tags',
  states: {
    'there is one folder for each layer of each environment, and one for the bootstrap': (output) => {
      const folders = new Set(output.paths(/^workspaces\//).map((path) => path.split('/')[1]));
      expect([...folders].sort()).toEqual(
        ['pingvas-bootstrap', ...workspaces.map(({ environment, layer }) => `pingvas-${environment}-${layer}`)].sort(),
      );
    },
    'each workspace keeps its state in Terraform Cloud, under its own name': (output) => {
      for (const { environment, layer } of workspaces)
        expect(settings(output, `pingvas-${environment}-${layer}`)['cloud']).toEqual({
          hostname: 'app.terraform.io',
          organization: 'pingvas',
          workspaces: { name: `pingvas-${environment}-${layer}`, project: 'pingvas' },
        });
      expect(settings(output, 'pingvas-bootstrap')['cloud']).toEqual({
        hostname: 'app.terraform.io',
        organization: 'pingvas',
        workspaces: { name: 'pingvas-bootstrap' },
      });
    },
    'versions of Terraform and of every provider are stated, those of providers exactly': (output) => {
      const aws = { source: 'hashicorp/aws', version: '6.25.0' };
      for (const { environment, layer } of workspaces)
        expect(versions(output, `pingvas-${environment}-${layer}`)).toEqual(['>= 1.11.0', { aws }]);
      expect(versions(output, 'pingvas-bootstrap')).toEqual([
        '>= 1.11.0',
        { aws, tfe: { source: 'hashicorp/tfe', version: '0.71.0' } },
      ]);
    },
    'every provider of AWS works in us-east-1 of one account and tags what it makes with system, environment, owner, cost centre and managed-by':
      (output) => {
        for (const { environment, layer } of [...workspaces, { environment: 'bootstrap', layer: undefined }])
          expect(
            providers(output, layer === undefined ? 'pingvas-bootstrap' : `pingvas-${environment}-${layer}`),
          ).toEqual([
            {
              allowed_account_ids: ['111122223333'],
              region: 'us-east-1',
              default_tags: [
                {
                  tags: {
                    system: 'pingvas',
                    environment,
                    owner: 'platform',
                    'cost-centre': 'pingvas',
                    'managed-by': 'slipway',
                    ...recoveryTags(environment),
                  },
                },
              ],
            },
          ]);
      },
    'every file is Terraform JSON, made of blocks that Terraform knows': (output) => {
      for (const path of output.paths(/^workspaces\//)) {
        expect(path).toMatch(/^workspaces\/[^/]+\/[^/]+\.tf\.json$/);
        expect(topLevel).toEqual(expect.arrayContaining(Object.keys(output.file(path))));
      }
    },
    'no two blocks of a workspace have one address': (output) => {
      for (const paths of filesByWorkspace(output)) {
        const addresses = paths.flatMap((path) => addressesOf(output.file(path)));
        expect(addresses).toEqual([...new Set(addresses)]);
      }
    },
  },
};

function workspaceFile(output: OutputTree, workspace: string): JsonObject {
  return output.file(`workspaces/${workspace}/_workspace.tf.json`);
}

function settings(output: OutputTree, workspace: string): JsonObject {
  return workspaceFile(output, workspace)['terraform'] as JsonObject;
}

function versions(output: OutputTree, workspace: string): unknown[] {
  const { required_version, required_providers } = settings(output, workspace);
  return [required_version, required_providers];
}

function providers(output: OutputTree, workspace: string): unknown {
  return (workspaceFile(output, workspace)['provider'] as JsonObject)['aws'];
}

function filesByWorkspace(output: OutputTree): string[][] {
  const files = new Map<string, string[]>();
  for (const path of output.paths(/^workspaces\//)) {
    const folder = path.split('/')[1] as string;
    files.set(folder, [...(files.get(folder) ?? []), path]);
  }
  return [...files.values()];
}

function addressesOf(file: JsonObject): string[] {
  return (['resource', 'data', 'ephemeral'] as const).flatMap((section) =>
    Object.entries((file[section] ?? {}) as Record<string, JsonObject>).flatMap(([type, blocks]) =>
      Object.keys(blocks).map((id) => `${section}.${type}.${id}`),
    ),
  );
}
