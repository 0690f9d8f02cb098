/** Kinds by the group of the API that they are of; `*` stands for any. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/**
 * Kinds within a namespace that decide what others there may do. External Secrets takes on whatever role a SecretStore or
 * a generator names, who may bind roles may let a pod make either, and a SecurityGroupPolicy names the groups by which data
 * stores tell namespaces apart.
 * @see https://external-secrets.io/latest/guides/security-best-practices/
 */
export const rightsGivingKinds: readonly GroupKind[] = [
  { group: 'external-secrets.io', kind: 'SecretStore' },
  { group: 'generators.external-secrets.io', kind: '*' },
  { group: 'rbac.authorization.k8s.io', kind: 'Role' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
  { group: 'vpcresources.k8s.aws', kind: 'SecurityGroupPolicy' },
];

/**
 * Wave of the root Application in which the sets that make the Applications of environments are made. What gives rights in
 * these environments stands beside them: it is there before one of their Applications is synced, and a store whose role
 * Terraform has yet to make holds up no set.
 */
export const setsWave = 1;

export interface ManifestHead {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string | undefined;
}

export function givesRights({ apiVersion, kind }: ManifestHead): boolean {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return rightsGivingKinds.some((given) => given.group === group && (given.kind === '*' || given.kind === kind));
}

/**
 * Whether an environment that stands on another one leaves an object to the root Application: what is outside of
 * namespaces, and what gives rights. Its own project refuses both.
 */
export function belongsToRoot(head: ManifestHead): boolean {
  return head.namespace === undefined || givesRights(head);
}
