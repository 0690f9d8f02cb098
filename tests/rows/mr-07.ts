import type { Json } from '../../schemas/primitives/artifact';
import { chartOf, inEach, namespace, valueIn } from './marketresearch';
import type { Row } from './row';
import { at, text } from './values';

const fields = 'timestamp,service,level,message,request_id';
const workloads = { 'inference-api': 'Deployment', 'ner-service': 'Deployment', embedder: 'CronJob' } as const;

export const mr07: Row = {
  id: 'MR-07',
  title: 'Logs as JSON with five fields, by Fluent Bit to Loki',
  states: {
    'each workload is told to log JSON with timestamp, service, level, message and request_id': (output) => {
      inEach(output, (own, environment) => {
        const training = environment === 'prod' ? { training: 'CronJob' } : {};
        for (const [name, kind] of Object.entries({ ...workloads, ...training })) {
          const workload = own.manifest(kind, name, namespace);
          expect([valueIn(own, workload, 'LOG_FORMAT'), valueIn(own, workload, 'LOG_FIELDS')]).toEqual([
            'json',
            fields,
          ]);
        }
      });
    },
    'Fluent Bit runs on every node, whatever keeps others off it': (output) => {
      inEach(output, (own, environment) => {
        const { chart, values } = chartOf(own, `${environment}-pod-logs`);
        expect([chart, at(values, 'tolerations')]).toEqual(['fluent-bit', [{ operator: 'Exists' }]]);
      });
    },
    'it takes lines of JSON apart and sends them to Loki as JSON': (output) => {
      inEach(output, (own, environment) => {
        const { values } = chartOf(own, `${environment}-pod-logs`);
        expect(sectionOf(at(values, 'config', 'filters'))).toEqual([
          '[FILTER]',
          'Name kubernetes',
          'Match kube.*',
          'Merge_Log On',
          'Keep_Log Off',
          'K8S-Logging.Parser On',
          'K8S-Logging.Exclude On',
          'Labels On',
          'Annotations Off',
          'Buffer_Size 0',
        ]);
        const output = sectionOf(at(values, 'config', 'outputs'));
        expect(output).toEqual(loki);
        expect([at(values, 'target', 'lokiHost'), at(values, 'target', 'lokiPort')]).toEqual([
          'loki.monitoring.svc.cluster.local',
          '3100',
        ]);
      });
    },
    'Loki keeps them for 30 days, in a bucket that it alone reads': (output) => {
      inEach(output, (own, environment, workspace) => {
        const { chart, values } = chartOf(own, `${environment}-loki`);
        const bucket = `marketresearch-${environment}-log-chunks`;
        expect([
          chart,
          at(values, 'loki', 'limits_config', 'retention_period'),
          at(values, 'loki', 'compactor', 'retention_enabled'),
          at(values, 'loki', 'storage', 'bucketNames', 'chunks'),
        ]).toEqual(['loki', '720h', true, bucket]);
        expect(own.resource(workspace('data'), 'aws_s3_bucket', 'log_chunks')['bucket']).toBe(bucket);
        const identity = own.resource(workspace('platform'), 'aws_eks_pod_identity_association', 'loki_identity');
        expect([identity['namespace'], identity['service_account']]).toEqual(['monitoring', 'loki']);
      });
    },
    'Grafana shows them': (output) => {
      inEach(output, (own) => {
        const source = own.manifest('ConfigMap', 'loki-data-source', 'monitoring');
        expect(at(source, 'metadata', 'labels', 'grafana_datasource')).toBe('1');
        const [stated] = (JSON.parse(text(at(source, 'data', 'loki.yaml'))) as { datasources: unknown[] }).datasources;
        expect(stated).toEqual({
          name: 'Loki',
          uid: 'loki',
          type: 'loki',
          access: 'proxy',
          url: 'http://loki.monitoring.svc.cluster.local:3100',
          isDefault: false,
          editable: false,
        });
      });
    },
  },
};

const loki = [
  '[OUTPUT]',
  'Name loki',
  'Match kube.*',
  'host {{ .Values.target.lokiHost }}',
  'port {{ .Values.target.lokiPort }}',
  "labels job=pods, namespace=$kubernetes['namespace_name'], app=$kubernetes['labels']['app.kubernetes.io/name'], container=$kubernetes['container_name'], service=$service, level=$level",
  "structured_metadata pod=$kubernetes['pod_name'], request_id=$request_id",
  'remove_keys kubernetes, stream, _p',
  'line_format json',
  'Retry_Limit 5',
];

function sectionOf(value: Json | undefined): string[] {
  return text(value)
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
