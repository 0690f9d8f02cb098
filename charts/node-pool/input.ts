import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  labelKeys,
  labelValue,
  list,
  mapOf,
  optional,
  quantity,
  reference,
  text,
} from '../../schemas/contract/fields';
import { instanceTypeField } from '../../schemas/contract/instance-types';
import { al2023Release } from '../../schemas/upstream/aws/eks';

export const Input = input({
  cluster: reference('Cluster that its nodes join.', ['cluster']),
  karpenter: reference('Access of the Karpenter that starts its nodes.', ['karpenter-access']),
  api: choice(
    'API that the cluster’s Karpenter serves: `v1`, or `v1alpha5` for one that has not left Provisioner and AWSNodeTemplate yet.',
    ['v1', 'v1alpha5'],
    { default: 'v1' },
  ),
  instanceTypes: list('Instance types that it may start.', instanceTypeField, {
    minItems: 1,
    maxItems: 60,
    uniqueItems: true,
  }),
  capacity: list(
    'How nodes may be bought: spot where both are listed and there is any.',
    choice('Capacity type.', ['spot', 'on-demand']),
    { default: ['on-demand'], minItems: 1, uniqueItems: true },
  ),
  zones: optional(
    list('Zones that nodes may stand in. By default all of the network.', text('Zone.'), {
      minItems: 1,
      uniqueItems: true,
    }),
  ),
  gpu: flag('Its nodes have NVIDIA GPUs, and are tainted so that only pods come that ask for one.', { default: false }),
  limits: group(
    'What all its nodes together may have: none is started beyond it.',
    {
      cpu: optional(integer('Cores.', { minimum: 1, maximum: 1_000_000 })),
      memory: optional(quantity('Memory, in bytes.')),
      gpus: optional(integer('NVIDIA GPUs.', { minimum: 1, maximum: 100_000 })),
    },
    { minProperties: 1 },
  ),
  emptySeconds: integer('Time after which an empty node goes, in seconds.', {
    minimum: 0,
    maximum: 86_400,
    default: 300,
  }),
  repack: flag('Nodes that are not empty go too, where their pods fit elsewhere or on a cheaper one.', {
    default: false,
  }),
  disruptedPercent: integer('Nodes that may go at a time by choice, in percent.', {
    minimum: 1,
    maximum: 100,
    default: 10,
  }),
  expireAfterHours: integer('Age at which a node is replaced, in hours.', { minimum: 1, maximum: 8760, default: 720 }),
  drainMinutes: integer('Longest wait for the pods of a node that goes, in minutes.', {
    minimum: 1,
    maximum: 10_080,
    default: 60,
  }),
  weight: optional(
    integer('Preference over other pools: the highest that fits is taken.', { minimum: 1, maximum: 100 }),
  ),
  labels: mapOf('Kubernetes labels of its nodes.', labelValue('Value.'), { default: {}, propertyNames: labelKeys }),
  taints: mapOf(
    'Further taints of its nodes, by key.',
    group('One taint.', {
      value: optional(labelValue('Value.')),
      effect: choice('What it does.', ['NoSchedule', 'NoExecute', 'PreferNoSchedule'], { default: 'NoSchedule' }),
    }),
    { default: {}, propertyNames: labelKeys },
  ),
  diskGiB: integer('Size of the root volume (gp3, encrypted), in GiB.', { minimum: 20, maximum: 16_384, default: 100 }),
  image: text('Release of the AL2023 node image. Nodes of another are replaced.', {
    pattern: '^v[0-9]{8}$',
    default: al2023Release,
  }),
  metadataHops: integer(
    'Network hops to the instance metadata: with 1 no pod reaches it, with 2 every pod can act as its node.',
    { minimum: 1, maximum: 2, default: 1 },
  ),
});

export type Props = Static<typeof Input>;

/** Taint of GPU nodes, and the resource that pods ask for. */
export const gpuResource = 'nvidia.com/gpu';
