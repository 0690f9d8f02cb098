import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { AwsContext } from '../../schemas/contract/kind';
import { dataSubnetIds, inRegionOfNetwork } from '../facets/placement';
import { monitoring, parametersOf } from '../facets/postgres/resources';
import { inOrder, type Instances, type Props } from './input';

type Context = AwsContext<Props>;

export const engine = 'aurora-postgresql';

/** One cluster and where it stands: the primary, or a copy in another region. */
export interface Site {
  /** Role of its resources, and what stands before the names of its instances: nothing of the primary. */
  readonly role: string;
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly instances: Instances;
  readonly elsewhere: { readonly provider?: TerraformProvider };
}

export function primarySite(context: Context): Site {
  return {
    role: '',
    name: '',
    subnetIds: dataSubnetIds(context),
    instances: context.props.instances,
    elsewhere: inRegionOfNetwork(context),
  };
}

/** Construct id and role of a site's main resources. */
function main({ role }: Site): string {
  return role === '' ? 'this' : role;
}

/** Reads attributes of the resources of a site. */
function attributesOf({ attribute }: Context, { role }: Site): (type: string, name: string) => string {
  return (type, name) => (role === '' ? attribute(type, name) : attribute(type, name, role));
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join('-');

export function logGroupPrefix(clusterIdentifier: string): string {
  return `/aws/rds/cluster/${clusterIdentifier}/`;
}

/** What a cluster of a global database has like the primary. */
export function settingsOf(context: Context, site: Site) {
  const { capacity } = context.props;
  const attributeOfSite = attributesOf(context, site);
  return {
    dbClusterParameterGroupName: attributeOfSite('aws_rds_cluster_parameter_group', 'name'),
    dbSubnetGroupName: attributeOfSite('aws_db_subnet_group', 'name'),
    serverlessv2ScalingConfiguration: {
      minCapacity: capacity.minimum,
      maxCapacity: capacity.maximum,
      ...(capacity.pauseAfterSeconds === undefined ? {} : { secondsUntilAutoPause: capacity.pauseAfterSeconds }),
    },
    enabledCloudwatchLogsExports: ['postgresql'],
  };
}

export function addGroups({ scope, self, props }: Context, site: Site): void {
  const [major = ''] = props.engineVersion.split('.');
  new DbSubnetGroup(scope, `${main(site)}$subnets`, {
    name: self.physicalName('rds-group', site.name),
    description: `Subnets of Aurora cluster ${self.name}`,
    subnetIds: [...site.subnetIds],
    ...site.elsewhere,
  });
  new RdsClusterParameterGroup(scope, `${main(site)}$parameters`, {
    // A major version has a family of its own: the new group is there before the old one goes.
    name: self.physicalName('rds-group', joined(site.name, `postgres${major}`)),
    family: `${engine}${major}`,
    description: `Parameters of Aurora cluster ${self.nameKey}`,
    parameter: parametersOf(props),
    lifecycle: { createBeforeDestroy: true },
    ...site.elsewhere,
  });
}

/** The instances of a site; returns the one that is made first. */
export function addInstances(context: Context, site: Site): ITerraformDependable | undefined {
  const { scope, self, props, attribute } = context;
  const attributeOfSite = attributesOf(context, site);
  let first: ITerraformDependable | undefined;
  for (const [name, instance] of inOrder(site.instances)) {
    const made: RdsClusterInstance = new RdsClusterInstance(scope, joined(site.role, name), {
      identifier: self.physicalName('rds-instance', joined(site.name, name)),
      clusterIdentifier: attributeOfSite('aws_rds_cluster', 'id'),
      engine,
      engineVersion: attributeOfSite('aws_rds_cluster', 'engine_version'),
      instanceClass: 'db.serverless',
      promotionTier: instance.promotionTier,
      ...(instance.zone === undefined ? {} : { availabilityZone: instance.zone }),
      dbSubnetGroupName: attributeOfSite('aws_db_subnet_group', 'name'),
      caCertIdentifier: props.certificateAuthority,
      publiclyAccessible: false,
      copyTagsToSnapshot: true,
      // The version is the one that is described; patches of it come in the maintenance window all the same.
      autoMinorVersionUpgrade: false,
      applyImmediately: false,
      preferredMaintenanceWindow: props.maintenanceWindow,
      monitoringInterval: props.monitoringSeconds,
      ...(props.monitoringSeconds > 0 ? { monitoringRoleArn: attribute('aws_iam_role', 'arn', monitoring) } : {}),
      // Aurora makes the first instance its writer.
      ...(first ? { dependsOn: [first] } : {}),
      ...site.elsewhere,
    });
    first ??= made;
  }
  return first;
}
