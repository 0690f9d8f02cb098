import type { Chart } from 'cdk8s';
import { addObject } from './object';

export interface Binding {
  readonly name: string;
  readonly namespace: string;
  /** Known before apply, where the ARN is not. */
  readonly targetGroupName: string;
  readonly serviceName: string;
  readonly port: number;
}

/**
 * Registers a Service's pods in a target group that Terraform made. Security-group rules are Terraform's as well, so the
 * controller gets no `networking`.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/
 */
export function addTargetGroupBinding(chart: Chart, binding: Binding): void {
  addObject(chart, {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'TargetGroupBinding',
    metadata: { name: binding.name, namespace: binding.namespace },
    spec: {
      targetGroupName: binding.targetGroupName,
      targetType: 'ip',
      serviceRef: { name: binding.serviceName, port: binding.port },
    },
  });
}
