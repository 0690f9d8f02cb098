import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { Component } from '../../schemas/contract/component';
import type { Connection, Statement, Workload } from '../../schemas/contract/connection';
import { entranceWord } from '../../schemas/contract/expose';
import type { AwsContext } from '../../schemas/contract/kind';
import { layers, type Layer } from '../../schemas/contract/layers';
import type { Origin } from '../../schemas/primitives/artifact';
import { addEntrance, defaultPriority } from '../../stacks/facets/entrance';
import { addIdentity, grantPointer, type Identity } from '../../stacks/facets/identity';
import { policyDocument } from '../../stacks/facets/policy';
import { addPath, addSecurityGroup } from '../../stacks/facets/security-group';
import { Workspace } from '../../stacks/workspace';
import { locate, type Environment, type Located } from '../model';
import type { Findings } from './findings';
import { imageOf } from './images';
import { contextOf, read, reader, roleOutput, securityGroupOutput, type StateReads } from './outputs';
import { accessOf, kindOf, openPaths, workloadOf } from './paths';
import { copiedSecretGrants, instanceVariables, ownSecretGrants, type SecretGrants } from './secrets';

/** One workspace in the making: its stack, the scopes of its components, and the states that it reads. */
export interface WorkspaceInProgress {
  readonly environment: Environment;
  readonly layer: Layer;
  readonly stack: Workspace;
  /** By component: where its resources, and those of its connections, are added. */
  readonly scopes: Map<Component, Construct>;
  readonly reads: StateReads;
  /** By component: places below its file that are there for a connection, as JSON pointers. */
  origins?: Map<Component, Readonly<Record<string, Origin>>>;
}

/** Adds everything that an environment makes in AWS to its workspaces. In memory only. */
export function buildAws(environment: Environment, findings: Findings): WorkspaceInProgress[] {
  const workspaces = new Workspaces(environment, findings);
  for (const component of environment.components.values()) {
    const located: Located = { component, environment };
    addGroup(workspaces, located);
    addLayers(workspaces, located);
    const workload = workloadOf(located);
    if (workload) {
      addWorkloadIdentity(workspaces, located, workload);
      addEntrances(workspaces, located, workload);
    }
  }
  for (const path of openPaths(environment)) addOpenPath(workspaces, path);
  return workspaces.all();
}

class Workspaces {
  private readonly byLayer = new Map<Layer, WorkspaceInProgress>();

  constructor(
    readonly environment: Environment,
    readonly findings: Findings,
  ) {}

  /** The workspace of a layer, made when the first component needs it. */
  at(layer: Layer): WorkspaceInProgress {
    const existing = this.byLayer.get(layer);
    if (existing) return existing;
    const made: WorkspaceInProgress = {
      environment: this.environment,
      layer,
      stack: new Workspace(layer, this.environment.settings),
      scopes: new Map(),
      reads: new Map(),
    };
    this.byLayer.set(layer, made);
    return made;
  }

  scope(layer: Layer, component: Component): Construct {
    const workspace = this.at(layer);
    const existing = workspace.scopes.get(component);
    if (existing) return existing;
    const scope = new Construct(workspace.stack, component.name);
    workspace.scopes.set(component, scope);
    return scope;
  }

  /** Reads an output as the given layer of this environment sees it. */
  text(layer: Layer, target: Located, output: string): string {
    const { reads } = this.at(layer);
    return reader(target, { plane: 'terraform', environment: this.environment, layer, reads }).text(output);
  }

  /** Those that hold anything, in the order in which they are applied. */
  /** Provider argument of what stands in a network of another region than the environment's. */
  regional(layer: Layer, network: Located | undefined): { readonly provider?: TerraformProvider } {
    const region = network?.component.props['region'];
    return typeof region === 'string' ? { provider: this.at(layer).stack.provider(region) } : {};
  }

  all(): WorkspaceInProgress[] {
    return layers
      .flatMap((layer) => this.byLayer.get(layer) ?? [])
      .filter(({ scopes }) => [...scopes.values()].some((scope) => scope.node.children.length > 0));
  }
}

