import type { Component } from '../../schemas/contract/component';
import type { Connection, Port, Workload } from '../../schemas/contract/connection';
import type { EnvironmentVariable } from '../../schemas/contract/kind';
import type { PathRule, Peer, PolicySpec, Pods } from '../../charts/facets/network-policy';
import type { SecretCopy } from '../../charts/facets/external-secret';
import { compareText, type Finding } from '../../schemas/primitives/finding';
import { inReach, locate, type Environment, type Located } from '../model';
import { clusterOf } from './aws';
import type { Findings } from './findings';
import { contextOf, reader } from './outputs';
import { accessOf, kindOf, workloadOf } from './paths';
import { offeredSecret, sourcedVariables, takenSecrets } from './secrets';

/** The Pod Identity agent on every node. @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
const identityAgent: PathRule = { peers: [{ cidr: '169.254.170.23/32' }], ports: [{ port: 80 }] };

/** CoreDNS, over UDP and, for long answers, TCP. */
const dns: PathRule = {
  peers: [{ pods: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } } }],
  ports: [
    { port: 53, protocol: 'udp' },
    { port: 53, protocol: 'tcp' },
  ],
};

export interface PodBuild {
  readonly environment: Environment;
  readonly findings: Findings;
}

/** What a pod of this component may reach and who may reach it: its connections both ways and the needs that every pod has. */
export function networkPolicyOf(
  { environment, findings }: PodBuild,
  component: Component,
  workload: Workload,
): PolicySpec {
  const outgoing = environment.connections.filter((connection) => connection.from === component);
  const incoming = environment.connections.filter((connection) => connection.to === component);
  const standpoint = { plane: 'kubernetes', environment, findings, reader: component } as const;
  const network = networkOf(environment, standpoint);
  const callsAws =
    workload.callsAws === true ||
    outgoing.some((connection) => accessOf(connection, environment).access.statements !== undefined);
  const outside: Peer = { cidr: '0.0.0.0/0', except: [network.cidr] };
  return {
    name: component.name,
    pods: podsOf(workload),
    ingress: distinct([
      ...incoming.flatMap((connection) => ingressRule(environment, connection, standpoint)),
      ...entranceRules(environment, workload, standpoint),
      ...scrapeRules(environment, workload),
      ...calledByKubernetes(workload, network),
      ...amongItself(workload),
    ]),
    egress: distinct([
      dns,
      ...outgoing.flatMap((connection) => egressRule(environment, connection, standpoint)),
      ...(callsAws ? [identityAgent, { peers: [outside, ...network.endpoints], ports: [{ port: 443 }] }] : []),
      ...(workload.callsKubernetes === true ? [kubernetesApi(network)] : []),
      ...amongItself(workload, [{ cidr: network.serviceCidr }]),
      ...scrapingRules(workload, network),
      ...Object.values(workload.inside ?? {}).map((port) => ({ peers: [{ cidr: network.cidr }], ports: [port] })),
      ...Object.values(workload.external ?? {}).map(({ port }) => ({ peers: [outside], ports: [{ port }] })),
    ]),
  };
}

/** Several accesses to one target open the same ports: each rule stands once. */
function distinct(rules: readonly PathRule[]): PathRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function podsOf(workload: Workload): Pods {
  return { namespace: workload.namespace as string, labels: workload.labels ?? {} };
}

type KubernetesStandpoint = Parameters<typeof contextOf>[1];

interface NetworkFacts {
  readonly cidr: string;
  readonly privateCidrs: readonly string[];
  /** AWS APIs that have addresses inside the network. */
  readonly endpoints: readonly Peer[];
  /** Address of Service `kubernetes`. */
  readonly apiAddress: string;
  /** Addresses of Services. */
  readonly serviceCidr: string;
}

