import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { SecurityGroup as SecurityGroupSpec } from '../../schemas/contract/kind';
import type { Port } from '../../schemas/contract/connection';

/** The group of a component. Its rules are resources of their own, made where the consumer is. */
export function addSecurityGroup(
  scope: Construct,
  spec: SecurityGroupSpec,
  names: { readonly name: string; readonly vpcId: string; readonly provider?: TerraformProvider },
): void {
  const elsewhere = names.provider ? { provider: names.provider } : {};
  const group = new SecurityGroup(scope, 'this$security-group', {
    name: names.name,
    description: spec.description,
    vpcId: names.vpcId,
    tags: { Name: names.name, ...spec.tags },
    lifecycle: { createBeforeDestroy: true },
    ...elsewhere,
  });
  const id = `\${aws_security_group.${group.friendlyUniqueId}.id}`;
  addAdmitted(scope, spec, { securityGroupId: id, ...elsewhere });
  if (spec.self === true) {
    new VpcSecurityGroupIngressRule(scope, 'self', {
      securityGroupId: id,
      referencedSecurityGroupId: id,
      ipProtocol: '-1',
      description: 'Members of the group among themselves',
      ...elsewhere,
    });
  }
  if (spec.egress === 'all') {
    new VpcSecurityGroupEgressRule(scope, 'everywhere', {
      securityGroupId: id,
      cidrIpv4: '0.0.0.0/0',
      ipProtocol: '-1',
      description: 'All outbound traffic',
      ...elsewhere,
    });
  }
}

/** Ingress rules for networks, not for components. */
function addAdmitted(
  scope: Construct,
  { admits }: SecurityGroupSpec,
  group: { readonly securityGroupId: string; readonly provider?: TerraformProvider },
): void {
  for (const [name, port] of Object.entries(admits?.ports ?? {})) {
    for (const [index, cidrIpv4] of (admits?.cidrs ?? []).entries()) {
      new VpcSecurityGroupIngressRule(scope, `${name}${index === 0 ? '' : `-${index + 1}`}$ingress`, {
        ...group,
        cidrIpv4,
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        description: `${cidrIpv4 === '0.0.0.0/0' ? 'Everyone' : cidrIpv4} to port ${port}`,
      });
    }
  }
}

/** One path that a connection opens. */
export interface Path {
  /** Construct id: `<source>_to_<target>_<port name>`. */
  readonly id: string;
  readonly description: string;
  readonly port: Port;
  /** Group that the packets come from. */
  readonly source: string;
  /** Group of what listens. */
  readonly target: string;
  /** The source group has no rule that lets everything out. */
  readonly opensEgress: boolean;
  /** Of another region than the environment's. */
  readonly provider?: TerraformProvider;
}

/** Ingress at the target, and egress at a source that is not open anyway. */
export function addPath(scope: Construct, path: Path): void {
  const range = {
    ipProtocol: path.port.protocol ?? 'tcp',
    fromPort: path.port.port,
    toPort: path.port.to ?? path.port.port,
    description: path.description,
    ...(path.provider ? { provider: path.provider } : {}),
  };
  new VpcSecurityGroupIngressRule(scope, `${path.id}$ingress`, {
    securityGroupId: path.target,
    referencedSecurityGroupId: path.source,
    ...range,
  });
  if (path.opensEgress) {
    new VpcSecurityGroupEgressRule(scope, `${path.id}$egress`, {
      securityGroupId: path.source,
      referencedSecurityGroupId: path.target,
      ...range,
    });
  }
}