function addLayers(workspaces: Workspaces, located: Located): void {
  const kind = kindOf(located);
  if (kind.plane !== 'aws') return;
  for (const layer of layers) {
    const add = kind.layers[layer];
    if (add) add(layerContext(workspaces, located, layer));
  }
}

function layerContext(workspaces: Workspaces, located: Located, layer: Layer): AwsContext {
  const { component, environment } = located;
  const workspace = workspaces.at(layer);
  const standpoint = { plane: 'terraform', environment, layer, reads: workspace.reads } as const;
  const scope = workspaces.scope(layer, component);
  return {
    ...contextOf(located, standpoint),
    scope,
    layer,
    settings: environment.settings,
    uses: environment.connections.filter((connection) => connection.from === component),
    usedBy: environment.connections.filter((connection) => connection.to === component),
    ownList: (output) => {
      const value = read(located, output, standpoint);
      if (typeof value === 'string') throw new Error(`${component.kind}.${output} is a single value`);
      return [...value];
    },
    policy: (id, statements) => policyDocument(scope, id, statements),
    provider: (region) => (region === undefined ? undefined : workspace.stack.provider(region)),
    variables: () => instanceVariables(component, standpoint),
    image: (container) => imageOf(located, container, workspaces.findings),
    pinned: (output) => {
      const bindings = { plane: 'kubernetes', environment, findings: workspaces.findings, reader: component } as const;
      return contextOf(located, bindings).own(output);
    },
  };
}

function addGroup(workspaces: Workspaces, located: Located): void {
  const spec = kindOf(located).securityGroup?.(
    contextOf(located, { plane: 'known', environment: located.environment }),
  );
  if (!spec || spec.existingId !== undefined) return;
  const network = locate(located.environment, spec.network) as Located;
  addSecurityGroup(workspaces.scope('foundation', located.component), spec, {
    name: located.component.physicalName('security-group'),
    vpcId: workspaces.text('foundation', network, 'vpcId'),
    ...workspaces.regional('foundation', network),
  });
}

function addWorkloadIdentity(workspaces: Workspaces, located: Located, workload: Workload): void {
  const { component, environment } = located;
  const { grants, origins } = grantsOf(workspaces, located, workload);
  if (workload.runs === 'pod' && workload.assumesRoles !== true && Object.keys(grants).length === 0) return;
  addIdentity(workspaces.scope('platform', component), {
    roleName: component.physicalName('iam-role'),
    description: `What ${component.name} of ${environment.label} may do`,
    grants,
    holder: holderOf(workspaces, located, workload),
  });
  const platform = workspaces.at('platform');
  platform.origins ??= new Map();
  platform.origins.set(component, origins);
}

function holderOf(workspaces: Workspaces, { component, environment }: Located, workload: Workload): Identity['holder'] {
  switch (workload.runs) {
    case 'instance':
      return { runs: 'instance', profileName: component.physicalName('iam-role') };
    case 'assumed': {
      const by = locate(environment, workload.assumedBy ?? '');
      if (!by) throw new Error(`${component.origin.subject} has a role that nobody takes on`);
      return { runs: 'assumed', roleArn: workspaces.text('platform', by, roleOutput) };
    }
    case 'pod':
      return {
        runs: 'pod',
        clusterName: clusterName(workspaces, environment, component),
        namespace: workload.namespace as string,
        serviceAccount: workload.serviceAccount as string,
      };
  }
}

function clusterName(workspaces: Workspaces, environment: Environment, component: Component): string {
  const cluster = clusterOf(environment);
  if (!cluster) throw new Error(`${component.origin.subject} runs in pods, and no cluster is in reach`);
  return workspaces.text('platform', cluster, 'id');
}

/** The cluster that an environment's pods run on: the only component in reach that is one. */
export function clusterOf(environment: Environment): Located | undefined {
  for (let at: Environment | undefined = environment; at; at = at.base) {
    for (const component of at.components.values())
      if (component.kind === 'cluster') return { component, environment: at };
  }
  return undefined;
}