/** The network that the cluster's pods have their addresses in. */
function networkOf(environment: Environment, standpoint: KubernetesStandpoint): NetworkFacts {
  const cluster = clusterOf(environment);
  if (!cluster) throw new Error(`${environment.label} has pods and no cluster in reach`);
  const network = contextOf(cluster, standpoint).ref(cluster.component.props['network'] as string);
  return {
    cidr: network.text('cidr'),
    privateCidrs: network.list('privateSubnetCidrs'),
    endpoints: network.has('endpointCidrs') ? network.list('endpointCidrs').map((cidr) => ({ cidr })) : [],
    apiAddress: reader(cluster, standpoint).text('apiAddress'),
    serviceCidr: reader(cluster, standpoint).text('serviceCidr'),
  };
}

/**
 * The interfaces of the control plane are in the private subnets; pods call them by the address of their Service, and
 * the network agent of EKS judges packets before that address is translated.
 */
function kubernetesApi({ apiAddress, privateCidrs }: NetworkFacts): PathRule {
  return { peers: [`${apiAddress}/32`, ...privateCidrs].map((cidr) => ({ cidr })), ports: [{ port: 443 }] };
}

function calledByKubernetes(workload: Workload, { privateCidrs }: NetworkFacts): PathRule[] {
  const ports = (workload.calledByKubernetes ?? []).flatMap((name) => workload.ports?.[name] ?? []);
  return ports.length === 0 ? [] : [{ peers: privateCidrs.map((cidr) => ({ cidr })), ports }];
}

/**
 * Pods of a chart call each other by its Services. The network agent of EKS takes the address of a Service for one of a
 * peer only where the labels of the peer are within the selector of the Service, and which those are is the chart's affair.
 * @see https://github.com/aws/amazon-network-policy-controller-k8s/issues/224
 * @param services addresses of Services, for the way out
 */
function amongItself(workload: Workload, services: readonly Peer[] = []): PathRule[] {
  const ports = Object.values(workload.ports ?? {});
  if (workload.reachesItself !== true || ports.length === 0) return [];
  return [{ peers: [{ pods: podsOf(workload) }, ...services], ports }];
}

function portsOf(environment: Environment, connection: Connection): Port[] {
  const { target, access } = accessOf(connection, environment);
  const known = contextOf(target, { plane: 'known', environment: target.environment });
  const ports = kindOf(target).offers?.ports?.(known) ?? {};
  return (access.ports ?? []).map((name) => ports[name] as Port);
}

/** A pod is known by its labels, a load balancer by its subnets. */
function ingressRule(environment: Environment, connection: Connection, standpoint: KubernetesStandpoint): PathRule[] {
  const from = locate(environment, connection.from.name) as Located;
  const ports = portsOf(environment, connection);
  if (ports.length === 0) return [];
  const workload = workloadOf(from);
  if (workload?.runs === 'pod') return [{ peers: [{ pods: podsOf(workload) }], ports }];
  const caller = reader(from, standpoint);
  return caller.has('subnetCidrs') ? [{ peers: caller.list('subnetCidrs').map((cidr) => ({ cidr })), ports }] : [];
}

function egressRule(environment: Environment, connection: Connection, standpoint: KubernetesStandpoint): PathRule[] {
  const { target } = accessOf(connection, environment);
  const ports = portsOf(environment, connection);
  if (ports.length === 0) return [];
  const workload = workloadOf(target);
  if (workload?.runs === 'pod') return [{ peers: [{ pods: podsOf(workload) }], ports }];
  const cidrs = kindOf(target).offers?.cidrs?.(contextOf(target, standpoint)) ?? ['0.0.0.0/0'];
  return [{ peers: cidrs.map((cidr) => ({ cidr })), ports }];
}

/** A load balancer reaches pods from its own subnets. */
function entranceRules(environment: Environment, workload: Workload, standpoint: KubernetesStandpoint): PathRule[] {
  const byBalancer = new Map<string, Set<number>>();
  for (const { via, port } of workload.entrances ?? [])
    byBalancer.set(via, (byBalancer.get(via) ?? new Set()).add(port));
  return [...byBalancer].map(([via, ports]) => ({
    peers: reader(locate(environment, via) as Located, standpoint)
      .list('subnetCidrs')
      .map((cidr) => ({ cidr })),
    ports: [...ports].map((port) => ({ port })),
  }));
}

