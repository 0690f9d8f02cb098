import type { Static } from '@sinclair/typebox';
import type { Entrance } from '../schemas/contract/connection';
import { group, integer, list, mapOf, optional, reference, text } from '../schemas/contract/fields';
import type { Reader } from '../schemas/contract/output';

/** Ways into a workload from load balancers, by name. */
export const exposeField = mapOf(
  'Ways in from a load balancer, by name; `main` is the usual one.',
  group('One way in: a target group and a listener rule.', {
    via: reference('Load balancer.', ['load-balancer']),
    hosts: optional(
      list('Host names. By default those of the namespace.', text('Host name.'), { minItems: 1, maxItems: 5 }),
    ),
    paths: list(
      'Path patterns, `*` for any characters. By default every path.',
      text('Path pattern.', { pattern: '^/', maxLength: 128 }),
      { default: [], maxItems: 5 },
    ),
    priority: optional(
      integer(
        'Priority of the listener rule: the lowest number that matches wins. By default a number made of the names.',
        { minimum: 1, maximum: 50_000 },
      ),
    ),
    health: group(
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
        matcher: text('HTTP codes of a good answer.', { pattern: '^[0-9]{3}([,-][0-9]{3})*$', default: '200' }),
      },
      { default: {} },
    ),
    stickySeconds: optional(
      integer('A client stays with its replica for so long, in seconds.', { minimum: 1, maximum: 604_800 }),
    ),
    drainSeconds: integer('Time that open requests get when a replica goes, in seconds.', {
      minimum: 0,
      maximum: 3600,
      default: 30,
    }),
  }),
  { default: {} },
);

export interface Exposed {
  readonly port: number;
  readonly expose: Static<typeof exposeField>;
}

/** Ways in from load balancers; a host that is not stated is the namespace's. */
export function entrancesOf(props: Exposed, namespace: Reader): Entrance[] {
  return Object.entries(props.expose).map(([name, expose]) => ({
    name,
    via: expose.via,
    hosts: expose.hosts ?? namespace.list('hosts'),
    paths: expose.paths,
    port: props.port,
    targetType: 'ip',
    health: expose.health,
    deregistrationDelaySeconds: expose.drainSeconds,
    ...(expose.priority === undefined ? {} : { priority: expose.priority }),
    ...(expose.stickySeconds === undefined ? {} : { stickySeconds: expose.stickySeconds }),
  }));
}
