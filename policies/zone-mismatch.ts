import type { Json } from '../schemas/primitives/artifact';
import type { OutputGraph } from '../schemas/graph/output-graph';
import { below, inside, type Place } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { select } from '../schemas/graph/values';
import { zonesOfRegion } from '../schemas/upstream/aws/regions';
import { defineRule, type RuleFinding } from './rule';

/** Subnets, and what is put into them, agree on availability zones. */
export const rule = defineRule<{ readonly resource: TerraformResource; readonly judge: Judge }>({
  id: 'zone-mismatch',
  subjects: ({ terraform }) =>
    Object.entries(judges).flatMap(([type, judge]) => terraform.ofType(type).map((resource) => ({ resource, judge }))),
  judge: ({ resource, judge }, graph) => judge(resource, graph),
});

type Judge = (resource: TerraformResource, graph: OutputGraph) => RuleFinding[];

const judges: Readonly<Record<string, Judge>> = {
  aws_subnet: (resource, { terraform }) => {
    const zone = terraform.literal(resource.body['availability_zone'], resource.workspace);
    const { region } = terraform.realm(resource);
    if (zone === undefined || region === '' || isZoneOf(region, zone)) return [];
    const known = zonesOfRegion(region);
    return [
      {
        place: inside(resource.place, 'availability_zone'),
        subject: resource.address,
        message: `the zone ${zone} is not one of ${region}, where its provider works`,
        ...(known.length === 0 ? {} : { expected: `one of ${known.join(', ')}` }),
        fix: `Name a zone of ${region}.`,
      },
    ];
  },
  aws_instance: (resource, { terraform }) =>
    outside(resource, { argument: 'availability_zone', zones: zonesOf(resource, '/subnet_id', terraform), terraform }),
  aws_rds_cluster_instance: (resource, { terraform }) =>
    outside(resource, {
      argument: 'availability_zone',
      zones: groupZones(resource, 'db_subnet_group_name', terraform),
      terraform,
    }),
  aws_db_instance: (resource, { terraform }) =>
    outside(resource, {
      argument: 'availability_zone',
      zones: groupZones(resource, 'db_subnet_group_name', terraform),
      terraform,
    }),
  aws_elasticache_replication_group: (resource, { terraform }) =>
    outside(resource, {
      argument: 'preferred_cache_cluster_azs',
      zones: groupZones(resource, 'subnet_group_name', terraform),
      terraform,
    }),
  aws_lb: (resource, { terraform }) => crowded(resource, '/subnets/*', terraform),
};

/** A letter tells a zone of its region; zones at the edge, such as `us-east-1-bos-1a`, have longer names that no table has. */
function isZoneOf(region: string, zone: string): boolean {
  const known = zonesOfRegion(region);
  const isLettered = zone.length === region.length + 1;
  return isLettered && known.length > 0 ? known.includes(zone) : zone.startsWith(region);
}

interface Stated {
  readonly argument: string;
  /** Zones of the subnets; nothing where one of them is not known. */
  readonly zones: readonly string[] | undefined;
  readonly terraform: TerraformGraph;
}

/** A zone that is stated, and in which there is no subnet for it. */
function outside(resource: TerraformResource, { argument, zones, terraform }: Stated): RuleFinding[] {
  if (!zones || zones.length === 0) return [];
  return [...select(resource.body, `/${argument}`), ...select(resource.body, `/${argument}/*`)].flatMap(
    ({ pointer, value }) => {
      const zone = Array.isArray(value) ? undefined : terraform.literal(value, resource.workspace);
      if (zone === undefined || zones.includes(zone)) return [];
      return [
        {
          place: below(resource.place, pointer),
          subject: resource.address,
          message: `it is to be in ${zone}, where its subnets are not`,
          expected: `one of ${[...new Set(zones)].sort().join(', ')}`,
          fix: 'Name a zone of its subnets, or add a subnet.',
        },
      ];
    },
  );
}

/** A load balancer takes one subnet of each zone. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html */
function crowded(resource: TerraformResource, path: string, terraform: TerraformGraph): RuleFinding[] {
  const first = new Map<string, Place>();
  return select(resource.body, path).flatMap(({ pointer, value }) => {
    const zone = zoneOf(value, resource.workspace, terraform);
    const place = below(resource.place, pointer);
    if (zone === undefined) return [];
    const other = first.get(zone);
    if (!other) {
      first.set(zone, place);
      return [];
    }
    return [
      {
        place,
        subject: resource.address,
        message: `two of its subnets are in ${zone}; a load balancer takes one of each zone`,
        fix: 'Name one subnet of each zone.',
        related: [{ place: other, message: 'the other one' }],
      },
    ];
  });
}

function zonesOf(resource: TerraformResource, path: string, terraform: TerraformGraph): string[] | undefined {
  const zones = select(resource.body, path).map(({ value }) => zoneOf(value, resource.workspace, terraform));
  return zones.includes(undefined) ? undefined : (zones as string[]);
}

/** Zones of the subnets of the group that an argument names. */
function groupZones(resource: TerraformResource, argument: string, terraform: TerraformGraph): string[] | undefined {
  const name = terraform.identity(resource.body[argument], resource.workspace);
  if (name === undefined) return undefined;
  const types = ['aws_db_subnet_group', 'aws_elasticache_subnet_group'];
  const group =
    terraform.resourceOf(resource.body[argument], resource.workspace) ??
    types
      .flatMap((type) => terraform.ofType(type))
      .find(({ body, workspace }) => terraform.literal(body['name'], workspace) === name);
  return group && zonesOf(group, '/subnet_ids/*', terraform);
}

function zoneOf(subnet: Json, workspace: string, terraform: TerraformGraph): string | undefined {
  const found = terraform.resourceOf(subnet, workspace);
  return found && terraform.literal(found.body['availability_zone'], found.workspace);
}
