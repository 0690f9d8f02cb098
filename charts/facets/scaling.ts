import {
  IntOrString,
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
  type ObjectMeta,
} from 'cdk8s-plus-28/lib/imports/k8s';
import type { Chart } from 'cdk8s';
import type { Static } from '@sinclair/typebox';
import type { Component } from '../../schemas/contract/component';
import { group, integer } from '../../schemas/contract/fields';
import type { Constraint } from '../../schemas/contract/kind';
import { selectorLabels } from './object';

/** Bounds of a Deployment, and the load that decides between them. */
export const replicasField = group(
  'How many replicas there are; between the bounds CPU and memory use decide.',
  {
    minimum: integer('At least.', { minimum: 1, maximum: 1000, default: 2 }),
    maximum: integer('At most.', { minimum: 1, maximum: 1000, default: 50 }),
    cpuPercent: integer('Average CPU use that the scaler holds, in percent of the request.', {
      minimum: 1,
      maximum: 100,
      default: 70,
    }),
    memoryPercent: integer('Average memory use that the scaler holds, in percent of the request.', {
      minimum: 1,
      maximum: 100,
      default: 80,
    }),
  },
  { default: {} },
);

/** A scaler whose bounds leave nothing between them is refused by the API. */
export const boundsOfReplicas: Constraint<{
  readonly replicas: { readonly minimum: number; readonly maximum: number };
}> = {
  id: 'minimum-over-maximum',
  meaning: 'The scaler’s lower bound is at most its upper one.',
  fix: 'lower replicas.minimum or raise replicas.maximum',
  violations: ({ replicas: { minimum, maximum } }) =>
    minimum > maximum ? [{ at: '/replicas/minimum', found: `minimum ${minimum} is over maximum ${maximum}` }] : [],
};

interface Scaled {
  readonly component: Component;
  readonly replicas: Static<typeof replicasField>;
}

/** The scaler of a Deployment, and what keeps its replicas from going all at once. */
export function addScaling(chart: Chart, metadata: ObjectMeta, { component, replicas }: Scaled): void {
  const { minimum, maximum, cpuPercent, memoryPercent } = replicas;
  const metric = (name: string, averageUtilization: number) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  });
  new KubeHorizontalPodAutoscalerV2(chart, 'scaler', {
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: component.name },
      minReplicas: minimum,
      maxReplicas: maximum,
      metrics: [metric('cpu', cpuPercent), metric('memory', memoryPercent)],
      behavior: {
        scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
      },
    },
  });
  new KubePodDisruptionBudget(chart, 'budget', {
    metadata,
    spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(component) } },
  });
}
