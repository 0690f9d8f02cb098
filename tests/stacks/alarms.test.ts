import fc from 'fast-check';
import { secondsOf } from '../../schemas/contract/alert';
import type { Images } from '../../schemas/contract/description';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { publicEdge } from '../../stacks/facets/examples';
import { publishing } from '../../stacks/facets/observed';
import { catalogue } from '../../synth/catalogue';
import { refused, type Components } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const told: Components = {
  notifications: { ops: { email: { ops: 'ops@example.com' } }, pager: { sms: { duty: '+442079460000' } } },
};
const database: Components = { network: publicEdge.network, 'aurora-postgres': { db: { database: 'shop' } } };

const topics = {
  ops: 'arn:aws:sns:us-east-1:111122223333:acme-test-ops',
  pager: 'arn:aws:sns:us-east-1:111122223333:acme-test-pager',
};

interface Scene {
  readonly components?: Components;
  readonly notify?: JsonObject;
  readonly settings?: JsonObject;
  readonly images?: Images;
}

function watch(
  watched: JsonObject,
  { components = { ...told, ...publicEdge }, notify, settings = {}, images = {} }: Scene = {},
) {
  const sole = notify ?? { critical: 'pager', warning: 'ops' };
  return render({
    components: { ...components, alarms: { guard: { notify: sole, watch: watched } } },
    settings,
    images,
  });
}

/** One alarm on the load balancer and nothing else. */
function onBalancer(alarm: JsonObject, scene: Scene = {}): Promise<Rendered> {
  return watch({ alb: { recommended: false, alarms: { one: { summary: 'Something', ...alarm } } } }, scene);
}

function alarms(rendered: Rendered): Record<string, JsonObject> {
  expect(rendered.findings).toEqual([]);
  return resources(rendered, 'aws_cloudwatch_metric_alarm');
}

