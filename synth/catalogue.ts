import type { Kind } from '../schemas/contract/kind';

/**
 * Every kind there is. A line is a lazy import, so that a run loads the kinds that its environments name and no other.
 */
export const catalogue: Readonly<Record<string, () => Promise<Kind>>> = {
  addon: async () => (await import('../charts/addon/kind')).addon,
  alarms: async () => (await import('../stacks/alarms/kind')).alarms,
  'alert-routing': async () => (await import('../charts/alert-routing')).alertRouting,
  'alert-rules': async () => (await import('../charts/alert-rules')).alertRules,
  'argo-applications': async () => (await import('../charts/argo-applications')).argoApplications,
  'argo-cd': async () => (await import('../charts/argo-cd')).argoCd,
  'audit-trail': async () => (await import('../stacks/audit-trail/kind')).auditTrail,
  'aurora-postgres': async () => (await import('../stacks/aurora-postgres/kind')).auroraPostgres,
  'aws-resource': async () => (await import('../stacks/aws-resource')).awsResource,
  'backup-plan': async () => (await import('../stacks/backup-plan')).backupPlan,
  bucket: async () => (await import('../stacks/bucket/kind')).bucket,
  budget: async () => (await import('../stacks/budget/kind')).budget,
  cdn: async () => (await import('../stacks/cdn/kind')).cdn,
  certificate: async () => (await import('../stacks/certificate')).certificate,
  'cloudwatch-exporter': async () => (await import('../charts/cloudwatch-exporter')).cloudwatchExporter,
  cluster: async () => (await import('../stacks/cluster/kind')).cluster,
  dashboard: async () => (await import('../charts/dashboard/kind')).dashboard,
  'database-schema': async () => (await import('../charts/database-schema/kind')).databaseSchema,
  'dcgm-exporter': async () => (await import('../charts/dcgm-exporter')).dcgmExporter,
  'external-dns': async () => (await import('../charts/external-dns')).externalDns,
  'file-system': async () => (await import('../stacks/file-system/kind')).fileSystem,
  fleet: async () => (await import('../stacks/fleet/kind')).fleet,
  'helm-release': async () => (await import('../charts/helm-release/kind')).helmRelease,
  ingress: async () => (await import('../charts/ingress/kind')).ingress,
  job: async () => (await import('../charts/job')).job,
  karpenter: async () => (await import('../charts/karpenter')).karpenter,
  'karpenter-access': async () => (await import('../stacks/karpenter-access/kind')).karpenterAccess,
  key: async () => (await import('../stacks/key')).key,
  'load-balancer': async () => (await import('../stacks/load-balancer/kind')).loadBalancer,
  'log-group': async () => (await import('../stacks/log-group')).logGroup,
  'log-shipping': async () => (await import('../charts/log-shipping')).logShipping,
  loki: async () => (await import('../charts/loki')).loki,
  manifest: async () => (await import('../charts/manifest')).manifest,
  'metrics-dashboard': async () => (await import('../stacks/metrics-dashboard/kind')).metricsDashboard,
  'model-sync': async () => (await import('../charts/model-sync')).modelSync,
  namespace: async () => (await import('../charts/namespace')).namespace,
  network: async () => (await import('../stacks/network/kind')).network,
  'node-group': async () => (await import('../stacks/node-group')).nodeGroup,
  'node-pool': async () => (await import('../charts/node-pool/kind')).nodePool,
  notifications: async () => (await import('../stacks/notifications/kind')).notifications,
  parameter: async () => (await import('../stacks/parameter')).parameter,
  patching: async () => (await import('../stacks/patching/kind')).patching,
  pgbouncer: async () => (await import('../charts/pgbouncer')).pgbouncer,
  postgres: async () => (await import('../stacks/postgres/kind')).postgres,
  prometheus: async () => (await import('../charts/prometheus')).prometheus,
  record: async () => (await import('../stacks/record/kind')).record,
  redis: async () => (await import('../stacks/redis/kind')).redis,
  'redis-exporter': async () => (await import('../charts/redis-exporter')).redisExporter,
  repositories: async () => (await import('../stacks/repositories/kind')).repositories,
  'sealed-secret': async () => (await import('../charts/sealed-secret')).sealedSecret,
  secret: async () => (await import('../stacks/secret')).secret,
  'secret-store': async () => (await import('../charts/secret-store')).secretStore,
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
