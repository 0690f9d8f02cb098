import type { JsonObject } from '../../schemas/primitives/artifact';
import { render, resources, type Rendered } from '../support/render';

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

async function distribution(input: object = {}, others: Components = {}): Promise<Rendered> {
  return rendered({ bucket: { images: {} }, ...others, cdn: { edge: { uses: { images: 'serve' }, ...input } } });
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

describe('a distribution', () => {
  it('serves its bucket over HTTPS alone, signed, compressed, with security headers', async () => {
    const result = await distribution();
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_cloudfront_origin_access_control')['edge']).toMatchObject({
      origin_access_control_origin_type: 's3',
      signing_behavior: 'always',
      signing_protocol: 'sigv4',
    });
    expect(resources(result, 'aws_cloudfront_distribution')['edge']).toMatchObject({
      enabled: true,
      is_ipv6_enabled: true,
      http_version: 'http2and3',
      price_class: 'PriceClass_100',
      origin: [
        {
          origin_id: 'images',
          domain_name: 'acme-test-images.s3.us-east-1.amazonaws.com',
          origin_access_control_id: '${aws_cloudfront_origin_access_control.edge.id}',
        },
      ],
      default_cache_behavior: {
        target_origin_id: 'images',
        viewer_protocol_policy: 'redirect-to-https',
        allowed_methods: ['GET', 'HEAD'],
        compress: true,
        cache_policy_id: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        response_headers_policy_id: '67f7725c-6f97-4210-82d7-5512b31e9d03',
      },
      restrictions: { geo_restriction: { restriction_type: 'none' } },
      viewer_certificate: { cloudfront_default_certificate: true },
    });
  });

  it('has names of its own, with a certificate and TLS 1.2 or newer, for IPv4 and IPv6', async () => {
    const result = await distribution({ certificate: 'tls', hosts: { 'images.example.com': {} } });
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_cloudfront_distribution')['edge']).toMatchObject({
      aliases: ['images.example.com'],
      viewer_certificate: {
        acm_certificate_arn: read('foundation', 'tls_arn'),
        minimum_protocol_version: 'TLSv1.2_2021',
        ssl_support_method: 'sni-only',
      },
    });
    const records = resources(result, 'aws_route53_record');
    expect(records['edge_host_images_example_com']).toMatchObject({
      type: 'A',
      alias: { name: '${aws_cloudfront_distribution.edge.domain_name}', zone_id: 'Z2FDTNDATAQYW2' },
    });
    expect(records['edge_host_images_example_com_ipv6']).toMatchObject({ type: 'AAAA' });
  });

  it('sends paths to several buckets', async () => {
    const result = await distribution(
      {
        uses: { images: 'serve', site: 'serve' },
        defaultOrigin: 'site',
        rootObject: 'index.html',
        origins: {
          images: { paths: ['/images/*', '/thumbs/*'], cors: true, folder: '/public' },
          site: { cache: 'disabled' },
        },
      },
      { bucket: { images: {}, site: {} } },
    );
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_cloudfront_distribution')['edge']).toMatchObject({
      default_root_object: 'index.html',
      default_cache_behavior: {
        target_origin_id: 'site',
        cache_policy_id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        compress: false,
      },
      ordered_cache_behavior: ['/images/*', '/thumbs/*'].map((path_pattern) => ({
        path_pattern,
        target_origin_id: 'images',
        allowed_methods: ['GET', 'HEAD', 'OPTIONS'],
        response_headers_policy_id: 'e61eb60c-9c35-4d20-a928-2b84e02af89c',
      })),
      origin: [{ origin_id: 'images', origin_path: '/public' }, { origin_id: 'site' }],
    });
  });

  it('delivers its access logs into the bucket that it uses for them', async () => {
    const result = await distribution(
      { uses: { images: 'serve', logs: 'deliver-logs' } },
      { bucket: { images: {}, logs: {} } },
    );
    expect(resources(result, 'aws_cloudwatch_log_delivery_source')['edge']).toEqual({
      name: 'acme-test-edge',
      log_type: 'ACCESS_LOGS',
      resource_arn: '${aws_cloudfront_distribution.edge.arn}',
    });
    expect(resources(result, 'aws_cloudwatch_log_delivery_destination')['edge']).toMatchObject({
      delivery_destination_configuration: [
        { destination_resource_arn: 'arn:aws:s3:::${aws_s3_bucket_policy.logs.bucket}' },
      ],
    });
  });

  it('turns countries away, and is judged by a web ACL, where that is said', async () => {
    const result = await distribution(
      { blockedCountries: ['KP'], webAcl: 'acl' },
      { 'web-acl': { acl: { scope: 'cloudfront' } } },
    );
    expect(resources(result, 'aws_cloudfront_distribution')['edge']).toMatchObject({
      restrictions: { geo_restriction: { restriction_type: 'blacklist', locations: ['KP'] } },
      web_acl_id: read('foundation', 'acl_arn'),
    });
  });

  it.each([
    ['nothing to serve', {}, { uses: {} }, 'nothing-to-serve /cdn/edge'],
    ['origins that it does not use', {}, { origins: { other: {} } }, 'unused-origin /cdn/edge/origins/other'],
    ['an unknown default', {}, { defaultOrigin: 'other' }, 'unused-origin /cdn/edge/defaultOrigin'],
    [
      'several buckets without a default',
      { bucket: { images: {}, site: {} } },
      { uses: { images: 'serve', site: 'serve' } },
      'default-missing /cdn/edge',
    ],
    [
      'a bucket without a path',
      { bucket: { images: {}, site: {} } },
      { uses: { images: 'serve', site: 'serve' }, defaultOrigin: 'site' },
      'default-missing /cdn/edge/origins',
    ],
    [
      'one path for two buckets',
      { bucket: { images: {}, site: {} } },
      {
        uses: { images: 'serve', site: 'serve' },
        defaultOrigin: 'site',
        origins: { images: { paths: ['/a/*'] }, site: { paths: ['/a/*'] } },
      },
      'same-path-twice /cdn/edge/origins/site/paths/0',
    ],
    [
      'hosts without a certificate',
      {},
      { hosts: { 'a.example.com': {} } },
      'hosts-without-certificate /cdn/edge/hosts',
    ],
    ['a certificate without hosts', {}, { certificate: 'tls' }, 'hosts-without-certificate /cdn/edge/certificate'],
    [
      'a certificate of another region',
      { certificate: { tls: { domain: '*.example.com', region: 'dr' } } },
      { certificate: 'tls', hosts: { 'a.example.com': {} } },
      'hosts-without-certificate /cdn/edge/certificate',
    ],
    [
      'a host that the certificate is not for',
      {},
      { certificate: 'tls', hosts: { 'a.b.example.com': {} } },
      'hosts-without-certificate /cdn/edge/hosts/a.b.example.com',
    ],
    ['a regional web ACL', { 'web-acl': { acl: {} } }, { webAcl: 'acl' }, 'web-acl-scope /cdn/edge/webAcl'],
  ] as [string, Components, object, string][])('refuses %s', async (...[, others, edge, expected]) => {
    const components = { bucket: { images: {} }, ...others, cdn: { edge: { uses: { images: 'serve' }, ...edge } } };
    expect(await refusals(components)).toContain(`cdn/${expected}`);
  });

  it('refuses a host outside its zone', async () => {
    const others = { zone: { dns: { domain: 'example.com' }, other: { domain: 'example.org' } } };
    const edge = { certificate: 'tls', hosts: { 'a.example.com': { zone: 'other' } }, uses: { images: 'serve' } };
    const certificate = { tls: { ...base.certificate.tls, zone: 'dns' } };
    expect(await refusals({ ...others, certificate, bucket: { images: {} }, cdn: { edge } })).toEqual([
      'cdn/host-outside-zone /cdn/edge/hosts/a.example.com',
    ]);
  });

  it('refuses a bucket of another environment', async () => {
    const shared = await render({ name: 'shared', components: { bucket: { images: {} } } });
    const { findings } = await render({
      base: shared.environment,
      components: { cdn: { edge: { uses: { images: 'serve' } } } },
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'images belongs to shared (cdn/bucket-of-another-environment)',
    ]);
  });
});
