import type { Static } from '@sinclair/typebox';
import { choice, flag, group, input, integer, list, optional, text } from '../../schemas/contract/fields';
import { logEncryptionField, retentionDaysField } from '../facets/log-group';

export const Input = input({
  keepDays: integer(
    'Days for which its bucket keeps events at least. The bucket says itself when it deletes; one that does so earlier is refused.',
    { minimum: 1, maximum: 36_500, default: 365 },
  ),
  leaveOut: list(
    'Services whose calls are left out of management events, for their number: `kms` (keys), `rds-data` (the Data API of databases).',
    choice('Service.', ['kms', 'rds-data']),
    { default: [], uniqueItems: true },
  ),
  objects: optional(
    group('What is done to single objects in buckets. AWS charges for every event.', {
      buckets: list(
        'Buckets that are watched.',
        text('Key of a component of kind `bucket`.', { 'x-reference': { kinds: ['bucket'], sole: false } }),
        { minItems: 1, maxItems: 200, uniqueItems: true },
      ),
      actions: choice('Which events are kept.', ['all', 'read', 'write'], { default: 'all' }),
    }),
  ),
  insights: list(
    'What AWS points out beside: unusual numbers of calls (`call-rate`), or of errors (`error-rate`). AWS charges for the events that are looked at.',
    choice('Insight.', ['call-rate', 'error-rate']),
    { default: [], uniqueItems: true },
  ),
  logGroup: group(
    'A copy of the events in CloudWatch Logs, where they can be searched and alarms can look at them.',
    {
      enabled: flag('Keep it.', { default: true }),
      retentionDays: retentionDaysField,
      encryption: logEncryptionField,
    },
    { default: {} },
  ),
  protect: flag('Refuse to destroy the trail, and the key without which nobody can read its events.', {
    default: true,
  }),
});

export type Props = Static<typeof Input>;
