import type { Json } from '../../schemas/primitives/artifact';
import { compareCidrs, contains, formatCidr, overlaps, readCidr, type Cidr } from '../../schemas/primitives/cidr';
import type { Finding } from '../../schemas/primitives/finding';
import { isTemplate, type Step } from './hcl-template';
import { findingAt, inside, type Place } from './terraform-place';
import type { ResolveContext } from './terraform-resolve';
import type { Resource, TerraformWorkspace } from './terraform-workspace';

/** Arguments that hold CIDR blocks, by type; `*` stands for every element of a list, or for a single block. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  aws_default_route_table: ['route.*.cidr_block', 'route.*.ipv6_cidr_block'],
  aws_ec2_managed_prefix_list: ['entry.*.cidr'],
  aws_ec2_managed_prefix_list_entry: ['cidr'],
  aws_eks_cluster: ['vpc_config.*.public_access_cidrs.*', 'kubernetes_network_config.*.service_ipv4_cidr'],
  aws_network_acl: [
    'ingress.*.cidr_block',
    'ingress.*.ipv6_cidr_block',
    'egress.*.cidr_block',
    'egress.*.ipv6_cidr_block',
  ],
  aws_network_acl_rule: ['cidr_block', 'ipv6_cidr_block'],
  aws_route: ['destination_cidr_block', 'destination_ipv6_cidr_block'],
  aws_route_table: ['route.*.cidr_block', 'route.*.ipv6_cidr_block'],
  aws_security_group: [
    'ingress.*.cidr_blocks.*',
    'ingress.*.ipv6_cidr_blocks.*',
    'egress.*.cidr_blocks.*',
    'egress.*.ipv6_cidr_blocks.*',
  ],
  aws_security_group_rule: ['cidr_blocks.*', 'ipv6_cidr_blocks.*'],
  aws_subnet: ['cidr_block', 'ipv6_cidr_block'],
  aws_vpc: ['cidr_block'],
  aws_vpc_ipv4_cidr_block_association: ['cidr_block'],
  aws_vpc_security_group_egress_rule: ['cidr_ipv4', 'cidr_ipv6'],
  aws_vpc_security_group_ingress_rule: ['cidr_ipv4', 'cidr_ipv6'],
  aws_wafv2_ip_set: ['addresses.*'],
};

/**
 * Prefix lengths that AWS takes for a VPC and for a subnet (IPv4).
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const LARGEST = 16;
const SMALLEST = 28;
const SIZED = new Set(['aws_vpc', 'aws_vpc_ipv4_cidr_block_association', 'aws_subnet']);

/** Address arithmetic over the networks of a run. Blocks that are expressions are left out. */
export function checkCidrs(workspaces: readonly TerraformWorkspace[], context: ResolveContext): Finding[] {
  const networks = new Networks(context);
  for (const workspace of workspaces) {
    for (const resource of workspace.resources.values()) {
      if (resource.mode === 'resource') networks.add(resource, workspace);
    }
  }
  return networks.check();
}

interface Range {
  readonly cidr: Cidr;
  readonly resource: Resource;
  readonly place: Place;
}

/** A VPC with what lies in it. */
interface Network {
  readonly blocks: Range[];
  readonly subnets: Range[];
  /** Ranges of Kubernetes services of its clusters, which no address of the VPC may share. */
  readonly services: Range[];
}

class Networks {
  private readonly findings: Finding[] = [];
  /** By the VPC's workspace and address, or by the id where it is a literal. */
  private readonly networks = new Map<string, Network>();
  /** VPCs that are joined: by the peering or the transit gateway. */
  private readonly joined = new Map<
    string,
    { readonly vpcs: Set<string>; readonly place: Place; readonly subject: string }
  >();
  /** VPC of a subnet, by the subnet's workspace and address. */
  private readonly vpcOfSubnet = new Map<string, string>();
  private readonly clusters: { readonly resource: Resource; readonly workspace: TerraformWorkspace }[] = [];

  constructor(private readonly context: ResolveContext) {}

