import type { Static } from '@sinclair/typebox';
import { certificateNames } from './certificate';
import type { Entrance, HealthCheck } from './connection';
import { isCovered } from '../primitives/domain';
import { group, integer, list, mapOf, optional, reference, text } from './fields';
import type { OutputContext } from './output';

/** Field `health` of what answers a load balancer. */
export const healthField = group(
  'When the load balancer takes a replica for healthy.',
  {
    path: text('Path.', { pattern: '^/', default: '/health' }),
    intervalSeconds: integer('Between two checks, in seconds.', { minimum: 5, maximum: 300, default: 30 }),
    timeoutSeconds: integer('Longest wait for an answer, in seconds.', { minimum: 2, maximum: 120, default: 5 }),
    healthyThreshold: integer('Good answers in a row that make it healthy.', {
      minimum: 2,
      maximum: 10,
      default: 2,
    }),
    unhealthyThreshold: integer('Bad answers in a row that make it unhealthy.', {
      minimum: 2,
      maximum: 10,
      default: 3,
    }),
    matcher: text('HTTP codes of a good answer.', {
      pattern: '^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$',
      'x-form': 'codes from 200 to 499 such as 200, 200,302 or 200-299',
      default: '200',
    }),
  },
  { default: {} },
);

/** What an answer that may take longer than the time between two checks is, by the pointer of its field. */
export function slowAnswers({
  intervalSeconds,
  timeoutSeconds,
}: Pick<HealthCheck, 'intervalSeconds' | 'timeoutSeconds'>): { readonly at: string; readonly found: string }[] {
  return timeoutSeconds < intervalSeconds
    ? []
    : [
        {
          at: '/health/timeoutSeconds',
          found: `timeout ${timeoutSeconds} s is not below the interval ${intervalSeconds} s`,
        },
      ];
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
export const hostForm = {
  pattern:
    '^[A-Za-z0-9*?]([A-Za-z0-9*?-]*[A-Za-z0-9*?])?(\\.[A-Za-z0-9*?]([A-Za-z0-9*?-]*[A-Za-z0-9*?])?)*\\.[A-Za-z*?][A-Za-z0-9*?-]*$',
  maxLength: 128,
  'x-form': 'a host name such as api.example.com, with `*` for any characters and `?` for one',
};
const pathForm = {
  pattern: '^/[A-Za-z0-9_.$/~"\'@:+&*?-]*$',
  maxLength: 128,
  'x-form': 'a path such as /api/*, of letters, digits and _-.$/~"\'@:+&, with `*` for any characters and `?` for one',
};

/** Values that the conditions of one listener rule may hold. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const conditionValues = 5;

/** What a listener rule of a way in can't be made of; `hosts` are those that it is for. */
export function conditionFault(paths: readonly string[], hosts: readonly string[]): 'none' | 'too-many' | undefined {
  const values = paths.length + hosts.length;
  return values === 0 ? 'none' : values > conditionValues ? 'too-many' : undefined;
}

/** Hosts of a way in that the certificate of its load balancer is not for: nobody would reach them. Patterns may stand for others. */
export function hostsWithoutCertificate(via: string, hosts: readonly string[], ref: OutputContext['ref']): string[] {
  const certificate = ref(via).component.props['certificate'] as string | undefined;
  if (certificate === undefined) return [];
  const names = certificateNames(ref(certificate).component);
  return hosts.filter((host) => !/[*?]/.test(host) && !isCovered(host, names));
}

/** Field `expose` of what runs behind load balancers; `defaultHosts` says, in words, which hosts it has where it states none. */
export function exposeFieldOf(defaultHosts: string) {
  return mapOf(
    'Ways in from a load balancer, by name; `main` is the usual one.',
    group('One way in: a target group and a listener rule.', {
      via: reference('Load balancer.', ['load-balancer']),
      hosts: optional(list(`Host names. ${defaultHosts}`, text('Host name.', hostForm), { minItems: 1, maxItems: 5 })),
      paths: list('Path patterns, `*` for any characters. By default every path.', text('Path pattern.', pathForm), {
        default: [],
        maxItems: 5,
      }),
      priority: optional(
        integer(
          'Priority of the listener rule: the lowest number that matches wins. By default a number made of the names.',
          { minimum: 1, maximum: 50_000 },
        ),
      ),
      health: healthField,
      stickySeconds: optional(
        integer('A client stays with its replica for so long, in seconds.', { minimum: 1, maximum: 604_800 }),
      ),
      drainSeconds: integer('Time that open requests get when a replica goes, in seconds.', {
        minimum: 0,
        maximum: 3600,
        default: 30,
      }),
    }),
    { default: {}, propertyNames: { pattern: '^[a-z][a-z0-9-]{0,30}$' } },
  );
}

export type Expose = Static<ReturnType<typeof exposeFieldOf>>;

/** What a workload adds to each of its ways in. */
export type Behind = Pick<Entrance, 'port' | 'targetType' | 'colours'> & {
  /** Hosts of a way in that states none. */
  readonly hosts: (via: string) => readonly string[];
};

/** Ways in from load balancers, as the mechanism of connections takes them. */
export function entrancesBehind(expose: Expose, { hosts, ...behind }: Behind): Entrance[] {
  return Object.entries(expose).map(([name, way]) => ({
    ...behind,
    name,
    via: way.via,
    hosts: way.hosts ?? hosts(way.via),
    paths: way.paths,
    health: way.health,
    deregistrationDelaySeconds: way.drainSeconds,
    ...(way.priority === undefined ? {} : { priority: way.priority }),
    ...(way.stickySeconds === undefined ? {} : { stickySeconds: way.stickySeconds }),
  }));
}

/** What stands for a way in where names are joined: `main`, the usual one, needs no word. */
export function entranceWord(name: string): string {
  return name === 'main' ? '' : name;
}
