import { render, resources, type Rendered } from '../support/render';

type Components = Record<string, Record<string, unknown>>;

const base = {
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

async function distribution(input: object = {}, others: Components = {}): Promise<Rendered> {
  return rendered({ bucket: { images: {} }, ...others, cdn: { edge: { uses: { images: 'serve' }, ...input } } });
}

const read = (layer: string, output: string) => `\${data.terraform_remote_state.${layer}.outputs.${output}}`;

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

  it('speaks TLS 1.3 alone where that is stated, with a certificate of its own', async () => {
    const own = { certificate: 'tls', hosts: { 'images.example.com': {} }, minimumTls: '1.3' };
    expect(resources(await distribution(own), 'aws_cloudfront_distribution')['edge']).toMatchObject({
      viewer_certificate: { minimum_protocol_version: 'TLSv1.3_2025' },
    });
    const bare = { bucket: { images: {} }, cdn: { edge: { uses: { images: 'serve' }, minimumTls: '1.3' } } };
    expect(await refusals(bare)).toEqual(['cdn/tls-without-certificate /cdn/edge/minimumTls']);
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
