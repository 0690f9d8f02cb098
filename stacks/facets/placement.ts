import type { TerraformProvider } from 'cdktf';
import type { AwsContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { regionOf } from './region';

/** Props of what stands in a network. */
interface Placed {
  readonly network: string;
}

/** Data stores stand in the subnets without a way out where their network has such, else in the private ones. */
function tier(context: OutputContext<Placed>): 'data' | 'private' {
  return context.ref(context.props.network).has('dataSubnetCidrs') ? 'data' : 'private';
}

/** Ids of the subnets of a data store, in order of zones. */
export function dataSubnetIds(context: OutputContext<Placed>): string[] {
  return context.ref(context.props.network).list(`${tier(context)}SubnetIds`);
}

/** Networks of the subnets of a data store. */
export function dataSubnetCidrs(context: OutputContext<Placed>): string[] {
  return context.ref(context.props.network).list(`${tier(context)}SubnetCidrs`);
}

/** Name in `aws.regions` of a network's region; `undefined` for the environment's own. */
function regionName({ ref, props }: OutputContext<Placed>): string | undefined {
  return ref(props.network).component.props['region'] as string | undefined;
}

/** Region of the network that a component stands in, such as `us-east-1`. */
export function networkRegion(context: OutputContext<Placed>): string {
  const { settings } = context.self;
  return regionOf(settings, regionName(context)) ?? settings.aws.region;
}

/** Provider argument of what stands in a network of another region. */
export function inRegionOfNetwork(context: AwsContext<Placed>): { readonly provider?: TerraformProvider } {
  const provider = context.provider(regionName(context));
  return provider ? { provider } : {};
}

/** Zones of a network's description, for constraints. */
export function networkZones({ ref, props }: OutputContext<Placed>): string[] {
  return Object.keys(ref(props.network).component.props['zones'] ?? {});
}
