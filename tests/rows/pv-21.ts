import { environments, hosts, services, subnetsOf } from './pingvas';
import type { Row } from './row';
import { at, list, pick, stateOf } from './values';

const foundation = 'pingvas-shared-foundation';
const platform = 'pingvas-shared-platform';
const paths: Readonly<Record<string, readonly string[]>> = {
  'user-service': ['/api/users', '/api/users/*', '/api/auth/*'],
  'payment-service': ['/api/payments', '/api/payments/*', '/api/webhooks/lemon-squeezy'],
  'generation-service': ['/api/generations', '/api/generations/*'],
  'gallery-service': ['/api/gallery', '/api/gallery/*'],
  'model-service': ['/api/models', '/api/models/*'],
};

export const pv21: Row = {
  id: 'PV-21',
  title: 'Edge: names, certificate, TLS 1.3, hosts of dev and prod with the paths of five services',
  states: {
    'both hosts lead to the load balancer': (output) => {
      expect(output.resource(foundation, 'aws_route53_zone', 'pingvas')['name']).toBe('pingvas.studio');
      for (const host of Object.values(hosts)) {
        const record = output.resource(platform, 'aws_route53_record', `alb_host_${host.replaceAll('.', '_')}`);
        expect(pick(record, ['name', 'type', 'zone_id', 'alias'])).toEqual({
          name: host,
          type: 'A',
          zone_id: stateOf('foundation', 'pingvas_zone_id'),
          alias: {
            name: '${aws_lb.alb.dns_name}',
            zone_id: '${aws_lb.alb.zone_id}',
            evaluate_target_health: true,
          },
        });
      }
    },
    'one certificate is for the domain and all its names, proven by DNS': (output) => {
      const certificate = output.resource(foundation, 'aws_acm_certificate', 'edge');
      expect(certificate['domain_name']).toBe('pingvas.studio');
      expect([...list(certificate['subject_alternative_names'])]).toEqual(['*.pingvas.studio']);
      expect(certificate['validation_method']).toBe('DNS');
      const proof = output.resource(foundation, 'aws_acm_certificate_validation', 'edge');
      expect(proof['certificate_arn']).toBe('${aws_acm_certificate.edge.arn}');
    },
    'a rollout waits until the load balancer, too, has found the new pods healthy': (output) => {
      for (const environment of environments)
        expect(
          at(
            output.manifest('Namespace', environment),
            'metadata',
            'labels',
            'elbv2.k8s.aws/pod-readiness-gate-inject',
          ),
        ).toBe('enabled');
    },
    'port 443 speaks TLS 1.3 alone, with that certificate': (output) => {
      const listener = output.resource(platform, 'aws_lb_listener', 'alb');
      expect(pick(listener, ['port', 'protocol', 'ssl_policy', 'certificate_arn'])).toEqual({
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
        certificate_arn: stateOf('foundation', 'edge_arn'),
      });
    },
    'port 80 redirects to 443': (output) => {
      const listener = output.resource(platform, 'aws_lb_listener', 'alb_http');
      expect(pick(listener, ['port', 'protocol', 'default_action'])).toEqual({
        port: 80,
        protocol: 'HTTP',
        default_action: [{ redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' }, type: 'redirect' }],
      });
    },
    'the load balancer is open to the internet, in the public subnets of three zones': (output) => {
      const balancer = output.resource(platform, 'aws_lb', 'alb');
      expect(balancer['load_balancer_type']).toBe('application');
      expect(balancer['internal']).toBe(false);
      expect([...list(balancer['subnets'])]).toEqual(subnetsOf('foundation', 'public'));
    },
    'each host leads the paths of the five services to their pods': (output) => {
      eachService(({ environment, id, name, port, workspace }) => {
        const rule = output.resource(workspace, 'aws_lb_listener_rule', id);
        expect(rule['listener_arn']).toBe(stateOf('shared_platform', 'alb_listener_arn'));
        expect(rule['condition']).toEqual([
          { host_header: { values: [hosts[environment]] } },
          { path_pattern: { values: paths[name] } },
        ]);
        expect(rule['action']).toEqual([{ target_group_arn: `\${aws_lb_target_group.${id}.arn}`, type: 'forward' }]);
        const binding = output.manifest('TargetGroupBinding', name, environment);
        expect(binding['spec']).toEqual({
          serviceRef: { name, port },
          targetGroupName: `pingvas-${environment}-${name}`,
          targetType: 'ip',
        });
      });
    },
    'a pod gets requests while /health answers 200': (output) => {
      eachService(({ environment, id, name, port, workspace }) => {
        const group = output.resource(workspace, 'aws_lb_target_group', id);
        expect(pick(group, ['name', 'port', 'protocol', 'target_type', 'health_check'])).toEqual({
          name: `pingvas-${environment}-${name}`,
          port,
          protocol: 'HTTP',
          target_type: 'ip',
          health_check: {
            healthy_threshold: 2,
            interval: 30,
            matcher: '200',
            path: '/health',
            protocol: 'HTTP',
            timeout: 5,
            unhealthy_threshold: 3,
          },
        });
      });
    },
    'every request is logged to pingvas-logs-shared': (output) => {
      const balancer = output.resource(platform, 'aws_lb', 'alb');
      expect(balancer['access_logs']).toEqual({
        bucket: '${aws_s3_bucket_policy.logs.bucket}',
        enabled: true,
        prefix: 'alb',
      });
      expect(output.resource('pingvas-shared-data', 'aws_s3_bucket', 'logs')['bucket']).toBe('pingvas-logs-shared');
      const policy = output.blocks(platform, 'data', 'aws_iam_policy_document')['logs'];
      const delivery = output.seek(() => list(at(policy, 'statement')).find((each) => at(each, 'sid') === 'LogsOfAlb'));
      expect(delivery).toEqual({
        actions: ['s3:PutObject'],
        effect: 'Allow',
        principals: [{ identifiers: ['logdelivery.elasticloadbalancing.amazonaws.com'], type: 'Service' }],
        resources: ['arn:aws:s3:::pingvas-logs-shared/alb/AWSLogs/111122223333/*'],
        sid: 'LogsOfAlb',
      });
    },
  },
};

function eachService(
  check: (service: {
    readonly environment: (typeof environments)[number];
    readonly id: string;
    readonly name: string;
    readonly port: number;
    readonly workspace: string;
  }) => void,
): void {
  for (const environment of environments) {
    for (const [name, port] of Object.entries(services)) {
      const id = `${name.replaceAll('-', '_')}_entrance_main`;
      check({ environment, id, name, port, workspace: `pingvas-${environment}-platform` });
    }
  }
}
