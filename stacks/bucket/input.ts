import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  reference,
} from '../../schemas/contract/fields';
import { regionField } from '../facets/region';

/**
 * Storage classes in the order in which objects may move down them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export const storageClasses = [
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
] as const;

const days = (description: string, minimum = 1) => integer(description, { minimum, maximum: 36_500 });

export const Input = input({
  versioning: flag('Keep every version of every object.', { default: true }),
  transitions: list(
    'Moves to cheaper storage classes, in order of age.',
    group('One move.', {
      afterDays: days('Age at which objects move, in days.', 0),
      to: choice('Storage class.', storageClasses),
    }),
    { default: [] },
  ),
  expireAfterDays: optional(days('Age at which objects are deleted, in days. Never, when left out.')),
  prefixes: mapOf(
    'What is deleted sooner than the rest, by the beginning of its name: `uploads/`.',
    group('Objects whose names begin so.', {
      expireAfterDays: days('Age at which they are deleted, in days.'),
      expireNoncurrentAfterDays: optional(
        days(
          'Age at which their replaced and deleted versions go for good, in days; 0 for never. By default that of the bucket.',
          0,
        ),
      ),
    }),
    // AWS takes 1000 rules, and two are the bucket's own.
    { maxProperties: 998, default: {} },
  ),
  expireNoncurrentAfterDays: integer(
    'Age at which replaced and deleted versions go for good, in days; 0 for never, as in a bucket without lifecycle rules.',
    { minimum: 0, maximum: 36_500, default: 90 },
  ),
  archive: optional(
    group('Where objects of intelligent tiering go that nobody reads. Reading them then takes minutes to hours.', {
      afterDays: integer('Days without a read before an object is archived.', { minimum: 90, maximum: 730 }),
      deepAfterDays: optional(
        integer('Days without a read before it is archived deeply.', { minimum: 180, maximum: 730 }),
      ),
    }),
  ),
  replication: optional(
    group('Copies of new objects in another bucket, of another region as a rule.', {
      to: reference('Bucket that the copies go to.', ['bucket']),
      storageClass: optional(choice('Storage class of the copies, where it differs.', ['STANDARD', ...storageClasses])),
      within15Minutes: flag('AWS answers for 15 minutes, and reports where it takes longer; charged for each GB.', {
        default: false,
      }),
    }),
  ),
  key: optionalReference(
    'Component of kind `key` that encrypts its objects (SSE-KMS). Left out, S3 encrypts them with keys of its own: AES-256, at no charge.',
    ['key'],
  ),
  region: regionField,
  existing: flag('The bucket is there already: it is looked up by its name, and left as it is.', { default: false }),
  protect: flag('Refuse to destroy the bucket.', { default: true }),
});

export type Props = Static<typeof Input>;
