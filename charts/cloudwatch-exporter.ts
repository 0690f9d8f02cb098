import type { Static } from '@sinclair/typebox';
import {
  awsRegion,
  choice,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  quantity,
  reference,
  text,
} from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { printJson } from '../schemas/primitives/print-json';
import { chartCluster, chartVersion, furtherValues, withFurtherValues } from './facets/chart';
import { clusterBase } from './facets/examples';

const metricField = group('One metric.', {
  namespace: text('Namespace in CloudWatch, such as `AWS/RDS`.', { pattern: '^[A-Za-z0-9/_.#:-]{1,255}$' }),
  metric: text('Name in CloudWatch, such as `CPUUtilization`.'),
  dimensions: list('Dimensions that tell its series apart.', text('Dimension.'), { default: [], uniqueItems: true }),
  only: mapOf(
    'Dimension → values: these series and no others.',
    list('Values.', text('Value.'), { minItems: 1, uniqueItems: true }),
    { default: {} },
  ),
  statistics: list(
    'Statistics, each a metric of its own in Prometheus: `aws_rds_cpuutilization_average`.',
    choice('Statistic.', ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount']),
    { default: ['Average'], minItems: 1, uniqueItems: true },
  ),
  periodSeconds: optional(
    integer('Period, in seconds, where it differs.', { minimum: 60, maximum: 86_400, multipleOf: 60 }),
  ),
});

const Input = input({
  cluster: chartCluster('Cluster that it runs in.'),
  namespace: reference('Namespace that it runs in.', ['namespace'], { default: 'monitoring' }),
  version: chartVersion('prometheus-cloudwatch-exporter', '0.26.0'),
  region: optional(awsRegion('Region whose metrics it reads. By default its own.')),
  periodSeconds: integer('Period that values are of, in seconds. Each reading of a series costs.', {
    minimum: 60,
    maximum: 86_400,
    multipleOf: 60,
    default: 60,
  }),
  delaySeconds: integer('Age of what is read, in seconds: CloudWatch takes a while to agree on a value.', {
    minimum: 0,
    maximum: 3600,
    default: 120,
  }),
  metrics: mapOf('Metrics that it reads, by a name of your own.', metricField, { minProperties: 1 }),
  cpu: quantity('CPU request, in cores.', { default: '50m' }),
  memory: quantity('Memory request and limit, in bytes.', { default: '256Mi' }),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** Metrics of AWS in Prometheus. @see https://github.com/prometheus/cloudwatch_exporter */
export const cloudwatchExporter = defineCompositeKind<typeof Input>({
  kind: 'cloudwatch-exporter',
  summary: 'Metrics of CloudWatch in Prometheus, as `aws_<namespace>_<metric>_<statistic>`.',
  creates: ['`<key>` (helm-release): the chart, with a role that may read metrics and nothing else'],
  input: Input,
  examples: {
    'CPU of a database': {
      input: {
        metrics: { cpu: { namespace: 'AWS/RDS', metric: 'CPUUtilization', dimensions: ['DBClusterIdentifier'] } },
      },
      with: { ...clusterBase, 'argo-applications': { argocd: {} }, namespace: { monitoring: { defaultDeny: false } } },
    },
  },
  outputs: {},
  expand: ({ name, props }) => ({ 'helm-release': { [name]: release(name, props) } }),
});

function release(name: string, props: Props) {
  const { cluster, namespace, version, cpu, memory, values } = props;
  return withoutAbsent({
    cluster,
    namespace,
    repository: 'https://prometheus-community.github.io/helm-charts',
    chart: 'prometheus-cloudwatch-exporter',
    version,
    release: name,
    wave: 0,
    serviceAccount: name,
    // Its pods carry no label of the app.kubernetes.io family.
    labels: { app: 'prometheus-cloudwatch-exporter', release: name },
    ports: { metrics: { port: 9106 } },
    // Each reading asks CloudWatch, which has nothing new within a period, and asks for money.
    scrape: { port: 'metrics', intervalSeconds: Math.min(props.periodSeconds, 240) },
    pods: { exporter: { replicas: 1, cpu, memory, resourcesAt: 'resources' } },
    callsKubernetes: false,
    statements: [
      {
        actions: ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'],
        resources: ['*'],
        why: 'metrics know no resource',
      },
    ],
    values: withFurtherValues(
      {
        serviceAccount: { name, automountServiceAccountToken: false },
        rbac: { create: false },
        ingress: { enabled: false },
        aws: { stsRegional: { enabled: true } },
        containerSecurityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          runAsNonRoot: true,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        // JSON is YAML; the chart renders it as a template, which it has none of.
        config: printJson(configOf(props)),
      },
      values,
    ),
  });
}

/** @see https://github.com/prometheus/cloudwatch_exporter#configuration */
function configOf({ region, periodSeconds, delaySeconds, metrics }: Props): JsonObject {
  return {
    ...(region === undefined ? {} : { region }),
    period_seconds: periodSeconds,
    delay_seconds: delaySeconds,
    use_get_metric_data: true,
    metrics: Object.values(metrics).map(
      ({ namespace, metric, dimensions, only, statistics, periodSeconds: period }) => ({
        aws_namespace: namespace,
        aws_metric_name: metric,
        aws_statistics: [...statistics],
        ...(dimensions.length === 0 ? {} : { aws_dimensions: [...dimensions] }),
        ...(Object.keys(only).length === 0
          ? {}
          : { aws_dimension_select: Object.fromEntries(Object.entries(only).map(([key, list]) => [key, [...list]])) }),
        ...(period === undefined ? {} : { period_seconds: period }),
      }),
    ),
  };
}
