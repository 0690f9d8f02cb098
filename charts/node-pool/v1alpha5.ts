import { addObject, standardLabels } from '../facets/object';
import { defaultTags } from '../../schemas/contract/tags';
import {
  blockDevice,
  metadataOptions,
  nodeLabels,
  nodeTaints,
  poolName,
  requirements,
  resourceLimits,
  type Context,
} from './shared';

/** The API of Karpenter before 0.33, removed since. @see https://karpenter.sh/v0.32/concepts/provisioners/ */
export function addProvisioner(context: Context): void {
  const { chart, self, props, ref, settings } = context;
  const name = poolName(self);
  const taints = nodeTaints(props);
  const labels = nodeLabels(props);
  addObject(chart, {
    apiVersion: 'karpenter.sh/v1alpha5',
    kind: 'Provisioner',
    metadata: { name, labels: standardLabels(self) },
    spec: {
      ...(props.weight === undefined ? {} : { weight: props.weight }),
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
      requirements: requirements(props),
      ...(taints.length === 0 ? {} : { taints }),
      limits: { resources: resourceLimits(props) },
      ttlSecondsAfterEmpty: props.emptySeconds,
      ttlSecondsUntilExpired: props.expireAfterHours * 3600,
      providerRef: { name },
    },
  });
  const cluster = ref(props.cluster);
  const network = ref(cluster.component.props['network'] as string);
  addObject(chart, {
    apiVersion: 'karpenter.k8s.aws/v1alpha1',
    kind: 'AWSNodeTemplate',
    metadata: { name, labels: standardLabels(self) },
    spec: {
      // Its images end with AL2, which has none for Kubernetes 1.33 and later.
      amiFamily: 'AL2',
      instanceProfile: ref(props.karpenter).text('instanceProfile'),
      subnetSelector: { 'karpenter.sh/discovery': network.text('discoveryTag') },
      // Tags of one selector are all required: two groups can only be named by their ids.
      securityGroupSelector: {
        'aws-ids': [cluster.text('securityGroupId'), cluster.text('clusterSecurityGroupId')].join(','),
      },
      blockDeviceMappings: [blockDevice(props)],
      metadataOptions: metadataOptions(props),
      tags: { ...defaultTags(settings), Name: `${cluster.text('clusterName')}-${name}` },
    },
  });
}