describe('alarms', () => {
  test('an alarm tells the notifications of its severity, when it is due and when it is over', async () => {
    const rendered = await onBalancer({
      metric: 'response-time',
      above: 30,
      for: '5m',
      severity: 'critical',
      summary: 'One answer in a hundred takes longer than 30 s',
      description: 'Look at the database first.',
      runbook: 'https://wiki.example.com/slow',
    });
    expect(alarms(rendered)).toEqual({
      guard_alb_one: {
        alarm_name: 'acme-test-guard-alb-one',
        alarm_description:
          'One answer in a hundred takes longer than 30 s\n\nLook at the database first.\n\nRunbook: https://wiki.example.com/slow',
        namespace: 'AWS/ApplicationELB',
        metric_name: 'TargetResponseTime',
        dimensions: { LoadBalancer: '${aws_lb.alb.arn_suffix}' },
        extended_statistic: 'p99',
        period: 60,
        evaluation_periods: 5,
        comparison_operator: 'GreaterThanThreshold',
        threshold: 30,
        treat_missing_data: 'notBreaching',
        alarm_actions: [topics.pager],
        ok_actions: [topics.pager],
        tags: { severity: 'critical' },
      },
    });
  });

  test('what a kind recommends is there unasked; one of the same name takes its place, and one can be left out', async () => {
    const recommended = alarms(await watch({ db: {} }, { components: { ...told, ...database } }));
    expect(Object.keys(recommended)).toEqual([
      'guard_db_cpu',
      'guard_db_acu_utilization',
      'guard_db_transaction_ids',
      'guard_db_replica_lag',
    ]);
    expect(recommended['guard_db_cpu']).toMatchObject({
      dimensions: { DBClusterIdentifier: 'acme-test-db' },
      statistic: 'Average',
      threshold: 90,
      evaluation_periods: 5,
      alarm_actions: [topics.pager],
    });
    const own = alarms(
      await watch(
        {
          db: {
            without: ['transaction-ids', 'replica-lag'],
            alarms: { cpu: { above: 80, severity: 'warning', summary: 'Processor over 80 %' } },
          },
        },
        { components: { ...told, ...database } },
      ),
    );
    expect(Object.keys(own)).toEqual(['guard_db_acu_utilization', 'guard_db_cpu']);
    expect(own['guard_db_cpu']).toMatchObject({ threshold: 80, alarm_actions: [topics.ops] });
  });

  test('a metric of parts makes an alarm of each part', async () => {
    const cache = { redis: { cache: { nodes: 2 } }, network: publicEdge.network };
    const made = alarms(
      await watch(
        { cache: { recommended: false, alarms: { full: { metric: 'memory', above: 85, summary: 'Full' } } } },
        { components: { ...told, ...cache } },
      ),
    );
    expect(Object.entries(made).map(([id, { dimensions }]) => [id, dimensions])).toEqual([
      ['guard_cache_full_001', { CacheClusterId: 'acme-test-cache-001' }],
      ['guard_cache_full_002', { CacheClusterId: 'acme-test-cache-002' }],
    ]);
  });

  test('a share of errors is an expression over errors and requests, in which no error counts as nothing', async () => {
    const rendered = await onBalancer({ metric: 'target-5xx', shareOf: 'requests', above: 5 });
    const [alarm] = Object.values(alarms(rendered));
    expect(alarm).toMatchObject({ threshold: 5, evaluation_periods: 5 });
    expect(alarm).not.toHaveProperty('metric_name');
    expect(alarm?.['metric_query']).toEqual([
      {
        id: 'result',
        label: 'target-5xx in percent of requests',
        expression: '100 * FILL(part, 0) / whole',
        return_data: true,
      },
      { id: 'part', return_data: false, metric: query('HTTPCode_Target_5XX_Count') },
      { id: 'whole', return_data: false, metric: query('RequestCount') },
    ]);
  });

  test('a rate is the sum of a period by its length', async () => {
    const rendered = await onBalancer({ metric: 'requests', per: 'minute', periodSeconds: 300, for: '15m', below: 1 });
    const [alarm] = Object.values(alarms(rendered));
    expect(alarm).toMatchObject({
      comparison_operator: 'LessThanThreshold',
      evaluation_periods: 3,
      metric_query: [
        { expression: 'FILL(part, 0) * 60 / PERIOD(part)', label: 'requests per minute' },
        { metric: { ...query('RequestCount'), period: 300 } },
      ],
    });
  });

  test('three of five periods are enough where it says so, and a period without data may count as too much', async () => {
    const rendered = await onBalancer({ metric: 'requests', below: 1, datapoints: 3, missing: 'breaching' });
    expect(Object.values(alarms(rendered))[0]).toMatchObject({
      datapoints_to_alarm: 3,
      evaluation_periods: 5,
      treat_missing_data: 'breaching',
    });
  });

  test('an alarm stands in the region of its metric: that of CloudFront is us-east-1', async () => {
    const settings = { aws: { account: '111122223333', region: 'eu-west-1', regions: { edge: 'us-east-1' } } };
    const components = {
      notifications: { edge: { email: { ops: 'ops@example.com' }, region: 'edge' } },
      bucket: { images: {} },
      cdn: { site: { uses: { images: 'serve' } } },
    };
    const notify = { critical: 'edge', warning: 'edge' };
    expect(Object.values(alarms(await watch({ site: {} }, { components, settings, notify })))[0]).toMatchObject({
      provider: 'aws.edge',
      dimensions: { DistributionId: '${aws_cloudfront_distribution.site.id}', Region: 'Global' },
      alarm_actions: ['arn:aws:sns:us-east-1:111122223333:acme-test-edge'],
    });
  });

  test('the only notifications in reach are told where none are named', async () => {
    const components = { notifications: { ops: { email: { ops: 'ops@example.com' } } }, ...database };
    const made = alarms(await watch({ db: {} }, { components, notify: {} }));
    expect(Object.values(made).map((alarm) => alarm['ok_actions'])).toEqual(Array(4).fill([topics.ops]));
  });

  test('a component that is not there is named, with those that are', async () => {
    const { findings } = await watch({ alp: {} });
    expect(findings).toMatchObject([{ code: 'unknown-component', fix: 'did you mean alb?' }]);
  });
});

test('what reads like an expression of Terraform is text', async () => {
  const rendered = await onBalancer({ metric: 'requests', above: 1, summary: 'Over ${limit}' });
  expect(Object.values(alarms(rendered))[0]).toMatchObject({ alarm_description: 'Over $${limit}' });
});

