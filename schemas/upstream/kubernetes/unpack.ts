import { groupOf, type KindSchema, type SchemaStore } from './store';

/** A schema in a file of its own, as kubeconform looks for it. */
export interface SchemaFile {
  /** `v1.33.0-standalone-strict/deployment-apps-v1.json`, or `karpenter.sh/nodepool_v1.json` */
  readonly path: string;
  readonly text: string;
}

/** Where kubeconform finds unpacked schemas, below the folder that they are unpacked into. */
export const schemaLocations: readonly string[] = [
  '{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
  '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
];

/** The schema of a kind with all that it needs. Custom resources get the metadata of this version. */
export function unpack(store: SchemaStore, kind: KindSchema, version: string): SchemaFile {
  const definitions = Object.fromEntries(store.closure(kind, version));
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...kind.schema, $defs: definitions };
  return { path: schemaPath(kind, version), text: `${JSON.stringify(schema)}\n` };
}

function schemaPath(kind: KindSchema, version: string): string {
  const group = groupOf(kind.apiVersion);
  const apiVersion = kind.apiVersion.slice(group === '' ? 0 : group.length + 1);
  const name = kind.kind.toLowerCase();
  if (kind.origin === 'custom') return `${group}/${name}_${apiVersion}.json`;
  const label = group === '' ? '' : `-${group.split('.')[0] ?? ''}`;
  return `v${version}.0-standalone-strict/${name}${label}-${apiVersion}.json`;
}
