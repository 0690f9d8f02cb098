import fc from 'fast-check';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { placePanels } from '../../schemas/primitives/grid';
import { publicEdge } from '../../stacks/facets/examples';
import { faults } from '../fixtures/terraform/kit';
import { only, refused, type Components } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const scene: Components = {
  ...publicEdge,
  'aurora-postgres': { db: { database: 'shop' } },
  redis: { cache: { nodes: 2 } },
  'log-group': { jobs: {} },
  notifications: { ops: { email: { ops: 'ops@example.com' } } },
  alarms: {
    warnings: {
      watch: {
        alb: {
          alarms: {
            slow: { metric: 'response-time', above: 0.5, severity: 'critical', summary: 'Slow answers' },
          },
        },
      },
    },
  },
};

function show(panels: JsonObject, more: JsonObject = {}, components: Components = scene): Promise<Rendered> {
  const board = { rows: { main: { panels } }, ...more };
  return render({ components: { ...components, 'metrics-dashboard': { board } } });
}

/** The body as Terraform has it, before it becomes text. */
function body(rendered: Rendered): JsonObject {
  expect(rendered.findings).toEqual([]);
  const { locals } = rendered.files['workspaces/acme-test-platform/board.tf.json'] as { locals: JsonObject };
  return locals['board_body'] as JsonObject;
}

async function widgets(panels: JsonObject, more: JsonObject = {}): Promise<JsonObject[]> {
  return body(await show(panels, more))['widgets'] as JsonObject[];
}

async function properties(panel: JsonObject): Promise<JsonObject> {
  const [widget] = await widgets({ one: panel });
  return widget?.['properties'] as JsonObject;
}

const p99 = { p99: { component: 'alb', metric: 'response-time' } };
const balancer = ['LoadBalancer', '${aws_lb.alb.arn_suffix}'];

