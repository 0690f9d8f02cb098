import fc from 'fast-check';
import { formatCidr, parseCidr, subnetAt } from '../../schemas/primitives/cidr';
import { render, resources, type Rendered } from '../support/render';

const zones = {
  'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
  'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
  'us-east-1c': { public: '10.0.3.0/24', private: '10.0.13.0/24' },
};

const existing = {
  vpcId: 'vpc-0a1b2c3d',
  zones: {
    'us-east-1a': { public: 'subnet-0a1b2c31', private: 'subnet-0a1b2c32', privateRouteTable: 'rtb-0a1b2c3a' },
    'us-east-1b': { public: 'subnet-0a1b2c33', private: 'subnet-0a1b2c34', privateRouteTable: 'rtb-0a1b2c3b' },
    'us-east-1c': { public: 'subnet-0a1b2c35', private: 'subnet-0a1b2c36', privateRouteTable: 'rtb-0a1b2c3c' },
  },
};

async function rendered(input: object = {}): Promise<Rendered> {
  return render({ components: { network: { main: { cidr: '10.0.0.0/16', zones, ...input } } } });
}

/** Ids of the constraints that refuse the input, and where. */
async function refusals(input: object): Promise<string[]> {
  const { findings } = await rendered(input);
  return findings.map(
    ({ code, message, at }) =>
      `${code} ${/\(network\/(.*)\)$/.exec(message)?.[1] ?? message} ${at.file.replace(/^.*#\/components\/network\/main/, '')}`,
  );
}

function outputs(result: Rendered): Record<string, { value: unknown }> {
  return result.files['workspaces/acme-test-foundation/_outputs.tf.json']?.['output'] as never;
}

describe('a network', () => {
  let result: Rendered;

  beforeAll(async () => {
    result = await rendered();
  });

  it('has a VPC whose names resolve, and subnets in each zone with the addresses that were stated', () => {
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_vpc')['main']).toMatchObject({
      cidr_block: '10.0.0.0/16',
      enable_dns_hostnames: true,
      enable_dns_support: true,
    });
    const subnets = Object.values(resources(result, 'aws_subnet'));
    expect(subnets.map((subnet) => [subnet['availability_zone'], subnet['cidr_block']])).toEqual([
      ['us-east-1a', '10.0.1.0/24'],
      ['us-east-1b', '10.0.2.0/24'],
      ['us-east-1c', '10.0.3.0/24'],
      ['us-east-1a', '10.0.11.0/24'],
      ['us-east-1b', '10.0.12.0/24'],
      ['us-east-1c', '10.0.13.0/24'],
    ]);
    expect(subnets.map((subnet) => subnet['map_public_ip_on_launch'])).not.toContain(true);
  });

  it('tags its subnets so that the load balancer controller and Karpenter find them', () => {
    const subnets = resources(result, 'aws_subnet');
    expect(subnets['main_public_us_east_1a']?.['tags']).toMatchObject({ 'kubernetes.io/role/elb': '1' });
    expect(subnets['main_private_us_east_1a']?.['tags']).toMatchObject({
      'kubernetes.io/role/internal-elb': '1',
      'karpenter.sh/discovery': 'acme-test-main',
    });
  });

  it('sends public subnets to the internet gateway and all private ones through the NAT gateway of the first zone', () => {
    const routes = resources(result, 'aws_route');
    expect(routes['main_public']).toMatchObject({
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: '${aws_internet_gateway.main.id}',
    });
    expect(Object.keys(resources(result, 'aws_nat_gateway'))).toEqual(['main_nat_us_east_1a']);
    for (const zone of ['a', 'b', 'c'])
      expect(routes[`main_private_us_east_1${zone}`]).toMatchObject({
        destination_cidr_block: '0.0.0.0/0',
        nat_gateway_id: '${aws_nat_gateway.main_nat_us_east_1a.id}',
      });
    expect(Object.keys(resources(result, 'aws_route_table_association'))).toHaveLength(6);
    expect(outputs(result)['main_nat_addresses']?.value).toEqual(['${aws_eip.main_nat_us_east_1a.public_ip}']);
  });

  it('reaches S3 without the NAT gateway', () => {
    expect(resources(result, 'aws_vpc_endpoint')).toEqual({
      main_endpoint_s3: expect.objectContaining({
        service_name: 'com.amazonaws.us-east-1.s3',
        vpc_endpoint_type: 'Gateway',
        route_table_ids: [
          '${aws_route_table.main_public.id}',
          '${aws_route_table.main_private_us_east_1a.id}',
          '${aws_route_table.main_private_us_east_1b.id}',
          '${aws_route_table.main_private_us_east_1c.id}',
        ],
      }) as unknown,
    });
  });

  it('leaves the default security group without a rule', () => {
    const group = resources(result, 'aws_default_security_group')['main'];
    expect(Object.keys(group ?? {}).sort()).toEqual(['tags', 'vpc_id']);
  });

  it('writes flow logs into a log group with a retention and a key that CloudWatch Logs alone may use for it', () => {
    expect(resources(result, 'aws_flow_log')['main']).toMatchObject({
      traffic_type: 'ALL',
      log_destination: '${aws_cloudwatch_log_group.main_flow_logs.arn}',
    });
    expect(resources(result, 'aws_cloudwatch_log_group')['main_flow_logs']).toEqual({
      name: '/aws/vpc/acme-test-main-flow-logs',
      retention_in_days: 90,
      kms_key_id: '${aws_kms_key.main_flow_logs.arn}',
    });
    expect(resources(result, 'aws_kms_key')['main_flow_logs']).toMatchObject({ enable_key_rotation: true });
    const documents = (
      result.files['workspaces/acme-test-foundation/main.tf.json']?.['data'] as Record<string, Record<string, unknown>>
    )['aws_iam_policy_document'];
    expect(JSON.stringify(documents?.['main_flow_logs'])).toContain(
      'arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/acme-test-main-flow-logs',
    );
  });

  it('exports ids of subnets in the order of its zones', () => {
    expect(outputs(result)['main_private_subnet_ids']?.value).toEqual([
      '${aws_subnet.main_private_us_east_1a.id}',
      '${aws_subnet.main_private_us_east_1b.id}',
      '${aws_subnet.main_private_us_east_1c.id}',
    ]);
  });
});