/** The port that Prometheus reads is open to every workload in reach that reads metrics. */
function scrapeRules(environment: Environment, workload: Workload): PathRule[] {
  const port = workload.scrape === undefined ? undefined : workload.ports?.[workload.scrape];
  if (!port) return [];
  const peers = inReach(environment).flatMap((located) => {
    const { namespace, scrapes } = workloadOf(located) ?? {};
    return namespace === undefined || scrapes === undefined ? [] : [{ pods: { namespace, labels: scrapes } }];
  });
  return peers.length === 0 ? [] : [{ peers, ports: [port] }];
}

/** What reads metrics calls workloads of environments that it does not know, and every node. */
function scrapingRules(workload: Workload, { cidr }: NetworkFacts): PathRule[] {
  return workload.scrapes === undefined ? [] : [{ peers: [{ cidr }], ports: [{ port: 1, to: 65_535 }] }];
}

/** Variables that the connections of a component give to its containers. */
export function variablesOf({ environment, findings }: PodBuild, component: Component): EnvironmentVariable[] {
  const standpoint = { plane: 'kubernetes', environment, findings, reader: component } as const;
  const variables = sourcedVariables(environment, component, standpoint).map(
    ({ name, connection, source }): EnvironmentVariable => {
      if ('value' in source) return { name, value: source.value };
      const { target } = accessOf(connection, environment);
      if (!('secret' in source)) return { name, value: reader(target, standpoint).text(source.output) };
      const offered = offeredSecret(target, source.secret, standpoint);
      const secretName =
        offered.store === 'kubernetes'
          ? reader(target, standpoint).text(offered.output)
          : secretNameOf(component, connection, source.secret);
      return { name, secretName, secretKey: source.key, ...(offered.optional === true ? { optional: true } : {}) };
    },
  );
  return variables.sort((a, b) => compareText(a.name, b.name));
}

/** Name of the copy of a secret that is made for a workload. */
function secretNameOf(component: Component, connection: Connection, secret: string): string {
  return `${component.name}-${connection.to.name}-${secret}`;
}

/** Secrets that the variables of a component refer to, each copied by External Secrets. */
export function secretCopiesOf(
  { environment, findings }: PodBuild,
  component: Component,
  namespace: string,
): SecretCopy[] {
  const standpoint = { plane: 'kubernetes', environment, findings, reader: component } as const;
  return takenSecrets(environment, component, standpoint).flatMap(({ connection, target, key, offered }) => {
    const service = offered.store ?? 'secrets-manager';
    if (service === 'kubernetes') return [];
    const store = secretStore(environment, service, namespace);
    if (!store) {
      const copy = `Secret ${namespace}/${secretNameOf(component, connection, key)}`;
      findings.add(missingStore(environment, component, { secret: `${key} of ${connection.to.name}`, service, copy }));
      return [];
    }
    const remoteKey = contextOf(target, standpoint).own(offered.output);
    const { keys = [], optional = false } = offered;
    return [{ name: secretNameOf(component, connection, key), namespace, store, remoteKey, keys, optional }];
  });
}

/** The store of a service in a namespace; stores serve the workloads of their own environment and namespace alone. */
function secretStore(environment: Environment, service: string, namespace: string): SecretCopy['store'] | undefined {
  for (const component of environment.components.values()) {
    const workload = workloadOf({ component, environment });
    if (workload?.copiesSecrets !== service || workload.namespace !== namespace) continue;
    const store = contextOf({ component, environment }, { plane: 'known', environment });
    return { name: store.own('storeName'), kind: 'SecretStore' };
  }
  return undefined;
}

function missingStore(
  environment: Environment,
  component: Component,
  need: { readonly secret: string; readonly service: string; readonly copy: string },
): Finding {
  return {
    code: 'missing-secret-store',
    severity: 'error',
    cause: need.copy,
    at: component.origin.at,
    subject: component.origin.subject,
    message: `it needs the secret ${need.secret}, and ${environment.label} has no store of ${need.service} in its namespace`,
    expected: `a secret-store with service: ${need.service} in the same namespace`,
    fix: `describe a component of kind secret-store`,
  };
}
