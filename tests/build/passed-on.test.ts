import { clusterBase } from '../../charts/facets/examples';
import type { Finding } from '../../schemas/primitives/finding';
import { twoZones } from '../../stacks/facets/examples';
import { checkPolicies } from '../../synth/check/policies';
import { render, type TestDescription } from '../support/render';

/** Codes of what the rules find, and the fields that they point at. */
async function pointedAt(components: TestDescription['components'], code: Finding['code']): Promise<string[]> {
  const { built } = await render({ components });
  return checkPolicies(built?.artifacts ?? [])
    .findings.filter((finding) => finding.code === code)
    .map(({ at }) => at.file.replace(/^.*#\/components/, ''))
    .sort();
}

describe('what is wrong with a value that a kind passes on', () => {
  const queue = (more: object) => ({ 'aws-resource': { a: { type: 'aws_sqs_queue', ...more } } });

  it('is shown at the argument of a resource', async () => {
    const wrong = queue({ arguments: { name: 'q q', delay_seconds: 901 } });
    expect(await pointedAt(wrong, 'refused-argument')).toEqual([
      '/aws-resource/a/arguments/delay_seconds',
      '/aws-resource/a/arguments/name',
    ]);
  });

  it('is shown at the argument of a block', async () => {
    const group = { type: 'aws_lb_target_group', arguments: { health_check: [{ interval: 3 }] } };
    expect(await pointedAt({ 'aws-resource': { a: group } }, 'refused-argument')).toEqual([
      '/aws-resource/a/arguments/health_check/0/interval',
    ]);
  });

  it('is shown at the patch that has changed it', async () => {
    const patched = queue({
      arguments: { name: 'q', delay_seconds: 9 },
      patches: { 'aws_sqs_queue.a': { delay_seconds: 901 } },
    });
    expect(await pointedAt(patched, 'refused-argument')).toEqual([
      '/aws-resource/a/patches/aws_sqs_queue.a/delay_seconds',
    ]);
  });

  it('is shown at the field of a manifest', async () => {
    const containers = [{ name: 'a', livenessProbe: { httpGet: { port: 'web' } } }];
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'default' }, spec: { containers } };
    const components = { ...clusterBase, manifest: { a: { manifest: pod } } };
    expect(await pointedAt(components, 'unknown-port-name')).toEqual([
      '/manifest/a/manifest/spec/containers/0/livenessProbe/httpGet/port',
    ]);
  });

  it.each(['v1', 'v1alpha5'])('is shown at the one type of a pool of %s, and of a group', async (api) => {
    const instanceTypes = ['m5.large', 'm10i.large'];
    const components = {
      ...clusterBase,
      'karpenter-access': { karpenter: {} },
      'node-pool': { pool: { api, instanceTypes, capacity: ['spot'], limits: { cpu: 4 }, repack: false } },
      'node-group': { group: { instanceTypes, size: 1 } },
    };
    expect(await pointedAt(components, 'unknown-instance-type')).toEqual([
      '/node-group/group/instanceTypes/1',
      '/node-pool/pool/instanceTypes/1',
    ]);
  });

  it('is shown at the one type of a fleet, once for all of its colours', async () => {
    const workers = {
      instanceTypes: ['m5.large', 'm10i.large'],
      image: { id: 'ami-0123456789abcdef0' },
      container: { command: ['work'] },
      size: { minimum: 1, desired: 1, maximum: 2 },
      healthCheck: { type: 'EC2' },
      colours: { blue: { weight: 90 }, green: { weight: 10 } },
    };
    const components = { network: twoZones, fleet: { workers } };
    expect(await pointedAt(components, 'unknown-instance-type')).toEqual(['/fleet/workers/instanceTypes/1']);
  });

  it('is shown at the class, the node type and the version of what stores data', async () => {
    const components = {
      network: twoZones,
      postgres: { db: { database: 'shop', instanceClass: 'db.m10g.large', engineVersion: '18.9' } },
      'aurora-postgres': { shop: { database: 'shop', engineVersion: '17.14' } },
      redis: { cache: { engine: 'valkey', nodeType: 'cache.m10g.large', nodes: 2 } },
    };
    expect(await pointedAt(components, 'unknown-instance-type')).toEqual([
      '/postgres/db/instanceClass',
      '/redis/cache/nodeType',
    ]);
    expect(await pointedAt(components, 'unknown-engine-version')).toEqual([
      '/aurora-postgres/shop/engineVersion',
      '/postgres/db/engineVersion',
    ]);
  });
});