describe('the switches of a network', () => {
  it('give each zone a NAT gateway of its own', async () => {
    const result = await rendered({ natGateways: 'per-zone' });
    expect(resources(result, 'aws_route')['main_private_us_east_1c']).toMatchObject({
      nat_gateway_id: '${aws_nat_gateway.main_nat_us_east_1c.id}',
    });
    expect(Object.keys(resources(result, 'aws_nat_gateway'))).toHaveLength(3);
  });

  it('leave private subnets without a way out', async () => {
    const result = await rendered({ natGateways: 'none' });
    expect(Object.keys(resources(result, 'aws_route'))).toEqual(['main_public']);
    expect(resources(result, 'aws_eip')).toEqual({});
  });

  it('add data subnets whose route table has no route', async () => {
    const result = await rendered({
      zones: { 'us-east-1a': { ...zones['us-east-1a'], data: '10.0.21.0/24' } },
      gatewayEndpoints: ['s3', 'dynamodb'],
    });
    expect(resources(result, 'aws_route')).not.toHaveProperty('main_data');
    expect(resources(result, 'aws_route_table_association')['main_data_us_east_1a']).toMatchObject({
      route_table_id: '${aws_route_table.main_data.id}',
    });
    expect(Object.keys(resources(result, 'aws_vpc_endpoint'))).toEqual(['main_endpoint_s3', 'main_endpoint_dynamodb']);
  });

  it('add interface endpoints that the VPC alone reaches, on 443', async () => {
    const result = await rendered({ interfaceEndpoints: ['ecr.api'] });
    expect(resources(result, 'aws_vpc_endpoint')['main_endpoint_ecr_api']).toMatchObject({
      service_name: 'com.amazonaws.us-east-1.ecr.api',
      private_dns_enabled: true,
      security_group_ids: ['${aws_security_group.main.id}'],
    });
    expect(resources(result, 'aws_vpc_security_group_ingress_rule')).toEqual({
      main_endpoints: expect.objectContaining({ cidr_ipv4: '10.0.0.0/16', from_port: 443, to_port: 443 }) as unknown,
    });
  });

  it('keep no flow logs (role flow-logs), or keep them for another time with the key that AWS owns', async () => {
    const without = await rendered({ flowLogs: { enabled: false } });
    expect(resources(without, 'aws_cloudwatch_log_group')).toEqual({});
    const other = await rendered({ flowLogs: { retentionDays: 365, encryption: 'aws-owned-key', traffic: 'REJECT' } });
    expect(resources(other, 'aws_cloudwatch_log_group')['main_flow_logs']).toEqual({
      name: '/aws/vpc/acme-test-main-flow-logs',
      retention_in_days: 365,
    });
    expect(resources(other, 'aws_kms_key')).toEqual({});
  });

  it('put it into another region, by a provider of its own', async () => {
    const result = await rendered({
      region: 'dr',
      zones: { 'us-west-2a': { public: '10.0.1.0/24', private: '10.0.11.0/24' } },
      interfaceEndpoints: ['logs'],
    });
    expect(result.findings).toEqual([]);
    const content = result.files['workspaces/acme-test-foundation/main.tf.json'] as Record<string, unknown>;
    const made = Object.entries(content['resource'] as Record<string, Record<string, Record<string, unknown>>>);
    const global = ['aws_iam_role', 'aws_iam_role_policy'];
    for (const [type, byId] of made)
      for (const resource of Object.values(byId))
        expect([type, resource['provider']]).toEqual([type, global.includes(type) ? undefined : 'aws.dr']);
    expect(resources(result, 'aws_vpc_endpoint')['main_endpoint_s3']).toMatchObject({
      service_name: 'com.amazonaws.us-west-2.s3',
    });
  });
});

