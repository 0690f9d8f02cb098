import type { Static } from '@sinclair/typebox';
import {
  assumedReference,
  choice,
  flag,
  group,
  input,
  mapOf,
  number,
  optional,
  text,
} from '../../schemas/contract/fields';
import { emailAddress } from '../facets/people';

const threshold = group('One threshold.', {
  percent: number('Share of the limit that is passed, in per cent.', { minimum: 0.1, maximum: 1000 }),
  of: choice('`actual`: it is spent; `forecasted`: by AWS’s forecast it will be, by the end of the month.', [
    'actual',
    'forecasted',
  ]),
});

/** @see https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html */
const anomalies = group('AWS learns what is usual, and tells of what is not.', {
  watch: choice(
    '`system`: the costs of the system, by its tag; `services`: each AWS service by itself, for which an account has one monitor and no second one; `existing`: what a monitor watches that is there already, such as the one that AWS makes for new accounts.',
    ['system', 'services', 'existing'],
    { default: 'system' },
  ),
  monitorArn: optional(
    text('ARN of the monitor that is there already.', {
      pattern: '^arn:aws[a-z-]*:ce::[0-9]{12}:anomalymonitor/[A-Za-z0-9-]+$',
      'x-form':
        'the ARN of a monitor such as arn:aws:ce::111122223333:anomalymonitor/11111111-2222-3333-4444-555555555555',
    }),
  ),
  percent: optional(
    number('It is told when cost is this far above what was expected, in per cent.', { minimum: 1, maximum: 10_000 }),
  ),
  usd: optional(
    number('It is told when cost is this far above what was expected, in US dollars.', {
      minimum: 0.01,
      maximum: 1_000_000_000,
    }),
  ),
  match: choice('Where both are stated: it is told when `all` are passed, or `any`.', ['all', 'any'], {
    default: 'all',
  }),
  frequency: choice(
    '`immediate`: each by itself, to the component of kind notifications; `daily` and `weekly`: a summary, to the e-mail addresses.',
    ['immediate', 'daily', 'weekly'],
    { default: 'immediate' },
  ),
});

export const Input = input({
  limitUsd: number('What a month may cost, in US dollars.', { minimum: 0.01, maximum: 1_000_000_000 }),
  covers: choice(
    '`system`: what bears the system’s tag; `environment`: what bears the environment’s tag as well; `account`: everything. Tags count once they are active as cost allocation tags.',
    ['system', 'environment', 'account'],
    { default: 'system' },
  ),
  activateTags: flag(
    'Make the tags `system` and `environment` active for cost allocation, whichever of them it covers: an account has each once. The account that pays the bill may, a day after something first bore them; for other accounts that one has to.',
    { default: false },
  ),
  credits: flag('Credits and refunds lower what counts as spent.', { default: false }),
  thresholds: mapOf('When somebody is told, by name.', threshold, {
    default: { 'mostly-spent': { percent: 80, of: 'actual' }, 'will-be-passed': { percent: 100, of: 'forecasted' } },
    minProperties: 1,
    maxProperties: 10,
  }),
  notifications: assumedReference('Component of kind `notifications` that is told; the only one in reach by default.', [
    'notifications',
  ]),
  email: mapOf('E-mail addresses that are told directly, by name.', emailAddress('Address.'), {
    default: {},
    maxProperties: 10,
  }),
  anomalies: optional(anomalies),
});

export type Props = Static<typeof Input>;
