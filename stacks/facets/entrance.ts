import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import type { Construct } from 'constructs';
import type { Entrance } from '../../schemas/contract/connection';

export interface EntranceNames {
  readonly targetGroupName: string;
  readonly vpcId: string;
  readonly listenerArn: string;
  readonly priority: number;
}

/** Target group and listener rule of one path from a load balancer into a workload. */
export function addEntrance(scope: Construct, entrance: Entrance, names: EntranceNames): void {
  const { health } = entrance;
  const group = new LbTargetGroup(scope, `entrance-${entrance.name}$target-group`, {
    name: names.targetGroupName,
    vpcId: names.vpcId,
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
    lifecycle: { createBeforeDestroy: true },
  });
  new LbListenerRule(scope, `entrance-${entrance.name}$rule`, {
    listenerArn: names.listenerArn,
    priority: names.priority,
    action: [{ type: 'forward', targetGroupArn: `\${aws_lb_target_group.${group.friendlyUniqueId}.arn}` }],
    condition: [
      ...(entrance.hosts.length === 0 ? [] : [{ hostHeader: { values: [...entrance.hosts] } }]),
      ...(entrance.paths.length === 0 ? [] : [{ pathPattern: { values: [...entrance.paths] } }]),
    ],
  });
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