describe('metrics-dashboard', () => {
  test('its body is a local value of plain JSON, in which every reference is checked', async () => {
    const rendered = await show({ one: { series: p99 } });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_cloudwatch_dashboard')).toEqual({
      dashboard_name: 'acme-test-board',
      dashboard_body: '${jsonencode(local.board_body)}',
    });
    expect(body(rendered)).toMatchObject({ start: '-PT180M', periodOverride: 'inherit' });
  });

  test('a metric is drawn with its dimensions and the statistic that suits it, or that it states', async () => {
    const average = { component: 'alb', metric: 'response-time', statistic: 'Average', axis: 'right' };
    expect(await properties({ title: 'Answers', series: { ...p99, average } })).toEqual({
      title: 'Answers',
      view: 'timeSeries',
      region: 'us-east-1',
      period: 60,
      metrics: [
        ['AWS/ApplicationELB', 'TargetResponseTime', ...balancer, { label: 'p99', stat: 'p99' }],
        [
          'AWS/ApplicationELB',
          'TargetResponseTime',
          ...balancer,
          { label: 'average', yAxis: 'right', stat: 'Average' },
        ],
      ],
    });
  });

  test('a share is an expression over two metrics that are not drawn themselves', async () => {
    const { metrics } = await properties({
      series: { errors: { component: 'alb', metric: 'target-5xx', shareOf: 'requests' } },
    });
    expect(metrics).toEqual([
      [{ label: 'errors', expression: '100 * FILL(part1, 0) / whole1' }],
      ['AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count', ...balancer, { id: 'part1', visible: false, stat: 'Sum' }],
      ['AWS/ApplicationELB', 'RequestCount', ...balancer, { id: 'whole1', visible: false, stat: 'Sum' }],
    ]);
  });

  test('a metric of parts is a series of each part', async () => {
    const { metrics } = await properties({ series: { memory: { component: 'cache', metric: 'memory' } } });
    expect(metrics).toMatchObject([
      [{}, {}, 'CacheClusterId', 'acme-test-cache-001', { label: 'memory 001' }],
      [{}, {}, 'CacheClusterId', 'acme-test-cache-002', { label: 'memory 002' }],
    ]);
  });

  test('thresholds of alarms are lines in the colour of their severity, objectives are lines as well', async () => {
    expect(await properties({ series: p99, alarms: ['alb/slow'], lines: { 'objective 300 ms': 0.3 } })).toMatchObject({
      annotations: {
        horizontal: [
          { label: 'alb/slow > 0.5', value: 0.5, color: '#d62728' },
          { label: 'objective 300 ms', value: 0.3, color: '#2ca02c' },
        ],
      },
    });
  });

  test('a panel of alarms shows the state of all of them, or of those of one component', async () => {
    const prefix = 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:acme-test-warnings';
    const { alarms } = await properties({ kind: 'alarms', alarms: ['alb/slow'] });
    expect(alarms).toEqual([`${prefix}-alb-slow`]);
    const rendered = await show({ one: { kind: 'alarms' } });
    const made = Object.keys(resources(rendered, 'aws_cloudwatch_metric_alarm'));
    expect(made).toContain('warnings_alb_elb_5xx');
    const names = made.map((id) => `${prefix}${id.slice('warnings'.length).replace(/_/g, '-')}`);
    expect(body(rendered)['widgets']).toMatchObject([{ type: 'alarm', properties: { alarms: names } }]);
  });

  test('logs are searched in the groups of the components that are named', async () => {
    const logs = { of: ['jobs'], query: 'filter @message like /ERROR/' };
    expect(await widgets({ one: { kind: 'logs', title: 'Errors', logs } })).toMatchObject([
      {
        type: 'log',
        properties: {
          title: 'Errors',
          query: "SOURCE 'acme-test-jobs' | filter @message like /ERROR/",
          view: 'table',
        },
      },
    ]);
  });

  test('text is text, even where it reads like an expression of Terraform', async () => {
    expect(await properties({ kind: 'text', text: 'Costs ${money}' })).toEqual({ markdown: 'Costs $${money}' });
  });

  test('panels stand side by side until a row is full; titles stand above their rows', async () => {
    const rows = {
      first: { title: 'First', panels: { a: { series: p99 }, b: { series: p99 }, c: { series: p99, height: 3 } } },
      second: { panels: { d: { kind: 'number', series: p99 } } },
    };
    const placed = await widgets({}, { rows });
    expect(placed.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 0, 24, 1],
      [0, 1, 12, 6],
      [12, 1, 12, 6],
      [0, 7, 12, 3],
      [0, 10, 6, 6],
    ]);
  });

  test('a metric of another region says so', async () => {
    const components = { ...scene, bucket: { images: {} }, cdn: { site: { uses: { images: 'serve' } } } };
    const board = {
      rows: { main: { panels: { one: { series: { errors: { component: 'site', metric: '5xx-rate' } } } } } },
    };
    const rendered = await render({
      components: { bucket: components.bucket, cdn: components.cdn, 'metrics-dashboard': { board } },
      settings: { aws: { account: '111122223333', region: 'eu-west-1' } },
    });
    expect(body(rendered)['widgets']).toMatchObject([
      { properties: { metrics: [[{}, {}, {}, {}, 'Region', 'Global', { region: 'us-east-1' }]] } },
    ]);
  });
});

