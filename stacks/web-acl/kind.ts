import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { Wafv2IpSet } from '@cdktf/provider-aws/lib/wafv2-ip-set';
import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { bound, known } from '../../schemas/contract/output';
import { addLogGroup } from '../facets/log-group';
import { regional, regionOf, unknownRegion } from '../facets/region';
import { Input, managedGroupNames, type Props } from './input';
import { metrics } from './metrics';
import { rulesOf, type Rule } from './rules';

/** Where CloudFront and what belongs to it are kept. */
const cloudfrontRegion = 'us-east-1';

/** A firewall for HTTP requests. Load balancers and distributions name it; it names nobody. */
export const webAcl = defineAwsKind<typeof Input>({
  kind: 'web-acl',
  summary: 'A web ACL of AWS WAF: managed rule groups, rate limit, countries, user agents, protected paths, logs.',
  creates: [
    'the web ACL with a metric for each rule',
    'an IP set of the networks that reach the protected paths',
    'a log group with a retention and a KMS key, and the right of WAF to write to it',
  ],
  input: Input,
  examples: {
    'rules for an API': {
      input: {
        rateLimit: { requests: 2000 },
        blockedUserAgents: ['sqlmap', 'nikto'],
        protectedPaths: { admin: { prefix: '/admin' } },
        allowedAddresses: ['198.51.100.0/24'],
      },
    },
  },
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('wafv2-name')),
    arn: bound('ARN.', 'foundation', ({ attribute }) => attribute('aws_wafv2_web_acl', 'arn')),
    region: known('Region that it is in.', ({ self, props }) => regionOf(self.settings, props.region)),
    logGroupName: known('Log group.', (context) => (context.props.logs.enabled ? logGroupName(context) : undefined)),
  },
  metrics,
  constraints: [
    unknownRegion,
    {
      id: 'cloudfront-region',
      meaning: 'A web ACL of CloudFront is made in us-east-1.',
      fix: 'name us-east-1 in aws.regions (aws: { regions: { global: us-east-1 } }), and state that name as region',
      violations: ({ scope, region }, { self }) => {
        const at = regionOf(self.settings, region);
        return scope === 'regional' || at === undefined || at === cloudfrontRegion
          ? []
          : [{ at: '/scope', found: `it would be made in ${at}` }];
      },
    },
    {
      id: 'all-addresses',
      meaning: 'A set of addresses takes networks of /1 to /32: everybody is no set.',
      fix: 'name the networks, or protect no paths',
      violations: ({ allowedAddresses }) =>
        allowedAddresses.flatMap((cidr, index) =>
          cidr.endsWith('/0') ? [{ at: `/allowedAddresses/${index}`, found: `${cidr} is everybody` }] : [],
        ),
    },
    {
      id: 'count-of-unused-group',
      meaning: '`countOnly` names groups that `managedRules` has.',
      fix: 'add the group to managedRules, or remove it from countOnly',
      violations: ({ countOnly, managedRules }) =>
        Object.keys(countOnly)
          .filter((group) => !managedRules.some((chosen) => chosen === group))
          .map((group) => ({
            at: `/countOnly/${group}`,
            found: managedGroupNames.some((name) => name === group)
              ? `${group} is not used`
              : `there is no group ${group}`,
          })),
    },
    {
      id: 'addresses-without-paths',
      meaning: 'Allowed addresses are those of protected paths.',
      fix: 'describe protectedPaths, or remove allowedAddresses',
      violations: ({ allowedAddresses, protectedPaths }) =>
        allowedAddresses.length > 0 && Object.keys(protectedPaths).length === 0
          ? [{ at: '/allowedAddresses', found: 'no path is protected' }]
          : [],
    },
  ],
  layers: { foundation },
});

/** WAF writes to no log group whose name begins otherwise. */
function logGroupName({ self }: Pick<AwsContext, 'self'>): string {
  return `aws-waf-logs-${self.physicalName('log-group')}`;
}

function foundation(context: AwsContext<Props>): void {
  const { scope, props, own } = context;
  const wafScope = props.scope.toUpperCase();
  new Wafv2WebAcl(scope, 'this', {
    name: own('name'),
    description: `Requests to ${context.self.system}/${context.self.environment}`,
    scope: wafScope,
    defaultAction: { allow: {} },
    rule: rulesOf(props, addAllowedSet(context, wafScope)).map(toBlock),
    visibilityConfig: visibility(own('name')),
    ...regional(context),
  });
  if (props.logs.enabled) addLogs(context);
}

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

function toBlock({ name, priority, statement, managed, responseCode }: Rule) {
  const block = responseCode === undefined ? {} : { customResponse: { responseCode } };
  return {
    name,
    priority,
    statement,
    ...(managed ? { overrideAction: { none: {} } } : { action: { block } }),
    visibilityConfig: visibility(name),
  };
}

function addAllowedSet(context: AwsContext<Props>, wafScope: string): string | undefined {
  const { scope, self, props, attribute } = context;
  if (props.allowedAddresses.length === 0) return undefined;
  new Wafv2IpSet(scope, 'allowed', {
    name: self.physicalName('wafv2-name', 'allowed'),
    description: 'Networks that reach the protected paths',
    scope: wafScope,
    ipAddressVersion: 'IPV4',
    addresses: [...props.allowedAddresses],
    ...regional(context),
  });
  return attribute('aws_wafv2_ip_set', 'arn', 'allowed');
}

/** @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
function addLogs(context: AwsContext<Props>): void {
  const { scope, self, props, own, settings, policy } = context;
  const place = regional(context);
  const region = regionOf(settings, props.region) ?? settings.aws.region;
  const group = addLogGroup(context, {
    role: 'logs',
    name: own('logGroupName'),
    retentionDays: props.logs.retentionDays,
    encryption: props.logs.encryption,
    elsewhere: place.provider && { provider: place.provider, region },
  });
  const { partition, account } = settings.aws;
  new CloudwatchLogResourcePolicy(scope, 'logs$delivery', {
    policyName: self.physicalName('wafv2-name', 'waf-logs'),
    policyDocument: policy('logs-delivery', [
      {
        sid: 'WafWritesLogs',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${group.arn}:*`],
        principals: [{ type: 'Service', identifiers: ['delivery.logs.amazonaws.com'] }],
        conditions: [
          { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },
          { test: 'ArnLike', variable: 'aws:SourceArn', values: [`arn:${partition}:logs:${region}:${account}:*`] },
        ],
      },
    ]),
    ...place,
  });
  new Wafv2WebAclLoggingConfiguration(scope, 'this$logging', {
    resourceArn: own('arn'),
    logDestinationConfigs: [group.arn],
    redactedFields: [{ singleHeader: { name: 'authorization' } }, { singleHeader: { name: 'cookie' } }],
    ...(props.logs.blockedOnly ? { loggingFilter: blockedOnly } : {}),
    // The right to write comes first.
    dependsOn: [{ fqn: `aws_cloudwatch_log_resource_policy.${self.id}_logs` }],
    ...place,
  });
}

const blockedOnly = {
  defaultBehavior: 'DROP',
  filter: [{ behavior: 'KEEP', requirement: 'MEETS_ANY', condition: [{ actionCondition: { action: 'BLOCK' } }] }],
};