describe('a network that is there already', () => {
  it('creates nothing, and looks up what was described', async () => {
    const result = await rendered({ existing });
    expect(result.findings).toEqual([]);
    const content = result.files['workspaces/acme-test-foundation/main.tf.json'];
    expect(content).not.toHaveProperty('resource');
    expect(content?.['data']).toMatchObject({
      aws_vpc: {
        main: {
          id: 'vpc-0a1b2c3d',
          lifecycle: { postcondition: [{ condition: '${self.cidr_block == "10.0.0.0/16"}' }] },
        },
      },
      aws_subnet: {
        main_private_us_east_1b: {
          id: 'subnet-0a1b2c34',
          lifecycle: { postcondition: [{ condition: '${self.cidr_block == "10.0.12.0/24"}' }] },
        },
      },
    });
  });

  it('is found by its tags, and its subnets by their addresses, where no ids are stated', async () => {
    const result = await rendered({ existing: { tags: { Name: 'main' } } });
    expect(result.findings).toEqual([]);
    const content = result.files['workspaces/acme-test-foundation/main.tf.json'];
    expect(content).not.toHaveProperty('resource');
    expect(content?.['data']).toMatchObject({
      aws_vpc: { main: { tags: { Name: 'main' }, lifecycle: { postcondition: [{}] } } },
      aws_subnet: {
        main_private_us_east_1b: {
          cidr_block: '10.0.12.0/24',
          vpc_id: '${data.aws_vpc.main.id}',
          availability_zone: 'us-east-1b',
        },
      },
    });
    expect(outputs(result)['main_private_subnet_ids']?.value).toContain(
      '${data.aws_subnet.main_private_us_east_1b.id}',
    );
  });

  it('exports what a created one does', async () => {
    const given = outputs(await rendered({ existing }));
    expect(given['main_vpc_id']?.value).toBe('${data.aws_vpc.main.id}');
    expect(given['main_public_subnet_ids']?.value).toContain('${data.aws_subnet.main_public_us_east_1c.id}');
    expect(given['main_private_route_table_ids']?.value).toEqual(['rtb-0a1b2c3a', 'rtb-0a1b2c3b', 'rtb-0a1b2c3c']);
  });
});

