import { LbListenerRule, type LbListenerRuleAction } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import type { Construct } from 'constructs';
import type { Entrance } from '../../schemas/contract/connection';

export interface EntranceNames {
  /** Of a colour; of the one target group where there are no colours, which is the empty text. */
  readonly targetGroupName: (colour: string) => string;
  readonly vpcId: string;
  readonly listenerArn: string;
  readonly priority: number;
}

/** Role of the target group of an entrance and, where it has colours, of one of them. */
export function targetGroupRole(entrance: string, colour = ''): string {
  return ['entrance', entrance, colour].filter((part) => part !== '').join('-');
}

/** Target groups and listener rule of one path from a load balancer into a workload. */
export function addEntrance(scope: Construct, entrance: Entrance, names: EntranceNames): void {
  const colours = Object.keys(entrance.colours ?? { '': 1 });
  const groups = colours.map((colour) => {
    const role = targetGroupRole(entrance.name, colour);
    const target = { role, name: names.targetGroupName(colour), vpcId: names.vpcId };
    return [colour, addTargetGroup(scope, entrance, target)] as const;
  });
  new LbListenerRule(scope, `entrance-${entrance.name}$rule`, {
    listenerArn: names.listenerArn,
    priority: names.priority,
    action: [forward(entrance, groups)],
    condition: [
      ...(entrance.hosts.length === 0 ? [] : [{ hostHeader: { values: [...entrance.hosts] } }]),
      ...(entrance.paths.length === 0 ? [] : [{ pathPattern: { values: [...entrance.paths] } }]),
    ],
  });
}

/** Returns the expression of its ARN. */
function addTargetGroup(
  scope: Construct,
  entrance: Entrance,
  { role, name, vpcId }: { readonly role: string; readonly name: string; readonly vpcId: string },
): string {
  const { health } = entrance;
  const group = new LbTargetGroup(scope, `${role}$target-group`, {
    name,
    vpcId,
    port: entrance.port,
    protocol: 'HTTP',
    targetType: entrance.targetType,
    deregistrationDelay: String(entrance.deregistrationDelaySeconds ?? 30),
    healthCheck: {
      path: health.path,
      protocol: 'HTTP',
      interval: health.intervalSeconds,
      timeout: health.timeoutSeconds,
      healthyThreshold: health.healthyThreshold,
      unhealthyThreshold: health.unhealthyThreshold,
      matcher: health.matcher,
    },
    ...(entrance.stickySeconds === undefined
      ? {}
      : { stickiness: { type: 'lb_cookie', enabled: true, cookieDuration: entrance.stickySeconds } }),
    // Pods are registered each with its own port. Another port here would be another target group, of a name that is taken.
    lifecycle: { createBeforeDestroy: true, ...(entrance.targetType === 'ip' ? { ignoreChanges: ['port'] } : {}) },
  });
  return `\${aws_lb_target_group.${group.friendlyUniqueId}.arn}`;
}

/**
 * A rule over several target groups that keep their clients has to keep them, too.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
 */
function forward(
  { colours, stickySeconds }: Entrance,
  groups: readonly (readonly [colour: string, arn: string])[],
): LbListenerRuleAction {
  if (colours === undefined) return { type: 'forward', targetGroupArn: groups.map(([, arn]) => arn).join('') };
  return {
    type: 'forward',
    forward: {
      targetGroup: groups.map(([colour, arn]) => ({ arn, weight: colours[colour] ?? 0 })),
      ...(stickySeconds === undefined ? {} : { stickiness: { enabled: true, duration: stickySeconds } }),
    },
  };
}

/**
 * Priority of a listener rule that states none: a hash of who it is for, so that adding a rule never renumbers another.
 * Two rules that fall on one number are a finding that asks for a stated one.
 */
export function defaultPriority(label: string): number {
  let hash = 0x811c9dc5;
  for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash % 49_999) + 1;
}
