import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { AccessLevels, Workload } from '../../schemas/contract/connection';
import { entrancesBehind } from '../../schemas/contract/expose';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { activeVariants, variants, type Variant } from './colours';
import { constraints } from './constraints/all';
import { examples } from './examples';
import { addFoundation } from './foundation';
import { addGroup } from './group';
import { Input, type Props } from './input';
import { addLaunchTemplate } from './launch-template';
import { metrics } from './metrics';
import { groupName } from './names';
import { outputs } from './outputs';
import { passedOn } from './passed-on';
import { registryOf } from './registry';
import { addScaling } from './scaling';
import { addSchedules } from './schedules';
import { ownStatements, pullStatements } from './statements';

type Context = AwsContext<Props>;

/** Machines that run one container each. */
export const fleet = defineAwsKind<typeof Input>({
  kind: 'fleet',
  summary: 'EC2 instances that run one container each, in an Auto Scaling group: GPU, spot, scaling, blue-green.',
  creates: [
    'an Auto Scaling group with a launch template in the private subnets, or one of each for every colour',
    'the look-up of the machine image, whose result is pinned in the bindings file',
    'user data that starts the container: image from ECR, variables and secrets of its connections, logs, measures',
    'an encrypted disk for each instance, metadata by IMDSv2 alone, no public address, no SSH',
    'two log groups with a retention, and a KMS key for disks and logs',
    'scaling rules with their alarms, and schedules',
    'a role that may do what its connections say, and a security group that lets out what they open and HTTPS',
    'target groups and listener rules for each way in, weighted by colour',
  ],
  input: Input,
  examples,
  passedOn,
  outputs,
  metrics,
  offers: {
    ports: ({ props }) => (props.container.port === undefined ? {} : { http: { port: props.container.port } }),
    cidrs: ({ props, ref }) => ref(props.network).list('privateSubnetCidrs'),
    access: ({ container }): AccessLevels<Props> =>
      container.port === undefined ? {} : { connect: { description: 'Reach the container’s port.', ports: ['http'] } },
  },
  workload,
  securityGroup: ({ self, props }) => ({
    description: `Instances of ${self.nameKey}`,
    egress: 'none',
    network: props.network,
  }),
  constraints,
  layers: { foundation: addFoundation, platform },
});

function workload(context: OutputContext<Props>): Workload {
  const { props } = context;
  return {
    runs: 'instance',
    callsAws: true,
    statements: ownStatements(context),
    instanceGroups: Object.fromEntries(
      variants(props).map((variant) => [variant.colour === '' ? 'main' : variant.colour, groupName(context, variant)]),
    ),
    entrances: entrances(context),
  };
}

function entrances({ props, ref }: OutputContext<Props>) {
  const { port } = props.container;
  if (port === undefined) return [];
  const weights = Object.entries(props.colours ?? {}).map(([colour, { weight }]) => [colour, weight] as const);
  return entrancesBehind(props.expose, {
    port,
    targetType: 'instance',
    hosts: (via) => ref(via).list('hosts'),
    ...(weights.length === 0 ? {} : { colours: Object.fromEntries(weights) }),
  });
}

function platform(context: Context): void {
  const images = variants(context.props).map((variant) => addVariant(context, variant));
  addPull(context, images);
  for (const variant of activeVariants(context.props)) {
    addScaling(context, variant);
    addSchedules(context, variant);
  }
}

/** Launch template and group; returns the image that they run. */
function addVariant(context: Context, variant: Variant): string {
  const image = context.image(variant.colour === '' ? context.self.name : variant.colour);
  addLaunchTemplate(context, variant, image);
  addGroup(context, variant, image);
  return image;
}

/** Which repositories those are is said by the images alone. */
function addPull({ scope, settings, policy, attribute }: Context, images: readonly string[]): void {
  const statements = pullStatements(
    settings.aws.partition,
    images.flatMap((image) => registryOf(image) ?? []),
  );
  if (statements.length === 0) return;
  new IamRolePolicy(scope, 'pull', {
    role: attribute('aws_iam_role', 'name', 'role'),
    name: 'pull',
    policy: policy('pull$document', statements),
  });
}
