import { missingRule } from './support/missing';

/** Stores that copies of secrets are read through are there. */
export const rule = missingRule({
  id: 'unknown-secret-store',
  purpose: 'secret-store',
  fix: 'Describe a secret-store in the namespace.',
});
