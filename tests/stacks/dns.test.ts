import { render, resources, type Rendered } from '../support/render';

const zone = { main: { domain: 'example.com' } };

async function rendered(components: Record<string, Record<string, unknown>>): Promise<Rendered> {
  return render({ components });
}

/** Ids of the constraints that refuse the input, and where. */
async function refusals(components: Record<string, Record<string, unknown>>): Promise<string[]> {
  const { findings } = await rendered(components);
  return findings.map(
    ({ message, at }) => `${/\((.*)\)$/.exec(message)?.[1] ?? message} ${at.file.replace(/^.*#\/components/, '')}`,
  );
}

function outputs(result: Rendered, layer = 'foundation'): Record<string, { value: unknown }> {
  return result.files[`workspaces/acme-test-${layer}/_outputs.tf.json`]?.['output'] as never;
}

describe('a zone', () => {
  it('is kept, and tells its four name servers', async () => {
    const result = await rendered({ zone });
    expect(resources(result, 'aws_route53_zone')['main']).toMatchObject({
      name: 'example.com',
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(outputs(result)['main_name_servers']?.value).toHaveLength(4);
  });

  it('may go where that is said', async () => {
    const result = await rendered({ zone: { main: { domain: 'example.com', protect: false } } });
    expect(resources(result, 'aws_route53_zone')['main']).not.toHaveProperty('lifecycle');
  });

  it('may be there already', async () => {
    const result = await rendered({ zone: { main: { domain: 'example.com', existing: true } } });
    expect(resources(result, 'aws_route53_zone')).toEqual({});
    expect(outputs(result)['main_zone_id']?.value).toBe('${data.aws_route53_zone.main.zone_id}');
  });

  it('is pointed at by the zone above', async () => {
    const result = await rendered({ zone: { ...zone, dev: { domain: 'dev.example.com', parent: 'main' } } });
    expect(resources(result, 'aws_route53_record')['dev_delegation']).toMatchObject({
      zone_id: '${aws_route53_zone.main.zone_id}',
      name: 'dev.example.com',
      type: 'NS',
    });
  });

  it('is below the zone above', async () => {
    const other = { domain: 'dev.example.org', parent: 'main' };
    expect(await refusals({ zone: { ...zone, dev: other } })).toEqual(['zone/outside-parent /zone/dev/parent']);
  });
});

describe('a certificate', () => {
  it('is proved by one record for a domain and the wildcard over it, and read once it is issued', async () => {
    const result = await rendered({
      zone,
      certificate: { edge: { domain: 'example.com', alternatives: ['*.example.com', 'api.dev.example.com'] } },
    });
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_acm_certificate')['edge']).toMatchObject({
      domain_name: 'example.com',
      subject_alternative_names: ['*.example.com', 'api.dev.example.com'],
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
    });
    const records = resources(result, 'aws_route53_record');
    expect(Object.keys(records)).toEqual(['edge_proof_example_com', 'edge_proof_api_dev_example_com']);
    expect(records['edge_proof_example_com']).toMatchObject({
      zone_id: '${aws_route53_zone.main.zone_id}',
      name: '${one([for option in aws_acm_certificate.edge.domain_validation_options : option.resource_record_name if option.domain_name == "example.com"])}',
      allow_overwrite: true,
    });
    expect(resources(result, 'aws_acm_certificate_validation')['edge']).toEqual({
      certificate_arn: '${aws_acm_certificate.edge.arn}',
      validation_record_fqdns: [
        '${aws_route53_record.edge_proof_example_com.fqdn}',
        '${aws_route53_record.edge_proof_api_dev_example_com.fqdn}',
      ],
    });
    expect(outputs(result)['edge_arn']?.value).toBe('${aws_acm_certificate_validation.edge.certificate_arn}');
  });

  it('may be in another region, for what takes it from there', async () => {
    const result = await rendered({ zone, certificate: { edge: { domain: 'example.com', region: 'dr' } } });
    expect(resources(result, 'aws_acm_certificate')['edge']).toMatchObject({ provider: 'aws.dr' });
    expect(resources(result, 'aws_acm_certificate_validation')['edge']).toMatchObject({ provider: 'aws.dr' });
    expect(resources(result, 'aws_route53_record')['edge_proof_example_com']).not.toHaveProperty('provider');
  });

  it('may be there already, with no zone in reach', async () => {
    const result = await rendered({ certificate: { edge: { domain: 'example.com', existing: true } } });
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_acm_certificate')).toEqual({});
    expect(outputs(result)['edge_arn']?.value).toBe('${data.aws_acm_certificate.edge.arn}');
  });

  it.each([
    [
      'needs a zone',
      { certificate: { edge: { domain: 'example.com' } } },
      ['certificate/zone-missing /certificate/edge'],
    ],
    [
      'has all its names in its zone',
      { zone, certificate: { edge: { domain: 'example.com', alternatives: ['*.example.org'] } } },
      ['certificate/name-outside-zone /certificate/edge/alternatives/0'],
    ],
    [
      'stands in a region that has a name',
      { zone, certificate: { edge: { domain: 'example.com', region: 'far' } } },
      ['certificate/unknown-region /certificate/edge/region'],
    ],
  ])('%s', async (_, components, expected) => {
    expect(await refusals(components)).toEqual(expected);
  });
});

