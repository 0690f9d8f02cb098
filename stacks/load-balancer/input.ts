import type { Static } from '@sinclair/typebox';
import {
  assumedReference,
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

export const Input = input({
  network: reference('Network that it is in.', ['network']),
  scheme: choice('Who reaches it: the internet, or what is in the network.', ['internet-facing', 'internal'], {
    default: 'internet-facing',
  }),
  certificate: assumedReference('Certificate of port 443. Needed unless the load balancer exists.', ['certificate']),
  minimumTls: minimumTlsField,
  allowFrom: optional(
    list(
      'Networks that reach ports 80 and 443. By default everyone, or the VPC for an internal one.',
      cidr('Network.'),
      {
        minItems: 1,
        uniqueItems: true,
      },
    ),
  ),
  hosts: mapOf(
    'Host names that point at it: an alias record each.',
    group('One host name.', { zone: reference('Zone that the record goes to.', ['zone']) }),
    { default: {} },
  ),
  webAcl: optionalReference('Web ACL that judges its requests.', ['web-acl']),
  idleTimeoutSeconds: integer(
    'How long a connection may be silent, in seconds. Web sockets need more than their longest silence.',
    { minimum: 1, maximum: 4000, default: 60 },
  ),
  http2: flag('Clients may speak HTTP/2.', { default: true }),
  protect: flag('Refuse to destroy the load balancer.', { default: true }),
  existing: optional(
    group(
      'A load balancer that is there already: it is looked up, and left as it is; services still get their rules.',
      {
        name: text('Its name.', { maxLength: 32 }),
        securityGroupId: text('Its security group, which gets the rules to the services.', {
          pattern: '^sg-[0-9a-f]{8,17}$',
        }),
      },
    ),
  ),
});

export type Props = Static<typeof Input>;