  add(resource: Resource, workspace: TerraformWorkspace): void {
    const { body, type, place } = resource;
    const ranges = this.rangesOf(resource);
    const own = `${workspace.name} ${resource.address}`;
    if (type === 'aws_vpc') this.network(own).blocks.push(...ranges);
    if (type === 'aws_eks_cluster') this.clusters.push({ resource, workspace });
    const vpc = this.target(body['vpc_id'], workspace);
    if (vpc === undefined) return;
    if (type === 'aws_vpc_ipv4_cidr_block_association') this.network(vpc).blocks.push(...ranges);
    if (type === 'aws_subnet') {
      this.network(vpc).subnets.push(...ranges);
      this.vpcOfSubnet.set(own, vpc);
    }
    if (type === 'aws_vpc_peering_connection') {
      const peer = this.target(body['peer_vpc_id'], workspace);
      if (peer !== undefined) this.joined.set(own, { vpcs: new Set([vpc, peer]), place, subject: resource.address });
    }
    if (type === 'aws_ec2_transit_gateway_vpc_attachment') {
      const gateway = this.target(body['transit_gateway_id'], workspace);
      if (gateway === undefined) return;
      const group = this.joined.get(gateway) ?? { vpcs: new Set(), place, subject: resource.address };
      group.vpcs.add(vpc);
      this.joined.set(gateway, group);
    }
  }

  check(): Finding[] {
    for (const { resource, workspace } of this.clusters) this.addServices(resource, workspace);
    for (const { blocks, subnets, services } of this.networks.values()) {
      for (const subnet of subnets) this.checkInside(subnet, blocks);
      this.checkOverlaps(blocks);
      this.checkOverlaps(subnets);
      for (const service of services) this.checkApart(service, blocks, 'the services of the cluster');
    }
    for (const { vpcs, place, subject } of this.joined.values()) this.checkJoined([...vpcs], place, subject);
    return this.findings;
  }

  private network(vpc: string): Network {
    const known = this.networks.get(vpc) ?? { blocks: [], subnets: [], services: [] };
    this.networks.set(vpc, known);
    return known;
  }

  private addServices(cluster: Resource, workspace: TerraformWorkspace): void {
    const subnets = [...valuesAt(cluster.body, ['vpc_config', '*', 'subnet_ids', '*'], cluster.place)];
    const vpcs = subnets.map(([, id]) => this.vpcOfSubnet.get(this.target(id, workspace) ?? ''));
    const vpc = vpcs.find((found) => found !== undefined);
    if (vpc === undefined) return;
    for (const [place, text] of valuesAt(
      cluster.body,
      ['kubernetes_network_config', '*', 'service_ipv4_cidr'],
      cluster.place,
    )) {
      const cidr = literalCidr(text);
      if (cidr !== undefined) this.network(vpc).services.push({ cidr, resource: cluster, place });
    }
  }

  /** The blocks that a resource states, each checked for itself. */
  private rangesOf(resource: Resource): Range[] {
    const ranges: Range[] = [];
    for (const path of BLOCKS[resource.type] ?? []) {
      for (const [place, text] of valuesAt(resource.body, path.split('.'), resource.place)) {
        if (typeof text !== 'string' || isTemplate(text)) continue;
        const cidr = this.readRange(text, resource, place);
        if (cidr === undefined) continue;
        if (SIZED.has(resource.type) && cidr.family === 4) this.checkSize(cidr, resource, place);
        ranges.push({ cidr, resource, place });
      }
    }
    return ranges;
  }

  private readRange(text: string, { address }: Resource, place: Place): Cidr | undefined {
    const reading = readCidr(text);
    if (reading.kind === 'cidr') return reading.cidr;
    const isAligned = reading.kind === 'invalid';
    this.findings.push(
      findingAt('terraform-cidr-invalid', place, {
        subject: address,
        message: isAligned ? `${text} is no CIDR block: ${reading.reason}` : `host bits of ${text} are set`,
        expected: 'a network address with its prefix length, as in 10.0.0.0/16',
        fix: isAligned ? 'Write an address and a prefix length.' : `Write ${formatCidr(reading.cidr)}.`,
      }),
    );
    return isAligned ? undefined : reading.cidr;
  }

  private checkSize(cidr: Cidr, { address, type }: Resource, place: Place): void {
    if (cidr.prefix >= LARGEST && cidr.prefix <= SMALLEST) return;
    const what = type === 'aws_subnet' ? 'subnet' : 'VPC';
    this.findings.push(
      findingAt('terraform-cidr-size', place, {
        subject: address,
        message: `${formatCidr(cidr)} is too ${cidr.prefix < LARGEST ? 'large' : 'small'} for a ${what}`,
        expected: `a prefix length from ${LARGEST} to ${SMALLEST}`,
        fix: `Choose a prefix length from ${LARGEST} to ${SMALLEST}.`,
      }),
    );
  }