/**
 * Statements by what they are for; what several connections need of one component stands together, each statement once.
 * Who asks why it is there is shown the first connection that needs it.
 */
function grantsOf(workspaces: Workspaces, { component, environment }: Located, workload: Workload) {
  const grants = new Map<string, Statement[]>();
  const origins: Record<string, Origin> = {};
  const add = (purpose: string, statements: readonly Statement[]): void => {
    const present = grants.get(purpose) ?? [];
    const known = new Set(present.map((statement) => JSON.stringify(statement)));
    const added = statements.filter((statement) => !known.has(JSON.stringify(statement)));
    if (added.length > 0) grants.set(purpose, [...present, ...added]);
  };
  add('own', workload.statements ?? []);
  const connected = environment.connections
    .filter(({ from }) => from === component)
    .map((connection) => ({ connection, statements: statementsOf(workspaces, environment, connection) }));
  const taken = secretGrantsOf(workspaces, { component, environment }, workload);
  for (const { connection, statements } of [...connected, ...taken]) {
    const { at, to } = connection;
    add(to.name, statements);
    if (statements.length > 0)
      origins[grantPointer(component.id, to.name)] ??= { at, subject: component.origin.subject };
  }
  return { grants: Object.fromEntries(grants), origins };
}

/** Pods get their secrets as copies; what makes the copies, and instances, read the secrets themselves. */
function secretGrantsOf(workspaces: Workspaces, { component, environment }: Located, workload: Workload): SecretGrants {
  const { reads } = workspaces.at('platform');
  const standpoint = { plane: 'terraform', environment, layer: 'platform', reads } as const;
  if (workload.runs === 'instance') return ownSecretGrants(component, standpoint);
  if (workload.copiesSecrets === undefined) return [];
  const store = { namespace: workload.namespace, service: workload.copiesSecrets };
  return copiedSecretGrants(store, standpoint);
}

function statementsOf(workspaces: Workspaces, environment: Environment, connection: Connection) {
  const { target, access } = accessOf(connection, environment);
  const { reads } = workspaces.at('platform');
  return access.statements?.(contextOf(target, { plane: 'terraform', environment, layer: 'platform', reads })) ?? [];
}

function addEntrances(workspaces: Workspaces, located: Located, workload: Workload): void {
  const { component, environment } = located;
  for (const entrance of workload.entrances ?? []) {
    const balancer = locate(environment, entrance.via) as Located;
    addEntrance(workspaces.scope('platform', component), entrance, {
      targetGroupName: (colour) =>
        component.physicalName('target-group', [entranceWord(entrance.name), colour].filter(Boolean).join('-')),
      vpcId: workspaces.text('platform', balancer, 'vpcId'),
      listenerArn: workspaces.text('platform', balancer, 'listenerArn'),
      priority: entrance.priority ?? defaultPriority(`${environment.label}/${component.name}/${entrance.name}`),
    });
  }
}

function addOpenPath(workspaces: Workspaces, path: ReturnType<typeof openPaths>[number]): void {
  const { environment } = workspaces;
  const owner =
    path.source.environment !== environment && path.target.environment === environment
      ? path.target.component
      : path.source.component;
  addPath(workspaces.scope('platform', owner), {
    id:
      owner === path.source.component
        ? `to-${path.target.component.name}-${path.portName}`
        : `from-${path.source.component.name}-${path.portName}`,
    description: path.description,
    port: path.port,
    source: workspaces.text('platform', path.source, securityGroupOutput),
    target: workspaces.text('platform', path.target, securityGroupOutput),
    opensEgress: path.opensEgress,
    ...workspaces.regional('platform', networkOf(path.target)),
  });
}

/** The network that the security group of a component is in. */
function networkOf(located: Located): Located | undefined {
  const { environment } = located;
  const spec = kindOf(located).securityGroup?.(contextOf(located, { plane: 'known', environment }));
  return spec && locate(environment, spec.network);
}
