import { missingRule } from './support/missing';

/** Classes, issuers and authentications that objects name are there. */
export const rule = missingRule({
  id: 'missing-object',
  purpose: 'object',
  fix: 'Describe it, or declare it by slipway.dev/provides where a chart brings it.',
});