  private checkInside(subnet: Range, blocks: readonly Range[]): void {
    const known = blocks.filter(({ cidr }) => cidr.family === subnet.cidr.family);
    if (known.length === 0 || known.some(({ cidr }) => contains(cidr, subnet.cidr))) return;
    const expected = known.map(({ cidr }) => formatCidr(cidr)).join(' or ');
    this.findings.push(
      findingAt('terraform-cidr-outside', subnet.place, {
        subject: subnet.resource.address,
        message: `${formatCidr(subnet.cidr)} does not lie in its VPC (${expected})`,
        expected: `a block inside ${expected}`,
        fix: 'Choose a block inside the VPC, or add the block to the VPC.',
        related: known.map(({ place, resource }) => ({ place, message: `a block of ${resource.address}` })),
      }),
    );
  }

  /** Each block against those before it in the order of addresses. */
  private checkOverlaps(ranges: readonly Range[]): void {
    const sorted = [...ranges].sort((a, b) => compareCidrs(a.cidr, b.cidr));
    for (const [index, range] of sorted.entries()) {
      const other = sorted.slice(0, index).find(({ cidr }) => overlaps(cidr, range.cidr));
      if (other !== undefined) this.overlap(range, other, other.resource.address);
    }
  }

  private checkApart(range: Range, others: readonly Range[], what: string): void {
    const other = others.find(({ cidr }) => overlaps(cidr, range.cidr));
    if (other !== undefined) this.overlap(range, other, `${other.resource.address} (${what})`);
  }

  private checkJoined(vpcs: readonly string[], place: Place, subject: string): void {
    const ranges = vpcs.map((vpc) => this.networks.get(vpc)?.blocks ?? []);
    for (const [index, blocks] of ranges.entries()) {
      for (const block of blocks) {
        const other = ranges
          .slice(0, index)
          .flat()
          .find(({ cidr }) => overlaps(cidr, block.cidr));
        if (other === undefined) continue;
        this.findings.push(
          findingAt('terraform-cidr-overlap', place, {
            subject,
            message: `${subject} joins VPCs that share addresses: ${formatCidr(other.cidr)} and ${formatCidr(block.cidr)}`,
            fix: 'Choose blocks without common addresses.',
            related: [other, block].map((range) => ({ place: range.place, message: range.resource.address })),
          }),
        );
      }
    }
  }

  private overlap(range: Range, other: Range, name: string): void {
    this.findings.push(
      findingAt('terraform-cidr-overlap', range.place, {
        subject: range.resource.address,
        message: `${formatCidr(range.cidr)} shares addresses with ${formatCidr(other.cidr)} of ${name}`,
        fix: 'Choose blocks without common addresses.',
        related: [{ place: other.place, message: other.resource.address }],
      }),
    );
  }

  /** What an id means: the resource behind `${type.name.id}`, through remote states too, or the literal itself. */
  private target(id: Json | undefined, workspace: TerraformWorkspace, depth = 0): string | undefined {
    if (typeof id !== 'string' || depth > 5) return undefined;
    if (!isTemplate(id)) return id;
    const template = this.context.templates.get(id);
    const [only] = template?.kind === 'template' && template.whole ? template.inserted : [];
    if (only === undefined) return undefined;
    const [first, second, ...rest] = only.steps;
    if (first?.kind !== 'attribute') return undefined;
    if (only.root !== 'data') return `${workspace.name} ${only.root}.${first.name}`;
    const resource =
      second?.kind === 'attribute' ? workspace.resources.get(`data.${first.name}.${second.name}`) : undefined;
    const read = resource === undefined ? undefined : this.context.remoteStates.read(resource, rest);
    const producer = read === undefined ? undefined : this.context.workspaces.get(read.workspace);
    const output = producer?.outputs.get(read?.output ?? '')?.body['value'];
    return producer === undefined ? undefined : this.target(elementOf(output, read?.rest), producer, depth + 1);
  }
}

/** One element of an output that is a list: the one that the reference names, otherwise the first stands for all. */
function elementOf(value: Json | undefined, rest: readonly Step[] = []): Json | undefined {
  if (!Array.isArray(value)) return value;
  const [step] = rest;
  return value[step?.kind === 'index' && typeof step.key === 'number' ? step.key : 0];
}

function literalCidr(text: Json): Cidr | undefined {
  const reading = typeof text === 'string' && !isTemplate(text) ? readCidr(text) : undefined;
  return reading?.kind === 'cidr' ? reading.cidr : undefined;
}

/** The values at a path, with their places. */
function* valuesAt(value: Json | undefined, path: readonly string[], place: Place): Generator<[Place, Json]> {
  const [key, ...rest] = path;
  if (value === undefined || value === null) return;
  if (key === undefined) {
    yield [place, value];
  } else if (key === '*') {
    if (!Array.isArray(value)) yield* valuesAt(value, rest, place);
    else for (const [index, item] of value.entries()) yield* valuesAt(item, rest, inside(place, index));
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    yield* valuesAt(value[key], rest, inside(place, key));
  }
}