describe('a record', () => {
  const text = { host: 'example.com', type: 'TXT', values: ['a'] };

  it('says what is stated', async () => {
    const result = await rendered({ zone, record: { proof: text } });
    expect(resources(result, 'aws_route53_record')['proof']).toEqual({
      zone_id: expect.stringContaining('zone_id') as unknown,
      name: 'example.com',
      type: 'TXT',
      ttl: 300,
      records: ['a'],
    });
  });

  it('says a long text in several pieces, which resolvers put together again', async () => {
    const [first, second] = ['a'.repeat(255), 'b'.repeat(10)];
    const key = { host: 'key.example.com', type: 'TXT', values: [`${first}${second}`, first] };
    const result = await rendered({ zone, record: { key } });
    expect(resources(result, 'aws_route53_record')['key']).toMatchObject({ records: [`${first}""${second}`, first] });
  });

  it('gives way to its secondary while its health check fails', async () => {
    const shared = { host: 'api.example.com', values: ['192.0.2.1'] };
    const result = await rendered({
      zone,
      record: {
        one: { ...shared, failover: 'primary', health: { path: '/health', intervalSeconds: 10 } },
        two: { ...shared, failover: 'secondary' },
      },
    });
    expect(resources(result, 'aws_route53_health_check')['one']).toMatchObject({
      fqdn: 'api.example.com',
      type: 'HTTPS',
      port: 443,
      resource_path: '/health',
      request_interval: 10,
      failure_threshold: 3,
    });
    expect(resources(result, 'aws_route53_record')['one']).toMatchObject({
      health_check_id: '${aws_route53_health_check.one.id}',
      failover_routing_policy: { type: 'PRIMARY' },
      set_identifier: 'test-one',
    });
    expect(resources(result, 'aws_route53_record')['two']).toMatchObject({
      failover_routing_policy: { type: 'SECONDARY' },
      set_identifier: 'test-two',
    });
  });

  it('may be weighted', async () => {
    const result = await rendered({ zone, record: { one: { ...text, weight: 10 } } });
    expect(resources(result, 'aws_route53_record')['one']).toMatchObject({ weighted_routing_policy: { weight: 10 } });
  });

  it.each([
    ['A', '192.0.2.1', 'lb.example.net'],
    ['A', '192.0.2.1', '2001:db8::1'],
    ['AAAA', '2001:db8::1', '192.0.2.1'],
    ['CNAME', 'lb.example.net', 'https://lb.example.net'],
    ['MX', '10 mail.example.com', 'mail.example.com'],
    ['SRV', '1 10 5269 xmpp.example.com', '1 10 70000 xmpp.example.com'],
    ['CAA', '0 issue "amazon.com"', 'amazon.com'],
  ])('of type %s has values such as %p, and none such as %p', async (type, right, wrong) => {
    const one = (value: string) => ({ zone, record: { one: { host: 'a.example.com', type, values: [value] } } });
    expect(await refusals(one(right))).toEqual([]);
    expect(await refusals(one(wrong))).toEqual(['record/value-of-another-type /record/one/values/0']);
  });

  it.each([
    ['neither alias nor values', { host: 'example.com' }, 'record/one-target /record/one'],
    [
      'a host name as an address',
      { host: 'a.example.com', type: 'A', values: ['192.0.2.1', 'b.example.com'] },
      'record/value-of-another-type /record/one/values/1',
    ],
    ['a host of another zone', { ...text, host: 'example.org' }, 'record/host-outside-zone /record/one/host'],
    ['a CNAME at the apex', { ...text, type: 'CNAME' }, 'record/cname-at-apex /record/one/type'],
    [
      'a CNAME with two values',
      { host: 'a.example.com', type: 'CNAME', values: ['b.example.com', 'c.example.com'] },
      'record/cname-at-apex /record/one/values',
    ],
    [
      'a primary that is always healthy',
      { ...text, failover: 'primary' },
      'record/failover-without-health /record/one/failover',
    ],
    [
      'failover and weight',
      { ...text, failover: 'secondary', weight: 1 },
      'record/two-routing-policies /record/one/weight',
    ],
    [
      'the health of a wildcard',
      { ...text, host: '*.example.com', health: {} },
      'record/wildcard-without-host /record/one/health',
    ],
  ])('refuses %s', async (_, one, expected) => {
    expect(await refusals({ zone, record: { one } })).toEqual([expected]);
  });
});

