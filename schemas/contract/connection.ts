import type { Position } from '../primitives/position';
import type { AnyProps, Component } from './component';
import type { OutputContext } from './output';

/** One allow statement of an IAM policy. */
export interface Statement {
  readonly actions: readonly string[];
  /** ARNs. `*` only where the service knows no resource for the action; say so in `why`. */
  readonly resources: readonly string[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
  /** Needed when `resources` holds `*`. */
  readonly why?: string;
}

/** A network port that a component listens on. */
export interface Port {
  readonly port: number;
  /** Last port of a range; by default the range is the one port. */
  readonly to?: number;
  /** Default `tcp`. */
  readonly protocol?: 'tcp' | 'udp';
}

/** Where the value of an environment variable comes from. */
export type Variable =
  | { readonly value: string }
  /** An output of the target: `known` or `bound`. */
  | { readonly output: string }
  /** A key of one of the target's secrets. */
  | { readonly secret: string; readonly key: string };

/** A secret that a component keeps and that its users may need. */
export interface OfferedSecret<Props = AnyProps> {
  readonly description: string;
  /**
   * Output that holds what it is read by: a name (`known`) or an ARN (`bound`) for External Secrets, the name of the
   * Secret for `kubernetes`.
   */
  readonly output: string;
  /** Default `secrets-manager`. `kubernetes`: a Secret of the namespace itself, which needs no copy. */
  readonly store?: SecretService | 'kubernetes';
  /** Keys of the JSON document; absent when the whole value is one string. */
  readonly keys?: readonly string[];
  /** Pods that take it start without it too, while nobody has filled it in. */
  readonly optional?: boolean;
  /** What its readers may do in AWS: the role of the store that copies it for pods, or an instance that reads it itself. */
  readonly statements?: (context: OutputContext<Props>) => readonly Statement[];
}

/** AWS services that keep secrets. */
export type SecretService = 'secrets-manager' | 'parameter-store';

/** What a `uses` line with this access level gives. */
export interface Access<Props = AnyProps> {
  readonly description: string;
  /** Names of the target's ports that are opened. */
  readonly ports?: readonly string[];
  readonly statements?: (context: OutputContext<Props>) => readonly Statement[];
  /** Environment variables of the workload: suffix → source; the name is `<PREFIX>_<SUFFIX>`, the prefix from `as:` or the component's key. */
  readonly variables?: (context: OutputContext<Props>) => Readonly<Record<string, Variable>>;
}

/** What a kind lets others do with its components. */
export interface Offer<Props = AnyProps> {
  /** Ports by name. */
  readonly ports?: (context: OutputContext<Props>) => Readonly<Record<string, Port>>;
  /** Networks that its ports are in, for the egress of pods. Not needed by what runs in pods itself. */
  readonly cidrs?: (context: OutputContext<Props>) => readonly string[];
  readonly secrets?: (context: OutputContext<Props>) => Readonly<Record<string, OfferedSecret<Props>>>;
  /** Access levels by name, the least first; a function where they follow from the input. */
  readonly access: AccessLevels<Props> | ((props: Props) => AccessLevels<Props>);
}

export type AccessLevels<Props = AnyProps> = Readonly<Record<string, Access<Props>>>;

/** The access levels that a component with these props offers. */
export function accessLevels(offer: Offer, props: AnyProps): AccessLevels {
  return typeof offer.access === 'function' ? offer.access(props) : offer.access;
}

/** One resolved `uses` line: the only thing that opens a path. */
export interface Connection {
  readonly from: Component;
  readonly to: Component;
  readonly access: string;
  /** Prefix of the environment variables, upper snake case. */
  readonly prefix: string;
  readonly at: Position;
}

/** A path into a workload from a load balancer. Target group and listener rule stand with the workload. */
export interface Entrance {
  /** Key below the workload's `expose`; part of logical ids. */
  readonly name: string;
  /** Component of kind `load-balancer`. */
  readonly via: string;
  readonly hosts: readonly string[];
  /** Path patterns of the listener rule; all paths when empty. */
  readonly paths: readonly string[];
  /** Container or instance port that the target group sends to. */
  readonly port: number;
  readonly targetType: 'ip' | 'instance';
  readonly health: HealthCheck;
  /** 1 to 50,000, unique on the listener; the first match wins. */
  readonly priority?: number;
  readonly stickySeconds?: number;
  readonly deregistrationDelaySeconds?: number;
  /** Weights by colour, 0 to 999: a target group of each, among which the listener rule spreads requests. Default: one target group. */
  readonly colours?: Readonly<Record<string, number>>;
}

export interface HealthCheck {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** HTTP codes that count as healthy. */
  readonly matcher: string;
}

/**
 * What a kind that runs code tells the mechanism of connections about itself; identity, security-group rules, network
 * policies, variables and secrets follow from it.
 */
export interface Workload {
  /**
   * `pod`: Pod Identity and network policies; `instance`: an instance profile; `assumed`: nothing but a role, which the
   * role of another component takes on.
   */
  readonly runs: 'pod' | 'instance' | 'assumed';
  /** Component whose role, and no other, takes this one on (`assumed` only). */
  readonly assumedBy?: string;
  /** It takes on roles that trust it, so that it needs a role of its own even where nothing is granted to it. */
  readonly assumesRoles?: boolean;
  /** It copies the secrets of this service to the workloads of its namespace and environment, and may read each of them. */
  readonly copiesSecrets?: SecretService;
  /** Kubernetes service account (pods only). */
  readonly serviceAccount?: string;
  /** Kubernetes namespace (pods only). */
  readonly namespace?: string;
  /** Kubernetes Service in front of its pods, where it has one. */
  readonly service?: string;
  /** Labels that select its pods (pods only). */
  readonly labels?: Readonly<Record<string, string>>;
  /** Components whose security groups its packets carry, the narrowest last. Default: itself. */
  readonly securityGroups?: readonly string[];
  /** Connections that another component makes on its behalf, such as a scaler that reads its queue. */
  readonly delegates?: readonly { readonly by: string; readonly target: string; readonly access: string }[];
  /** Ports that its pods serve, by name. */
  readonly ports?: Readonly<Record<string, Port>>;
  /** Name of the port that Prometheus scrapes. */
  readonly scrape?: string;
  /** Labels of those of its pods that read the metrics of others: the port `scrape` of every workload in reach is open to them, and they reach every port inside the network. */
  readonly scrapes?: Readonly<Record<string, string>>;
  readonly entrances?: readonly Entrance[];
  /** Auto Scaling groups that a new image is rolled out to (instances only): name by colour, `main` where there are none. Each carries its image as the tag `image`. */
  readonly instanceGroups?: Readonly<Record<string, string>>;
  /** AWS APIs are called (through the NAT gateway or endpoints) even where no connection needs one. */
  readonly callsAws?: boolean;
  /** Calls the Kubernetes API. */
  readonly callsKubernetes?: boolean;
  /** Names of its ports that the Kubernetes API calls: webhooks and aggregated APIs. */
  readonly calledByKubernetes?: readonly string[];
  /** Its pods reach each other, on all of its ports. */
  readonly reachesItself?: boolean;
  /** Ports inside the network that it reaches for workloads of other environments, by name, as a scaler reads their queues. */
  readonly inside?: Readonly<Record<string, Port>>;
  /** External hosts that it calls, by name, each with a port; opens egress to the internet on that port. */
  readonly external?: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  /** Statements that the workload needs for itself, beyond its connections. */
  readonly statements?: readonly Statement[];
}
