import type { Component } from '../../schemas/contract/component';
import { workspaceName, type Layer } from '../../schemas/contract/layers';
import type { Output } from '../../schemas/contract/output';
import type { Artifact, JsonObject, Origin } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { inReach, type Environment } from '../model';
import type { WorkspaceInProgress } from './aws';
import type { Findings } from './findings';
import { blockOrigins, importBlocks, movedBlocks } from './identity-blocks';
import { exportName, outputsOf, valueOf } from './outputs';
import { passedOrigins } from './passed-on';
import { applyPatches, patchOrigins } from './patches';

/** The one version of each provider; every workspace pins it exactly. */
export const providerVersions = {
  aws: { source: 'hashicorp/aws', version: '6.25.0' },
  tfe: { source: 'hashicorp/tfe', version: '0.71.0' },
} as const;

/** Oldest Terraform that all of the output works with: write-only arguments came with it. */
export const requiredTerraform = '>= 1.11.0';

/** Files whose names no component key can take. */
export const workspaceFile = '_workspace.tf.json';
export const outputsFile = '_outputs.tf.json';

/** The files of a workspace: one for each component, one for backend and providers, one for its outputs. */
export function renderWorkspace(workspace: WorkspaceInProgress, findings: Findings): Artifact[] {
  const { environment, layer, stack, scopes, origins } = workspace;
  const folder = `workspaces/${workspaceName(environment.system, environment.name, layer)}`;
  const neighbours = inReach(environment).map(({ component }) => component);
  const components = [...scopes].flatMap(([component, scope]) => {
    const content = applyPatches(component, stack.render(scope), findings);
    const moved = movedBlocks(component, content, neighbours);
    const complete = { ...content, ...moved, ...importBlocks(component, content) };
    return Object.keys(complete).length === 0
      ? []
      : [
          componentArtifact(`${folder}/${component.name}.tf.json`, complete, {
            component,
            lines: { ...passedOrigins(environment, component, complete), ...origins?.get(component) },
          }),
        ];
  });
  const outputs = renderOutputs(workspace);
  const settings: Origin = { at: environment.positionOf(''), subject: environment.label };
  return [
    artifact(`${folder}/${workspaceFile}`, renderSettings(workspace), settings),
    ...components,
    ...(outputs.length === 0 ? [] : [outputsArtifact(`${folder}/${outputsFile}`, outputs, settings)]),
  ];
}

interface Made {
  readonly component: Component;
  /** Origins of what stands there as it was described, and of what is there for a connection. */
  readonly lines: Readonly<Record<string, Origin>>;
}

/** What connections, patches, `adopt` and `renamedFrom` say stands at their own lines. */
function componentArtifact(path: string, content: JsonObject, { component, lines }: Made): Artifact {
  const origins = {
    ...lines,
    ...patchOrigins(component, content, (address) => `/resource/${address.replace('.', '/')}`),
    ...blockOrigins(component, content),
  };
  return { ...artifact(path, content, component.origin), ...(Object.keys(origins).length === 0 ? {} : { origins }) };
}

function artifact(path: string, content: JsonObject, origin: Origin): Artifact {
  return { path, plane: 'terraform', content, origin };
}

function renderSettings({ environment, layer, stack, reads }: WorkspaceInProgress): JsonObject {
  const states = Object.fromEntries([...reads].map(([id, read]) => [id, remoteState(read.environment, read.layer)]));
  return {
    terraform: {
      required_version: requiredTerraform,
      required_providers: { aws: { ...providerVersions.aws } },
      ...backend(environment, layer),
    },
    provider: stack.renderProviders(),
    ...(reads.size === 0 ? {} : { data: { terraform_remote_state: states } }),
  };
}

function backend(environment: Environment, layer: Layer): JsonObject {
  const name = workspaceName(environment.system, environment.name, layer);
  const { cloud } = environment.settings.terraform.backend;
  if (cloud)
    return {
      cloud: {
        organization: cloud.organization,
        hostname: cloud.hostname,
        workspaces: { name, project: cloud.project ?? environment.system },
      },
    };
  return { backend: { s3: s3State(environment, name) } };
}

/** Key of a workspace's state in the bucket. */
export function stateKey(workspace: string): string {
  return `${workspace}/terraform.tfstate`;
}

function s3State({ settings: { aws, terraform } }: Environment, workspace: string): JsonObject {
  const { s3 } = terraform.backend;
  if (!s3) throw new Error('the schema lets no environment through without a backend');
  // The backend takes ids and ARNs; the name of an alias alone is neither.
  const stateKeyArn = (key: string): string =>
    key.startsWith('alias/') ? `arn:${aws.partition}:kms:${s3.region}:${aws.account}:${key}` : key;
  return {
    bucket: s3.bucket,
    key: stateKey(workspace),
    region: s3.region,
    encrypt: true,
    use_lockfile: true,
    ...(s3.lockTable === undefined ? {} : { dynamodb_table: s3.lockTable }),
    ...(s3.kmsKey === undefined ? {} : { kms_key_id: stateKeyArn(s3.kmsKey) }),
  };
}

function remoteState(environment: Environment, layer: Layer): JsonObject {
  const name = workspaceName(environment.system, environment.name, layer);
  const { cloud } = environment.settings.terraform.backend;
  if (cloud)
    return {
      backend: 'remote',
      config: { organization: cloud.organization, hostname: cloud.hostname, workspaces: { name } },
    };
  const { encrypt: _, use_lockfile: _lock, dynamodb_table: _table, ...config } = s3State(environment, name);
  return { backend: 's3', config };
}

interface DeclaredOutput {
  readonly name: string;
  readonly block: JsonObject;
  readonly origin: Origin;
}

/** Every value of this layer that others may read, whether or not anyone does: an export that comes and goes with its readers breaks them. */
function renderOutputs({ environment, layer, scopes, reads }: WorkspaceInProgress): DeclaredOutput[] {
  const declared = [...scopes.keys()].flatMap((component) => {
    return Object.entries(outputsOf({ component, environment })).flatMap(([name, output]) =>
      declare(component, { name, output, environment, layer, reads }),
    );
  });
  return declared.sort((a, b) => compareText(a.name, b.name));
}

interface Declaration {
  readonly name: string;
  readonly output: Output;
  readonly environment: Environment;
  readonly layer: Layer;
  readonly reads: WorkspaceInProgress['reads'];
}

function declare(component: Component, { name, output, environment, layer, reads }: Declaration): DeclaredOutput[] {
  if (output.how === 'known' || output.layer !== layer) return [];
  const value = valueOf({ component, environment }, output, reads);
  if (value === undefined) return [];
  return [
    {
      name: exportName(component, name),
      block: { description: output.description, value: typeof value === 'string' ? value : [...value] },
      origin: component.origin,
    },
  ];
}

function outputsArtifact(path: string, outputs: readonly DeclaredOutput[], origin: Origin): Artifact {
  return {
    ...artifact(path, { output: Object.fromEntries(outputs.map(({ name, block }) => [name, block])) }, origin),
    origins: Object.fromEntries(outputs.map((output) => [`/output/${output.name}`, output.origin])),
  };
}
