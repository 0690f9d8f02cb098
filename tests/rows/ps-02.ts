import { fromLayer, host, made } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

export const ps02: Row = {
  id: 'PS-02',
  title: 'Load balancer on 443 with a certificate of ACM, a redirect on 80, targets on 8000, an alias in Route 53',
  states: {
    'the load balancer is on the internet, in both public subnets': (output) => {
      const alb = made(output, 'platform', 'aws_lb.alb');
      expect(pick(alb, ['internal', 'load_balancer_type', 'subnets'])).toEqual({
        internal: false,
        load_balancer_type: 'application',
        subnets: [0, 1].map((index) => fromLayer('foundation', `main_public_subnet_ids[${index}]`)),
      });
    },
    'it listens on 443 with TLS 1.2 or newer, under the certificate of api.profitsentinel.ai': (output) => {
      const listener = made(output, 'platform', 'aws_lb_listener.alb');
      expect(pick(listener, ['load_balancer_arn', 'port', 'protocol', 'ssl_policy', 'certificate_arn'])).toEqual({
        load_balancer_arn: '${aws_lb.alb.arn}',
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        certificate_arn: fromLayer('foundation', 'api_arn'),
      });
      const exported = output.blocks('profit-sentinel-gpu-prod-foundation', 'output')['api_arn'];
      expect(at(exported, 'value')).toBe('${aws_acm_certificate_validation.api.certificate_arn}');
      const certificate = made(output, 'foundation', 'aws_acm_certificate.api');
      expect(pick(certificate, ['domain_name', 'validation_method'])).toEqual({
        domain_name: host,
        validation_method: 'DNS',
      });
    },
    'port 80 redirects to 443': (output) => {
      const listener = made(output, 'platform', 'aws_lb_listener.alb_http');
      expect([listener['port'], listener['protocol'], list(listener['default_action'])]).toEqual([
        80,
        'HTTP',
        [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' } }],
      ]);
    },
    'the API and its health check reach the instances, anything else gets 404': (output) => {
      const rule = made(output, 'platform', 'aws_lb_listener_rule.gpu_api_entrance_main');
      expect(pick(rule, ['listener_arn', 'action', 'condition'])).toEqual({
        listener_arn: '${aws_lb_listener.alb.arn}',
        action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.gpu_api_entrance_main.arn}' }],
        condition: [{ host_header: { values: [host] } }, { path_pattern: { values: ['/health', '/v1/*'] } }],
      });
      const other = at(made(output, 'platform', 'aws_lb_listener.alb'), 'default_action', 0);
      expect([at(other, 'type'), at(other, 'fixed_response', 'status_code')]).toEqual(['fixed-response', '404']);
    },
    'targets are asked by HTTP on 8000, for /health, every 30 seconds': (output) => {
      const target = made(output, 'platform', 'aws_lb_target_group.gpu_api_entrance_main');
      expect(pick(target, ['port', 'protocol', 'target_type'])).toEqual({
        port: 8000,
        protocol: 'HTTP',
        target_type: 'instance',
      });
      expect(pick(target['health_check'], ['path', 'interval', 'protocol', 'matcher'])).toEqual({
        path: '/health',
        interval: 30,
        protocol: 'HTTP',
        matcher: '200',
      });
    },
    'api.profitsentinel.ai points at it, in the zone profitsentinel.ai': (output) => {
      expect(made(output, 'platform', 'aws_route53_record.alb_host_api_profitsentinel_ai')).toEqual({
        name: host,
        type: 'A',
        zone_id: fromLayer('foundation', 'profitsentinel_zone_id'),
        alias: { name: '${aws_lb.alb.dns_name}', zone_id: '${aws_lb.alb.zone_id}', evaluate_target_health: true },
      });
      expect(made(output, 'foundation', 'aws_route53_zone.profitsentinel')['name']).toBe('profitsentinel.ai');
    },
  },
};
