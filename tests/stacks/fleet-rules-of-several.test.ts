import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused } from '../support/data-stores';
import { fleet } from './fleet-kit';

const gpu = { instanceTypes: ['g4dn.xlarge'], gpu: true, rootDisk: { sizeGiB: 125 }, detailedMonitoring: true };
const rule = { metric: 'cpu', below: 30, minutes: 10, change: -1, and: ['gpu'] };

describe('a rule that goes by several metrics', () => {
  test('takes no instance away while its processors idle and its GPUs are busy', async () => {
    const rendered = await fleet({ ...gpu, scaling: { in: rule } });
    expect(rendered.findings).toEqual([]);
    const alarm = only(rendered, 'aws_cloudwatch_metric_alarm');
    expect(alarm).toMatchObject({ comparison_operator: 'LessThanThreshold', threshold: 30, evaluation_periods: 10 });
    const dimensions = { AutoScalingGroupName: 'acme-test-api' };
    expect(alarm['metric_query']).toEqual([
      { id: 'result', label: 'nearest', expression: 'MAX([m0, m1])', return_data: true },
      {
        id: 'm0',
        metric: { namespace: 'AWS/EC2', metric_name: 'CPUUtilization', dimensions, stat: 'Average', period: 60 },
        return_data: false,
      },
      {
        id: 'm1',
        metric: {
          namespace: 'CWAgent',
          metric_name: 'nvidia_smi_utilization_gpu',
          dimensions,
          stat: 'Average',
          period: 60,
        },
        return_data: false,
      },
    ]);
    for (const field of ['metric_name', 'namespace', 'dimensions', 'period', 'statistic'])
      expect(alarm).not.toHaveProperty(field);
  });

  test('adds instances once all are above', async () => {
    const { below: _, ...others } = rule;
    const rendered = await fleet({ ...gpu, scaling: { out: { ...others, above: 70, change: 1 } } });
    expect(only(rendered, 'aws_cloudwatch_metric_alarm')['metric_query']).toMatchObject([
      { expression: 'MIN([m0, m1])' },
      {},
      {},
    ]);
  });

  const target = { metric: 'cpu', target: 50, and: ['gpu'] };
  test.each<[string, JsonObject, string]>([
    ['one that nobody publishes', { ...rule, and: ['gpus'] }, 'fleet/unknown-metric at /fleet/api/scaling/in/and/0'],
    ['one beside a target', target, 'fleet/and-of-a-target at /fleet/api/scaling/in/and'],
    ['its own once more', { ...rule, and: ['cpu'] }, 'fleet/and-of-a-target at /fleet/api/scaling/in/and'],
  ])('refuses %s', async (_, scaling, expected) => {
    expect(refused(await fleet({ ...gpu, scaling: { in: scaling } }))).toEqual([expected]);
  });

  test('refuses one that is published less often than it looks', async () => {
    const rare = { queue: { namespace: 'Acme', metric: 'Queue', intervalSeconds: 300 } };
    const found = await fleet({ ...gpu, publishes: rare, scaling: { in: { ...rule, and: ['queue'] } } });
    expect(refused(found)).toEqual(['fleet/looked-at-too-often at /fleet/api/scaling/in/and/0']);
    const slower = { ...rule, and: ['queue'], periodSeconds: 300 };
    expect((await fleet({ ...gpu, publishes: rare, scaling: { in: slower } })).findings).toEqual([]);
  });
});
