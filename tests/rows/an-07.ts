import { colours, eachSize, foundation, subnetsOf } from './accunode';
import type { Row } from './row';
import { at, list, pick } from './values';

export const an07: Row = {
  id: 'AN-07',
  title: 'Load balancer with TLS and path routing; blue and green by weights, within the cap',
  states: {
    'the load balancer of each size stands in both public subnets, open to the internet': (output) => {
      eachSize(({ name }, workspace) => {
        const balancers = Object.values(output.resources(workspace('platform'), 'aws_lb'));
        expect(
          balancers.map((each) => pick(each, ['name', 'load_balancer_type', 'internal', 'subnets', 'security_groups'])),
        ).toEqual([
          {
            name: `accunode-${name}-alb`,
            load_balancer_type: 'application',
            internal: false,
            subnets: subnetsOf('public'),
            security_groups: [foundation('alb_security_group_id')],
          },
        ]);
      });
    },
    'it speaks TLS 1.2 and newer with a certificate of the size’s own name, and redirects what comes without TLS': (
      output,
    ) => {
      eachSize(({ name }, workspace) => {
        const listener = output.resource(workspace('platform'), 'aws_lb_listener', 'alb');
        expect(pick(listener, ['port', 'protocol', 'ssl_policy', 'certificate_arn'])).toEqual({
          port: 443,
          protocol: 'HTTPS',
          ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          certificate_arn: foundation('edge_arn'),
        });
        const plain = output.resource(workspace('platform'), 'aws_lb_listener', 'alb_http');
        expect(pick(plain, ['port', 'protocol', 'default_action'])).toEqual({
          port: 80,
          protocol: 'HTTP',
          default_action: [{ redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' }, type: 'redirect' }],
        });
        const certificate = output.resource(workspace('foundation'), 'aws_acm_certificate', 'edge');
        expect(pick(certificate, ['domain_name', 'validation_method'])).toEqual({
          domain_name: `${name}.accunode.example`,
          validation_method: 'DNS',
        });
      });
    },
    'paths below /api, and /health, lead to the API; whatever else is asked for is not found': (output) => {
      eachSize(({ name }, workspace) => {
        const rules = Object.values(output.resources(workspace('platform'), 'aws_lb_listener_rule'));
        expect(rules.map((rule) => pick(rule, ['listener_arn', 'condition']))).toEqual([
          {
            listener_arn: '${aws_lb_listener.alb.arn}',
            condition: [
              { host_header: { values: [`${name}.accunode.example`] } },
              { path_pattern: { values: ['/api/*', '/health'] } },
            ],
          },
        ]);
        const [otherwise] = list(output.resource(workspace('platform'), 'aws_lb_listener', 'alb')['default_action']);
        expect([at(otherwise, 'type'), at(otherwise, 'fixed_response', 'status_code')]).toEqual([
          'fixed-response',
          '404',
        ]);
      });
    },
    'blue and green have a target group each, and requests go by weight: at present all to blue': (output) => {
      eachSize((_, workspace) => {
        const rule = output.resource(workspace('platform'), 'aws_lb_listener_rule', 'api_entrance_main');
        expect(rule['action']).toEqual([
          {
            forward: {
              target_group: [
                { arn: '${aws_lb_target_group.api_entrance_main_blue.arn}', weight: 100 },
                { arn: '${aws_lb_target_group.api_entrance_main_green.arn}', weight: 0 },
              ],
            },
            type: 'forward',
          },
        ]);
        for (const colour of colours) {
          const group = output.resource(workspace('platform'), 'aws_autoscaling_group', `api_${colour}`);
          expect(group['target_group_arns']).toEqual([`\${aws_lb_target_group.api_entrance_main_${colour}.arn}`]);
        }
      });
    },
    'the colour that stands by is empty, since a second full one would break the cap of four': (output) => {
      eachSize((_, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', 'api_green');
        expect(pick(group, ['min_size', 'desired_capacity', 'max_size'])).toEqual({
          min_size: 0,
          desired_capacity: 0,
          max_size: 0,
        });
      });
    },
    'no colour rolls out more instances than it has: an old one goes before a new one comes, and half of them stay': (
      output,
    ) => {
      eachSize((_, workspace) => {
        for (const colour of colours) {
          const group = output.resource(workspace('platform'), 'aws_autoscaling_group', `api_${colour}`);
          const refresh = at(group, 'instance_refresh');
          expect(at(refresh, 'strategy')).toBe('Rolling');
          expect(
            pick(at(refresh, 'preferences'), ['min_healthy_percentage', 'max_healthy_percentage', 'auto_rollback']),
          ).toEqual({ min_healthy_percentage: 50, max_healthy_percentage: 100, auto_rollback: false });
          expect(group['instance_maintenance_policy']).toEqual({
            min_healthy_percentage: 50,
            max_healthy_percentage: 100,
          });
        }
      });
    },
    'a workflow changes the weight of a colour, and nothing but a weight': (output) => {
      eachSize(({ name }) => {
        const job = at(output.file(`.github/workflows/accunode-set-${name}.yml`), 'jobs', 'deploy');
        const [first] = list(at(job, 'steps'));
        const script = at(first, 'run');
        expect(script).toBe(weightScript);
        const commit = output.seek(() =>
          list(at(job, 'steps')).find((step) => at(step, 'env', 'VALUE_PATH') !== undefined),
        );
        expect(at(commit, 'env', 'ENVIRONMENT')).toBe(`accunode/${name}`);
      });
    },
  },
};

const weightScript = `case "$VALUE" in
  blue) path='api.colours.blue.weight' pattern='[0-9]{1,3}' ;;
  green) path='api.colours.green.weight' pattern='[0-9]{1,3}' ;;
  *)
    echo "::error title=unknown value::$VALUE is not one of: blue, green"
    exit 1
    ;;
esac
if ! [[ $TO =~ ^($pattern)$ ]]; then
  echo "::error title=refused value::$VALUE becomes nothing but $pattern, not $TO"
  exit 1
fi
echo "path=$path" >> "$GITHUB_OUTPUT"
`;
