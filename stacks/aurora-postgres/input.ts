import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  number,
  optional,
  port,
  reference,
  text,
} from '../../schemas/contract/fields';
import { keyField } from '../facets/key';
import { retentionDaysField } from '../facets/log-group';
import { dailyWindowField, weeklyWindowField } from '../facets/windows';

/** Capacity units come in steps of a half; each brings about 2 GiB of memory. */
const acu = { multipleOf: 0.5, maximum: 256 };

const postgresName = '^[A-Za-z][A-Za-z0-9_]{0,62}$';

export const Input = input({
  network: reference('Network that it stands in: in its data subnets where it has such, else in the private ones.', [
    'network',
  ]),
  engineVersion: text('Version of PostgreSQL. AWS offers each for about a year, some for three.', {
    default: '17.9',
    pattern: '^[0-9]{2}\\.[0-9]{1,2}$',
    'x-form': 'a version such as "15.17", in quotes',
  }),
  database: text('Database that is made with the cluster.', { pattern: postgresName }),
  masterUser: text('User that owns the cluster. AWS makes its password and changes it every seven days.', {
    pattern: '^[A-Za-z][A-Za-z0-9_]{0,15}$',
    default: 'postgres',
  }),
  port: port('Port.', { default: 5432 }),
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
  instances: mapOf(
    'Instances by name. The one with the lowest promotion tier is made first and starts as the writer; the others read.',
    group('One instance.', {
      zone: optional(text('Availability zone. By default AWS chooses one.')),
      promotionTier: integer('Order in which readers take over, 0 first. Tiers 0 and 1 scale along with the writer.', {
        minimum: 0,
        maximum: 15,
        default: 1,
      }),
    }),
    { minProperties: 1, maxProperties: 16, default: { writer: { promotionTier: 0 }, reader: { promotionTier: 1 } } },
  ),
  backupRetentionDays: integer('Days back to which any second can be restored, 1 to 35.', {
    minimum: 1,
    maximum: 35,
    default: 7,
  }),
  backupWindow: dailyWindowField('When the daily snapshot is taken, at least 30 minutes.', '03:00-04:00'),
  maintenanceWindow: weeklyWindowField('When AWS changes it, at least 30 minutes.', 'sun:05:00-sun:06:00'),
  parameters: mapOf(
    'Parameters of the cluster beside TLS only and the log settings, by name.',
    group('One parameter.', {
      value: text('Value.', { minLength: 0 }),
      atReboot: flag('It is a static one, which takes effect with the next reboot.', { default: false }),
    }),
    { default: {} },
  ),
  slowQueryMilliseconds: integer('Statements that take longer are logged, in milliseconds; -1 for none.', {
    minimum: -1,
    maximum: 2_147_483_647,
    default: 1000,
  }),
  insights: choice(
    'Database Insights: `standard` keeps 7 days of load by statement, `advanced` 15 months, at a price.',
    ['standard', 'advanced'],
    { default: 'standard' },
  ),
  monitoringSeconds: choice('Period of enhanced monitoring, in seconds; 0 for none.', [0, 1, 5, 10, 15, 30, 60], {
    default: 60,
  }),
  logRetentionDays: retentionDaysField,
  iamUsers: list(
    'Database users that sign in with a token of IAM instead of a password; each is an access level `as-<user>`.',
    text('Database user.', { pattern: '^[a-z][a-z0-9_]{0,62}$' }),
    { default: [], uniqueItems: true },
  ),
  certificateAuthority: choice(
    'Authority that signs the certificates of the instances.',
    ['rds-ca-rsa2048-g1', 'rds-ca-rsa4096-g1', 'rds-ca-ecc384-g1'],
    { default: 'rds-ca-rsa2048-g1' },
  ),
  key: keyField,
  protect: flag('Refuse to destroy it, in AWS and in Terraform.', { default: true }),
  existing: optional(
    group('A cluster that is there already: it is looked up, and nothing is created.', {
      clusterIdentifier: text('Identifier of the cluster.'),
      securityGroupId: text('Id of its security group.', { pattern: '^sg-[0-9a-f]{8,17}$' }),
      managedMasterPassword: flag('AWS manages its master password in Secrets Manager.', { default: true }),
    }),
  ),
});

export type Props = Static<typeof Input>;

/** Instances in the order in which they are made, the writer first: by promotion tier, then as they are described. */
export function instancesOf(props: Props): (readonly [name: string, instance: Props['instances'][string]])[] {
  return Object.entries(props.instances).sort(([, a], [, b]) => a.promotionTier - b.promotionTier);
}
