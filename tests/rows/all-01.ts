import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { forEachSystem, systems, workspacesOf, type SystemFacts } from './systems';

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
    'there is one folder for each layer of each environment, and one for the bootstrap of each system': (output) => {
      const folders = new Set(output.paths(/^workspaces\//).map((path) => path.split('/')[1]));
      const named = systems.flatMap((system) => [
        `${system.name}-bootstrap`,
        ...workspacesOf(system).map(({ name }) => name),
      ]);
      expect([...folders].sort()).toEqual(named.sort());
    },
    'each workspace keeps its state in Terraform Cloud, under its own name, or in an encrypted bucket with both locks':
      forEachSystem(systems, (own, system) => {
        for (const { name } of workspacesOf(system))
          expect(stateOf(settings(own, name))).toEqual(
            system.s3
              ? {
                  s3: {
                    bucket: system.s3.bucket,
                    dynamodb_table: system.s3.table,
                    encrypt: true,
                    key: `${name}/terraform.tfstate`,
                    region: 'us-east-1',
                    use_lockfile: true,
                  },
                }
              : inCloud(system.name, { name, project: system.name }),
          );
        expect(stateOf(settings(own, `${system.name}-bootstrap`))).toEqual(
          system.s3
            ? { local: { path: 'terraform.tfstate' } }
            : inCloud(system.name, { name: `${system.name}-bootstrap` }),
        );
      }),
    'versions of Terraform and of every provider are stated, those of providers exactly': forEachSystem(
      systems,
      (own, system) => {
        const aws = { source: 'hashicorp/aws', version: '6.25.0' };
        for (const { name } of workspacesOf(system)) expect(versions(own, name)).toEqual(['>= 1.11.0', { aws }]);
        const tfe = system.s3 ? {} : { tfe: { source: 'hashicorp/tfe', version: '0.71.0' } };
        expect(versions(own, `${system.name}-bootstrap`)).toEqual(['>= 1.11.0', { aws, ...tfe }]);
      },
    ),
    'every provider of AWS works in a stated region of one account and tags what it makes with system, environment, owner, cost centre and managed-by':
      forEachSystem(systems, (own, system) => {
        for (const { environment, name } of workspacesOf(system))
          expect(providers(own, name)).toEqual(
            Object.entries({ '': 'us-east-1', ...system.regions }).map(([alias, region]) => ({
              ...(alias === '' ? {} : { alias }),
              ...awsOf(system, region, { environment, ...system.environments[environment] }),
            })),
          );
        expect(providers(own, `${system.name}-bootstrap`)).toEqual([
          awsOf(system, 'us-east-1', { environment: 'bootstrap', ...system.bootstrapTags }),
        ]);
      }),
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

function stateOf({ backend, cloud }: JsonObject): unknown {
  return backend ?? { cloud };
}

function inCloud(organization: string, workspaces: object): object {
  return { cloud: { hostname: 'app.terraform.io', organization, workspaces } };
}

/** A provider of AWS, with the tags that every resource has. */
function awsOf({ name, account, owner }: SystemFacts, region: string, tags: object): object {
  return {
    allowed_account_ids: [account],
    region,
    default_tags: [{ tags: { system: name, owner, 'cost-centre': name, 'managed-by': 'slipway', ...tags } }],
  };
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
