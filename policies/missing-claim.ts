import { missingRule } from './support/missing';

/** Claims that pods mount are there. */
export const rule = missingRule({
  id: 'missing-claim',
  purpose: 'claim',
  fix: 'Describe a volume of that name in the namespace.',
});
