import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet';
import { DataAwsVpc } from '@cdktf/provider-aws/lib/data-aws-vpc';
import { tiers, zonesOf } from './input';
import { regional } from '../facets/region';
import type { Context } from './resources';

/** Looks up what is there, and fails the plan where it is not what the description says. */
export function readExisting(context: Context): void {
  const { scope, props, own } = context;
  const { existing } = props;
  if (!existing) return;
  new DataAwsVpc(scope, 'this$vpc', {
    ...(existing.vpcId === undefined ? { tags: existing.tags } : { id: existing.vpcId }),
    lifecycle: { postcondition: [isAt(props.cidr)] },
    ...regional(context),
  });
  for (const tier of tiers) {
    for (const zone of zonesOf(props)) {
      const id = existing.zones[zone]?.[tier];
      const cidr = props.zones[zone]?.[tier];
      if (cidr === undefined) continue;
      new DataAwsSubnet(scope, `${tier}-${zone}$subnet`, {
        ...(id === undefined ? { cidrBlock: cidr } : { id }),
        vpcId: own('vpcId'),
        availabilityZone: zone,
        lifecycle: { postcondition: [isAt(cidr)] },
        ...regional(context),
      });
    }
  }
}

function isAt(cidr: string) {
  return {
    condition: `\${self.cidr_block == "${cidr}"}`,
    errorMessage: `It is described as ${cidr}, and has other addresses.`,
  };
}
