import { metricFacts, withoutPart } from '../../synth/docs/metric-facts';
import { escapeHtml } from '../../synth/docs/markdown';
import { kindFacts } from '../../synth/docs/kind-facts';
import { kindsPage } from '../../synth/docs/kinds-page';
import { loadKinds } from '../../synth/catalogue';
import type { Kind } from '../../schemas/contract/kind';

async function pageOf(name: string, rows: readonly { id: string; title: string }[] = []): Promise<string> {
  const kind = (await loadKinds([name])).get(name) as Kind;
  return kindsPage([{ facts: await kindFacts(kind), renders: [], rows }]);
}

describe('the page of kinds', () => {
  test('has a table of what a kind publishes, with the alarm that every such component should have', async () => {
    expect(await pageOf('redis')).toContain(
      '| `engine-cpu/<key>` | `AWS/ElastiCache EngineCPUUtilization` | Average, Percent | above 90 for 5 min, critical | Use of the one processor core that runs commands. |\n',
    );
  });

  test('has none for a kind that publishes nothing', async () => {
    expect(await pageOf('namespace')).not.toContain('### Metrics');
  });

  test('lists the rows that a kind serves, and says so where there is none', async () => {
    expect(await pageOf('namespace', [{ id: 'PV-06', title: 'Quotas <and> priorities' }])).toContain(
      '\n- PV-06: Quotas &lt;and> priorities\n',
    );
    expect(await pageOf('namespace')).toContain('\nNone: no system');
  });
});

const memory = {
  description: 'Memory.',
  namespace: { output: 'metricNamespace' },
  name: 'Memory',
  dimensions: {},
  statistic: 'p99',
} as const;

test('a metric whose namespace follows from the input names the output that has it', () => {
  expect(metricFacts([['memory', memory]])).toEqual([
    { names: ['memory'], cloudwatch: '<metricNamespace> Memory', description: 'Memory.', statistic: 'p99' },
  ]);
});

test.each([
  ['cpu/001', 'cpu/<key>'],
  ['cpu', 'cpu'],
])('of %s readers of a kind see %s', (name, seen) => {
  expect(withoutPart(name)).toBe(seen);
});

test.each([
  ['mail to ops@example.com, or not', 'mail to `ops@example.com`, or not'],
  ['see https://example.com/a_b.', 'see `https://example.com/a_b`.'],
  ['stands as `https://example.com` already', 'stands as `https://example.com` already'],
  ['a_b <c> * `d_e`', 'a\\_b &lt;c> \\* `d_e`'],
  ['user@ and @name are no addresses', 'user@ and @name are no addresses'],
])('text for Markdown: %s', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});