/** An alarm on a fleet that sets off one of its rules. */
function onFleet(scale: string, colours?: JsonObject): Promise<Rendered> {
  const fleet = {
    instanceTypes: ['t4g.small'],
    image: { id: 'ami-0123456789abcdef0' },
    container: { port: 8000 },
    detailedMonitoring: true,
    size: { minimum: 1, desired: 1, maximum: 4 },
    expose: { main: { via: 'alb', paths: ['/v1/*'] } },
    scaling: {
      out: { metric: 'cpu', above: 80, minutes: 5, change: 1 },
      follow: { metric: 'requests-per-host', target: 600 },
    },
    ...(colours ? { colours } : {}),
  };
  const metric = colours ? 'blue-memory' : 'memory';
  const busy = { metric, above: 85, scale, summary: 'Memory over 85 %' };
  return watch(
    { api: { recommended: false, alarms: { busy } } },
    {
      components: { ...told, ...publicEdge, fleet: { api: fleet } },
      images: { api: { repository: 'registry.example/api', tag: 'v1' } },
    },
  );
}

test('an alarm sets off a rule of a fleet, and nothing when it is over', async () => {
  const made = alarms(await onFleet('out'))['guard_api_busy'];
  expect(made?.['alarm_actions']).toEqual([
    topics.ops,
    expect.stringMatching(/^\$\{aws_autoscaling_policy\.api_.*\.arn\}$/),
  ]);
  expect(made?.['ok_actions']).toEqual([topics.ops]);
});

