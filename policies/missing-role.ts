import { missingRule } from './support/missing';

/** Roles that bindings name are there. */
export const rule = missingRule({
  id: 'missing-role',
  purpose: 'role',
  fix: 'Describe the role, or declare it by slipway.dev/provides where a chart brings it.',
});
