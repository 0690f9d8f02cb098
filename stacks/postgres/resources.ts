import { DataAwsDbInstance } from '@cdktf/provider-aws/lib/data-aws-db-instance';
import { DbInstance, type DbInstanceConfig } from '@cdktf/provider-aws/lib/db-instance';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import type { AwsContext } from '../../schemas/contract/kind';
import { addOwnKey, logsUseKey } from '../facets/key';
import { dataSubnetIds, inRegionOfNetwork, networkRegion } from '../facets/placement';
import { addDatabaseLog, addMonitoringRole, insightsOf, monitoring, parametersOf } from '../facets/postgres/resources';
import type { Props } from './input';

type Context = AwsContext<Props>;

/** Logs that RDS writes to CloudWatch: of the server, and of its upgrades. */
const logs = ['postgresql', 'upgrade'] as const;

/** The key, where the instance has one of its own. */
export function addInstanceKey(context: Context): void {
  const { props, settings, own } = context;
  if (props.existing) return;
  addOwnKey(context, {
    description: `PostgreSQL ${own('identifier')}`,
    statements: [logsUseKey(settings, networkRegion(context), `${logGroupPrefix(context)}*`)],
    protect: props.protect,
    ...inRegionOfNetwork(context),
  });
}

/** The instance with what belongs to it, or the look-up of one that is there. */
export function addInstance(context: Context): void {
  const { scope, props } = context;
  if (props.existing) {
    new DataAwsDbInstance(scope, 'this', {
      dbInstanceIdentifier: props.existing.identifier,
      ...inRegionOfNetwork(context),
    });
    return;
  }
  addGroups(context);
  const written = logs.map((log) => addDatabaseLog(context, log, `${logGroupPrefix(context)}${log}`));
  if (props.monitoringSeconds > 0) addMonitoringRole(context, 'PostgreSQL');
  new DbInstance(scope, 'this', {
    ...identityOf(context),
    ...storageOf(context),
    ...backupOf(context),
    ...placeOf(context),
    ...observationOf(context),
    dependsOn: written,
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...inRegionOfNetwork(context),
  });
}

function majorOf({ engineVersion }: Props): string {
  const [major = ''] = engineVersion.split('.');
  return major;
}

function identityOf({ props, own }: Context) {
  const automatic = props.minorVersions === 'automatic';
  return {
    identifier: own('identifier'),
    engine: 'postgres',
    // The provider takes a major version for any of its minor ones: it never sets back what AWS has raised.
    engineVersion: automatic ? majorOf(props) : props.engineVersion,
    instanceClass: props.instanceClass,
    dbName: props.database,
    port: props.port,
    username: props.masterUser,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: own('keyArn'),
    iamDatabaseAuthenticationEnabled: props.iamUsers.length > 0,
    applyImmediately: false,
    allowMajorVersionUpgrade: false,
    autoMinorVersionUpgrade: automatic,
  } satisfies DbInstanceConfig;
}

function storageOf({ props, own }: Context) {
  const { gibibytes, maximumGibibytes, type, iops, throughput } = props.storage;
  return {
    storageType: type,
    allocatedStorage: gibibytes,
    ...(maximumGibibytes === undefined ? {} : { maxAllocatedStorage: maximumGibibytes }),
    ...(iops === undefined ? {} : { iops }),
    ...(throughput === undefined ? {} : { storageThroughput: throughput }),
    storageEncrypted: true,
    kmsKeyId: own('keyArn'),
    deletionProtection: props.protect,
  };
}

function backupOf({ self, props }: Context) {
  return {
    backupRetentionPeriod: props.backupRetentionDays,
    backupWindow: props.backupWindow,
    maintenanceWindow: props.maintenanceWindow,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !props.protect,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: self.physicalName('rds-instance', 'final'),
  };
}

function placeOf({ props, own, attribute }: Context) {
  return {
    multiAz: props.multiAz,
    ...(props.zone === undefined ? {} : { availabilityZone: props.zone }),
    dbSubnetGroupName: attribute('aws_db_subnet_group', 'name'),
    parameterGroupName: attribute('aws_db_parameter_group', 'name'),
    vpcSecurityGroupIds: [own('securityGroupId')],
    publiclyAccessible: false,
    caCertIdentifier: props.certificateAuthority,
  };
}

function observationOf(context: Context) {
  const { props, attribute } = context;
  return {
    enabledCloudwatchLogsExports: [...logs],
    ...insightsOf(context),
    monitoringInterval: props.monitoringSeconds,
    ...(props.monitoringSeconds > 0 ? { monitoringRoleArn: attribute('aws_iam_role', 'arn', monitoring) } : {}),
  };
}

function addGroups(context: Context): void {
  const { scope, self, props } = context;
  const major = majorOf(props);
  new DbSubnetGroup(scope, 'this$subnets', {
    name: self.physicalName('rds-group'),
    description: `Subnets of PostgreSQL ${self.name}`,
    subnetIds: dataSubnetIds(context),
    ...inRegionOfNetwork(context),
  });
  new DbParameterGroup(scope, 'this$parameters', {
    // A major version has a family of its own: the new group is there before the old one goes.
    name: self.physicalName('rds-group', `postgres${major}`),
    family: `postgres${major}`,
    description: `Parameters of PostgreSQL ${self.nameKey}`,
    parameter: parametersOf(props),
    lifecycle: { createBeforeDestroy: true },
    ...inRegionOfNetwork(context),
  });
}

function logGroupPrefix({ own }: Context): string {
  return `/aws/rds/instance/${own('identifier')}/`;
}
