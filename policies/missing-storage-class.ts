import { textAt } from '../schemas/graph/values';
import { missingRule } from './support/missing';

/** Storage classes that claims name are there, unless a volume of that class waits for them. */
export const rule = missingRule({
  id: 'missing-storage-class',
  purpose: 'storage-class',
  fix: 'Describe the storage class, or name one that the cluster has.',
  otherwise: ({ name }, cluster) =>
    cluster.ofKind('PersistentVolume').some(({ body }) => textAt(body, '/spec/storageClassName') === name),
});
