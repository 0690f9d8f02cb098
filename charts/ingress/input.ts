import type { Static } from '@sinclair/typebox';
import {
  choice,
  cidr,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  reference,
  text,
} from '../../schemas/contract/fields';
import { minimumTlsField } from '../../schemas/contract/tls';
import { healthField } from '../../schemas/contract/expose';

const routeField = group('One way to a service.', {
  service: reference('Service that answers; it is in the namespace of the Ingress.', ['service']),
  path: text('Path that requests have.', { pattern: '^/[^ ]*$', maxLength: 128, default: '/' }),
  match: choice('`prefix`: the path and what is below it; `exact`: the path alone.', ['prefix', 'exact'], {
    default: 'prefix',
  }),
});

export const Input = input({
  namespace: reference('Namespace that it and its services are in.', ['namespace']),
  className: text('IngressClass: the controller that makes its load balancer.', {
    pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$',
    default: 'alb',
  }),
  scheme: choice('Who reaches it: the internet, or what is in the network.', ['internet-facing', 'internal'], {
    default: 'internet-facing',
  }),
  certificate: reference('Certificate of port 443, for every host.', ['certificate']),
  minimumTls: minimumTlsField,
  allowFrom: optional(
    list(
      'Networks that reach ports 80 and 443. By default everyone, or the VPC for an internal one.',
      cidr('Network.'),
      { minItems: 1, uniqueItems: true },
    ),
  ),
  hosts: mapOf(
    'Host names, each with its ways to services. A record each is made by `external-dns`, where it runs.',
    group('One host name.', {
      routes: mapOf('Ways to services, by name: an exact path wins, then the longest prefix.', routeField, {
        minProperties: 1,
      }),
    }),
    { minProperties: 1 },
  ),
  health: healthField,
  drainSeconds: integer('Time that open requests get when a replica goes, in seconds.', {
    minimum: 0,
    maximum: 3600,
    default: 30,
  }),
  idleTimeoutSeconds: integer(
    'How long a connection may be silent, in seconds: more than the slowest answer takes, such as the first of a model.',
    { minimum: 1, maximum: 4000, default: 60 },
  ),
  http2: flag('Clients may speak HTTP/2.', { default: true }),
  webAcl: optionalReference('Web ACL that judges its requests.', ['web-acl']),
  protect: flag('AWS refuses to delete the load balancer.', { default: true }),
});

export type Props = Static<typeof Input>;
