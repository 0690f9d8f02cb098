import type { JsonObject } from '../../schemas/primitives/artifact';
import { publicEdge } from '../../stacks/facets/examples';
import { loadKinds } from '../../synth/catalogue';
import { renderExample } from '../../synth/docs/example';
import { exampleFacts, exampleKey } from '../../synth/docs/kind-facts';

/** A merge patch (RFC 7386) in a test's words. */
function patched(value: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result = { ...(value as object) } as Record<string, unknown>;
  for (const [key, child] of Object.entries(patch)) {
    if (child === null) Reflect.deleteProperty(result, key);
    else result[key] = patched(result[key] ?? {}, child);
  }
  return result;
}

/** Constraints that refuse the first example of a kind with changes. */
async function refusals(name: string, change: object, others: object = {}): Promise<string[]> {
  const kind = (await loadKinds([name])).get(name);
  const [example] = kind ? exampleFacts(kind) : [];
  const components = patched(example?.components, { [name]: { [exampleKey]: change }, ...others }) as JsonObject;
  const { findings } = await renderExample(components);
  const refused = findings.filter(({ code }) => code === 'refused-combination');
  return refused.map(({ message }) => /\(([^()]*)\)$/.exec(message)?.[1] ?? message);
}

const slow = { summary: 'Slow', expr: 'latency', above: 1 };

describe('an example is refused as soon as it is changed so that', () => {
  it.each<[situation: string, constraint: string, change: object]>([
    [
      'a route leads to a receiver that is not there',
      'alert-routing/unknown-receiver',
      { routes: { warning: { receiver: 'nobody-there' } } },
    ],
    ['a receiver tells nobody', 'alert-routing/silent-receiver', { receivers: { team: { slack: null } } }],
    [
      'a receiver has the name of the one that tells nobody',
      'alert-routing/reserved-receiver',
      { receivers: { nobody: { slack: { channel: '#a' } } } },
    ],
    ['a group of rules is empty', 'alert-rules/empty-group', { groups: { more: {} } }],
    [
      'an alert has two thresholds',
      'alert-rules/two-thresholds',
      { groups: { warning: { alerts: { Slow: { ...slow, below: 0 } } } } },
    ],
    [
      'two alerts have one name',
      'alert-rules/duplicate-alert',
      { groups: { more: { alerts: { HighQueueLength: slow } } } },
    ],
    [
      'a panel shows an alert that is not there',
      'dashboard/unknown-alert',
      { rows: { queue: { panels: { length: { alerts: ['Gone'] } } } } },
    ],
    ['an exporter does not use its Redis', 'redis-exporter/unconnected', { uses: null }],
    ['a queue has two names', 'redis-exporter/queue-twice', { queues: { again: 'jobs' } }],
  ])('%s', async (_, constraint, change) => {
    const [kind = ''] = constraint.split('/');
    expect(await refusals(kind, {})).toEqual([]);
    expect(await refusals(kind, change)).toEqual([constraint]);
  });

  it('a way in has no condition, or more than five', async () => {
    const way = (main: object, hosts?: string[]) =>
      refusals('service', { expose: { main } }, { ...publicEdge, namespace: { apps: hosts ? { hosts } : {} } });
    expect(await way({})).toEqual(['service/way-without-condition']);
    expect(await way({}, ['example.com'])).toEqual([]);
    expect(await way({ paths: ['/api/*'] })).toEqual([]);
    const paths = ['/a', '/b', '/c', '/d', '/e'];
    expect(await way({ paths })).toEqual([]);
    expect(await way({ paths }, ['example.com'])).toEqual(['service/too-many-conditions']);
  });

  it('a host of a way in, or of the namespace, that the certificate is not for', async () => {
    const way = (main: object, hosts: readonly string[] = []) =>
      refusals('service', { expose: { main } }, { ...publicEdge, namespace: { apps: { hosts } } });
    expect(await way({ hosts: ['exmaple.com'] })).toEqual(['service/host-without-certificate']);
    expect(await way({}, ['exmaple.com'])).toEqual(['service/host-without-certificate']);
    expect(await way({ hosts: ['*.exmaple.com'] })).toEqual([]);
    expect(await way({ hosts: ['example.com'] }, ['exmaple.com'])).toEqual([]);
  });

  it('a load balancer waits for an answer as long as it takes between two checks', async () => {
    const change = (timeoutSeconds: number) => ({
      expose: { main: { hosts: ['example.com'], health: { intervalSeconds: 15, timeoutSeconds } } },
    });
    expect(await refusals('service', change(14), publicEdge)).toEqual([]);
    expect(await refusals('service', change(15), publicEdge)).toEqual(['service/health-timeout-over-interval']);
  });
});
