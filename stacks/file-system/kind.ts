import { DataAwsEfsFileSystem } from '@cdktf/provider-aws/lib/data-aws-efs-file-system';
import { EfsAccessPoint } from '@cdktf/provider-aws/lib/efs-access-point';
import { EfsBackupPolicy } from '@cdktf/provider-aws/lib/efs-backup-policy';
import { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EfsFileSystemPolicy } from '@cdktf/provider-aws/lib/efs-file-system-policy';
import { EfsMountTarget } from '@cdktf/provider-aws/lib/efs-mount-target';
import type { Access } from '../../schemas/contract/connection';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { bound, forEach, known, runtime, type OutputContext } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { addOwnKey, keyOutput } from '../facets/key';
import { dataSubnetCidrs, dataSubnetIds, inRegionOfNetwork } from '../facets/placement';
import { constraints, Input, type Props } from './input';
import { metrics } from './metrics';

type Context = OutputContext<Props>;

/** What an NFS client does: mount, write, be root. */
const clientActions = [
  'elasticfilesystem:ClientMount',
  'elasticfilesystem:ClientWrite',
  'elasticfilesystem:ClientRootAccess',
];

/** Files that many mount at once. */
export const fileSystem = defineAwsKind<typeof Input>({
  kind: 'file-system',
  summary: 'An EFS file system: encrypted, TLS only, mountable in every zone of the network.',
  creates: [
    'the file system, with its move to cheaper storage',
    'a KMS key, unless one is named',
    'a mount target in each data or private subnet, and access points',
    'a policy that refuses clients without TLS',
    'a security group without a rule: connections add them',
  ],
  input: Input,
  examples: {
    'models that age into cheaper storage': {
      input: { infrequentAccessAfterDays: 30 },
      with: { network: twoZones },
    },
    'a folder of its own for uploads': {
      input: { accessPoints: { uploads: { path: '/uploads' } } },
      with: { network: twoZones },
    },
  },
  holdsData: (props) => props.existing === undefined,
  outputs: {
    fileSystemId: bound('Id.', 'data', attributeOf('id')),
    arn: runtime('ARN.', 'data', attributeOf('arn')),
    creationToken: known('Creation token.', ({ self }) => self.physicalName('efs-creation-token')),
    accessPointId: forEach(
      accessPointsOf,
      bound('Id of an access point.', 'data', ({ attribute }: Context, key: string) =>
        attribute('aws_efs_access_point', 'id', key),
      ),
    ),
    keyArn: {
      ...keyOutput,
      value: (context: Context) => (context.props.existing ? undefined : keyOutput.value(context, '')),
    },
  },
  offers: {
    ports: () => ({ nfs: { port: 2049 } }),
    cidrs: dataSubnetCidrs,
    access: {
      'mount-read-only': access('Mount it to read.', clientActions.slice(0, 1)),
      mount: access('Mount it to read and write.', clientActions),
    },
  },
  securityGroup: ({ self, props }) => ({
    description: `File system ${self.nameKey}`,
    egress: 'none',
    network: props.network,
    ...(props.existing ? { existingId: props.existing.securityGroupId } : {}),
  }),
  metrics,
  constraints,
  layers: { foundation, data },
});

function attributeOf(name: string) {
  return ({ props, attribute }: Context): string =>
    attribute(props.existing ? 'data.aws_efs_file_system' : 'aws_efs_file_system', name);
}

function accessPointsOf(props: Props): string[] {
  return Object.keys(props.accessPoints);
}

function access(description: string, actions: readonly string[]): Access<Props> {
  return {
    description,
    ports: ['nfs'],
    statements: ({ own }) => [{ actions, resources: [own('arn')] }],
    variables: () => ({ FILE_SYSTEM_ID: { output: 'fileSystemId' } }),
  };
}

function foundation(context: AwsContext<Props>): void {
  const { self, props } = context;
  if (props.existing) return;
  addOwnKey(context, {
    description: `File system ${self.name}`,
    protect: props.protect,
    ...inRegionOfNetwork(context),
  });
}

function data(context: AwsContext<Props>): void {
  const { scope, props, own } = context;
  const elsewhere = inRegionOfNetwork(context);
  if (props.existing) {
    new DataAwsEfsFileSystem(scope, 'this', { fileSystemId: props.existing.fileSystemId, ...elsewhere });
  } else {
    addFileSystem(context);
    addPolicy(context);
    addMountTargets(context);
    new EfsBackupPolicy(scope, 'this$backup', {
      fileSystemId: own('fileSystemId'),
      backupPolicy: { status: props.automaticBackups ? 'ENABLED' : 'DISABLED' },
      ...elsewhere,
    });
  }
  for (const [name, { path, uid, gid, permissions }] of Object.entries(props.accessPoints)) {
    new EfsAccessPoint(scope, name, {
      fileSystemId: own('fileSystemId'),
      posixUser: { uid, gid },
      rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions } },
      ...elsewhere,
    });
  }
}

function addFileSystem(context: AwsContext<Props>): void {
  const { scope, self, props, own } = context;
  const { infrequentAccessAfterDays, archiveAfterDays, returnOnAccess } = props;
  new EfsFileSystem(scope, 'this', {
    creationToken: own('creationToken'),
    encrypted: true,
    kmsKeyId: own('keyArn'),
    performanceMode: props.performance === 'max-io' ? 'maxIO' : 'generalPurpose',
    throughputMode: props.throughput,
    ...(props.provisionedThroughput === undefined ? {} : { provisionedThroughputInMibps: props.provisionedThroughput }),
    // The provider wants one block for each move.
    lifecyclePolicy: [
      ...(infrequentAccessAfterDays === 0 ? [] : [{ transitionToIa: after(infrequentAccessAfterDays) }]),
      ...(archiveAfterDays === 0 ? [] : [{ transitionToArchive: after(archiveAfterDays) }]),
      ...(returnOnAccess ? [{ transitionToPrimaryStorageClass: 'AFTER_1_ACCESS' }] : []),
    ],
    tags: { Name: self.physicalName('efs-creation-token') },
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...inRegionOfNetwork(context),
  });
}

function after(days: number): string {
  return `AFTER_${days}_DAY${days === 1 ? '' : 'S'}`;
}

function addMountTargets(context: AwsContext<Props>): void {
  const { scope, props, own, ref } = context;
  const subnets = dataSubnetIds(context);
  ref(props.network)
    .list('zones')
    .forEach((zone, index) => {
      new EfsMountTarget(scope, zone, {
        fileSystemId: own('fileSystemId'),
        subnetId: subnets[index] as string,
        securityGroups: [own('securityGroupId')],
        ...inRegionOfNetwork(context),
      });
    });
}

/**
 * Whoever reaches a mount target may mount, over TLS alone: who reaches one is what security groups say.
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
function addPolicy(context: AwsContext<Props>): void {
  const { scope, props, own, policy } = context;
  const everyone = [{ type: 'AWS' as const, identifiers: ['*'] }];
  new EfsFileSystemPolicy(scope, 'this$policy', {
    fileSystemId: own('fileSystemId'),
    policy: policy('this$policy-document', [
      {
        sid: 'ThroughMountTargets',
        actions: clientActions.slice(0, props.squashRoot ? 2 : 3),
        resources: [own('arn')],
        principals: everyone,
        conditions: [{ test: 'Bool', variable: 'elasticfilesystem:AccessedViaMountTarget', values: ['true'] }],
      },
      {
        sid: 'TlsOnly',
        effect: 'Deny',
        actions: clientActions,
        resources: [own('arn')],
        principals: everyone,
        conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      },
    ]),
    ...inRegionOfNetwork(context),
  });
}
