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

/** @see https://karpenter.sh/docs/concepts/nodepools/ */
export function addNodePool(context: Context): void {
  const { chart, self, props } = context;
  const name = poolName(self);
  const taints = nodeTaints(props);
  addObject(chart, {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name, labels: standardLabels(self) },
    spec: {
      ...(props.weight === undefined ? {} : { weight: props.weight }),
      template: {
        metadata: { labels: nodeLabels(props) },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name },
          requirements: requirements(props),
          ...(taints.length === 0 ? {} : { taints }),
          expireAfter: `${props.expireAfterHours}h`,
          terminationGracePeriod: `${props.drainMinutes}m`,
        },
      },
      limits: resourceLimits(props),
      disruption: {
        consolidationPolicy: props.repack ? 'WhenEmptyOrUnderutilized' : 'WhenEmpty',
        consolidateAfter: `${props.emptySeconds}s`,
        budgets: [{ nodes: `${props.disruptedPercent}%` }],
      },
    },
  });
  addNodeClass(context, name);
}

/** @see https://karpenter.sh/docs/concepts/nodeclasses/ */
function addNodeClass({ chart, self, props, ref, settings }: Context, name: string): void {
  const cluster = ref(props.cluster);
  const network = ref(cluster.component.props['network'] as string);
  const tagged = (key: string, value: string) => ({ tags: { [key]: value } });
  addObject(chart, {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: { name, labels: standardLabels(self) },
    spec: {
      amiSelectorTerms: [{ alias: `al2023@${props.image}` }],
      instanceProfile: ref(props.karpenter).text('instanceProfile'),
      subnetSelectorTerms: [tagged('karpenter.sh/discovery', network.text('discoveryTag'))],
      // The nodes' own group, and the one that EKS makes for control plane and nodes: both by tags known before apply.
      securityGroupSelectorTerms: [
        tagged('karpenter.sh/discovery', cluster.text('discoveryTag')),
        tagged('aws:eks:cluster-name', cluster.text('clusterName')),
      ],
      blockDeviceMappings: [blockDevice(props)],
      metadataOptions: metadataOptions(props),
      tags: { ...defaultTags(settings), Name: `${cluster.text('clusterName')}-${name}` },
    },
  });
}
