import { choice, flag, group, integer, list, mapOf, port, text } from '../../../schemas/contract/fields';
import { keyField } from '../key';
import { retentionDaysField } from '../log-group';
import { dailyWindowField, weeklyWindowField } from '../windows';

const postgresName = '^[A-Za-z][A-Za-z0-9_]{0,62}$';

/** What a database is and where it listens. `version`: the default version of PostgreSQL. */
export function databaseFields(version: string) {
  return {
    engineVersion: text('Version of PostgreSQL. AWS offers each for about a year, some for three.', {
      default: version,
      pattern: '^[0-9]{2}\\.[0-9]{1,2}$',
      'x-form': 'a version such as "15.17", in quotes',
    }),
    database: text('Database that is made at the start.', { pattern: postgresName }),
    masterUser: text('User that owns it. AWS makes its password and changes it every seven days.', {
      pattern: '^[A-Za-z][A-Za-z0-9_]{0,15}$',
      default: 'postgres',
    }),
    port: port('Port, 1150 at the lowest.', { minimum: 1150, default: 5432 }),
  };
}

/** How a database is run. */
export const operationFields = {
  backupRetentionDays: integer('Days back to which any second can be restored, 1 to 35.', {
    minimum: 1,
    maximum: 35,
    default: 7,
  }),
  backupWindow: dailyWindowField('When the daily snapshot is taken, at least 30 minutes.', '03:00-04:00'),
  maintenanceWindow: weeklyWindowField('When AWS changes it, at least 30 minutes.', 'sun:05:00-sun:06:00'),
  parameters: mapOf(
    'Parameters beside TLS only and the log settings, by name.',
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
    'Authority that signs its certificates.',
    ['rds-ca-rsa2048-g1', 'rds-ca-rsa4096-g1', 'rds-ca-ecc384-g1'],
    { default: 'rds-ca-rsa2048-g1' },
  ),
  key: keyField,
  protect: flag('Refuse to destroy it, in AWS and in Terraform.', { default: true }),
};
