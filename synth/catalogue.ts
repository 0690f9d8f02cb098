import type { Kind } from '../schemas/contract/kind';

/**
 * Every kind there is. A line is a lazy import, so that a run loads the kinds that its environments name and no other.
 */
export const catalogue: Readonly<Record<string, () => Promise<Kind>>> = {
  'argo-applications': async () => (await import('../charts/argo-applications')).argoApplications,
  'aurora-postgres': async () => (await import('../stacks/aurora-postgres/kind')).auroraPostgres,
  'aws-resource': async () => (await import('../stacks/aws-resource')).awsResource,
  bucket: async () => (await import('../stacks/bucket')).bucket,
  certificate: async () => (await import('../stacks/certificate')).certificate,
  job: async () => (await import('../charts/job')).job,
  manifest: async () => (await import('../charts/manifest')).manifest,
  namespace: async () => (await import('../charts/namespace')).namespace,
  network: async () => (await import('../stacks/network/kind')).network,
  record: async () => (await import('../stacks/record')).record,
  service: async () => (await import('../charts/service')).service,
  volume: async () => (await import('../charts/volume')).volume,
  'web-acl': async () => (await import('../stacks/web-acl/kind')).webAcl,
  worker: async () => (await import('../charts/worker')).worker,
  zone: async () => (await import('../stacks/zone')).zone,
};

/** Kinds that are loaded, by name. */
export type LoadedKinds = ReadonlyMap<string, Kind>;

/** Loads the kinds of these names; names that the catalogue lacks are left out, since that is the loader's finding. */
export async function loadKinds(names: Iterable<string>, loaded: LoadedKinds = new Map()): Promise<LoadedKinds> {
  const missing = [...new Set(names)].filter((name) => !loaded.has(name) && Object.hasOwn(catalogue, name));
  const kinds = await Promise.all(
    missing.map(async (name) => [name, await (catalogue[name] as () => Promise<Kind>)()] as const),
  );
  return new Map([...loaded, ...kinds]);
}
