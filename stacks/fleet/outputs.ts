import { bound, forEach, known, runtime, type Output, type OutputContext } from '../../schemas/contract/output';
import { targetGroupRole } from '../facets/entrance';
import { activeVariants, colourNames, joined, variants } from './colours';
import type { Props } from './input';
import { groupName } from './names';
import { policyRole } from './scaling';

type Context = OutputContext<Props>;
type Outputs = Readonly<Record<string, Output<Props>>>;

/** Of the one group; with colours, those of each colour stand beside it. */
const single = { colour: '' };

export const outputs: Outputs = {
  imageId: bound('Id of the machine image, where it is looked up.', 'foundation', ({ props, attribute }) =>
    props.image.id === undefined ? attribute('data.aws_ssm_parameter', 'insecure_value', 'image') : undefined,
  ),
  keyArn: runtime('ARN of the key of disks and logs, where the fleet has one.', 'foundation', ({ props, attribute }) =>
    props.encryption === 'customer-key' ? attribute('aws_kms_key', 'arn') : undefined,
  ),
  logGroupName: known(
    'Log group of the container.',
    ({ self, props }) => props.logs.name ?? self.physicalName('log-group'),
  ),
  systemLogGroupName: known('Log group of how instances start.', ({ self, props }) =>
    props.logs.name === undefined ? self.physicalName('log-group', 'system') : `${props.logs.name}-system`,
  ),
  metricNamespace: known(
    'Namespace of what its code publishes, where that names none.',
    ({ self }) => `${self.system}/${self.environment}/${self.name}`,
  ),
  groupName: known('Name of the Auto Scaling group, where there are no colours.', (context) =>
    context.props.colours === undefined ? groupName(context, single) : undefined,
  ),
  groupNameOf: forEach(
    colourNames,
    known<Props>('Name of the Auto Scaling group of a colour.', (context, colour) => groupName(context, { colour })),
  ),
  launchTemplateId: runtime('Launch template, where there are no colours.', 'platform', ({ props, attribute }) =>
    props.colours === undefined ? attribute('aws_launch_template', 'id') : undefined,
  ),
  launchTemplateIdOf: forEach(
    colourNames,
    runtime<Props>('Launch template of a colour.', 'platform', ({ attribute }, colour) =>
      attribute('aws_launch_template', 'id', colour),
    ),
  ),
  loadBalancerArnSuffix: forEach(
    ({ expose }) => Object.keys(expose),
    runtime<Props>('Load balancer of a way in, as CloudWatch names it.', 'platform', ({ props, ref }, entrance) =>
      ref(props.expose[entrance]?.via ?? '').text('arnSuffix'),
    ),
  ),
  targetGroupArnSuffix: forEach(
    (props) => Object.keys(targetGroups(props)),
    runtime<Props>('Target group of a way in, and of a colour, as CloudWatch names it.', 'platform', targetGroup),
  ),
  scalingPolicyArn: forEach(
    (props) => Object.keys(policies(props)),
    runtime<Props>('ARN of the policy of a rule, and of a colour.', 'platform', ({ props, attribute }, key) =>
      attribute('aws_autoscaling_policy', 'arn', policies(props)[key]),
    ),
  ),
};

/** Roles of target groups by the key of their output. */
function targetGroups(props: Props): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(props.expose).flatMap((entrance) =>
      variants(props).map(({ colour }) => [joined(entrance, colour), targetGroupRole(entrance, colour)]),
    ),
  );
}

function targetGroup({ props, attribute }: Context, key: string): string {
  return attribute('aws_lb_target_group', 'arn_suffix', targetGroups(props)[key]);
}

/** Roles of policies by the key of their output. */
function policies(props: Props): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(props.scaling).flatMap((rule) =>
      activeVariants(props).map((variant) => [joined(rule, variant.colour), policyRole(rule, variant)]),
    ),
  );
}
