import type { Static } from '@sinclair/typebox';
import { choice, flag, group, input, integer, optional, reference, text } from '../../schemas/contract/fields';
import { databaseFields, operationFields } from '../facets/postgres/fields';

/** Gibibytes of a volume. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
const gibibytes = { minimum: 20, maximum: 65_536 };

export const Input = input({
  network: reference('Network that it stands in: in its data subnets where it has such, else in the private ones.', [
    'network',
  ]),
  ...databaseFields('17.9'),
  minorVersions: choice(
    '`described`: it stays at `engineVersion` until somebody raises it; `automatic`: AWS installs newer minor releases, with what they mend, in the maintenance window, and `engineVersion` says the major one.',
    ['described', 'automatic'],
    { default: 'described' },
  ),
  instanceClass: text('Instance class, such as `db.t4g.micro` or `db.m7g.large`.', {
    pattern: '^db\\.[a-z][a-z0-9-]*\\.[a-z0-9-]+$',
    'x-form': 'an instance class such as db.t4g.micro',
    default: 'db.t4g.micro',
  }),
  storage: group(
    'Its volume, in gibibytes (GiB).',
    {
      gibibytes: integer('Size at the start, 20 to 65,536 GiB; 100 at least of `io2`.', { ...gibibytes, default: 20 }),
      maximumGibibytes: optional(
        integer(
          'Size that AWS lets it grow to by itself, at least a tenth over the size. Left out, it stays as it is.',
          {
            ...gibibytes,
          },
        ),
      ),
      type: choice('`gp3`, or `io2` for latencies below a millisecond.', ['gp3', 'io2'], { default: 'gp3' }),
      iops: optional(
        integer('Operations a second. `gp3` has 3,000, and 12,000 to 64,000 from 400 GiB on; `io2` 1,000 to 256,000.', {
          minimum: 1000,
          maximum: 256_000,
        }),
      ),
      throughput: optional(
        integer('Throughput of `gp3` in MiB a second, 500 to 4,000, from 400 GiB on.', {
          minimum: 500,
          maximum: 4000,
        }),
      ),
    },
    { default: {} },
  ),
  multiAz: flag('A standby in another zone takes over when the instance or its zone fails; twice the price.', {
    default: true,
  }),
  zone: optional(text('Availability zone of an instance without a standby. By default AWS chooses one.')),
  ...operationFields,
  existing: optional(
    group('An instance that is there already: it is looked up, and nothing is created.', {
      identifier: text('Identifier of the instance.', { pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
      securityGroupId: text('Id of its security group.', { pattern: '^sg-[0-9a-f]{8,17}$' }),
      managedMasterPassword: flag('AWS manages its master password in Secrets Manager.', { default: true }),
    }),
  ),
});

export type Props = Static<typeof Input>;