describe('alarms refuse', () => {
  const at = '/alarms/guard/watch/alb/alarms/one';

  async function refusals(alarm: JsonObject, scene: Scene = {}): Promise<string[]> {
    return refused(await onBalancer({ metric: 'requests', above: 1, ...alarm }, scene));
  }

  test('unknown-metric: a metric that the component does not publish', async () => {
    expect(await refusals({ metric: 'request' })).toEqual([`alarms/unknown-metric at ${at}/metric`]);
    expect(await refusals({ shareOf: 'answers' })).toEqual([`alarms/unknown-metric at ${at}/shareOf`]);
    expect(await refusals({ metric: 'target-5xx', shareOf: 'requests' })).toEqual([]);
    const { findings } = await onBalancer({ metric: 'request', above: 1 });
    expect(findings[0]?.message).toContain('alb publishes no request; did you mean requests?');
  });

  test('one-threshold: none, or two', async () => {
    expect(await refusals({ below: 0 })).toEqual([`alarms/one-threshold at ${at}/below`]);
    expect(refused(await onBalancer({ metric: 'requests' }))).toEqual([`alarms/one-threshold at ${at}`]);
    expect(await refusals({})).toEqual([]);
  });

  test('threshold-out-of-reach: more than all', async () => {
    const share = { metric: 'target-5xx', shareOf: 'requests' };
    expect(await refusals({ ...share, above: 100 })).toEqual([`alarms/threshold-out-of-reach at ${at}/above`]);
    expect(await refusals({ ...share, above: 99 })).toEqual([]);
    expect(await refusals({ above: 100 })).toEqual([]);
  });

  test('impossible-share: of itself, or a rate as well', async () => {
    expect(await refusals({ metric: 'target-5xx', shareOf: 'requests', per: 'minute' })).toEqual([
      `alarms/impossible-share at ${at}/shareOf`,
    ]);
    expect(await refusals({ shareOf: 'requests' })).toEqual([`alarms/impossible-share at ${at}/shareOf`]);
    expect(await refusals({ metric: 'target-5xx', per: 'minute' })).toEqual([]);
    expect(await refusals({ metric: 'target-4xx', shareOf: 'requests' })).toEqual([]);
  });

  test('period: other than 10, 20, 30 and multiples of 60', async () => {
    expect(await refusals({ periodSeconds: 90, for: '3m' })).toEqual([`alarms/period at ${at}/periodSeconds`]);
    expect(await refusals({ periodSeconds: 120, for: '4m' })).toEqual([]);
  });

  test('period-without-data: shorter than the time between two values', async () => {
    expect(await refusals({ periodSeconds: 30 })).toEqual([`alarms/period-without-data at ${at}/periodSeconds`]);
    expect(await refusals({ periodSeconds: 60 })).toEqual([]);
  });

  test('periods-within-time: a time that is no whole number of periods', async () => {
    expect(await refusals({ for: '30s' })).toEqual([`alarms/periods-within-time at ${at}/for`]);
    expect(await refusals({ for: '5m', periodSeconds: 120 })).toEqual([`alarms/periods-within-time at ${at}/for`]);
    expect(await refusals({ for: '6m', periodSeconds: 120 })).toEqual([]);
  });

  test('time-too-long: more than a day in short periods, more than seven in long ones', async () => {
    expect(await refusals({ for: '2d', periodSeconds: 60 })).toEqual([`alarms/time-too-long at ${at}/for`]);
    expect(await refusals({ for: '2d', periodSeconds: 3600 })).toEqual([]);
    expect(await refusals({ for: '8d', periodSeconds: 3600 })).toEqual([`alarms/time-too-long at ${at}/for`]);
    expect(await refusals({ for: '1d', periodSeconds: 60 })).toEqual([]);
  });

  test('datapoints-over-periods: more than there are', async () => {
    expect(await refusals({ datapoints: 6 })).toEqual([`alarms/datapoints-over-periods at ${at}/datapoints`]);
    expect(await refusals({ datapoints: 5 })).toEqual([]);
  });

  test('nobody-told: a warning that nobody hears, and that sets nothing off', async () => {
    const notify = { critical: 'pager' };
    expect(await refusals({}, { components: publicEdge, notify: {} })).toEqual([`alarms/nobody-told at ${at}`]);
    expect(await refusals({ severity: 'info' }, { components: publicEdge, notify: {} })).toEqual([]);
    expect(await refusals({ severity: 'critical' }, { notify })).toEqual([]);
  });

  test('told-in-another-region: a topic that can not get the alarm', async () => {
    const components = { notifications: { pager: { region: 'dr', email: { ops: 'ops@example.com' } } }, ...publicEdge };
    const notify = { critical: 'pager', warning: 'pager' };
    expect(await refusals({}, { components, notify })).toEqual([`alarms/told-in-another-region at ${at}`]);
  });

  test('region-without-name: a metric in a region that the environment does not know', async () => {
    const components = { bucket: { images: {} }, cdn: { site: { uses: { images: 'serve' } } } };
    const quiet = {
      site: { recommended: false, alarms: { '5xx-rate': { above: 5, severity: 'info', summary: 'Errors' } } },
    };
    const aws = { account: '111122223333', region: 'eu-west-1' };
    expect(refused(await watch(quiet, { components, notify: {}, settings: { aws } }))).toEqual([
      'alarms/region-without-name at /alarms/guard/watch/site/alarms/5xx-rate',
    ]);
    const named = { aws: { ...aws, regions: { edge: 'us-east-1' } } };
    expect(refused(await watch(quiet, { components, notify: {}, settings: named }))).toEqual([]);
  });

  test('topic-closed-to-alarms: notifications that CloudWatch may not publish to', async () => {
    const components = {
      notifications: { ops: { email: { ops: 'ops@example.com' }, publishers: ['budgets'] } },
      ...publicEdge,
    };
    expect(await refusals({}, { components, notify: { warning: 'ops' } })).toContain(
      'alarms/topic-closed-to-alarms at /alarms/guard/notify/warning',
    );
    expect(await refusals({})).toEqual([]);
  });

  test('unknown-scaling-rule: a rule that is not there, follows a target, or is one of each colour', async () => {
    expect(await refusals({ scale: 'out' })).toEqual([`alarms/unknown-scaling-rule at ${at}/scale`]);
    const fault = 'alarms/unknown-scaling-rule at /alarms/guard/watch/api/alarms/busy/scale';
    expect(refused(await onFleet('follow'))).toEqual([fault]);
    expect(refused(await onFleet('out', { blue: { weight: 100 }, green: { weight: 0 } }))).toContain(fault);
    expect(refused(await onFleet('out'))).toEqual([]);
  });

  test('long-description: more than CloudWatch keeps', async () => {
    expect(await refusals({ description: 'x'.repeat(1014) })).toEqual([`alarms/long-description at ${at}/description`]);
    expect(await refusals({ description: 'x'.repeat(1013) })).toEqual([]);
  });

  test('unknown-recommendation: leaving out what is not there', async () => {
    expect(refused(await watch({ alb: { without: ['cpu'] } }))).toEqual([
      'alarms/unknown-recommendation at /alarms/guard/watch/alb/without/0',
    ]);
    expect(refused(await watch({ alb: { without: ['elb-5xx'] } }))).toEqual([]);
  });

  test('nothing-watched: a component that no alarm is on', async () => {
    expect(refused(await watch({ alb: { recommended: false } }))).toEqual([
      'alarms/nothing-watched at /alarms/guard/watch/alb',
    ]);
    expect(refused(await watch({ alb: {} }))).toEqual([]);
  });

  test('same-alarm-twice: two alarms of one name', async () => {
    const alarm = { metric: 'requests', above: 1, summary: 'Something' };
    const twice = { alb: { recommended: false, alarms: { 'a/b': alarm, 'a-b': alarm } } };
    expect(refused(await watch(twice))).toEqual(['alarms/same-alarm-twice at /alarms/guard/watch/alb/alarms/a~1b']);
    expect(refused(await watch({ alb: { recommended: false, alarms: { 'a-b': alarm, 'a-c': alarm } } }))).toEqual([]);
  });

  test('other-account: a component whose metrics are in another account', async () => {
    const base = (await render({ name: 'shared', components: { ...told, ...publicEdge } })).environment;
    const scene = (account: string) =>
      render({
        base,
        components: { alarms: { guard: { watch: { alb: {} }, notify: { critical: 'ops', warning: 'ops' } } } },
        settings: { aws: { account, region: 'us-east-1' } },
      });
    expect(refused(await scene('222233334444'))).toEqual(['alarms/other-account at /alarms/guard/watch/alb']);
    expect(refused(await scene('111122223333'))).toEqual([]);
  });
});

