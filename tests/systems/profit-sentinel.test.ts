import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { render, resources, type Rendered } from '../support/render';

type Components = Record<string, Record<string, JsonObject>>;

interface Described {
  readonly components: Components;
  readonly [setting: string]: unknown;
}

const folder = join(__dirname, '..', '..', 'environments', 'profit-sentinel');

function read(file: string): Described {
  return parse(readFileSync(join(folder, file), 'utf8')) as Described;
}

const shared = read('system.yaml') as unknown as JsonObject;
const { components, ...own } = read('gpu-prod.yaml');
const { images } = read('gpu-prod.images.yaml') as never;
const { bindings } = read('gpu-prod.bindings.yaml') as never;

const vpc = { existing: { tags: { Name: 'profitsentinel' } } };
const balancer = {
  network: 'main',
  hosts: { 'api.profitsentinel.ai': {} },
  existing: { name: 'profitsentinel', securityGroupId: 'sg-0a1b2c3d4e5f60718' },
};
const cluster = { clusterIdentifier: 'profitsentinel', securityGroupId: 'sg-0a1b2c3d4e5f60719' };

/** What the document lists as there already, named instead of made. */
function prerequisites(): Components {
  const { main } = components['network'] ?? {};
  const { database } = components['aurora-postgres'] ?? {};
  const { registry } = components['repositories'] ?? {};
  const without = (component: JsonObject | undefined, ...keys: string[]): JsonObject =>
    Object.fromEntries(Object.entries(component ?? {}).filter(([key]) => !keys.includes(key)));
  return {
    ...components,
    network: { main: { ...main, ...vpc, natGateways: 'single' } },
    zone: { profitsentinel: { domain: 'profitsentinel.ai', existing: true } },
    'load-balancer': { alb: balancer },
    'aurora-postgres': { database: { ...without(database, 'copies', 'patches'), existing: cluster } },
    repositories: { registry: { ...without(registry, 'replicas'), existing: true } },
    bucket: {
      uploads: { name: 'profitsentinel-uploads', existing: true },
      models: { name: 'profitsentinel-models', existing: true },
    },
  };
}

function rendered(described: Components): Promise<Rendered> {
  return render({
    name: 'gpu-prod',
    components: described,
    settings: { ...shared, ...own } as JsonObject,
    images,
    bindings,
  });
}

describe('Profit Sentinel: everything that its document takes for granted is made here, or named as existing', () => {
  const made = [
    'aws_vpc',
    'aws_subnet',
    'aws_internet_gateway',
    'aws_nat_gateway',
    'aws_route53_zone',
    'aws_lb',
    'aws_rds_cluster',
    'aws_s3_bucket',
    'aws_ecr_repository',
  ];

  test('as it is described, it is made here', async () => {
    const all = await rendered(components);
    expect(all.findings).toEqual([]);
    for (const type of made) expect([type, Object.keys(resources(all, type)).length]).not.toEqual([type, 0]);
  });

  test('named as existing, none of it is made', async () => {
    const all = await rendered(prerequisites());
    expect(all.findings).toEqual([]);
    for (const type of made) expect([type, Object.keys(resources(all, type))]).toEqual([type, []]);
  });

  test.each(['network', 'zone', 'load-balancer', 'aurora-postgres', 'bucket', 'repositories'])(
    'each of them may be there alone: %s',
    async (kind) => {
      const { network } = components;
      const taken = prerequisites()[kind] ?? {};
      // The copy of the database stands in the second network.
      const instead = kind === 'network' ? { ...network, ...taken } : taken;
      const all = await rendered({ ...components, [kind]: instead });
      expect(all.findings).toEqual([]);
      expect(all.built).toBeDefined();
    },
  );

  test('instances stand in the existing subnets, behind the existing load balancer', async () => {
    const all = await rendered(prerequisites());
    const foundation = outputs(all, 'foundation');
    expect(foundation['main_private_subnet_ids']).toMatchObject({
      value: ['a', 'b'].map((zone) => `\${data.aws_subnet.main_private_us_east_1${zone}.id}`),
    });
    expect(resources(all, 'aws_autoscaling_group')['gpu_api']).toMatchObject({
      vpc_zone_identifier: [0, 1].map(
        (index) => `\${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[${index}]}`,
      ),
    });
    expect(resources(all, 'aws_lb_listener_rule')['gpu_api_entrance_main']).toMatchObject({
      listener_arn: '${data.aws_lb_listener.alb.arn}',
    });
    expect(resources(all, 'aws_route53_record')).toMatchObject({
      alb_host_api_profitsentinel_ai: { alias: { name: '${data.aws_lb.alb.dns_name}' } },
    });
  });

  test('the paths go between the security groups that are there: load balancer, instances, database', async () => {
    const all = await rendered(prerequisites());
    const opened = Object.values(resources(all, 'aws_vpc_security_group_ingress_rule'));
    const own = '${data.terraform_remote_state.foundation.outputs.gpu_api_security_group_id}';
    expect(
      opened.map(({ from_port, referenced_security_group_id, security_group_id }) => [
        referenced_security_group_id,
        security_group_id,
        from_port,
      ]),
    ).toEqual([
      [own, cluster.securityGroupId, 5432],
      [balancer.existing.securityGroupId, own, 8000],
    ]);
  });

  test('the container gets the image of the existing repository, and the names of the existing buckets', async () => {
    const all = await rendered(prerequisites());
    const script = JSON.stringify(all.files['workspaces/acme-gpu-prod-platform/gpu-api.tf.json']?.['locals']);
    expect(script).toContain("image='222233334444.dkr.ecr.us-east-1.amazonaws.com/profit-sentinel-gpu:");
    expect(script).toContain('UPLOADS_BUCKET=profitsentinel-uploads');
    expect(script).toContain('MODELS_BUCKET=profitsentinel-models');
  });
});

/** What a layer exports. */
function outputs(all: Rendered, layer: string): JsonObject {
  return all.files[`workspaces/acme-gpu-prod-${layer}/_outputs.tf.json`]?.['output'] as JsonObject;
}
