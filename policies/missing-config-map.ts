import { missingRule } from './support/missing';

/** ConfigMaps that pods and others read are there, with the keys that are read. */
export const rule = missingRule({
  id: 'missing-config-map',
  purpose: 'config-map',
  fix: 'Describe what makes the ConfigMap, or declare it by slipway.dev/provides where a chart brings it.',
});
