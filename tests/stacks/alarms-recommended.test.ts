import type { JsonObject } from '../../schemas/primitives/artifact';
import { publicEdge } from '../../stacks/facets/examples';
import { refused, type Components } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const told: Components = {
  notifications: { ops: { email: { ops: 'ops@example.com' } }, pager: { sms: { duty: '+442079460000' } } },
};
const database: Components = { network: publicEdge.network, 'aurora-postgres': { db: { database: 'shop' } } };
const pager = 'arn:aws:sns:us-east-1:111122223333:acme-test-pager';

function watch(watched: JsonObject, components: Components = publicEdge): Promise<Rendered> {
  const guard = { notify: { critical: 'pager', warning: 'ops' }, watch: watched };
  return render({ components: { ...told, ...components, alarms: { guard } } });
}

function alarms(rendered: Rendered): Record<string, JsonObject> {
  expect(rendered.findings).toEqual([]);
  return resources(rendered, 'aws_cloudwatch_metric_alarm');
}

describe('alarms', () => {
  test('an alarm of the name of a recommended one has from it what it does not state', async () => {
    const own = async (cpu: JsonObject, watched: JsonObject = {}) =>
      alarms(await watch({ db: { ...watched, alarms: { cpu } } }, database))['guard_db_cpu'];
    const recommended = await own({});
    expect(recommended).toMatchObject({
      alarm_description: 'The database has no processor time left',
      threshold: 90,
      evaluation_periods: 5,
      alarm_actions: [pager],
      tags: { severity: 'critical' },
    });
    expect(await own({ above: 80 })).toEqual({ ...recommended, threshold: 80 });
    expect(await own({ above: 80 }, { recommended: false })).toEqual({ ...recommended, threshold: 80 });
    expect(await own({ for: '10m' })).toEqual({ ...recommended, evaluation_periods: 10 });
    expect(await own({ periodSeconds: 240 })).toEqual({ ...recommended, period: 240, evaluation_periods: 2 });
    expect(await own({ severity: 'warning' })).toMatchObject({ threshold: 90, tags: { severity: 'warning' } });
  });

  test('a recommended alarm of parts is one of each part under one statement', async () => {
    const cache = { redis: { cache: { nodes: 2 } }, network: publicEdge.network };
    const watched = { cache: { recommended: false, alarms: { memory: { above: 85 } } } };
    const made = alarms(await watch(watched, cache));
    expect(Object.values(made).map(({ threshold, alarm_description: what }) => [threshold, what])).toEqual([
      [85, 'Redis is nearly full'],
      [85, 'Redis is nearly full'],
    ]);
  });
});

describe('alarms refuse', () => {
  test('one-threshold: that of a recommended alarm is none for another value, such as a share', async () => {
    const own = async (alarm: JsonObject) =>
      refused(await watch({ alb: { recommended: false, alarms: { 'target-5xx': alarm } } }));
    const there = '/alarms/guard/watch/alb/alarms/target-5xx';
    expect(await own({})).toEqual([]);
    expect(await own({ shareOf: 'requests', above: 5 })).toEqual([]);
    expect(await own({ shareOf: 'requests' })).toEqual([`alarms/one-threshold at ${there}`]);
    expect(await own({ per: 'minute' })).toEqual([`alarms/one-threshold at ${there}`]);
    expect(await own({ statistic: 'Maximum' })).toEqual([`alarms/one-threshold at ${there}`]);
  });

  test('without-summary: an alarm that no recommended one speaks for', async () => {
    const own = async (name: string, alarm: JsonObject) =>
      refused(await watch({ alb: { recommended: false, alarms: { [name]: alarm } } }));
    const fault = (name: string) => [`alarms/without-summary at /alarms/guard/watch/alb/alarms/${name}`];
    expect(await own('errors', { metric: 'target-5xx', above: 5 })).toEqual(fault('errors'));
    expect(await own('requests', { above: 5 })).toEqual(fault('requests'));
    expect(await own('target-5xx', { metric: 'requests', above: 5 })).toEqual(fault('target-5xx'));
    // The recommended one warns of too many.
    expect(await own('target-5xx', { below: 5 })).toEqual(fault('target-5xx'));
    expect(await own('target-5xx', { above: 5 })).toEqual([]);
    expect(await own('requests', { above: 5, summary: 'Somebody asks' })).toEqual([]);
  });

  test.each([
    [{ below: 80 }, 'the recommended cpu warns of too much, this one of too little', 'state summary'],
    [
      { statistic: 'p99' },
      'neither above nor below, and the threshold of the recommended cpu is one for Average, not for p99',
      'state above or below',
    ],
    [
      { per: 'minute' },
      'neither above nor below, and the threshold of the recommended cpu is one for Average, not for a rate per minute',
      'state above or below',
    ],
    [{ above: 80, below: 5 }, 'above 80 and below 5', 'state above or below; make an alarm of its own of the other'],
  ])('what does not go with the recommended alarm of its name, and say why: %j', async (cpu, found, fix) => {
    const { findings } = await watch({ db: { alarms: { cpu } } }, database);
    expect(findings.map((each) => [each.message, each.fix])).toEqual([[expect.stringContaining(found), fix]]);
  });

  test('an alarm of another name without a summary, and say which name would have one', async () => {
    const { findings } = await watch({ db: { alarms: { busy: { metric: 'cpu', above: 80 } } } }, database);
    expect(findings.map(({ fix }) => fix)).toEqual([
      'state summary, or name the alarm cpu if it is to replace the recommended one',
    ]);
  });
});
