import type { Static } from '@sinclair/typebox';
import { choice, cidr, flag, group, input, integer, list, mapOf, optional, text } from '../../schemas/contract/fields';
import { logEncryptionField, retentionDaysField } from '../facets/log-group';
import { regionField } from '../facets/region';

/**
 * Rule groups that AWS keeps, by what they are for. Their order here is that of their priorities.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedGroups = {
  'ip-reputation': 'AWSManagedRulesAmazonIpReputationList',
  'anonymous-ip': 'AWSManagedRulesAnonymousIpList',
  common: 'AWSManagedRulesCommonRuleSet',
  'known-bad-inputs': 'AWSManagedRulesKnownBadInputsRuleSet',
  'sql-injection': 'AWSManagedRulesSQLiRuleSet',
  'admin-protection': 'AWSManagedRulesAdminProtectionRuleSet',
  linux: 'AWSManagedRulesLinuxRuleSet',
  unix: 'AWSManagedRulesUnixRuleSet',
  windows: 'AWSManagedRulesWindowsRuleSet',
  php: 'AWSManagedRulesPHPRuleSet',
  wordpress: 'AWSManagedRulesWordPressRuleSet',
} as const;

export type ManagedGroup = keyof typeof managedGroups;

export const managedGroupNames = Object.keys(managedGroups) as ManagedGroup[];

// Each part and path takes some of the 5,000 capacity units of a web ACL; the groups take up to 1,975 of them.
export const Input = input({
  scope: choice(
    'What it protects: load balancers and APIs of its region, or CloudFront distributions.',
    ['regional', 'cloudfront'],
    { default: 'regional' },
  ),
  managedRules: list('Rule groups that AWS keeps up to date.', choice('Group.', managedGroupNames), {
    default: ['common', 'known-bad-inputs', 'sql-injection', 'ip-reputation'],
    uniqueItems: true,
  }),
  countOnly: mapOf(
    'Rules that count what they match, and block nothing, by the group that they are in: `common: [SizeRestrictions_BODY]` lets uploads over 8 KiB through.',
    list('Rules.', text('Name of a rule.', { pattern: '^[A-Za-z0-9_-]+$' }), {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
    }),
    { default: {} },
  ),
  rateLimit: optional(
    group('Requests of one IP address.', {
      requests: integer('Most requests in the period; more are answered with 429.', {
        minimum: 10,
        maximum: 2_000_000_000,
      }),
      periodSeconds: choice('Period, in seconds.', [60, 120, 300, 600], { default: 300 }),
    }),
  ),
  blockedUserAgents: list(
    'Parts of user agents that are turned away, in any case of letters.',
    text('Part of a user agent.', { maxLength: 200 }),
    { default: [], maxItems: 100, uniqueItems: true },
  ),
  blockedCountries: list(
    'Countries that are turned away; none by default.',
    text('ISO 3166 code.', { pattern: '^[A-Z]{2}$', 'x-form': 'a code of two capital letters such as KP' }),
    { default: [], uniqueItems: true, maxItems: 50 },
  ),
  protectedPaths: mapOf(
    'Paths that only `allowedAddresses` reach.',
    group('One path.', {
      prefix: text('What the path begins with, in any case of letters.', { pattern: '^/', maxLength: 200 }),
    }),
    { default: {}, maxProperties: 50 },
  ),
  allowedAddresses: list(
    'Networks that reach the protected paths; nobody does, where none is stated.',
    cidr('Network.'),
    { default: [], uniqueItems: true },
  ),
  logs: group(
    'Record of the requests that it judged.',
    {
      enabled: flag('Keep it.', { default: true }),
      blockedOnly: flag('Requests that were let through are left out.', { default: false }),
      retentionDays: retentionDaysField,
      encryption: logEncryptionField,
    },
    { default: {} },
  ),
  region: regionField,
});

export type Props = Static<typeof Input>;
