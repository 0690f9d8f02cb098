import type { JsonObject } from '../../schemas/primitives/artifact';
import { render, resources, type Rendered } from '../support/render';

async function rendered(input: object = {}, settings = {}): Promise<Rendered> {
  return render({ components: { 'web-acl': { acl: input } }, settings });
}

/** Ids of the constraints that refuse the input, and where. */
async function refusals(input: object, settings = {}): Promise<string[]> {
  const { findings } = await rendered(input, settings);
  return findings.map(
    ({ message, at }) =>
      `${/\(web-acl\/(.*)\)$/.exec(message)?.[1] ?? message} ${at.file.replace(/^.*#\/components\/web-acl\/acl/, '')}`,
  );
}

function rules(result: Rendered): JsonObject[] {
  return (resources(result, 'aws_wafv2_web_acl')['acl']?.['rule'] ?? []) as JsonObject[];
}

function rule(result: Rendered, name: string): JsonObject | undefined {
  return rules(result).find((candidate) => candidate['name'] === name);
}

describe('a web ACL', () => {
  it('has the managed groups against common attacks, each in force, and lets the rest through', async () => {
    const result = await rendered();
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_wafv2_web_acl')['acl']).toMatchObject({
      name: 'acme-test-acl',
      scope: 'REGIONAL',
      default_action: { allow: {} },
      visibility_config: { cloudwatch_metrics_enabled: true, metric_name: 'acme-test-acl' },
    });
    const managed = rules(result).map(({ name, override_action, statement }) => [name, override_action, statement]);
    expect(managed).toEqual(
      [
        ['ip-reputation', 'AWSManagedRulesAmazonIpReputationList'],
        ['common', 'AWSManagedRulesCommonRuleSet'],
        ['known-bad-inputs', 'AWSManagedRulesKnownBadInputsRuleSet'],
        ['sql-injection', 'AWSManagedRulesSQLiRuleSet'],
      ].map(([name, group]) => [
        name,
        { none: {} },
        { managed_rule_group_statement: { vendor_name: 'AWS', name: group } },
      ]),
    );
  });

  it('counts rules that would block what is meant', async () => {
    const result = await rendered({ countOnly: { common: ['SizeRestrictions_BODY'] } });
    expect(rule(result, 'common')?.['statement']).toMatchObject({
      managed_rule_group_statement: {
        rule_action_override: [{ name: 'SizeRestrictions_BODY', action_to_use: { count: {} } }],
      },
    });
  });

  it('answers addresses that ask too often with 429', async () => {
    const result = await rendered({ rateLimit: { requests: 2000, periodSeconds: 300 } });
    expect(rule(result, 'rate-limit')).toMatchObject({
      statement: { rate_based_statement: { aggregate_key_type: 'IP', limit: 2000, evaluation_window_sec: 300 } },
      action: { block: { custom_response: { response_code: 429 } } },
    });
  });

  it('turns user agents away whatever the case of their letters', async () => {
    const result = await rendered({ blockedUserAgents: ['SQLmap', 'curl'] });
    const { statement, action } = rule(result, 'blocked-user-agents') ?? {};
    expect(action).toEqual({ block: {} });
    expect(statement).toMatchObject({
      or_statement: {
        statement: ['sqlmap', 'curl'].map((search_string) => ({
          byte_match_statement: {
            search_string,
            positional_constraint: 'CONTAINS',
            field_to_match: { single_header: { name: 'user-agent' } },
            text_transformation: [{ priority: 0, type: 'LOWERCASE' }],
          },
        })),
      },
    });
  });

  it('turns countries away where that is said', async () => {
    const result = await rendered({ blockedCountries: ['RU', 'KP'] });
    expect(rule(result, 'blocked-countries')?.['statement']).toEqual({
      geo_match_statement: { country_codes: ['KP', 'RU'] },
    });
    expect(rule(await rendered(), 'blocked-countries')).toBeUndefined();
  });

  it('lets nobody to protected paths, or the stated networks alone', async () => {
    const protectedPaths = { api: { prefix: '/api/admin' }, admin: { prefix: '/Admin' } };
    const closed = await rendered({ protectedPaths });
    const statement = rule(closed, 'protected-paths')?.['statement'] as JsonObject;
    expect(statement).toMatchObject({
      or_statement: {
        statement: [
          { byte_match_statement: { search_string: '/admin', positional_constraint: 'STARTS_WITH' } },
          { byte_match_statement: { search_string: '/api/admin', field_to_match: { uri_path: {} } } },
        ],
      },
    });
    const open = await rendered({ protectedPaths, allowedAddresses: ['198.51.100.0/24'] });
    expect(resources(open, 'aws_wafv2_ip_set')['acl_allowed']).toMatchObject({ addresses: ['198.51.100.0/24'] });
    expect(rule(open, 'protected-paths')?.['statement']).toEqual({
      and_statement: {
        statement: [
          statement,
          {
            not_statement: {
              statement: [{ ip_set_reference_statement: { arn: '${aws_wafv2_ip_set.acl_allowed.arn}' } }],
            },
          },
        ],
      },
    });
  });

  it('gives every rule a priority of its own, which no other rule moves', async () => {
    const all = await rendered({
      rateLimit: { requests: 100 },
      blockedUserAgents: ['curl'],
      blockedCountries: ['KP'],
      protectedPaths: { admin: { prefix: '/admin' } },
    });
    const priorities = rules(all).map(({ priority }) => priority);
    expect(new Set(priorities).size).toBe(priorities.length);
    expect(rule(all, 'sql-injection')?.['priority']).toBe(rule(await rendered(), 'sql-injection')?.['priority']);
  });

  it('writes to an encrypted log group whose name WAF accepts, without credentials of the requests', async () => {
    const result = await rendered();
    expect(resources(result, 'aws_cloudwatch_log_group')['acl_logs']).toEqual({
      name: 'aws-waf-logs-acme-test-acl',
      retention_in_days: 90,
      kms_key_id: '${aws_kms_key.acl_logs.arn}',
    });
    expect(resources(result, 'aws_wafv2_web_acl_logging_configuration')['acl']).toMatchObject({
      resource_arn: '${aws_wafv2_web_acl.acl.arn}',
      log_destination_configs: ['${aws_cloudwatch_log_group.acl_logs.arn}'],
      redacted_fields: [{ single_header: { name: 'authorization' } }, { single_header: { name: 'cookie' } }],
    });
    expect(resources(result, 'aws_cloudwatch_log_resource_policy')).toHaveProperty('acl_logs');
    expect(resources(await rendered({ logs: { enabled: false } }), 'aws_cloudwatch_log_group')).toEqual({});
    const blocked = await rendered({ logs: { blockedOnly: true } });
    expect(resources(blocked, 'aws_wafv2_web_acl_logging_configuration')['acl']).toMatchObject({
      logging_filter: { default_behavior: 'DROP' },
    });
  });

  it('is made in us-east-1 for CloudFront', async () => {
    const aws = { account: '111122223333', region: 'eu-west-1', regions: { edge: 'us-east-1' } };
    expect(await refusals({ scope: 'cloudfront' }, { aws })).toEqual(['cloudfront-region /scope']);
    const result = await rendered({ scope: 'cloudfront', region: 'edge' }, { aws });
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_wafv2_web_acl')['acl']).toMatchObject({ scope: 'CLOUDFRONT', provider: 'aws.edge' });
    expect(resources(result, 'aws_cloudwatch_log_group')['acl_logs']).toMatchObject({ provider: 'aws.edge' });
  });

  it.each([
    [
      'counts in a group that is not used',
      { countOnly: { linux: ['LFI_URIPATH'] } },
      'count-of-unused-group /countOnly/linux',
    ],
    [
      'allowed addresses of no path',
      { allowedAddresses: ['198.51.100.0/24'] },
      'addresses-without-paths /allowedAddresses',
    ],
    [
      'everybody as a set of addresses',
      { allowedAddresses: ['0.0.0.0/0'], protectedPaths: { admin: { prefix: '/admin' } } },
      'all-addresses /allowedAddresses/0',
    ],
    ['a region without a name', { region: 'far' }, 'unknown-region /region'],
  ])('refuses %s', async (_, input, expected) => {
    expect(await refusals(input)).toEqual([expected]);
  });
});
