import type { Settings } from './settings';

/** Tags of every AWS resource: by the provider's default, and stated where something else than Terraform makes it. */
export function defaultTags(settings: Settings): Record<string, string> {
  return {
    ...settings.tags,
    system: settings.system,
    environment: settings.environment,
    owner: settings.owner,
    'cost-centre': settings.costCentre,
    'managed-by': 'slipway',
  };
}
