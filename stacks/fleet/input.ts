import type { Static } from '@sinclair/typebox';
import {
  choice,
  cidr,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  port,
  reference,
  text,
} from '../../schemas/contract/fields';
import { instanceTypeField } from '../../schemas/contract/instance-types';
import { exposeFieldOf } from '../../schemas/contract/expose';
import { retentionDaysField } from '../facets/log-group';
import { containerField, healthCommandField } from './container-input';
import { imageField } from './image-input';
import { publishesField, scalingField, schedulesField } from './scaling-input';

const instances = { minimum: 0, maximum: 1000 };

const size = group('How many instances there are. Scaling rules and schedules move within these bounds.', {
  minimum: integer('Fewest instances.', instances),
  desired: integer('Instances at first; from then on scaling decides.', instances),
  maximum: integer('Most instances, whatever happens.', { minimum: 1, maximum: 1000 }),
});

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html */
const purchase = group(
  'How instances are bought: by default all on demand. `spot` instances are taken away with two minutes’ notice.',
  {
    onDemandBase: integer('Instances that are on demand before the share counts.', { ...instances, default: 0 }),
    onDemandPercent: integer('Share of the others that is on demand, in percent; the rest is spot.', {
      minimum: 0,
      maximum: 100,
      default: 100,
    }),
    spotStrategy: choice(
      'Which pools spot instances come from. The prioritized one goes by the order of instance types.',
      ['price-capacity-optimized', 'capacity-optimized', 'capacity-optimized-prioritized', 'lowest-price'],
      { default: 'price-capacity-optimized' },
    ),
  },
  { default: {} },
);

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const rootDisk = group(
  'Root volume of each instance: gp3, encrypted.',
  {
    sizeGiB: integer('Size, in GiB; at least that of the machine image.', { minimum: 8, maximum: 16_384, default: 30 }),
    iops: integer('Operations per second; at most 500 for each GiB.', {
      minimum: 3000,
      maximum: 16_000,
      default: 3000,
    }),
    throughputMiBps: integer('Throughput, in MiB/s; at most a quarter of the operations.', {
      minimum: 125,
      maximum: 1000,
      default: 125,
    }),
    device: text('Name of the device, which the machine image fixes.', {
      pattern: '^/dev/(xvd|sd)[a-z][0-9]{0,2}$',
      default: '/dev/xvda',
    }),
  },
  { default: {} },
);

const healthCheck = group(
  'When an instance is replaced.',
  {
    type: optional(
      choice(
        'Who judges: `ELB` the load balancer too, `EC2` the machine alone. By default the load balancer, where the fleet is exposed.',
        ['ELB', 'EC2'],
      ),
    ),
    graceSeconds: integer(
      'Time after its start in which an instance is not judged, in seconds: packages, the pull of the image and the start of the code fit in.',
      { minimum: 0, maximum: 7200, default: 600 },
    ),
  },
  { default: {} },
);

/**
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/34189
 */
const refresh = group(
  'How a new image, or any other change of the launch template, is rolled out.',
  {
    minHealthyPercent: integer('Share of the desired instances that stays in service meanwhile, in percent.', {
      minimum: 0,
      maximum: 100,
      default: 50,
    }),
    maxHealthyPercent: integer(
      'Most instances meanwhile, in percent of the desired ones. With 100 an old one goes before a new one comes.',
      { minimum: 100, maximum: 200, default: 100 },
    ),
    skipMatching: flag('Instances that are as the new launch template says stay.', { default: true }),
    autoRollback: flag(
      'AWS goes back to the launch template of the group when new instances do not become healthy. Terraform has given the group the new one by then, so that AWS would replace what still runs well: a delivery goes back by its commit instead.',
      { default: false },
    ),
  },
  { default: {} },
);

const logs = group(
  'Log groups of the fleet: of what the container writes, and of how instances start.',
  {
    name: optional(
      text('Name of the container’s log group; that of the system adds `-system`. By default made of the names.', {
        pattern: '^[.\\-_/#A-Za-z0-9]{1,500}$',
      }),
    ),
    retentionDays: retentionDaysField,
  },
  { default: {} },
);

export const Input = input({
  network: reference('Network in whose private subnets it stands.', ['network']),
  zones: optional(
    list('Zones that it stands in. By default all of the network that have a private subnet.', text('Zone.'), {
      minItems: 1,
      uniqueItems: true,
    }),
  ),
  instanceTypes: list('Instance types, the preferred first; all of one architecture.', instanceTypeField, {
    minItems: 1,
    maxItems: 40,
    uniqueItems: true,
  }),
  gpu: flag('The container gets the NVIDIA GPUs of its instance.', { default: false }),
  image: imageField,
  rootDisk,
  encryption: choice(
    'Key of disks and logs: one made for the fleet, or those that AWS keeps for the account.',
    ['customer-key', 'aws-key'],
    { default: 'customer-key' },
  ),
  metadataHops: integer(
    'Network hops to the instance metadata: with 2 the container acts as its instance, by the role; with 1 it can not.',
    { minimum: 1, maximum: 2, default: 2 },
  ),
  shell: flag('Session Manager may open a shell on its instances, by IAM, without an open port.', { default: true }),
  detailedMonitoring: flag('EC2 publishes its metrics each minute instead of every five.', { default: false }),
  outbound: mapOf(
    'What instances reach outside, beside what connections open. The default is what AWS’s own services need.',
    group('One way out.', {
      port: port('Port (TCP).'),
      cidr: cidr('Network.', { default: '0.0.0.0/0' }),
    }),
    { default: { https: { port: 443 } }, propertyNames: { pattern: '^[a-z][a-z0-9-]{0,30}$' } },
  ),
  launchTemplate: optional(
    text('Name of the launch template. By default made of the names.', { pattern: '^[A-Za-z0-9()./_-]{3,110}$' }),
  ),
  container: containerField,
  healthCommand: healthCommandField,
  logs,
  size,
  purchase,
  healthCheck,
  refresh,
  warmupSeconds: integer('Time until a new instance counts in metrics and refreshes, in seconds.', {
    minimum: 0,
    maximum: 7200,
    default: 300,
  }),
  maxInstanceDays: optional(
    integer('Age at which an instance is replaced, in days. By default none is for its age.', {
      minimum: 1,
      maximum: 365,
    }),
  ),
  scaling: scalingField,
  schedules: schedulesField,
  publishes: publishesField,
  expose: exposeFieldOf('By default all of the load balancer.'),
  colours: optional(
    mapOf(
      'Two or more versions side by side, by colour: each has a group, a launch template and target groups, and its image from `images.<component>.<colour>`. A colour without weight is empty; those with weight share the size.',
      group('One colour.', {
        weight: integer('Its share of the requests, as a weight among the others’; 0 for none.', {
          minimum: 0,
          maximum: 999,
        }),
      }),
      { minProperties: 2, maxProperties: 5, propertyNames: { pattern: '^[a-z][a-z0-9]{0,14}$' } },
    ),
  ),
});

export type Props = Static<typeof Input>;
