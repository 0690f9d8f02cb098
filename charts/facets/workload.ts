import { KubeServiceAccount, type Container, type PodSpec, type PodTemplateSpec } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static, TObject } from '@sinclair/typebox';
import type { Component } from '../../schemas/contract/component';
import type { Workload } from '../../schemas/contract/connection';
import { reference } from '../../schemas/contract/fields';
import type { Constraint, KubernetesContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import {
  addConfig,
  configAnnotations,
  configFields,
  configMounts,
  configVolumes,
  filesTooLarge,
  settingsTwice,
} from './config-files';
import { modelMounts, modelsField, modelVariables, modelVolumes } from './models';
import { selectorLabels, standardLabels } from './object';
import { gpuMounts, gpusField, gpuVolumes, gpuWithoutNode, nodesField, placedOn } from './placement';
import {
  commandField,
  environmentField,
  environmentVariables,
  externalField,
  podFrame,
  resourceRequirements,
  resourcesField,
  restrictedContainer,
} from './pod';
import { memoryOverLimit } from './quantity';
import { addRights, everySecret, hasRights, namesOfMany, rightsField } from './rights';
import { mounts, volumes, volumesField } from './volumes';

/** Fields of every kind whose pods run an image of the system's own: services, workers, jobs. */
export const workloadFields = {
  namespace: reference('Namespace that it runs in.', ['namespace']),
  command: commandField,
  environment: environmentField,
  ...configFields,
  gpus: gpusField,
  nodes: nodesField,
  resources: resourcesField,
  volumes: volumesField,
  models: modelsField,
  rights: rightsField,
  external: externalField,
};

export type WorkloadProps = Static<TObject<typeof workloadFields>>;

export const workloadConstraints: readonly Constraint<WorkloadProps>[] = [
  gpuWithoutNode,
  settingsTwice,
  filesTooLarge,
  namesOfMany,
  everySecret,
  memoryOverLimit,
];

/** What the mechanism of connections is told of its pods. */
export function inPods({ self, props, ref }: OutputContext<WorkloadProps>): Workload & { readonly runs: 'pod' } {
  return {
    runs: 'pod',
    serviceAccount: self.name,
    namespace: ref(props.namespace).text('name'),
    labels: selectorLabels(self),
    securityGroups: securityGroups(ref(props.namespace).component),
    external: props.external,
    callsKubernetes: hasRights(props.rights),
  };
}

/** Pods carry the nodes' group, and that of their namespace where it has one. */
export function securityGroups(namespace: Pick<Component, 'name' | 'props'>): string[] {
  const props = namespace.props as { readonly cluster: string; readonly podSecurityGroup?: boolean };
  return props.podSecurityGroup === true ? [props.cluster, namespace.name] : [props.cluster];
}

/** What its objects are called. */
export function workloadMetadata({ self, own }: Pick<KubernetesContext<WorkloadProps>, 'self' | 'own'>) {
  return { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
}

/** What its pods stand on: identity, files, rights. */
export function addFooting(context: KubernetesContext<WorkloadProps>): void {
  const { chart, props } = context;
  const metadata = workloadMetadata(context);
  new KubeServiceAccount(chart, 'account', { metadata, automountServiceAccountToken: false });
  addConfig(chart, metadata, props);
  addRights(chart, metadata, props.rights);
}

/** What the pods of one kind have beside what all have. */
export interface PodOwn {
  /** Label `app.kubernetes.io/component`. */
  readonly component: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly terminationGraceSeconds?: number;
  readonly spec?: Partial<PodSpec>;
  readonly container?: Partial<Container>;
  /** Variables of the kind, which the description may override. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Pods that run the image of the component, with all that its description gives them. */
export function podTemplate(context: KubernetesContext<WorkloadProps>, own: PodOwn): PodTemplateSpec {
  const { self, props, ref } = context;
  const namespace = ref(props.namespace);
  const annotations = { ...own.annotations, ...configAnnotations(props).annotations };
  return {
    metadata: {
      labels: { ...standardLabels(self), 'app.kubernetes.io/component': own.component },
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: {
      ...podFrame({
        serviceAccount: self.name,
        volumes: [
          ...volumes(props.volumes, ref),
          ...modelVolumes(props.models, ref),
          ...gpuVolumes(props),
          ...configVolumes(self.name, props),
        ],
        callsKubernetes: hasRights(props.rights),
        ...(own.terminationGraceSeconds === undefined ? {} : { terminationGraceSeconds: own.terminationGraceSeconds }),
        ...(namespace.has('priorityClass') ? { priorityClass: namespace.text('priorityClass') } : {}),
      }),
      ...placedOn(props, ref),
      ...own.spec,
      containers: [container(context, own)],
    },
  };
}

function container({ self, props, environment, image, ref }: KubernetesContext<WorkloadProps>, own: PodOwn): Container {
  const shared = ref(props.namespace).component.props['environment'] as WorkloadProps['environment'];
  return {
    name: self.name,
    image: image(self.name),
    imagePullPolicy: 'IfNotPresent',
    ...(props.command === undefined ? {} : { command: [...props.command] }),
    env: environmentVariables(
      { ...shared, ...own.variables, ...modelVariables(props.models), ...props.environment },
      environment,
    ),
    resources: resourceRequirements(props.resources, props.gpus),
    volumeMounts: [...mounts(props.volumes), ...modelMounts(props.models), ...gpuMounts(props), ...configMounts(props)],
    ...own.container,
    ...restrictedContainer,
  };
}
