import type { Component } from '../../schemas/contract/component';
import {
  accessLevels,
  type Access,
  type Connection,
  type Offer,
  type Port,
  type Workload,
} from '../../schemas/contract/connection';
import type { Kind } from '../../schemas/contract/kind';
import { locate, type Environment, type Located } from '../model';
import { contextOf } from './outputs';

/** One port of one target that a group of sources may reach, with the connection that says so. */
export interface OpenPath {
  /** Component whose security group the packets carry. */
  readonly source: Located;
  readonly target: Located;
  readonly portName: string;
  readonly port: Port;
  readonly description: string;
  /** None of the groups that the packets carry lets everything out, so that the source needs an egress rule too. */
  readonly opensEgress: boolean;
}

export function kindOf({ component, environment }: Located): Kind {
  return environment.kinds.get(component.kind) as Kind;
}

/** What a component says about the code it runs; `undefined` when it runs none. */
export function workloadOf(located: Located): Workload | undefined {
  return kindOf(located).workload?.(contextOf(located, { plane: 'known', environment: located.environment }));
}

export function accessOf(
  connection: Connection,
  environment: Environment,
): { readonly target: Located; readonly access: Access } {
  const target = locate(environment, connection.to.name) as Located;
  const offer = kindOf(target).offers as Offer;
  return { target, access: accessLevels(offer, target.component.props)[connection.access] as Access };
}

/** Components whose security groups a workload's packets carry, the narrowest last. */
export function groupsOf(located: Located): Located[] {
  const { component, environment } = located;
  const keys = workloadOf(located)?.securityGroups ?? [component.name];
  return keys.flatMap((key) => {
    const found = locate(environment, key);
    return found && kindOf(found).securityGroup?.(contextOf(found, { plane: 'known', environment: found.environment }))
      ? [found]
      : [];
  });
}

function letsEverythingOut(located: Located): boolean {
  return (
    kindOf(located).securityGroup?.(contextOf(located, { plane: 'known', environment: located.environment }))
      ?.egress === 'all'
  );
}

/** Every path that an environment has to open: those of its connections and entrances that nothing wider has open already. */
export function openPaths(environment: Environment): OpenPath[] {
  const inBase: OpenPath[] = [];
  for (let base = environment.base; base; base = base.base) inBase.push(...candidates(base).map(({ path }) => path));
  const own = candidates(environment);
  return own.flatMap((candidate, index) => {
    // Of two that open the same, the first stays.
    const opened = own.some(
      (other, at) => at !== index && covers(other.path, candidate) && (at < index || !covers(candidate.path, other)),
    );
    return opened || inBase.some((path) => covers(path, candidate)) ? [] : [candidate.path];
  });
}

interface Candidate {
  readonly sources: readonly Located[];
  readonly targets: readonly Located[];
  readonly path: OpenPath;
}

function candidates(environment: Environment): Candidate[] {
  const fromConnections = environment.connections.flatMap((connection) => connectionPaths(environment, connection));
  const fromEntrances = [...environment.components.values()].flatMap((component) =>
    entrancePaths(environment, component),
  );
  const fromDelegates = [...environment.components.values()].flatMap((component) =>
    delegatePaths(environment, component),
  );
  return [...fromConnections, ...fromEntrances, ...fromDelegates];
}

/** Paths that another component needs on a workload's behalf. */
function delegatePaths(environment: Environment, component: Component): Candidate[] {
  const delegates = workloadOf({ component, environment })?.delegates ?? [];
  return delegates.flatMap(({ by, target, access }) => {
    const from = locate(environment, by);
    const to = locate(environment, target);
    if (!from || !to) return [];
    return connectionPaths(environment, {
      from: from.component,
      to: to.component,
      access,
      prefix: '',
      at: component.origin.at,
    });
  });
}

/** Packets carry every group of their source, and a target admits whom any of its groups admits. */
function covers(path: OpenPath, { sources, targets, path: { port } }: Candidate): boolean {
  const same = (a: Located) => (b: Located) => a.component === b.component;
  return (
    sources.some(same(path.source)) &&
    targets.some(same(path.target)) &&
    (path.port.protocol ?? 'tcp') === (port.protocol ?? 'tcp') &&
    path.port.port <= port.port &&
    (path.port.to ?? path.port.port) >= (port.to ?? port.port)
  );
}

function connectionPaths(environment: Environment, connection: Connection): Candidate[] {
  const sources = groupsOf(locate(environment, connection.from.name) as Located);
  const { target, access } = accessOf(connection, environment);
  const targets = groupsOf(target);
  const source = sources.at(-1);
  const narrowest = targets.at(-1);
  const offer = kindOf(target).offers;
  if (!source || !narrowest || !offer?.ports || source.component === narrowest.component) return [];
  const ports = offer.ports(contextOf(target, { plane: 'known', environment: target.environment }));
  return (access.ports ?? []).map((portName) => ({
    sources,
    targets,
    path: {
      source,
      target: narrowest,
      // Several components may listen in one group, each on a port `http`.
      portName: narrowest.component === target.component ? portName : `${target.component.name}-${portName}`,
      port: ports[portName] as Port,
      description: `${source.component.name} to ${target.component.name}, ${portName}`,
      opensEgress: !sources.some(letsEverythingOut),
    },
  }));
}

function entrancePaths(environment: Environment, component: Component): Candidate[] {
  const workload = workloadOf({ component, environment });
  const targets = groupsOf({ component, environment });
  const target = targets.at(-1);
  return (workload?.entrances ?? []).flatMap((entrance) => {
    const source = locate(environment, entrance.via);
    if (!source || !target) return [];
    const port: Port = { port: entrance.port };
    const path = {
      source,
      target,
      portName: String(entrance.port),
      port,
      description: `${source.component.name} to ${component.name}, port ${entrance.port}`,
      opensEgress: !letsEverythingOut(source),
    };
    return [{ sources: [source], targets, path }];
  });
}