describe('a name below a domain that its zone leaves to another', () => {
  const zones = {
    parent: { domain: 'tix.example', existing: true },
    public: { domain: 'staging.tix.example', parent: 'parent' },
  };
  const record = (host: string, zone: string, type = 'A') => ({
    record: { one: { host, zone, type, values: [type === 'A' ? '192.0.2.1' : 'ns.example.net'] } },
  });

  it.each<[string, Record<string, Record<string, unknown>>, string]>([
    ['a record', record('help.staging.tix.example', 'parent'), 'record/host-outside-zone /record/one/host'],
    [
      'a record of that domain itself',
      record('staging.tix.example', 'parent'),
      'record/host-outside-zone /record/one/host',
    ],
    ['a wildcard', record('*.staging.tix.example', 'parent'), 'record/host-outside-zone /record/one/host'],
    [
      'a certificate',
      { certificate: { edge: { domain: 'staging.tix.example', zone: 'parent' } } },
      'certificate/name-outside-zone /certificate/edge/domain',
    ],
  ])('is refused, since nobody would ask that zone for it: %s', async (_, components, refusal) => {
    const all = { zone: zones, ...components };
    expect(await refusals(all)).toEqual([refusal]);
    expect((await rendered(all)).findings.map(({ fix }) => fix)).toEqual(['state `zone: public`']);
  });

  it('belongs to the last of several zones that are left to one another', async () => {
    const deep = { domain: 'eu.staging.tix.example', parent: 'public' };
    const { findings } = await rendered({ zone: { ...zones, deep }, ...record('a.eu.staging.tix.example', 'parent') });
    expect(findings.map(({ fix }) => fix)).toEqual(['state `zone: deep`']);
  });

  it('is told of a certificate with names in both that it takes two', async () => {
    const edge = { domain: 'tix.example', alternatives: ['help.staging.tix.example'], zone: 'parent' };
    const { findings } = await rendered({ zone: zones, certificate: { edge } });
    expect(findings.map(({ fix }) => fix)).toEqual(['use a certificate for each zone']);
  });

  it.each([
    ['in the zone that has it', zones, record('help.staging.tix.example', 'public')],
    ['beside that domain', zones, record('staging2.tix.example', 'parent')],
    ['a delegation by hand', zones, record('far.staging.tix.example', 'parent', 'NS')],
    [
      'where the other zone is not pointed at yet',
      { ...zones, public: { domain: 'staging.tix.example' } },
      record('help.staging.tix.example', 'parent'),
    ],
  ])('is no mistake %s', async (_, zone, components) => {
    expect(await refusals({ zone, ...components })).toEqual([]);
  });
});
