import type { Chart } from 'cdk8s';
import { flag, group, text } from '../../schemas/contract/fields';
import { addObject, selectorLabels, standardLabels } from './object';

/** Where Prometheus reads the metrics of a workload. */
export const metricsField = group(
  'Where Prometheus reads metrics.',
  {
    scrape: flag('Whether it reads them.', { default: true }),
    path: text('Path on the HTTP port.', { pattern: '^/', default: '/metrics' }),
  },
  { default: {} },
);

export interface Monitored {
  readonly component: { readonly name: string; readonly system: string };
  readonly namespace: string;
  readonly path: string;
}

/** Has Prometheus read the port `http` of a component's Service. */
export function addServiceMonitor(chart: Chart, { component, namespace, path }: Monitored): void {
  addObject(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: component.name, namespace, labels: standardLabels(component) },
    spec: {
      selector: { matchLabels: selectorLabels(component) },
      endpoints: [{ port: 'http', path, interval: '15s' }],
    },
  });
}
