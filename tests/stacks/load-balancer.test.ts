import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, render, resources, type Rendered } from '../support/render';

type Components = Record<string, Record<string, unknown>>;

const base = {
  network: {
    main: {
      cidr: '10.0.0.0/16',
      zones: {
        'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
        'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
      },
    },
  },
  zone: { dns: { domain: 'example.com' } },
  certificate: { tls: { domain: 'example.com', alternatives: ['*.example.com'] } },
};

async function rendered(components: Components): Promise<Rendered> {
  return render({ components: { ...base, ...components } });
}

/** Ids of the constraints that refuse the input, and where. */
async function refusals(components: Components): Promise<string[]> {
  const { findings } = await rendered(components);
  return findings.map(
    ({ message, at }) => `${/\((.*)\)$/.exec(message)?.[1] ?? message} ${at.file.replace(/^.*#\/components/, '')}`,
  );
}

async function balancer(input: object = {}, others: Components = {}): Promise<Rendered> {
  return rendered({ ...others, 'load-balancer': { alb: input } });
}

const read = (layer: string, output: string) => `\${data.terraform_remote_state.${layer}.outputs.${output}}`;

describe('a load balancer', () => {
  let result: Rendered;

  beforeAll(async () => {
    result = await balancer({ hosts: { 'api.example.com': {}, 'example.com': {} } });
  });

  it('stands in the public subnets, keeps what is protected, and drops what is no proper HTTP', () => {
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_lb')['alb']).toMatchObject({
      name: 'acme-test-alb',
      internal: false,
      load_balancer_type: 'application',
      security_groups: [read('foundation', 'alb_security_group_id')],
      subnets: [0, 1].map(
        (index) => `\${data.terraform_remote_state.foundation.outputs.main_public_subnet_ids[${index}]}`,
      ),
      drop_invalid_header_fields: true,
      enable_deletion_protection: true,
      idle_timeout: 60,
    });
  });

  it('lets everybody to 80 and 443, and nothing out', () => {
    expect(resources(result, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      alb_http: { cidr_ipv4: '0.0.0.0/0', from_port: 80, to_port: 80, ip_protocol: 'tcp' },
      alb_https: { cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443, ip_protocol: 'tcp' },
    });
    expect(resources(result, 'aws_vpc_security_group_egress_rule')).toEqual({});
  });

  it('speaks TLS 1.3 on 443 with the certificate, and answers 404 where no rule matches', () => {
    expect(resources(result, 'aws_lb_listener')['alb']).toMatchObject({
      port: 443,
      protocol: 'HTTPS',
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      certificate_arn: read('foundation', 'tls_arn'),
      default_action: [{ type: 'fixed-response', fixed_response: { status_code: '404' } }],
    });
  });

  it('redirects 80 to 443', () => {
    expect(resources(result, 'aws_lb_listener')['alb_http']).toMatchObject({
      port: 80,
      protocol: 'HTTP',
      default_action: [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' } }],
    });
  });

  it('is pointed at by an alias record for each host', () => {
    expect(resources(result, 'aws_route53_record')['alb_host_api_example_com']).toEqual({
      zone_id: read('foundation', 'dns_zone_id'),
      name: 'api.example.com',
      type: 'A',
      alias: {
        name: '${aws_lb.alb.dns_name}',
        zone_id: '${aws_lb.alb.zone_id}',
        evaluate_target_health: true,
      },
    });
  });

  it('speaks nothing older than TLS 1.3 where that is said', async () => {
    const strict = await balancer({ minimumTls: '1.3' });
    expect(resources(strict, 'aws_lb_listener')['alb']).toMatchObject({
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    });
  });

  it('is reached from the network alone where it is internal, or from stated networks', async () => {
    const internal = await balancer({ scheme: 'internal' });
    expect(resources(internal, 'aws_lb')['alb']).toMatchObject({ internal: true });
    expect(JSON.stringify(resources(internal, 'aws_lb'))).toContain('main_private_subnet_ids');
    expect(resources(internal, 'aws_vpc_security_group_ingress_rule')['alb_https']).toMatchObject({
      cidr_ipv4: '10.0.0.0/16',
    });
    const office = await balancer({ allowFrom: ['198.51.100.0/24', '203.0.113.0/24'] });
    expect(resources(office, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      alb_https: { cidr_ipv4: '198.51.100.0/24' },
      alb_https_2: { cidr_ipv4: '203.0.113.0/24' },
    });
  });

  it('writes access logs into the bucket that it uses for them, once the policy of the bucket lets it', async () => {
    const logging = await balancer({ uses: { logs: 'deliver-logs' } }, { bucket: { logs: {} } });
    expect(resources(logging, 'aws_lb')['alb']).toMatchObject({
      access_logs: { bucket: '${aws_s3_bucket_policy.logs.bucket}', prefix: 'alb', enabled: true },
    });
    const policy = logging.files['workspaces/acme-test-platform/logs.tf.json'] as Record<
      string,
      Record<string, JsonObject>
    >;
    expect(policy['data']?.['aws_iam_policy_document']?.['logs']).toMatchObject({
      statement: [
        { sid: 'TlsOnly' },
        {
          sid: 'LogsOfAlb',
          actions: ['s3:PutObject'],
          resources: ['arn:aws:s3:::acme-test-logs/alb/AWSLogs/111122223333/*'],
          principals: [{ identifiers: ['logdelivery.elasticloadbalancing.amazonaws.com'] }],
        },
      ],
    });
  });

  it('is judged by a web ACL', async () => {
    const guarded = await balancer({ webAcl: 'acl' }, { 'web-acl': { acl: {} } });
    expect(resources(guarded, 'aws_wafv2_web_acl_association')['alb']).toEqual({
      resource_arn: '${aws_lb.alb.arn}',
      web_acl_arn: read('foundation', 'acl_arn'),
    });
  });

  it('may be there already', async () => {
    const existing = { name: 'shared', securityGroupId: 'sg-0a1b2c3d' };
    const found = await balancer({ existing, hosts: { 'api.example.com': {} } });
    expect(found.findings).toEqual([]);
    expect(resources(found, 'aws_lb')).toEqual({});
    expect(resources(found, 'aws_lb_listener')).toEqual({});
    expect(resources(found, 'aws_security_group')).toEqual({});
    expect(resources(found, 'aws_route53_record')['alb_host_api_example_com']).toMatchObject({
      alias: { name: '${data.aws_lb.alb.dns_name}' },
    });
    expect(JSON.stringify(found.files['workspaces/acme-test-platform/_outputs.tf.json'])).toContain(
      '${data.aws_lb_listener.alb.arn}',
    );
  });

  it('is what a record points at', async () => {
    const named = await balancer(
      {},
      { record: { api: { host: 'api.example.com', alias: 'alb', failover: 'primary' } } },
    );
    expect(resources(named, 'aws_route53_record')['api']).toMatchObject({
      type: 'A',
      alias: { name: '${aws_lb.alb.dns_name}', evaluate_target_health: true },
      failover_routing_policy: { type: 'PRIMARY' },
    });
    expect(resources(named, 'aws_route53_record')).not.toHaveProperty('api_ipv6');
  });

  it.each([
    ['no certificate', { certificate: {} }, {}, 'certificate-missing /load-balancer/alb'],
    [
      'a host of another zone',
      {},
      { hosts: { 'example.org': {} } },
      'host-outside-zone /load-balancer/alb/hosts/example.org',
    ],
    [
      'a certificate of another region',
      { certificate: { tls: { domain: 'example.com', region: 'dr' } } },
      {},
      'region-of-certificate /load-balancer/alb/certificate',
    ],
    [
      'a host that the certificate is not for',
      {},
      { hosts: { 'a.b.example.com': {} } },
      'host-without-certificate /load-balancer/alb/hosts/a.b.example.com',
    ],
    [
      'a web ACL of CloudFront',
      { 'web-acl': { acl: { scope: 'cloudfront' } } },
      { webAcl: 'acl' },
      'web-acl-scope /load-balancer/alb/webAcl',
    ],
    [
      'a web ACL for one that is left as it is',
      { 'web-acl': { acl: {} } },
      { webAcl: 'acl', existing: { name: 'shared', securityGroupId: 'sg-0a1b2c3d' } },
      'existing-left-as-it-is /load-balancer/alb/webAcl',
    ],
    [
      'two buckets for logs',
      { bucket: { one: {}, two: {} } },
      { uses: { one: 'deliver-logs', two: 'deliver-logs' } },
      'logs-of-another-environment /load-balancer/alb/uses/two',
    ],
  ] as [string, Components, object, string][])('refuses %s', async (...[, others, alb, expected]) => {
    const refused = await refusals({ ...others, 'load-balancer': { alb } });
    expect(refused).toContain(`load-balancer/${expected}`);
  });

  it('refuses a network of one zone, and one without public subnets', async () => {
    const network = (zones: object) => ({ network: { main: { cidr: '10.0.0.0/16', natGateways: 'none', zones } } });
    const one = network({ 'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' } });
    const shut = network({ 'us-east-1a': { private: '10.0.1.0/24' }, 'us-east-1b': { private: '10.0.2.0/24' } });
    const expected = ['load-balancer/two-zones /load-balancer/alb/network'];
    expect(await refusals({ ...one, 'load-balancer': { alb: {} } })).toEqual(expected);
    expect(await refusals({ ...shut, 'load-balancer': { alb: {} } })).toEqual(expected);
    expect(await refusals({ ...shut, 'load-balancer': { alb: { scheme: 'internal' } } })).toEqual([]);
  });

  it('refuses a bucket of another environment for its logs', async () => {
    const shared = await render({ name: 'shared', components: { bucket: { logs: {} } } });
    const { findings } = await render({
      base: shared.environment,
      components: { ...base, 'load-balancer': { alb: { uses: { logs: 'deliver-logs' } } } },
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'logs belongs to shared (load-balancer/logs-of-another-environment)',
    ]);
  });
});

