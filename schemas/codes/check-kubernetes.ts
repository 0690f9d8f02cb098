import type { CodeEntry } from './entry';

/** Findings about rendered Kubernetes manifests, and about manifests in YAML. */
export const kubernetesCheckCodes = {
  'manifest-not-yaml': {
    meaning: 'A manifest is not valid YAML, or holds something that no manifest can (a tag, an unending alias).',
    example: '`spec: {replicas: 2`: the brace is never closed.',
    fix: 'Mend the YAML at the place that the finding names.',
  },
  'manifest-duplicate-key': {
    meaning: 'A mapping of a manifest has the same key twice; the API server would take one of the two.',
    example: '`metadata:` with two lines `name:`.',
    fix: 'Keep one of them.',
  },
  'manifest-not-an-object': {
    meaning: 'A manifest, or an item of a `List`, is something else than a mapping.',
    example: 'A file that holds `- a`.',
    fix: 'Write a mapping with `apiVersion`, `kind` and `metadata`.',
  },
  'manifest-without-kind': {
    meaning: 'A manifest has no `kind`, or one that is no text.',
    example: '`apiVersion: v1` and `metadata:` alone.',
    fix: 'Add `kind`.',
  },
  'manifest-without-api-version': {
    meaning: 'A manifest has no `apiVersion`, or one that is no text.',
    example: '`kind: Pod` and `metadata:` alone.',
    fix: 'Add `apiVersion`.',
  },
  'kubernetes-version-without-schemas': {
    meaning: 'A cluster runs a version of Kubernetes that there are no schemas for, so that nothing of it is judged.',
    example: '`version: "1.19"` on a cluster.',
    fix: 'Use one of the versions that the finding lists.',
  },
  'manifest-kind-not-served': {
    meaning: 'The version of Kubernetes that the cluster runs does not know this kind in this API version.',
    example: '`apiVersion: policy/v1beta1`, `kind: PodDisruptionBudget` on Kubernetes 1.28.',
    fix: 'Use the API version and kind that the finding offers.',
  },
  'manifest-without-schema': {
    meaning: 'There is no schema of this custom resource, so that its content is not judged.',
    example: '`apiVersion: example.com/v1`, `kind: Widget`.',
    fix: 'Correct `apiVersion` and `kind` if they are misspelled, or add the source of the schema to `schemas/upstream/sources.json`.',
  },
  'manifest-unknown-field': {
    meaning: 'A manifest has a field that its kind does not have; the API server would drop or refuse it.',
    example: '`spec.replica: 2` in a Deployment.',
    fix: 'Use the nearest name that the finding offers, or take the field out.',
  },
  'manifest-missing-field': {
    meaning: 'A manifest lacks a field that its kind requires.',
    example: 'A Deployment without `spec.selector`.',
    fix: 'Add the field.',
  },
  'manifest-wrong-type': {
    meaning: 'A field of a manifest has a value of the wrong type.',
    example: '`replicas: "2"` in a Deployment: an integer is expected.',
    fix: 'Write a value of the type that the finding names; quote numbers and booleans where a text is expected.',
  },
  'manifest-value-not-allowed': {
    meaning: 'A field of a manifest has a value that is none of those it may have.',
    example: '`imagePullPolicy: Allways`.',
    fix: 'Use one of the values that the finding lists.',
  },
  'manifest-value-out-of-range': {
    meaning: 'A number, the length of a text or the count of items is outside of its bounds.',
    example: '`containerPort: 70000`.',
    fix: 'Use a value within the bounds that the finding names.',
  },
  'manifest-malformed-value': {
    meaning: 'A text of a manifest does not have the form that its field asks for.',
    example: '`memory: 128MB`: a quantity is written `128M` or `128Mi`.',
    fix: 'Write the value in the form that the finding names.',
  },
  'manifest-repeated-item': {
    meaning: 'Two items of a list are the same, or share the fields that tell its items apart.',
    example: 'Two conditions of the same `type`.',
    fix: 'Keep one of them, or give them different keys.',
  },
  'manifest-rule-broken': {
    meaning: 'A custom resource breaks a rule that its own definition carries.',
    example: 'An EC2NodeClass with both `role` and `instanceProfile`.',
    fix: 'Change the resource so that the rule holds.',
  },
  'manifest-rule-not-evaluated': {
    meaning: 'A rule that a custom resource carries could not be evaluated, so that it is not known whether it holds.',
    example: 'A rule that calls a function which this version of Slipway does not have.',
    fix: 'Check the resource by hand, or against a cluster with `kubectl apply --dry-run=server`.',
  },
  'kubeconform-refused': {
    meaning: 'kubeconform, the second engine, refuses a manifest.',
    example: '`slipway check --kubeconform` over a Deployment without `spec.selector`.',
    fix: 'Mend what kubeconform names.',
  },
  'kubeconform-could-not-check': {
    meaning: 'kubeconform could not judge a manifest, since it can’t be read or has no schema.',
    example: '`slipway check --kubeconform` over a kind without schema.',
    fix: 'Mend the file, or see to the schema that is missing.',
  },
} as const satisfies Record<string, CodeEntry>;