function query(name: string): JsonObject {
  return {
    namespace: 'AWS/ApplicationELB',
    metric_name: name,
    dimensions: { LoadBalancer: '${aws_lb.alb.arn_suffix}' },
    period: 60,
    stat: 'Sum',
  };
}

/** Dimensions as they are rendered, by component and metric. */
const dimensions: Readonly<
  Record<string, readonly [component: JsonObject, expected: Readonly<Record<string, JsonObject>>]>
> = {
  bucket: [{}, { objects: { BucketName: 'acme-test-one', StorageType: 'AllStorageTypes' } }],
  'file-system': [
    { throughput: 'bursting' },
    { 'burst-credits': { FileSystemId: '${data.terraform_remote_state.data.outputs.one_file_system_id}' } },
  ],
  network: [
    { cidr: '10.8.0.0/16', zones: { 'us-east-1a': { public: '10.8.1.0/24', private: '10.8.11.0/24' } } },
    {
      'nat-port-errors': {
        NatGatewayId: '${data.terraform_remote_state.foundation.outputs.one_nat_gateway_id_us_east_1a}',
      },
    },
  ],
  notifications: [{ email: { ops: 'ops@example.com' } }, { failed: { TopicName: 'acme-test-one' } }],
  postgres: [{ database: 'shop', network: 'main' }, { cpu: { DBInstanceIdentifier: 'acme-test-one' } }],
  redis: [
    { nodes: 2, shards: 2, engine: 'valkey', network: 'main' },
    { 'engine-cpu/0002-001': { CacheClusterId: 'acme-test-one-0002-001' } },
  ],
  'web-acl': [{}, { blocked: { WebACL: 'acme-test-one', Rule: 'ALL', Region: 'us-east-1' } }],
};

test.each(Object.entries(dimensions))(
  'the metrics of a %s are those of the component',
  async (kind, [component, expected]) => {
    const quiet = { for: '1d', periodSeconds: 86_400, above: 1, severity: 'info', summary: 'Something' };
    const watched = Object.fromEntries(Object.keys(expected).map((metric) => [metric, { metric, ...quiet }]));
    const network = kind === 'network' ? {} : { network: publicEdge.network };
    const inNetwork = kind === 'file-system' ? { network: 'main', ...component } : component;
    const rendered = await watch(
      { one: { recommended: false, alarms: watched } },
      { components: { ...network, [kind]: { one: inNetwork } }, notify: {} },
    );
    expect(Object.values(alarms(rendered)).map((alarm) => alarm['dimensions'])).toEqual(Object.values(expected));
  },
);

test('the kinds that can be watched are those that publish metrics', async () => {
  const kinds = await Promise.all(Object.entries(catalogue).map(async ([name, load]) => [name, await load()] as const));
  const missing = kinds.filter(([name, { metrics }]) => metrics !== undefined && !publishing.includes(name));
  expect(missing.map(([name]) => name)).toEqual([]);
});

test('the length of a duration is the sum of its parts', () => {
  const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  const part = fc.tuple(fc.nat(1000), fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const expected = parts.reduce((sum, [count, unit]) => sum + count * units[unit], 0);
      expect(secondsOf(parts.map(([count, unit]) => `${count}${unit}`).join(''))).toBe(expected);
    }),
  );
});
