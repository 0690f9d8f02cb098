import type { Json } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, pick, stateOf } from './values';

const workspace = 'pingvas-shared-foundation';
const groups: Readonly<Record<string, string>> = {
  common: 'AWSManagedRulesCommonRuleSet',
  'known-bad-inputs': 'AWSManagedRulesKnownBadInputsRuleSet',
  'sql-injection': 'AWSManagedRulesSQLiRuleSet',
  'ip-reputation': 'AWSManagedRulesAmazonIpReputationList',
};
const bots = ['sqlmap', 'nikto', 'nmap', 'masscan', 'python-requests', 'curl', 'scrapy'];
const order = [
  ['protected-paths', 10],
  ['blocked-user-agents', 30],
  ['rate-limit', 40],
  ['ip-reputation', 100],
  ['common', 120],
  ['known-bad-inputs', 130],
  ['sql-injection', 140],
];

export const pv12: Row = {
  id: 'PV-12',
  title: 'WAF on the load balancer',
  states: {
    'the load balancer stands behind the web ACL, which lets pass what no rule blocks': (output) => {
      const association = output.resource('pingvas-shared-platform', 'aws_wafv2_web_acl_association', 'alb');
      expect(association['resource_arn']).toBe('${aws_lb.alb.arn}');
      expect(association['web_acl_arn']).toBe(stateOf('foundation', 'edge_acl_arn'));
      const acl = output.resource(workspace, 'aws_wafv2_web_acl', 'edge_acl');
      expect(acl['scope']).toBe('REGIONAL');
      expect(acl['default_action']).toEqual({ allow: {} });
      expect(acl['default_action']).toHaveProperty('allow');
    },
    'rules are asked in this order: admin paths, user agents, rate, then the groups of AWS': (output) => {
      expect(rulesOf(output).map((rule) => [at(rule, 'name'), at(rule, 'priority')])).toEqual(order);
    },
    'the core rule set, known bad inputs, SQL injection and IP reputation block by their own judgement': (output) => {
      for (const [name, group] of Object.entries(groups)) {
        const rule = ruleOf(output, name);
        expect(rule).toHaveProperty('override_action.none');
        expect(pick(at(rule, 'statement', 'managed_rule_group_statement'), ['name', 'vendor_name'])).toEqual({
          name: group,
          vendor_name: 'AWS',
        });
      }
    },
    'only the size of a body is counted, not blocked, as images are posted': (output) => {
      const group = at(ruleOf(output, 'common'), 'statement', 'managed_rule_group_statement');
      expect(at(group, 'rule_action_override')).toEqual([
        { action_to_use: { count: {} }, name: 'SizeRestrictions_BODY' },
      ]);
    },
    'an address may send 2000 requests in 5 minutes, then gets 429': (output) => {
      const rule = ruleOf(output, 'rate-limit');
      expect(at(rule, 'statement', 'rate_based_statement')).toEqual({
        aggregate_key_type: 'IP',
        evaluation_window_sec: 300,
        limit: 2000,
      });
      expect(at(rule, 'action', 'block', 'custom_response')).toEqual({ response_code: 429 });
    },
    'known bots are blocked by their user agent': (output) => {
      const rule = ruleOf(output, 'blocked-user-agents');
      expect(rule).toHaveProperty('action.block');
      expect(matchesOf(rule)).toEqual(
        bots.map((bot) => ({
          field_to_match: { single_header: { name: 'user-agent' } },
          positional_constraint: 'CONTAINS',
          search_string: bot,
          text_transformation: [{ priority: 0, type: 'LOWERCASE' }],
        })),
      );
    },
    'paths of administrators are blocked, however they are spelled': (output) => {
      const rule = ruleOf(output, 'protected-paths');
      expect(rule).toHaveProperty('action.block');
      expect(matchesOf(rule)).toEqual(
        ['/admin', '/api/admin'].map((path) => ({
          field_to_match: { uri_path: {} },
          positional_constraint: 'STARTS_WITH',
          search_string: path,
          text_transformation: ['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE'].map((type, priority) => ({
            priority,
            type,
          })),
        })),
      );
    },
    'no country is blocked until the switch says so': (output) => {
      const countries = rulesOf(output).filter((rule) => at(rule, 'statement', 'geo_match_statement') !== undefined);
      expect(countries).toEqual([]);
    },
    'what it does is logged': (output) => {
      const logs = output.resource(workspace, 'aws_wafv2_web_acl_logging_configuration', 'edge_acl');
      expect([...list(logs['log_destination_configs'])]).toEqual(['${aws_cloudwatch_log_group.edge_acl_logs.arn}']);
      expect(logs['resource_arn']).toBe('${aws_wafv2_web_acl.edge_acl.arn}');
    },
  },
};

function rulesOf(output: OutputTree): Json[] {
  return list(output.resource(workspace, 'aws_wafv2_web_acl', 'edge_acl')['rule']);
}

function ruleOf(output: OutputTree, name: string): Json | undefined {
  return output.seek(() => rulesOf(output).find((rule) => at(rule, 'name') === name));
}

function matchesOf(rule: Json | undefined): (Json | undefined)[] {
  return list(at(rule, 'statement', 'or_statement', 'statement')).map((each) => at(each, 'byte_match_statement'));
}
