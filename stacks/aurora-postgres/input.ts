import type { SchemaOptions, Static } from '@sinclair/typebox';
import {
  flag,
  group,
  input,
  integer,
  mapOf,
  number,
  optional,
  optionalReference,
  reference,
  text,
} from '../../schemas/contract/fields';
import { databaseFields, operationFields } from '../facets/postgres/fields';

/** Capacity units come in steps of a half; each brings about 2 GiB of memory. */
const acu = { multipleOf: 0.5, maximum: 256 };

function instances(description: string, options: SchemaOptions) {
  return mapOf(
    description,
    group('One instance.', {
      zone: optional(text('Availability zone. By default AWS chooses one.')),
      promotionTier: integer('Order in which readers take over, 0 first. Tiers 0 and 1 scale along with the writer.', {
        minimum: 0,
        maximum: 15,
        default: 1,
      }),
    }),
    options,
  );
}

export const Input = input({
  network: reference('Network that it stands in: in its data subnets where it has such, else in the private ones.', [
    'network',
  ]),
  ...databaseFields('17.9'),
  capacity: group(
    'Capacity of each instance, in Aurora capacity units (ACU).',
    {
      minimum: number('At least, 0 to 256 in steps of 0.5; 0 pauses an idle instance.', {
        minimum: 0,
        ...acu,
        default: 0.5,
      }),
      maximum: number('At most, 1 to 256 in steps of 0.5.', { minimum: 1, ...acu, default: 4 }),
      pauseAfterSeconds: optional(
        integer('Idle time after which an instance with a minimum of 0 pauses, in seconds. By default 300.', {
          minimum: 300,
          maximum: 86_400,
        }),
      ),
    },
    { default: {} },
  ),
  instances: instances(
    'Instances by name. The one with the lowest promotion tier is made first and starts as the writer; the others read.',
    { minProperties: 1, maxProperties: 16, default: { writer: { promotionTier: 0 }, reader: { promotionTier: 1 } } },
  ),
  copies: mapOf(
    'Copies in other regions by name, about a second behind: it becomes an Aurora global database. To be stated when the cluster is first made.',
    group('One copy.', {
      network: reference('Network of another region that it stands in.', ['network']),
      instances: instances(
        'Instances by name, which read. None: the copy costs its storage alone, and one is added before it takes over.',
        { maxProperties: 16, default: {} },
      ),
      key: optionalReference('Component of kind `key` of its region. Left out, it has a key of its own.', ['key']),
    }),
    { maxProperties: 10, default: {} },
  ),
  passwordVersion: integer(
    'A higher number makes a new master password of a cluster with copies, which AWS does not manage.',
    { minimum: 1, maximum: 1_000_000, default: 1 },
  ),
  ...operationFields,
  existing: optional(
    group('A cluster that is there already: it is looked up, and nothing is created.', {
      clusterIdentifier: text('Identifier of the cluster.'),
      securityGroupId: text('Id of its security group.', { pattern: '^sg-[0-9a-f]{8,17}$' }),
      managedMasterPassword: flag('AWS manages its master password in Secrets Manager.', { default: true }),
    }),
  ),
});

export type Props = Static<typeof Input>;

/** Instances of the cluster, or of one of its copies, by name. */
export type Instances = Props['instances'];

/** One copy in another region. */
export type Copy = Props['copies'][string];

/** Whether it is the primary of a global database. */
export function isGlobal({ copies }: Props): boolean {
  return Object.keys(copies).length > 0;
}

/** Instances in the order in which they are made, the writer first: by promotion tier, then as they are described. */
export function inOrder(all: Instances): (readonly [name: string, instance: Instances[string]])[] {
  return Object.entries(all).sort(([, a], [, b]) => a.promotionTier - b.promotionTier);
}
