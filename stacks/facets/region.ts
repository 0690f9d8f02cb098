import type { TerraformProvider } from 'cdktf';
import { list, optional, text } from '../../schemas/contract/fields';
import type { AwsContext, Constraint } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';

/** Field `region` of a kind whose components may stand in another region than their environment. */
export const regionField = optional(
  text('Name that `aws.regions` gives the region. By default the environment’s own region.', {
    pattern: '^[a-z][a-z0-9-]{0,30}$',
  }),
);

/** Field `replicas` of what AWS itself copies to other regions. */
export const replicasField = list('Names in `aws.regions` of regions that keep a copy.', text('Name of a region.'), {
  default: [],
  uniqueItems: true,
});

interface Replicated extends InRegion {
  readonly replicas: readonly string[];
}

interface InRegion {
  readonly region?: string;
}

/** Region that a component stands in; nothing where `aws.regions` lacks the name, which `unknownRegion` reports. */
export function regionOf(settings: Settings, region: string | undefined): string | undefined {
  return region === undefined ? settings.aws.region : settings.aws.regions?.[region];
}

/** Provider argument of a component's resources; empty in the environment's own region. */
export function regional({ props, provider }: Pick<AwsContext<InRegion>, 'props' | 'provider'>): {
  readonly provider?: TerraformProvider;
} {
  const other = provider(props.region);
  return other ? { provider: other } : {};
}

/** Of every kind with a field `region`. */
export const unknownRegion: Constraint<InRegion> = {
  id: 'unknown-region',
  meaning: '`region` is a name that `aws.regions` of the environment gives.',
  fix: 'add the name to aws.regions (aws: { regions: { global: us-east-1 } }), or name one that is there',
  violations: ({ region }, { self }) =>
    regionOf(self.settings, region) === undefined ? [{ at: '/region', found: `aws.regions has no ${region}` }] : [],
};

/** Of every kind with a field `replicas`. */
export const replicaRegions: Constraint<Replicated> = {
  id: 'replica-regions',
  meaning: 'Copies are in other regions, one in each, by the names that `aws.regions` of the environment gives them.',
  fix: 'add the name to aws.regions (aws: { regions: { global: us-east-1 } }), or name another region',
  violations: ({ region, replicas }, { self: { settings } }) => {
    const taken = new Set([regionOf(settings, region)]);
    return replicas.flatMap((name, index) => {
      const there = settings.aws.regions?.[name];
      const at = `/replicas/${index}`;
      if (there === undefined) return [{ at, found: `aws.regions has no ${name}` }];
      if (taken.has(there)) return [{ at, found: `${name} is ${there}, which has it already` }];
      taken.add(there);
      return [];
    });
  },
};

/** Provider argument of the resources of what stands in a network: that of the network’s region. */
export function besideNetwork({
  props,
  ref,
  provider,
}: Pick<AwsContext<{ readonly network: string }>, 'props' | 'ref' | 'provider'>): {
  readonly provider?: TerraformProvider;
} {
  const other = provider(ref(props.network).component.props['region'] as string | undefined);
  return other ? { provider: other } : {};
}
