import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { AwsContext } from '../../schemas/contract/kind';
import { placementOn } from '../../schemas/contract/placement';
import type { Json } from '../../schemas/primitives/artifact';
import { mergeJson } from '../../schemas/primitives/merge-json';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { compareText } from '../../schemas/primitives/finding';
import { eksAddonVersions } from '../../schemas/upstream/aws/eks';
import { serviceTrust } from '../facets/policy';
import { addonFacts, type AddonName } from './addon-facts';
import type { Props } from './input';
import { beforePods, nodeAddons } from './order';

type Context = AwsContext<Props>;

/** The add-ons that the input has, each with the roles of its service accounts. */
export function addAddons(context: Context): void {
  for (const name of Object.keys(addonFacts) as AddonName[]) {
    if (context.props.addons[name] !== undefined) addAddon(context, name);
  }
}

function addAddon(context: Context, name: AddonName): void {
  const { scope, props, own } = context;
  const fact = addonFacts[name];
  const version = props.addons[name]?.version ?? eksAddonVersions[props.version]?.[name];
  const values = configuration(context, name);
  const addon = new EksAddon(scope, name, {
    clusterName: own('id'),
    addonName: name,
    ...(version === undefined ? {} : { addonVersion: version }),
    ...(Object.keys(values).length === 0 ? {} : { configurationValues: JSON.stringify(sorted(values)) }),
    resolveConflictsOnCreate: 'OVERWRITE',
    resolveConflictsOnUpdate: 'OVERWRITE',
    ...(fact.roles === undefined
      ? {}
      : {
          podIdentityAssociation: Object.entries(fact.roles).map(([serviceAccount, policies]) => ({
            serviceAccount,
            roleArn: addRole(context, name, policies),
          })),
        }),
  });
  const before = dependencies(context, name);
  if (before.length > 0) addon.addOverride('depends_on', before);
}

function dependencies({ props, self, ref }: Context, name: AddonName): string[] {
  const nodes = props.nodes === undefined ? [] : beforePods(ref(props.nodes).component, self);
  if (addonFacts[name].pods) return nodes;
  // The agent first: the network add-on has a role, and takes its credentials from it.
  return name === 'vpc-cni'
    ? nodeAddons
        .filter((other) => other !== name)
        .map((other) => `aws_eks_addon.${self.id}_${other.replace(/-/g, '_')}`)
    : [];
}

function configuration({ props, ref }: Context, name: AddonName): Record<string, Json> {
  const placement = props.nodes === undefined ? undefined : placementOn(ref(props.nodes).component);
  const make = addonFacts[name].configuration as ((input: unknown, at: typeof placement) => object) | undefined;
  const made = (make?.(props.addons[name], placement) ?? {}) as Json;
  return mergeJson(made, (props.addons[name]?.configuration ?? {}) as Json) as Record<string, Json>;
}

/** Objects with their keys in order, so that a default which moves in the code moves nothing in the output. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort(compareText)
      .map((key) => [key, sorted(value[key] as Json)]),
  );
}

/** Role that a service account of an add-on takes on through EKS Pod Identity. Returns the expression of its ARN. */
function addRole(
  { scope, self, policy, attribute, settings }: Context,
  addon: AddonName,
  policies: readonly string[],
): string {
  new IamRole(scope, `${addon}$role`, {
    name: self.physicalName('iam-role', addon),
    description: `Add-on ${addon} of ${self.name}`,
    assumeRolePolicy: policy(
      `${addon}-trust`,
      serviceTrust(['pods.eks.amazonaws.com'], ['sts:AssumeRole', 'sts:TagSession']),
    ),
  });
  for (const name of policies) {
    const short = name.replace(/^service-role\//, '');
    new IamRolePolicyAttachment(scope, policies.length === 1 ? `${addon}$policy` : `${addon}-${short}`, {
      role: attribute('aws_iam_role', 'name', addon),
      policyArn: `arn:${settings.aws.partition}:iam::aws:policy/${name}`,
    });
  }
  return attribute('aws_iam_role', 'arn', addon);
}
