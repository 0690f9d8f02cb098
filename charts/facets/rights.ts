import { KubeRole, KubeRoleBinding, type ObjectMeta } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Chart } from 'cdk8s';
import type { Static } from '@sinclair/typebox';
import { choice, group, list, mapOf, text } from '../../schemas/contract/fields';

const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] as const;

/** What a workload may do in the Kubernetes API: without a line, nothing, and it has no token for it. */
export const rightsField = mapOf(
  'What it may do in the Kubernetes API, within its namespace. Without any it has no token, and no way there.',
  group('Verbs on resources.', {
    apiGroup: text('API group; empty for the core.', { minLength: 0, pattern: '^[a-z0-9.-]*$', default: '' }),
    resources: list(
      'Resources, plural and lower case.',
      text('Resource, such as `deployments` or `pods/log`.', { pattern: '^[a-z]+(/[a-z]+)?$' }),
      { minItems: 1, uniqueItems: true },
    ),
    verbs: list('Verbs.', choice('Verb.', verbs), { minItems: 1, uniqueItems: true }),
    names: list('Objects that it is for, by name. By default all.', text('Name.'), { default: [], uniqueItems: true }),
  }),
  { default: {} },
);

type Rights = Static<typeof rightsField>;

export function hasRights(rights: Rights): boolean {
  return Object.keys(rights).length > 0;
}

/** Role and binding for the service account of that name. */
export function addRights(chart: Chart, metadata: ObjectMeta & { readonly name: string }, rights: Rights): void {
  if (!hasRights(rights)) return;
  const { name, namespace } = metadata;
  new KubeRole(chart, 'role', {
    metadata,
    rules: Object.values(rights).map(({ apiGroup, resources, verbs: allowed, names }) => ({
      apiGroups: [apiGroup],
      resources: [...resources],
      verbs: [...allowed],
      ...(names.length === 0 ? {} : { resourceNames: [...names] }),
    })),
  });
  new KubeRoleBinding(chart, 'binding', {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, ...(namespace === undefined ? {} : { namespace }) }],
  });
}

/** Kubernetes ignores names where an object has none yet, or where many are asked for at once: such a right would never hold. */
export const namesOfMany = {
  id: 'rights-names-of-many',
  meaning: 'Rights on named objects are to get, update, patch or delete them: creating and listing know no name.',
  fix: 'state these verbs in a right of their own, without names',
  violations: ({ rights }: { readonly rights: Rights }) =>
    Object.entries(rights).flatMap(([key, { names, verbs: allowed }]) => {
      const nameless = allowed.filter((verb) => verb === 'create' || verb === 'list' || verb === 'watch');
      return names.length > 0 && nameless.length > 0
        ? [{ at: `/rights/${key}/verbs`, found: `${nameless.join(', ')} on ${names.join(', ')}` }]
        : [];
    }),
};

/** Every secret of a namespace is every key of its workloads. */
export const everySecret = {
  id: 'rights-on-every-secret',
  meaning: 'Secrets are read by name, never all of them.',
  fix: 'state the names, and the verb get; or have the secret by a connection',
  violations: ({ rights }: { readonly rights: Rights }) =>
    Object.entries(rights).flatMap(([key, { apiGroup, resources, names }]) =>
      apiGroup === '' && resources.includes('secrets') && names.length === 0
        ? [{ at: `/rights/${key}/names`, found: 'no name is stated' }]
        : [],
    ),
};
