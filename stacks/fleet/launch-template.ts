import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { AwsContext } from '../../schemas/contract/kind';
import { defaultTags } from '../../schemas/contract/tags';
import { inRegionOfNetwork } from '../facets/placement';
import type { Variant } from './colours';
import { imageId } from './image';
import type { Props } from './input';
import { groupName, idOf, launchTemplateName } from './names';
import { addUserData } from './user-data';

type Context = AwsContext<Props>;

/** What an instance is. */
export function addLaunchTemplate(context: Context, variant: Variant, image: string): void {
  const { scope, self, props, own, settings, attribute } = context;
  const tags = { ...defaultTags(settings), Name: groupName(context, variant) };
  new LaunchTemplate(scope, idOf(variant, 'launch-template'), {
    name: launchTemplateName(context, variant),
    description: `Instances of ${self.name}`,
    updateDefaultVersion: true,
    imageId: imageId(context),
    instanceType: props.instanceTypes[0] ?? '',
    instanceInitiatedShutdownBehavior: 'terminate',
    ebsOptimized: 'true',
    blockDeviceMappings: [rootDevice(context)],
    iamInstanceProfile: { arn: attribute('aws_iam_instance_profile', 'arn', 'profile') },
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: props.metadataHops,
    },
    monitoring: { enabled: props.detailedMonitoring },
    networkInterfaces: [
      {
        deviceIndex: 0,
        associatePublicIpAddress: 'false',
        deleteOnTermination: 'true',
        securityGroups: [own('securityGroupId')],
      },
    ],
    // The provider's default tags do not reach what Auto Scaling starts.
    tagSpecifications: ['instance', 'volume', 'network-interface'].map((resourceType) => ({ resourceType, tags })),
    userData: addUserData(context, variant, image),
    ...inRegionOfNetwork(context),
  });
}

/** The whole of a named key: an account may have set another default. */
function rootDevice({ props: { rootDisk, encryption }, own }: Context) {
  return {
    deviceName: rootDisk.device,
    ebs: {
      volumeType: 'gp3',
      volumeSize: rootDisk.sizeGiB,
      iops: rootDisk.iops,
      throughput: rootDisk.throughputMiBps,
      encrypted: 'true',
      deleteOnTermination: 'true',
      ...(encryption === 'customer-key' ? { kmsKeyId: own('keyArn') } : {}),
    },
  };
}
