import { missingRule } from './support/missing';

/** Secrets are there with the keys that are read: made by ExternalSecret, SealedSecret or Certificate, or declared. */
export const rule = missingRule({
  id: 'missing-secret',
  purpose: 'secret',
  fix: 'Describe a secret that becomes it, or declare it by slipway.dev/provides where a chart brings it.',
});
