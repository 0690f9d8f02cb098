import type { Static } from '@sinclair/typebox';
import { choice, group, input, list, mapOf, optional, text } from '../../schemas/contract/fields';
import { emailAddress } from '../facets/people';
import { regionField } from '../facets/region';

/** AWS services that may publish, beside what is granted to workloads. */
export const publishers = ['auto-scaling', 'budgets', 'cloudwatch', 'cost-anomalies', 'events'] as const;

export type Publisher = (typeof publishers)[number];

/** Names of subscriptions become parts of logical ids. */
const names = { default: {}, propertyNames: { pattern: '^[a-z][a-z0-9-]*$' } };

export const Input = input({
  email: mapOf(
    'Addresses that get e-mail, by name. AWS asks each of them once whether it wants to.',
    emailAddress('Address.'),
    names,
  ),
  sms: mapOf(
    'Telephones that get text messages, by name.',
    text('Number in the form E.164.', {
      pattern: '^\\+[1-9][0-9]{6,14}$',
      'x-form': 'a telephone number with its country code such as +442079460000',
    }),
    names,
  ),
  https: mapOf(
    'Web addresses that get every message by POST, by name; each confirms its subscription itself. They stand in the files, so that none may hold a secret.',
    text('Address.', {
      pattern: '^https://[^@/ ]+(/[^@ ]*)?$',
      maxLength: 2048,
      'x-form': 'an address such as https://hooks.example.com/aws, without user and password',
    }),
    names,
  ),
  publishers: list(
    'AWS services of this account that may publish. `events` (EventBridge) is not among the defaults: it doesn’t tell SNS the account that a rule is of, so that it can’t be held to this one.',
    choice('Service.', publishers),
    { default: ['auto-scaling', 'budgets', 'cloudwatch', 'cost-anomalies'], uniqueItems: true },
  ),
  displayName: optional(
    text('Sender that e-mail and text messages name. AWS uses the first ten characters in text messages.', {
      maxLength: 100,
      pattern: '^[A-Za-z0-9 _-]+$',
      'x-form': 'letters, digits, spaces, hyphens and underscores',
    }),
  ),
  existing: optional(
    group('A topic that is there already, and is left as it is but for its subscriptions.', {
      topicArn: text('Its ARN.', {
        pattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$',
        'x-form': 'the ARN of a topic such as arn:aws:sns:us-east-1:111122223333:alerts',
      }),
      keyArn: optional(
        text('ARN of the key that encrypts it, for those who publish.', {
          pattern: '^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$',
          'x-form': 'the ARN of a key',
        }),
      ),
    }),
  ),
  region: regionField,
});

export type Props = Static<typeof Input>;
