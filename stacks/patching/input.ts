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
  text,
} from '../../schemas/contract/fields';
import { logEncryptionField, retentionDaysField } from '../facets/log-group';
import { systemNames } from './systems';

const patches = (description: string) =>
  list(description, text('Name of a patch, or of a package.', { maxLength: 100 }), {
    default: [],
    maxItems: 50,
    uniqueItems: true,
  });

const words = (description: string) => optional(list(description, text('Word.'), { minItems: 1, uniqueItems: true }));

const baseline = group(
  'Which patches are installed.',
  {
    approveAfterDays: optional(
      integer(
        'Days between a patch’s release and its approval, 7 by default. Ubuntu and Debian tell no date: theirs are approved at once.',
        { minimum: 0, maximum: 360 },
      ),
    ),
    classifications: words(
      'Kinds of patches, in the words of the operating system: `Security`, `Bugfix`, `SecurityUpdates`. By default security and errors; Ubuntu and Debian have none.',
    ),
    severities: words(
      'How urgent patches are, in the words of the operating system: `Critical`, `Important`; `Required` with Ubuntu and Debian. By default all.',
    ),
    nonSecurity: flag('Updates of Linux that no security notice asks for as well.', { default: false }),
    complianceLevel: choice(
      'What it is called when an approved patch is missing.',
      ['critical', 'high', 'medium', 'low', 'informational', 'unspecified'],
      { default: 'unspecified' },
    ),
    approved: patches('Patches that are installed in any case.'),
    rejected: patches('Patches that are never installed, nor what needs them.'),
    appliesTo: choice(
      '`patch-group`: instances that bear the tag `PatchGroup` with the value that the targets or the environment’s tags have; `region`: every instance in the region with this operating system and without such a tag.',
      ['patch-group', 'region'],
      { default: 'patch-group' },
    ),
  },
  { default: {} },
);

export const Input = input({
  operatingSystem: choice('What the instances run.', systemNames, { default: 'amazon-linux-2023' }),
  baseline,
  targetTags: mapOf(
    'Tags, all of which an instance bears that is patched. By default `system` and `environment`.',
    text('Value.', { maxLength: 256 }),
    { default: {}, maxProperties: 5 },
  ),
  operation: choice('`install`: what is missing is installed; `scan`: it is reported.', ['install', 'scan'], {
    default: 'install',
  }),
  reboot: choice('Whether an instance is started anew where a patch asks for it.', ['if-needed', 'never'], {
    default: 'if-needed',
  }),
  schedule: text('When it begins: six fields of cron in the time zone, or a rate.', {
    pattern: '^(cron\\(([^ ()]+ ){5}[^ ()]+\\)|rate\\([1-9][0-9]* (minute|hour|day)s?\\))$',
    'x-form': 'a schedule such as cron(0 3 ? * SUN *) or rate(7 days)',
    maxLength: 256,
  }),
  timeZone: text('Time zone of the schedule.', {
    pattern: '^[A-Za-z]+(/[A-Za-z_+-]+[0-9]*)*$',
    'x-form': 'a time zone such as Asia/Seoul',
    default: 'Etc/UTC',
  }),
  durationHours: integer('Hours from the beginning to the end.', { minimum: 1, maximum: 24, default: 3 }),
  cutoffHours: integer('Hours before the end from which nothing new begins.', { minimum: 0, maximum: 23, default: 1 }),
  unfinished: choice('What becomes of what goes on then: `finish`, or `cancel`.', ['finish', 'cancel'], {
    default: 'finish',
  }),
  maxConcurrency: text('Instances that are patched at a time: a number, or a share of all.', {
    pattern: '^([1-9][0-9]{0,5}|[1-9][0-9]?%|100%)$',
    'x-form': 'a number or a share such as 10%',
    default: '10%',
  }),
  maxErrors: text('Failures after which no further instance is patched: a number, or a share of all.', {
    pattern: '^(0|[1-9][0-9]{0,5}|[0-9]%|[1-9][0-9]%|100%)$',
    'x-form': 'a number or a share such as 5%',
    default: '5%',
  }),
  logGroup: group(
    'What the instances say while they are patched, in CloudWatch Logs; they need `patched` for it.',
    {
      enabled: flag('Keep it.', { default: true }),
      retentionDays: retentionDaysField,
      encryption: logEncryptionField,
    },
    { default: {} },
  ),
  notifications: optionalReference('Component of kind `notifications` that is told how it went.', ['notifications']),
  tellOf: list('What is told.', choice('Outcome.', ['started', 'success', 'failed', 'timed-out', 'cancelled']), {
    default: ['failed', 'timed-out', 'cancelled'],
    minItems: 1,
    uniqueItems: true,
  }),
});

export type Props = Static<typeof Input>;