describe('the way in from a load balancer to a service', () => {
  const cluster = { eks: { version: '1.35', servicePorts: { from: 8001, to: 8005 } } };
  const expose = { main: { paths: ['/api/users', '/api/users/*'] } };

  async function exposed(alb: object, more: object = {}): Promise<Rendered> {
    return render({
      components: {
        ...base,
        cluster,
        namespace: { apps: { hosts: ['app.example.com'] } },
        'load-balancer': { alb: { hosts: { 'app.example.com': {} }, uses: { eks: 'services' }, ...alb } },
        service: { users: { port: 8001, expose, ...more } },
      },
      images: { users: { repository: 'registry.example/users', tag: 'v1' } },
      bindings: {
        eks: { securityGroupId: 'sg-nodes', clusterSecurityGroupId: 'sg-cluster', endpoint: 'https://eks.example' },
      },
    });
  }

  it('is open from the group of the load balancer to that of the nodes, on the ports of services alone', async () => {
    const result = await exposed({});
    expect(result.findings).toEqual([]);
    const range = { ip_protocol: 'tcp', from_port: 8001, to_port: 8005 };
    const egress = Object.values(resources(result, 'aws_vpc_security_group_egress_rule'));
    expect(egress.filter((rule) => rule['security_group_id'] === read('foundation', 'alb_security_group_id'))).toEqual([
      expect.objectContaining({ ...range, referenced_security_group_id: read('foundation', 'eks_security_group_id') }),
    ]);
    const ingress = Object.values(resources(result, 'aws_vpc_security_group_ingress_rule'));
    expect(ingress).toContainEqual(
      expect.objectContaining({
        ...range,
        security_group_id: read('foundation', 'eks_security_group_id'),
        referenced_security_group_id: read('foundation', 'alb_security_group_id'),
      }),
    );
  });

  it('goes by the host of the namespace and the paths of the service', async () => {
    const result = await exposed({});
    expect(Object.values(resources(result, 'aws_lb_listener_rule'))).toEqual([
      expect.objectContaining({
        listener_arn: '${aws_lb_listener.alb.arn}',
        condition: [
          { host_header: { values: ['app.example.com'] } },
          { path_pattern: { values: ['/api/users', '/api/users/*'] } },
        ],
      }),
    ]);
    expect(Object.values(resources(result, 'aws_lb_target_group'))).toEqual([
      expect.objectContaining({
        port: 8001,
        target_type: 'ip',
        health_check: expect.objectContaining({ path: '/health', interval: 30, timeout: 5 }) as unknown,
      }),
    ]);
  });

  it('keeps its target group where the port of the pods changes: each is registered with its own', async () => {
    const [group] = Object.values(resources(await exposed({}), 'aws_lb_target_group'));
    expect(group?.['lifecycle']).toEqual({ create_before_destroy: true, ignore_changes: ['port'] });
  });

  it('lets the subnets of the load balancer in, which are private for an internal one', async () => {
    const cidrs = (result: Rendered) => {
      const policy = manifest(result, 'NetworkPolicy', 'users')['spec'] as {
        ingress: { from: { ipBlock: { cidr: string } }[] }[];
      };
      return policy.ingress.flatMap(({ from }) => from.map(({ ipBlock }) => ipBlock.cidr));
    };
    expect(cidrs(await exposed({}))).toEqual(['10.0.1.0/24', '10.0.2.0/24']);
    expect(cidrs(await exposed({ scheme: 'internal' }))).toEqual(['10.0.11.0/24', '10.0.12.0/24']);
  });
});