describe('what AWS refuses of a network', () => {
  it.each([
    ['a VPC that is too large', { cidr: '10.0.0.0/8' }, ['refused-combination size /cidr']],
    [
      'a subnet that is too small',
      { zones: { 'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/29' } } },
      ['refused-combination size /zones/us-east-1a/private'],
    ],
    [
      'a subnet outside its VPC',
      { zones: { 'us-east-1a': { public: '10.1.1.0/24', private: '10.0.11.0/24' } } },
      ['refused-combination subnet-outside-vpc /zones/us-east-1a/public'],
    ],
    [
      'subnets that overlap',
      { zones: { 'us-east-1a': { public: '10.0.0.0/20', private: '10.0.1.0/24' } } },
      ['refused-combination overlapping-subnets /zones/us-east-1a/private'],
    ],
    [
      'a zone of another region',
      { zones: { 'eu-west-1a': zones['us-east-1a'] } },
      ['refused-combination zone-of-another-region /zones/eu-west-1a'],
    ],
    [
      'a zone that the region has not',
      { zones: { 'us-east-1g': zones['us-east-1a'] } },
      ['refused-combination zone-of-another-region /zones/us-east-1g'],
    ],
    [
      'a second endpoint of S3',
      { interfaceEndpoints: ['ecr.api', 's3'] },
      ['refused-combination endpoint-twice /interfaceEndpoints/1'],
    ],
    ['a region that has no name', { region: 'far' }, ['refused-combination unknown-region /region']],
    [
      'a zone without the tier that others have',
      { natGateways: 'none', zones: { ...zones, 'us-east-1b': { private: '10.0.12.0/24' } } },
      ['refused-combination uneven-tiers /zones/us-east-1b'],
    ],
    [
      'NAT gateways without public subnets',
      { zones: { 'us-east-1a': { private: '10.0.12.0/24' } } },
      ['refused-combination nat-without-public-subnets /natGateways'],
    ],
    [
      'endpoints in an existing VPC',
      { existing, interfaceEndpoints: ['logs'] },
      ['refused-combination existing-left-as-it-is /interfaceEndpoints'],
    ],
    [
      'an existing VPC that nothing tells from others',
      { existing: {} },
      ['refused-combination existing-found /existing'],
    ],
    [
      'an existing VPC with an id and tags',
      { existing: { ...existing, tags: { Name: 'main' } } },
      ['refused-combination existing-found /existing'],
    ],
    [
      'an existing VPC with an id too few',
      { existing: { ...existing, zones: { ...existing.zones, 'us-east-1c': { private: 'subnet-0a1b2c36' } } } },
      ['refused-combination existing-subnets /existing/zones/us-east-1c'],
    ],
  ])('%s', async (_, input, expected) => {
    expect(await refusals(input)).toEqual(expected);
  });

  it('a zone of another region, and tells one of its own', async () => {
    const { findings } = await render({
      components: { network: { main: { cidr: '10.0.0.0/16', zones } } },
      settings: { aws: { account: '111122223333', region: 'eu-north-1' } },
    });
    expect(new Set(findings.map(({ fix }) => fix))).toEqual(
      new Set(['name a zone of the region, such as eu-north-1a, or state region']),
    );
  });

  it('nothing else: a VPC of /28 with one private subnet and no way out is fine', async () => {
    const input = { cidr: '10.0.0.0/28', natGateways: 'none', zones: { 'us-east-1a': { private: '10.0.0.0/28' } } };
    expect(await refusals(input)).toEqual([]);
  });

  it('no cut of a VPC into equal blocks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: 24 }), fc.integer({ min: 0, max: 3 }), async (prefix, first) => {
        const vpc = parseCidr(`10.${prefix}.0.0/${prefix}`);
        const block = (index: number) => formatCidr(subnetAt(vpc, prefix + 3, (index + first) % 8));
        const cut = {
          cidr: formatCidr(vpc),
          zones: {
            'us-east-1a': { public: block(0), private: block(1), data: block(2) },
            'us-east-1b': { public: block(3), private: block(4), data: block(5) },
          },
        };
        expect(await refusals(cut)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
