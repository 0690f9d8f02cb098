import type { JsonObject } from '../../schemas/primitives/artifact';
import {
  account,
  eachSize,
  fleets,
  foundation,
  groups,
  itemWith,
  linesWith,
  scriptOf,
  sizes,
  statementsOf,
  topic,
} from './accunode';
import type { Row } from './row';
import { at, list, pick, sorted, stateOf } from './values';

const trail = `arn:aws:cloudtrail:us-east-1:${account}:trail/accunode-shared-audit`;
const bucket = 'accunode-shared-trail-files';

export const an12: Row = {
  id: 'AN-12',
  title: 'Audit log, logs with a retention, a limit of requests, patched instances, names in Route 53',
  states: {
    'CloudTrail records who did what in the account, in every region, sealed and encrypted': (output) => {
      const found = Object.values(output.resources('accunode-shared-platform', 'aws_cloudtrail'));
      expect(found.map((each) => pick(each, trailFields))).toEqual([
        {
          name: 'accunode-shared-audit',
          enable_logging: true,
          is_multi_region_trail: true,
          include_global_service_events: true,
          enable_log_file_validation: true,
          kms_key_id: foundation('audit_key_arn'),
          s3_bucket_name: '${aws_s3_bucket_policy.trail_files.bucket}',
          cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.audit_logs.arn}:*',
          advanced_event_selector: [
            { field_selector: [{ equals: ['Management'], field: 'eventCategory' }], name: 'Management' },
          ],
        },
      ]);
    },
    'its bucket takes nothing but what this trail writes, and keeps it for 400 days': (output) => {
      const statements = statementsOf(output, 'accunode-shared-platform', 'trail_files');
      expect(itemWith(output, statements, ['sid', 'LogsOfAudit'])).toEqual({
        actions: ['s3:PutObject'],
        condition: [
          { test: 'StringEquals', values: ['bucket-owner-full-control'], variable: 's3:x-amz-acl' },
          { test: 'StringEquals', values: [trail], variable: 'aws:SourceArn' },
        ],
        effect: 'Allow',
        principals: [{ identifiers: ['cloudtrail.amazonaws.com'], type: 'Service' }],
        resources: [`arn:aws:s3:::${bucket}/audit/AWSLogs/${account}/*`],
        sid: 'LogsOfAudit',
      });
      expect(output.resource('accunode-shared-data', 'aws_s3_bucket', 'trail_files')['bucket']).toBe(bucket);
      const [rule] = list(
        output.resource('accunode-shared-data', 'aws_s3_bucket_lifecycle_configuration', 'trail_files')['rule'],
      );
      expect(pick(rule, ['expiration', 'status'])).toEqual({ expiration: [{ days: 400 }], status: 'Enabled' });
    },
    'containers, starts of instances, database, cache, firewall, connections and patching have log groups that keep 30 days':
      (output) => {
        eachSize(({ name }, workspace) => {
          const found = (['foundation', 'data', 'platform'] as const).flatMap((layer) =>
            Object.values(output.resources(workspace(layer), 'aws_cloudwatch_log_group')),
          );
          expect(sorted(found.map((each) => pick(each, ['name', 'retention_in_days'])))).toEqual(
            sorted(logGroups(`accunode-${name}`).map((group) => ({ name: group, retention_in_days: 30 }))),
          );
        });
      },
    'connections of the network are recorded': (output) => {
      eachSize((_, workspace) => {
        const logs = Object.values(output.resources(workspace('foundation'), 'aws_flow_log'));
        expect(logs.map((each) => pick(each, ['traffic_type', 'vpc_id', 'log_destination']))).toEqual([
          {
            traffic_type: 'ALL',
            vpc_id: '${aws_vpc.main.id}',
            log_destination: '${aws_cloudwatch_log_group.main_flow_logs.arn}',
          },
        ]);
      });
    },
    'an address that sends more than 10000 requests in 5 minutes gets 429 at the load balancer': (output) => {
      eachSize((_, workspace) => {
        const acl = output.resource(workspace('foundation'), 'aws_wafv2_web_acl', 'edge_acl');
        const limit = itemWith(output, list(acl['rule']), ['name', 'rate-limit']);
        expect(at(limit, 'statement', 'rate_based_statement')).toEqual({
          aggregate_key_type: 'IP',
          evaluation_window_sec: 300,
          limit: 10_000,
        });
        expect(at(limit, 'action', 'block', 'custom_response', 'response_code')).toBe(429);
        const association = output.resource(workspace('platform'), 'aws_wafv2_web_acl_association', 'alb');
        expect(association).toEqual({
          resource_arn: '${aws_lb.alb.arn}',
          web_acl_arn: foundation('edge_acl_arn'),
        });
      });
    },
    'the firewall blocks common attacks, bad inputs, SQL injection and addresses of bad repute; bulk uploads pass': (
      output,
    ) => {
      eachSize((_, workspace) => {
        const acl = output.resource(workspace('foundation'), 'aws_wafv2_web_acl', 'edge_acl');
        expect(acl['default_action']).toHaveProperty('allow');
        for (const [name, group] of Object.entries(managed)) {
          const rule = itemWith(output, list(acl['rule']), ['name', name]);
          expect(rule).toHaveProperty('override_action.none');
          expect(at(rule, 'statement', 'managed_rule_group_statement')).toEqual({
            name: group,
            vendor_name: 'AWS',
            ...(name === 'common'
              ? { rule_action_override: [{ action_to_use: { count: {} }, name: 'SizeRestrictions_BODY' }] }
              : {}),
          });
        }
      });
    },
    'every instance is patched on Sunday night, one at a time, and people are told when it fails': (output) => {
      eachSize((_, workspace) => {
        const window = output.resource(workspace('platform'), 'aws_ssm_maintenance_window', 'patches');
        expect(pick(window, ['schedule', 'schedule_timezone', 'duration', 'cutoff'])).toEqual({
          schedule: 'cron(0 4 ? * SUN *)',
          schedule_timezone: 'America/New_York',
          duration: 3,
          cutoff: 1,
        });
        const task = output.resource(workspace('platform'), 'aws_ssm_maintenance_window_task', 'patches');
        expect(pick(task, ['task_type', 'task_arn', 'max_concurrency', 'window_id'])).toEqual({
          task_type: 'RUN_COMMAND',
          task_arn: 'AWS-RunPatchBaseline',
          max_concurrency: '1',
          window_id: '${aws_ssm_maintenance_window.patches.id}',
        });
        const command = at(task, 'task_invocation_parameters', 'run_command_parameters');
        expect(at(command, 'parameter', 0)).toEqual({ name: 'Operation', values: ['Install'] });
        expect(at(command, 'notification_config')).toEqual({
          notification_arn: topic,
          notification_events: ['Cancelled', 'Failed', 'TimedOut'],
          notification_type: 'Command',
        });
      });
    },
    'instances bear the tags by which they are found and find their baseline, and look for patches newer than their image':
      (output) => {
        eachSize(({ name }, workspace) => {
          const target = output.resource(workspace('platform'), 'aws_ssm_maintenance_window_target', 'patches');
          expect(target['targets']).toEqual([
            { key: 'tag:environment', values: [name] },
            { key: 'tag:system', values: ['accunode'] },
          ]);
          const group = output.resource(workspace('platform'), 'aws_ssm_patch_group', 'patches');
          expect(group['patch_group']).toBe(`accunode-${name}`);
          for (const id of groups) {
            const tags = list(output.resource(workspace('platform'), 'aws_autoscaling_group', id)['tag']);
            for (const [key, value] of Object.entries({
              environment: name,
              system: 'accunode',
              PatchGroup: `accunode-${name}`,
            }))
              expect(itemWith(output, tags, ['key', key])).toEqual({ key, propagate_at_launch: true, value });
          }
          const baseline = output.resource(workspace('platform'), 'aws_ssm_patch_baseline', 'patches');
          expect(baseline['operating_system']).toBe('AMAZON_LINUX_2023');
          const [rule] = list(baseline['approval_rule']) as JsonObject[];
          expect(rule?.['approve_after_days']).toBe(7);
          for (const group of groups)
            expect(linesWith(output, scriptOf(output, workspace('platform'), group), 'if grep')).toEqual([
              "if grep --quiet 'platform:al2023' /etc/os-release; then echo latest >/etc/dnf/vars/releasever; fi",
            ]);
          for (const fleet of fleets)
            expect(output.resource(workspace('platform'), 'aws_iam_role_policy', `${fleet}_grant_patches`)).toEqual({
              name: 'patches',
              policy: `\${data.aws_iam_policy_document.${fleet}_grant_patches.json}`,
              role: `\${aws_iam_role.${fleet}_role.name}`,
            });
        });
      },
    'each size has a name in Route 53 that leads to its load balancer, an option that hosts of the load balancer switch on':
      (output) => {
        expect(output.blocks('accunode-shared-foundation', 'data', 'aws_route53_zone')['accunode']).toEqual({
          name: 'accunode.example',
          private_zone: false,
        });
        for (const name of Object.keys(sizes)) {
          const records = output.resources(`accunode-${name}-platform`, 'aws_route53_record');
          expect(Object.values(records).map((each) => pick(each, ['name', 'type', 'alias', 'zone_id']))).toEqual([
            {
              name: `${name}.accunode.example`,
              type: 'A',
              alias: {
                evaluate_target_health: true,
                name: '${aws_lb.alb.dns_name}',
                zone_id: '${aws_lb.alb.zone_id}',
              },
              zone_id: stateOf('shared_foundation', 'accunode_zone_id'),
            },
          ]);
        }
      },
  },
};

const trailFields = [
  'name',
  'enable_logging',
  'is_multi_region_trail',
  'include_global_service_events',
  'enable_log_file_validation',
  'kms_key_id',
  's3_bucket_name',
  'cloud_watch_logs_group_arn',
  'advanced_event_selector',
];

const managed: Readonly<Record<string, string>> = {
  common: 'AWSManagedRulesCommonRuleSet',
  'known-bad-inputs': 'AWSManagedRulesKnownBadInputsRuleSet',
  'sql-injection': 'AWSManagedRulesSQLiRuleSet',
  'ip-reputation': 'AWSManagedRulesAmazonIpReputationList',
};

function logGroups(prefix: string): string[] {
  return [
    ...fleets.flatMap((name) => [`${prefix}-${name}`, `${prefix}-${name}-system`]),
    ...['postgresql', 'upgrade'].map((log) => `/aws/rds/instance/${prefix}-db/${log}`),
    ...['engine-log', 'slow-log'].map((log) => `/aws/elasticache/${prefix}-cache/${log}`),
    `aws-waf-logs-${prefix}-edge-acl`,
    `/aws/vpc/${prefix}-main-flow-logs`,
    `/aws/ssm/${prefix}-patches`,
  ];
}
