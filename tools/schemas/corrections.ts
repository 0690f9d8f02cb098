import { forms } from '../../schemas/upstream/kubernetes/forms';
import type { Schema } from '../../schemas/upstream/kubernetes/schema';
import { typesOf, type Definition } from './json-schema';

/** What the API server refuses and its OpenAPI document does not say, or says wrongly. */
interface Correction {
  /** Page that says so. */
  readonly see: string;
  /** Fields that the document lists as required and the API does not. */
  readonly optional?: readonly string[];
  /** Keywords to add to a field. */
  readonly fields?: Readonly<Record<string, Schema>>;
}

const labels = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
const annotations =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set';
const api = 'https://kubernetes.io/docs/reference/kubernetes-api/';

const labelMap: Schema = {
  propertyNames: { pattern: forms.labelKey.pattern },
  additionalProperties: { type: 'string', maxLength: 63, pattern: forms.labelValue.pattern },
};
const dnsLabel: Schema = { maxLength: 63, pattern: forms.dnsLabel.pattern };
const dataKeys: Schema = { propertyNames: { maxLength: 253, pattern: forms.dataKey.pattern } };
const port: Schema = { minimum: 1, maximum: 65535 };
const selectorOperator: Schema = { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] };

/** By definition. Where a version lacks the definition or the field, nothing is added. */
const corrections: Readonly<Record<string, Correction>> = {
  'apiextensions.v1.CustomResourceDefinitionSpec': {
    see: `${api}extend-resources/custom-resource-definition-v1/`,
    fields: { scope: { enum: ['Cluster', 'Namespaced'] } },
  },
  'autoscaling.v2.HPAScalingPolicy': {
    see: `${api}workload-resources/horizontal-pod-autoscaler-v2/`,
    fields: { type: { enum: ['Pods', 'Percent'] } },
  },
  'autoscaling.v2.HPAScalingRules': {
    see: `${api}workload-resources/horizontal-pod-autoscaler-v2/`,
    fields: { selectPolicy: { enum: ['Max', 'Min', 'Disabled'] } },
  },
  'autoscaling.v2.MetricTarget': {
    see: `${api}workload-resources/horizontal-pod-autoscaler-v2/`,
    fields: { type: { enum: ['Utilization', 'Value', 'AverageValue'] } },
  },
  // `onPodConditions` has no omitempty in the Go type, and a rule on exit codes must leave it out.
  'batch.v1.PodFailurePolicyRule': { see: `${api}workload-resources/job-v1/`, optional: ['onPodConditions'] },
  'core.v1.ConfigMap': {
    see: `${api}config-and-storage-resources/config-map-v1/`,
    fields: { data: dataKeys, binaryData: dataKeys },
  },
  'core.v1.Container': {
    see: `${api}workload-resources/pod-v1/#Container`,
    fields: { name: dnsLabel },
  },
  'core.v1.ContainerPort': {
    see: `${api}workload-resources/pod-v1/#ports`,
    fields: {
      containerPort: port,
      hostPort: { minimum: 0, maximum: 65535 },
      name: { maxLength: 15, pattern: forms.portName.pattern },
    },
  },
  'core.v1.PodSpec': {
    see: `${api}workload-resources/pod-v1/#PodSpec`,
    fields: { nodeSelector: labelMap },
  },
  'core.v1.Secret': {
    see: `${api}config-and-storage-resources/secret-v1/`,
    fields: { data: dataKeys, stringData: dataKeys },
  },
  'core.v1.ServicePort': {
    see: `${api}service-resources/service-v1/#ServiceSpec`,
    fields: { port, nodePort: { minimum: 0, maximum: 65535 }, name: dnsLabel },
  },
  'core.v1.ServiceSpec': { see: `${api}service-resources/service-v1/#ServiceSpec`, fields: { selector: labelMap } },
  'core.v1.TopologySpreadConstraint': {
    see: `${api}workload-resources/pod-v1/#scheduling`,
    fields: { maxSkew: { minimum: 1 } },
  },
  'meta.v1.LabelSelector': { see: labels, fields: { matchLabels: labelMap } },
  'meta.v1.LabelSelectorRequirement': { see: labels, fields: { operator: selectorOperator } },
  'meta.v1.ObjectMeta': {
    see: `${labels}, ${annotations}`,
    fields: {
      labels: labelMap,
      annotations: { propertyNames: { pattern: forms.annotationKey.pattern } },
      namespace: dnsLabel,
    },
  },
  'networking.v1.NetworkPolicyPort': {
    see: `${api}policy-resources/network-policy-v1/`,
    fields: { endPort: port },
  },
  'rbac.v1.RoleRef': {
    see: `${api}authorization-resources/role-binding-v1/`,
    fields: { kind: { enum: ['Role', 'ClusterRole'] } },
  },
  'rbac.v1.Subject': {
    see: `${api}authorization-resources/role-binding-v1/`,
    fields: { kind: { enum: ['User', 'Group', 'ServiceAccount'] } },
  },
};

/** The metadata of an object that stands for itself: it has a name, or asks the server for one. */
function metadata(form: string, maxLength: number, pattern: string): Definition {
  const schema: Schema = {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['generateName'] }],
    properties: { name: { type: 'string', minLength: 1, maxLength, pattern } },
  };
  return { name: `metadata.${form}`, schema };
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names */
export const metadataForms: readonly Definition[] = [
  metadata('subdomain', 253, forms.dnsSubdomain.pattern),
  metadata('label', 63, forms.dnsLabel.pattern),
  metadata('service', 63, forms.serviceName.pattern),
  // The jobs it makes get eleven characters more.
  metadata('cron-job', 52, forms.dnsSubdomain.pattern),
  metadata('segment', 253, forms.pathSegment.pattern),
];

/** Which form the name of a kind has. */
export function metadataForm(group: string, kind: string): string {
  // Roles and bindings may be named `system:node`.
  if (group === 'rbac.authorization.k8s.io') return 'metadata.segment';
  if (group === 'batch' && kind === 'CronJob') return 'metadata.cron-job';
  if (group === '' && kind === 'Namespace') return 'metadata.label';
  if (group === '' && kind === 'Service') return 'metadata.service';
  return 'metadata.subdomain';
}

/** The definition with its corrections. */
export function correct(definition: Definition): Definition {
  const correction = corrections[definition.name];
  if (correction === undefined) return definition;
  const schema: Schema = { ...definition.schema, properties: { ...definition.schema.properties } };
  const required = schema.required?.filter((field) => correction.optional?.includes(field) !== true);
  if (required !== undefined) schema.required = required;
  for (const [field, keywords] of Object.entries(correction.fields ?? {})) {
    const property = schema.properties?.[field];
    if (property !== undefined && schema.properties !== undefined)
      schema.properties[field] = tighten(property, keywords);
  }
  return { ...definition, schema };
}

function tighten(property: Schema, keywords: Schema): Schema {
  const tightened = { ...property, ...keywords };
  if (property.minimum !== undefined && keywords.minimum === undefined) tightened.minimum = property.minimum;
  if (keywords.enum !== undefined && typesOf(property).includes('null')) tightened.enum = [...keywords.enum, null];
  return tightened;
}
