import type { Printed } from '../end-to-end/system-files';
import { manifest, manifests, said, variation } from './variation';
import { at } from '../rows/values';

const file = 'environments/pingvas/shared.yaml';
/** The pools of GPUs become one, of the document's name and limit, for a Karpenter that still serves v1alpha5. */
const changes = [
  [file, '    gpu-g4dn-xlarge:\n', '    gpu-provisioner:\n'],
  [file, '        instanceTypes: [g4dn.xlarge],\n', '        instanceTypes: [g4dn.xlarge, g4dn.2xlarge, g5.xlarge],\n'],
  [file, '        gpu: true,\n', '        gpu: true,\n        api: v1alpha5,\n'],
] as const;

describe('PV-05: on request, for a Karpenter that still serves v1alpha5,', () => {
  let printed: Printed;

  beforeAll(async () => {
    printed = await variation(changes);
  }, 60_000);

  test('a pool is the document’s own Provisioner: types, spot, 10 GPUs, empty nodes gone after 300 seconds, all after 7 days', () => {
    expect(said(printed)).toEqual([]);
    const provisioner = manifest(printed, 'Provisioner', 'gpu-provisioner');
    expect(provisioner).toMatchObject({
      apiVersion: 'karpenter.sh/v1alpha5',
      spec: {
        requirements: [
          {
            key: 'node.kubernetes.io/instance-type',
            operator: 'In',
            values: ['g4dn.xlarge', 'g4dn.2xlarge', 'g5.xlarge'],
          },
          { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot'] },
        ],
        limits: { resources: { 'nvidia.com/gpu': 10 } },
        ttlSecondsAfterEmpty: 300,
        ttlSecondsUntilExpired: 604_800,
      },
    });
  });

  test('each Provisioner has its AWSNodeTemplate, and neither NodePool nor EC2NodeClass', () => {
    const pools = ['gpu-provisioner', 'gpu-g4dn-2xlarge', 'gpu-g5-xlarge'];
    const names = (kind: string) => manifests(printed, kind).map((each) => at(each, 'metadata', 'name'));
    for (const name of pools) {
      expect(at(manifest(printed, 'Provisioner', name), 'spec', 'providerRef')).toEqual({ name });
      expect(manifest(printed, 'AWSNodeTemplate', name)).toMatchObject({
        apiVersion: 'karpenter.k8s.aws/v1alpha1',
        spec: {
          subnetSelector: { 'karpenter.sh/discovery': 'pingvas-shared-main' },
          instanceProfile: 'pingvas-shared-karpenter-access-node',
        },
      });
    }
    expect([names('NodePool'), names('EC2NodeClass')]).toEqual([['general'], ['general']]);
  });

  test('its GPU nodes take GPU work alone, as those of v1 do', () => {
    const provisioner = manifest(printed, 'Provisioner', 'gpu-provisioner');
    expect(at(provisioner, 'spec', 'taints')).toEqual([{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }]);
  });
});