describe('metrics-dashboard refuses', () => {
  const at = '/metrics-dashboard/board/rows/main/panels/one';
  const panel = async (one: JsonObject, components: Components = scene): Promise<string[]> =>
    refused(await show({ one }, {}, components));

  test('a component and a metric that are not there', async () => {
    const { findings } = await show({ one: { series: { a: { component: 'alp', metric: 'requests' } } } });
    expect(findings).toMatchObject([{ code: 'unknown-component', fix: 'did you mean alb?' }]);
    expect(await panel({ series: { a: { component: 'alb', metric: 'request' } } })).toEqual([
      `metrics-dashboard/unknown-metric at ${at}/series/a/metric`,
    ]);
  });

  test('empty-panel: a panel that shows nothing', async () => {
    expect(await panel({})).toEqual([`metrics-dashboard/empty-panel at ${at}`]);
    expect(await panel({ kind: 'text' })).toEqual([`metrics-dashboard/empty-panel at ${at}`]);
    const { alarms: _, ...without } = scene;
    expect(await panel({ kind: 'alarms' }, without)).toEqual([`metrics-dashboard/empty-panel at ${at}`]);
    expect(await panel({ kind: 'alarms' })).toEqual([]);
  });

  test('field-of-another-panel: what its kind does not show', async () => {
    expect(await panel({ kind: 'text', text: 'Hello', lines: { a: 1 } })).toEqual([
      `metrics-dashboard/field-of-another-panel at ${at}/lines`,
    ]);
    expect(await panel({ series: p99, lines: { a: 1 } })).toEqual([]);
  });

  test('gauge-without-ends', async () => {
    expect(await panel({ kind: 'gauge', series: p99, minimum: 0 })).toEqual([
      `metrics-dashboard/gauge-without-ends at ${at}`,
    ]);
    expect(await panel({ kind: 'gauge', series: p99, minimum: 0, maximum: 1 })).toEqual([]);
  });

  test('ends-in-order', async () => {
    expect(await panel({ series: p99, minimum: 1, maximum: 1 })).toEqual([
      `metrics-dashboard/ends-in-order at ${at}/maximum`,
    ]);
    expect(await panel({ series: p99, minimum: 0, maximum: 1 })).toEqual([]);
  });

  test('unknown-alarm: one that nobody describes or recommends', async () => {
    expect(await panel({ series: p99, alarms: ['alb/fast', 'alb/elb-5xx'] })).toEqual([
      `metrics-dashboard/unknown-alarm at ${at}/alarms/0`,
    ]);
  });

  test('impossible-share: of itself', async () => {
    const share = (shareOf: string) => panel({ series: { a: { component: 'alb', metric: 'target-5xx', shareOf } } });
    expect(await share('target-5xx')).toEqual([`metrics-dashboard/impossible-share at ${at}/series/a/shareOf`]);
    expect(await share('requests')).toEqual([]);
  });

  test('other-account: a component whose metrics are in another account', async () => {
    const base = (await render({ name: 'shared', components: publicEdge })).environment;
    const series = { a: { component: 'alb', metric: 'requests' } };
    const board = { rows: { main: { panels: { one: { series } } } } };
    const seenFrom = async (account: string) => {
      const settings = { aws: { account, region: 'us-east-1' } };
      return refused(await render({ base, components: { 'metrics-dashboard': { board } }, settings }));
    };
    expect(await seenFrom('222233334444')).toEqual([`metrics-dashboard/other-account at ${at}/series/a`]);
    expect(await seenFrom('111122223333')).toEqual([]);
  });

  test('logs-elsewhere and logs-switched-off: a log that is not there to search', async () => {
    const logs = (of: string) => ({ kind: 'logs', logs: { of: [of], query: 'fields @message' } });
    const acls = { 'web-acl': { far: { region: 'dr' }, quiet: { logs: { enabled: false } }, near: {} } };
    expect(await panel(logs('far'), acls)).toEqual([`metrics-dashboard/logs-elsewhere at ${at}/logs/of/0`]);
    expect(await panel(logs('quiet'), acls)).toEqual([`metrics-dashboard/logs-switched-off at ${at}/logs/of/0`]);
    expect(await panel(logs('near'), acls)).toEqual([]);
  });

  test('too-much-for-one-dashboard', async () => {
    const requests = { component: 'alb', metric: 'requests' };
    const series = (count: number) => ({
      series: Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, requests])),
    });
    expect(await panel(series(501))).toEqual([`metrics-dashboard/too-much-for-one-dashboard at ${at}`]);
    expect(await panel(series(500))).toEqual([]);
  });
});

test('a reference inside a dashboard that leads nowhere is found', async () => {
  const { files } = await show({ one: { series: p99 } });
  const path = 'workspaces/acme-test-platform/board.tf.json';
  const judged = async (board: string) =>
    (await faults({ ...files, [path]: JSON.parse(board) as JsonObject })).filter((fault) => fault.includes(path));
  const board = JSON.stringify(files[path]);
  expect(await judged(board)).toEqual([]);
  expect(await judged(board.replace('aws_lb.alb.', 'aws_lb.abl.'))).toEqual([
    `terraform-reference-undeclared ${path}#/locals/board_body/widgets/0/properties/metrics/0/3`,
  ]);
});

test('panels never overlap, and never reach over the edge', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(size, { maxLength: 30 }), fc.nat(50), (sizes, top) => {
      const { spots, bottom } = placePanels(sizes, { columns: 24, top });
      const cells = spots.flatMap(({ x, y, width, height }) =>
        Array.from({ length: width * height }, (_, index) => `${x + (index % width)},${y + Math.floor(index / width)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      for (const { x, y, width, height } of spots) {
        expect(x + width).toBeLessThanOrEqual(24);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y + height).toBeLessThanOrEqual(bottom);
      }
    }),
  );
});
