import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { publicEdge } from '../../stacks/facets/examples';
import { clusterBase } from '../../charts/facets/examples';
import { render } from '../support/render';

type Components = Readonly<Record<string, JsonObject>>;

const ops = { email: { ops: 'ops@example.com' } };
const { certificate, zone, network } = publicEdge as unknown as Components;

async function told(components: Components): Promise<readonly Finding[]> {
  return (await render({ components })).findings;
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, subject, message }) => `${code} ${subject.replace('acme/test ', '')}: ${message}`);
}

describe('a reference that is left out where several components could be meant', () => {
  const watching: Components = { ...(publicEdge as unknown as Components), alarms: { guard: { watch: { alb: {} } } } };

  it('is told as that, once for each field, with what could be meant and a line that says which', async () => {
    const findings = await told({ ...watching, notifications: { ops, pager: ops } });
    expect(brief(findings)).toEqual([
      'ambiguous-component alarms guard: field notify.critical is left out, and could mean ops, pager',
      'ambiguous-component alarms guard: field notify.warning is left out, and could mean ops, pager',
    ]);
    expect(findings[0]).toMatchObject({
      expected: 'one of ops, pager',
      fix: 'state which, such as `notify: { critical: ops }`',
      related: [{ message: 'notifications ops' }, { message: 'notifications pager' }],
    });
  });

  it('is no mistake where it is stated, where one can be meant, and where nothing needs it', async () => {
    const both = { notifications: { ops, pager: ops } };
    const stated = { guard: { watch: { alb: {} }, notify: { critical: 'ops', warning: 'pager' } } };
    expect(await told({ ...watching, ...both, alarms: stated })).toEqual([]);
    expect(await told({ ...watching, notifications: { ops } })).toEqual([]);
    expect(await told({ ...both, budget: { monthly: { limitUsd: 10, email: { ops: 'ops@example.com' } } } })).toEqual(
      [],
    );
  });

  it('is still that nobody is told where there are no notifications', async () => {
    expect((await told(watching)).map(({ code }) => code)).toContain('refused-combination');
  });

  it.each<[string, Components, string]>([
    [
      'the topic of a budget',
      { notifications: { ops, pager: ops }, budget: { monthly: { limitUsd: 10 } } },
      'budget monthly: field notifications is left out, and could mean ops, pager',
    ],
    [
      'the certificate of a load balancer',
      {
        network: network ?? {},
        zone: zone ?? {},
        certificate: { ...certificate, other: { domain: 'other.example.com' } },
        'load-balancer': { alb: {} },
      },
      'load-balancer alb: field certificate is left out, and could mean edge, other',
    ],
    [
      'the zone of a certificate',
      {
        zone: { one: { domain: 'example.com' }, two: { domain: 'example.org' } },
        certificate: { main: { domain: 'example.com' } },
      },
      'certificate main: field zone is left out, and could mean one, two',
    ],
    [
      'the alarms of a dashboard',
      {
        ...watching,
        notifications: { ops },
        alarms: { guard: { watch: { alb: {} } }, second: { watch: { alb: { without: ['elb-5xx'] } } } },
        'metrics-dashboard': {
          board: {
            rows: {
              one: { title: 'One', panels: { state: { title: 'State', kind: 'alarms', alarms: ['alb/elb-5xx'] } } },
            },
          },
        },
      },
      'metrics-dashboard board: field alarms is left out, and could mean guard, second',
    ],
  ])('is told of %s', async (_what, components, expected) => {
    expect(brief(await told(components))).toEqual([`ambiguous-component ${expected}`]);
  });

  it('is told with the whole way to a field of a named thing', async () => {
    const [finding] = await told({
      ...(publicEdge as unknown as Components),
      zone: { dns: { domain: 'example.com' }, other: { domain: 'example.org' } },
      'load-balancer': { alb: { certificate: 'edge', hosts: { 'api.example.com': {} } } },
    });
    expect(finding?.fix).toBe('state which, such as `hosts: { api.example.com: { zone: dns } }`');
  });

  it.each<[string, Components, string]>([
    ['a record', { record: { help: { host: 'help.staging.tix.example', values: ['192.0.2.1'] } } }, 'zone: public'],
    [
      'a record of the domain above',
      { record: { help: { host: 'tix.example', values: ['192.0.2.1'] } } },
      'zone: above',
    ],
    ['a certificate', { certificate: { edge: { domain: '*.staging.tix.example' } } }, 'zone: public'],
    [
      'a host of a load balancer',
      { 'load-balancer': { alb: { certificate: 'edge', hosts: { 'help.staging.tix.example': {} } } } },
      'hosts: { help.staging.tix.example: { zone: public } }',
    ],
  ])('is told with the zone that the name of %s is closest to', async (_what, components, line) => {
    const findings = await told({
      network: network ?? {},
      zone: {
        above: { domain: 'tix.example', existing: true },
        other: { domain: 'other.example', existing: true },
        public: { domain: 'staging.tix.example', parent: 'above' },
      },
      certificate: { edge: { domain: 'staging.tix.example', zone: 'public' } },
      ...components,
    });
    expect(findings.map(({ fix }) => fix)).toEqual([`state which, such as \`${line}\``]);
  });

  it('is told of the rules of a Grafana dashboard', async () => {
    const alerts = { high: { expr: 'up', above: 1, summary: 'High' } };
    const rules = { namespace: 'apps', groups: { one: { alerts } } };
    const panel = { title: 'Up', queries: { up: 'up' }, alerts: ['high'] };
    const findings = await told({
      ...(clusterBase as unknown as Components),
      namespace: { apps: {} },
      'alert-rules': { one: rules, two: { ...rules, groups: { two: { alerts: { low: alerts.high } } } } },
      dashboard: {
        board: { title: 'Board', namespace: 'apps', rows: { one: { title: 'One', panels: { up: panel } } } },
      },
    });
    expect(brief(findings)).toEqual([
      'ambiguous-component dashboard board: field rules is left out, and could mean one, two',
    ]);
  });
});
