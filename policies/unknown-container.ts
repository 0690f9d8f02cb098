import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below, inside, type Place } from '../schemas/graph/place';
import { containersOf, type PodTemplate } from '../schemas/graph/pod-templates';
import { selectTexts } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

interface NamedContainer {
  readonly place: Place;
  readonly from: KubernetesObject;
  readonly name: string;
  readonly template: PodTemplate;
}

/** Containers that annotations, resource fields and scalers name are containers of the pod. */
export const rule = defineRule<NamedContainer>({
  id: 'unknown-container',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) => [
      ...cluster.templates.flatMap((template) => [...annotated(template), ...fieldReferences(template)]),
      ...scaled(cluster),
    ]),
  judge: ({ place, from, name, template }) => {
    const names = containersOf(template).map((container) => container.name);
    if (names.includes(name)) return [];
    const near = nearest(name, names);
    return [
      {
        place,
        subject: subjectOf(from),
        message: `it names the container ${name}, which ${subjectOf(template.owner)} does not have`,
        expected: `one of ${names.join(', ')}`,
        fix: near === undefined ? 'Name a container of the pod.' : `Did you mean ${near}?`,
      },
    ];
  },
});

/** @see https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const valueAnnotations = ['kubectl.kubernetes.io/default-container', 'kubectl.kubernetes.io/default-logs-container'];
const prefixAnnotations = ['container.apparmor.security.beta.kubernetes.io/'];

function annotated(template: PodTemplate): NamedContainer[] {
  return Object.entries(template.annotations).flatMap(([key, value]) => {
    const prefix = prefixAnnotations.find((candidate) => key.startsWith(candidate));
    const name = prefix === undefined ? value : key.slice(prefix.length);
    if (prefix === undefined && !valueAnnotations.includes(key)) return [];
    return [{ place: inside(template.place, 'metadata', 'annotations', key), from: template.owner, name, template }];
  });
}

function fieldReferences(template: PodTemplate): NamedContainer[] {
  return [
    '/containers/*/env/*/valueFrom/resourceFieldRef/containerName',
    '/initContainers/*/env/*/valueFrom/resourceFieldRef/containerName',
    '/volumes/*/downwardAPI/items/*/resourceFieldRef/containerName',
    '/volumes/*/projected/sources/*/downwardAPI/items/*/resourceFieldRef/containerName',
  ].flatMap((path) =>
    selectTexts(template.spec, path).map(({ pointer, text }) => ({
      place: below(template.place, `/spec${pointer}`),
      from: template.owner,
      name: text,
      template,
    })),
  );
}

const scalerPaths = [
  '/spec/resourcePolicy/containerPolicies/*/containerName',
  '/spec/metrics/*/containerResource/container',
  '/spec/triggers/*/metadata/containerName',
];

function scaled(cluster: ClusterGraph): NamedContainer[] {
  return cluster.references('scale-target').flatMap(({ kind, namespace, name, from }) => {
    const template = cluster.templates.find(
      ({ owner }) => owner.kind === kind && owner.namespace === namespace && owner.name === name,
    );
    if (!template) return [];
    return scalerPaths.flatMap((path) =>
      selectTexts(from.body, path).flatMap(({ pointer, text }) =>
        text === '*' ? [] : [{ place: below(from.place, pointer), from, name: text, template }],
      ),
    );
  });
}
