import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  input,
  integer,
  list,
  mapOf,
  optional,
  port,
  reference,
  text,
} from '../../schemas/contract/fields';
import { elastiCacheVersions } from '../../schemas/upstream/aws/elasticache';
import { keyField } from '../facets/key';
import { retentionDaysField } from '../facets/log-group';
import { dailyWindowField, weeklyWindowField } from '../facets/windows';

export const Input = input({
  network: reference('Network that it stands in: in its data subnets where it has such, else in the private ones.', [
    'network',
  ]),
  engine: choice('Engine. Valkey is what became of Redis after 7.2, and costs less.', ['redis', 'valkey'], {
    default: 'redis',
  }),
  engineVersion: optional(
    choice(
      'Version: 6.2, 7.0 or 7.1 of Redis, 7.2, 8.0 to 8.2, 9.0 or 9.1 of Valkey, in quotes. By default 7.1 and 8.1.',
      Object.values(elastiCacheVersions).flatMap((versions) => Object.keys(versions)),
    ),
  ),
  nodeType: text('Node type, such as `cache.t4g.small`.', {
    pattern: '^cache\\.[a-z][a-z0-9-]*\\.[a-z0-9-]+$',
    'x-form': 'a node type such as cache.t4g.small or cache.r7g.2xlarge',
    default: 'cache.t4g.small',
  }),
  nodes: integer('Nodes of each shard: a primary and up to five replicas, one of which takes over when it fails.', {
    minimum: 1,
    maximum: 6,
    default: 2,
  }),
  shards: integer('Parts that the keys are spread over; more than one is cluster mode, which clients must speak.', {
    minimum: 1,
    maximum: 500,
    default: 1,
  }),
  zones: optional(
    list('Availability zone of each node, the first primary’s first. By default AWS spreads them.', text('Zone.'), {
      minItems: 1,
      maxItems: 6,
    }),
  ),
  port: port('Port.', { default: 6379 }),
  authentication: flag(
    'Clients sign in with a password: that of the user `default`, who may do everything, or of `reader`, who may read.',
    { default: true },
  ),
  passwordVersion: integer('A higher number gives both users new passwords.', {
    minimum: 1,
    maximum: 1_000_000,
    default: 1,
  }),
  snapshotRetentionDays: integer('Days for which daily snapshots are kept; 0 for no snapshots.', {
    minimum: 0,
    maximum: 35,
    default: 7,
  }),
  snapshotWindow: dailyWindowField('When the daily snapshot is taken, at least 60 minutes.', '03:00-04:00'),
  maintenanceWindow: weeklyWindowField('When AWS changes it, at least 60 minutes.', 'sun:05:00-sun:06:00'),
  parameters: mapOf('Parameters by name, such as `maxmemory-policy`.', text('Value.', { minLength: 0 }), {
    default: {},
  }),
  logRetentionDays: retentionDaysField,
  key: keyField,
  protect: flag('Refuse to destroy it.', { default: true }),
});

export type Props = Static<typeof Input>;
