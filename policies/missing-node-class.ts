import { missingRule } from './support/missing';

/** Node classes that Karpenter pools name are there. */
export const rule = missingRule({
  id: 'missing-node-class',
  purpose: 'node-class',
  fix: 'Describe the node class.',
});
