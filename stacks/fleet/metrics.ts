import { entranceWord } from '../../schemas/contract/expose';
import type { Metric, Recommended } from '../../schemas/contract/metric';
import { agentNamespace } from './agent-config';
import { colourNames, joined, outputOf, variants, type Variant } from './colours';
import type { Props } from './input';

type Metrics = Readonly<Record<string, Metric>>;
type Plain = Omit<Metric, 'recommended'> & { readonly recommended?: Recommended | false };

/**
 * What a fleet publishes. With colours, what is measured of one group has the colour before its name; what is measured
 * of a way in that is not `main` has that before its name.
 */
export function metrics(props: Props): Metrics {
  const published = Object.entries(props.publishes).map(([name, of]) => [name, publishedMetric(name, of)] as const);
  return {
    ...Object.fromEntries(variants(props).flatMap((variant) => Object.entries(ofVariant(props, variant)))),
    ...Object.fromEntries(published),
  };
}

function publishedMetric(name: string, of: Props['publishes'][string]): Metric {
  return {
    description: of.description ?? `${name}, as the code publishes it.`,
    namespace: of.namespace ?? { output: 'metricNamespace' },
    name: of.metric,
    dimensions: Object.fromEntries(Object.entries(of.dimensions).map(([key, value]) => [key, { value }])),
    statistic: of.statistic,
    ...(of.unit === 'None' ? {} : { unit: of.unit }),
    intervalSeconds: of.intervalSeconds,
  };
}

function ofVariant(props: Props, variant: Variant): Metrics {
  const all: Readonly<Record<string, Plain>> = {
    ...ofGroup(props, variant),
    ...Object.fromEntries(
      Object.keys(props.expose).flatMap((entrance) => Object.entries(ofEntrance(entrance, variant))),
    ),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, { recommended, ...metric }]) => [
      joined(variant.colour, name),
      // An empty colour has nothing to tell.
      { ...metric, ...(recommended && variant.active ? { recommended } : {}) },
    ]),
  );
}

/** Names of the metrics of a group whose value falls when instances come, so that a target can be kept by them. */
export const followsSize: readonly string[] = ['cpu', 'memory', 'gpu', 'gpu-memory'];

const percent = { statistic: 'Average', unit: 'Percent' } as const;

function ofGroup(props: Props, variant: Variant): Readonly<Record<string, Plain>> {
  const dimensions = { AutoScalingGroupName: { output: outputOf('groupName', variant) } };
  const agent = { ...percent, namespace: agentNamespace, dimensions };
  const state = { namespace: 'AWS/AutoScaling', dimensions, statistic: 'Average' } as const;
  const busy = (what: string, above: number): Recommended => ({
    above,
    minutes: 5,
    severity: 'warning',
    summary: `${what} of the fleet is nearly used up`,
  });
  return {
    cpu: {
      ...percent,
      description: 'Processors, in use.',
      namespace: 'AWS/EC2',
      name: 'CPUUtilization',
      dimensions,
      intervalSeconds: props.detailedMonitoring ? 60 : 300,
      recommended: busy('Processor time', 80),
    },
    memory: {
      ...agent,
      description: 'Memory, in use.',
      name: 'mem_used_percent',
      recommended: busy('Memory', 85),
    },
    disk: {
      ...agent,
      description: 'Root volume, in use.',
      name: 'disk_used_percent',
      statistic: 'Maximum',
      recommended: busy('The root volume', 85),
    },
    ...(props.gpu ? gpuMetrics(agent, busy('GPU time', 90)) : {}),
    'in-service': { ...state, description: 'Instances in service.', name: 'GroupInServiceInstances' },
    desired: { ...state, description: 'Instances that are wanted.', name: 'GroupDesiredCapacity' },
    pending: { ...state, description: 'Instances that are starting.', name: 'GroupPendingInstances' },
  };
}

type Agent = Pick<Metric, 'namespace' | 'dimensions' | 'statistic' | 'unit'>;

function gpuMetrics(agent: Agent, recommended: Recommended): Readonly<Record<string, Plain>> {
  return {
    gpu: { ...agent, description: 'GPUs, in use.', name: 'nvidia_smi_utilization_gpu', recommended },
    'gpu-memory': {
      ...agent,
      description: 'Time in which memory of GPUs was read or written.',
      name: 'nvidia_smi_utilization_memory',
    },
  };
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
function ofEntrance(entrance: string, { colour }: Variant): Readonly<Record<string, Plain>> {
  const base = {
    namespace: 'AWS/ApplicationELB',
    dimensions: {
      LoadBalancer: { output: `loadBalancerArnSuffix/${entrance}` },
      TargetGroup: { output: `targetGroupArnSuffix/${joined(entrance, colour)}` },
    },
    missing: 'notBreaching',
  } as const;
  const counted = { ...base, statistic: 'Sum', unit: 'Count' } as const;
  const named: Readonly<Record<string, Plain>> = {
    'unhealthy-hosts': {
      ...base,
      description: 'Instances that the load balancer takes for unhealthy.',
      name: 'UnHealthyHostCount',
      statistic: 'Maximum',
      recommended: { above: 0, minutes: 5, severity: 'warning', summary: 'Instances are unhealthy' },
    },
    'healthy-hosts': {
      ...base,
      description: 'Instances that the load balancer takes for healthy.',
      name: 'HealthyHostCount',
      statistic: 'Minimum',
      // Where there is no target, nothing is published.
      missing: 'breaching',
      recommended: { below: 1, minutes: 2, severity: 'critical', summary: 'No instance is healthy' },
    },
    'target-5xx': {
      ...counted,
      description: 'Answers 5xx of instances.',
      name: 'HTTPCode_Target_5XX_Count',
      recommended: { above: 10, minutes: 5, severity: 'warning', summary: 'Instances answer with errors' },
    },
    requests: { ...counted, description: 'Requests that were passed on.', name: 'RequestCount' },
    [requestsPerHost]: {
      ...counted,
      description: 'Requests for each instance.',
      name: 'RequestCountPerTarget',
    },
    'response-time': {
      ...base,
      description: 'Time until an instance begins to answer, in seconds.',
      name: 'TargetResponseTime',
      statistic: 'p99',
      unit: 'Seconds',
    },
  };
  return Object.fromEntries(
    Object.entries(named).map(([name, metric]) => [joined(entranceWord(entrance), name), metric]),
  );
}

export const requestsPerHost = 'requests-per-host';

/** The metric that a rule means for one group: the group's own, or what the code publishes over all. */
export function metricOf(props: Props, name: string, { colour }: Pick<Variant, 'colour'>): string {
  return name in props.publishes ? name : joined(colour, name);
}

/** Names that a rule can say: with colours, those of a group without its colour. */
export function ruleMetrics(props: Props): Metrics {
  const { colours: _, ...single } = props;
  return metrics(single);
}

/** Whether a rule can keep a metric at a target: one that falls as instances come. */
export function canBeKept(props: Props, name: string): boolean {
  return followsSize.includes(name) || name.endsWith(requestsPerHost) || name in props.publishes;
}

/** Names that both a colour's group and the code give. */
export function collidingNames(props: Props): string[] {
  const { publishes, ...others } = props;
  const own = metrics({ ...others, publishes: {} });
  const bare = colourNames(props).length === 0 ? {} : ruleMetrics({ ...others, publishes: {} });
  return Object.keys(publishes).filter((name) => name in own || name in bare);
}
