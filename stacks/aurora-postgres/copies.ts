import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import type { ITerraformDependable } from 'cdktf';
import type { AwsContext } from '../../schemas/contract/kind';
import { keptValue, randomPassword } from '../facets/ephemeral';
import { jsonDocument } from '../facets/generated';
import { addKey, logsUseKey } from '../facets/key';
import { dataSubnetIds, inRegionOfNetwork, networkRegion } from '../facets/placement';
import { insightsOf } from '../facets/postgres/resources';
import { addSecret, addSecretValue } from '../facets/secret';
import { isGlobal, type Copy, type Props } from './input';
import { addGroups, addInstances, engine, logGroupPrefix, settingsOf, type Site } from './site';

type Context = AwsContext<Props>;

/** Role of the resources of a copy. */
export function copyRole(name: string): string {
  return `copy-${name}`;
}

/** The context as it is in the copy's network. */
function there<Within extends Context>(context: Within, { network }: Copy) {
  return { ...context, props: { ...context.props, network } };
}

function siteOf(context: Context, name: string, copy: Copy): Site {
  const within = there(context, copy);
  return {
    role: copyRole(name),
    name,
    subnetIds: dataSubnetIds(within),
    instances: copy.instances,
    elsewhere: inRegionOfNetwork(within),
  };
}

/** Key and security group of each copy: AWS makes a copy under a key of its own region. */
export function addCopyKeys(context: Context): void {
  const { scope, self, props, settings, own, ref } = context;
  for (const [name, copy] of Object.entries(props.copies)) {
    const within = there(context, copy);
    const elsewhere = inRegionOfNetwork(within);
    if (copy.key === undefined) {
      const logGroups = `${logGroupPrefix(own(`copyIdentifier/${name}`))}*`;
      addKey(context, {
        description: `Aurora cluster ${own(`copyIdentifier/${name}`)}`,
        role: copyRole(name),
        statements: [logsUseKey(settings, networkRegion(within), logGroups)],
        protect: props.protect,
        ...elsewhere,
      });
    }
    const groupName = self.physicalName('security-group', name);
    new SecurityGroup(scope, `${copyRole(name)}$security-group`, {
      name: groupName,
      description: `Copy ${name} of Aurora cluster ${self.nameKey}`,
      vpcId: ref(copy.network).text('vpcId'),
      tags: { Name: groupName },
      lifecycle: { createBeforeDestroy: true },
      ...elsewhere,
    });
  }
}

/** What primary and copies are members of. It is made first: a cluster that runs can only be taken in by hand. */
export function addGlobalCluster({ scope, props, own }: Context): void {
  new RdsGlobalCluster(scope, 'this$global', {
    globalClusterIdentifier: own('globalClusterIdentifier'),
    engine,
    engineVersion: props.engineVersion,
    databaseName: props.database,
    storageEncrypted: true,
    deletionProtection: props.protect,
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
}

/**
 * AWS manages the master password of a cluster that is alone. That of a member of a global database is a random one,
 * in Secrets Manager here and in the regions of the copies, and in neither plan nor state.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
export function passwordOf(context: Context) {
  const { scope, self, props, own } = context;
  if (!isGlobal(props)) return { manageMasterUserPassword: true, masterUserSecretKmsKeyId: own('keyArn') };
  const elsewhere = inRegionOfNetwork(context);
  const password = randomPassword(scope, 'master', { length: 48, punctuation: false });
  const secret = addSecret(scope, {
    id: 'master$secret',
    name: self.secretName('master'),
    description: `Master user of Aurora cluster ${self.name}`,
    keyArn: own('keyArn'),
    recoveryDays: props.protect ? 30 : 7,
    protect: props.protect,
    replicas: Object.entries(props.copies).map(([name, copy]) => ({
      region: networkRegion(there(context, copy)),
      keyArn: own(`copyKeyArn/${name}`),
    })),
    ...elsewhere,
  });
  const version = addSecretValue(scope, {
    id: 'master$secret-value',
    secret,
    version: props.passwordVersion,
    expression: jsonDocument({ username: JSON.stringify(props.masterUser), password }),
    ...elsewhere,
  });
  const kept = keptValue(scope, 'master', { version, key: 'password', ...elsewhere });
  return { masterPasswordWo: `\${${kept}}`, masterPasswordWoVersion: props.passwordVersion };
}

/** The copies. AWS takes one in when the primary has an instance that is up. */
export function addCopies(context: Context, writer: ITerraformDependable | undefined): void {
  for (const [name, copy] of Object.entries(context.props.copies)) {
    const site = siteOf(context, name, copy);
    addGroups(context, site);
    const log = addLog(context, site);
    addCopy(context, site, [log, ...(writer ? [writer] : [])]);
    addInstances(context, site);
  }
}

function addLog({ scope, props, settings, own }: Context, site: Site): ITerraformDependable {
  return new CloudwatchLogGroup(scope, `${site.role}$log`, {
    name: `${logGroupPrefix(own(`copyIdentifier/${site.name}`))}postgresql`,
    retentionInDays: props.logRetentionDays ?? settings.logRetentionDays,
    kmsKeyId: own(`copyKeyArn/${site.name}`),
    ...site.elsewhere,
  });
}

function addCopy(context: Context, site: Site, dependsOn: ITerraformDependable[]): void {
  const { scope, props, own, attribute } = context;
  new RdsCluster(scope, `${site.role}$cluster`, {
    clusterIdentifier: own(`copyIdentifier/${site.name}`),
    globalClusterIdentifier: attribute('aws_rds_global_cluster', 'id'),
    sourceRegion: networkRegion(context),
    engine,
    engineMode: 'provisioned',
    engineVersion: props.engineVersion,
    port: props.port,
    iamDatabaseAuthenticationEnabled: props.iamUsers.length > 0,
    applyImmediately: false,
    ...keptAs(context, site),
    ...settingsOf(context, site),
    vpcSecurityGroupIds: [own(`copySecurityGroupId/${site.name}`)],
    ...observed(context, site),
    dependsOn,
    lifecycle: {
      ...(props.protect ? { preventDestroy: true } : {}),
      // AWS states the source; to leave it out again would cut the copy off.
      ignoreChanges: ['engine_version', 'replication_source_identifier'],
    },
    ...site.elsewhere,
  });
}

/** Encryption, backups and protection: those of the primary, under the key of the copy. */
function keptAs({ self, props, own }: Context, { name }: Site) {
  return {
    storageEncrypted: true,
    kmsKeyId: own(`copyKeyArn/${name}`),
    deletionProtection: props.protect,
    copyTagsToSnapshot: true,
    backupRetentionPeriod: props.backupRetentionDays,
    preferredBackupWindow: props.backupWindow,
    preferredMaintenanceWindow: props.maintenanceWindow,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: self.physicalName('rds-cluster', `${name}-final`),
  };
}

/** Load is measured where there are instances. */
function observed(context: Context, { name, instances }: Site) {
  if (Object.keys(instances).length === 0) return {};
  return { ...insightsOf(context), performanceInsightsKmsKeyId: context.own(`copyKeyArn/${name}`) };
}
