import { nameLimits, type NameLimits } from '../primitives/names';

const wordDashed = (maxLength: number): NameLimits => ({ ...nameLimits['sqs-queue'], maxLength });

/** With `.fifo` behind it where it keeps the order of its messages. */
const orFifo = (maxLength: number): NameLimits => ({
  maxLength,
  pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
  words: 'letters, digits, hyphens and underscores, with .fifo behind them where it is FIFO',
});

const lowerDashed = (maxLength: number): NameLimits => ({ ...nameLimits['rds-cluster'], maxLength });

/**
 * What AWS takes as a name where Slipway makes names of a narrower form, or none: of a resource as somebody else wrote it.
 * @see the `CreateX` action of each service's API reference
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const nameForms = {
  alarm: { maxLength: 255, pattern: /^\P{Cc}+$/u, words: 'anything but control characters' },
  budget: {
    maxLength: 100,
    pattern: /^(?!.*\/action\/)[^:\\]+$/,
    words: 'anything but colons, backslashes and /action/',
  },
  'cache-cluster': lowerDashed(50),
  'cache-replication-group': {
    maxLength: 40,
    pattern: /^[A-Za-z](?!.*--)([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    words: 'letters, digits and single hyphens, starting with a letter',
  },
  'cache-subnet-group': { maxLength: 255, pattern: /^[A-Za-z0-9-]+$/, words: 'letters, digits and hyphens' },
  'database-parameter-group': {
    maxLength: 255,
    pattern: /^[a-z](?!.*--)([a-z0-9.-]*[a-z0-9.])?$/,
    words: 'lower-case letters, digits, periods and single hyphens, starting with a letter',
  },
  'database-subnet-group': {
    maxLength: 255,
    pattern: /^(?!default$)[a-z0-9_ .-]+$/,
    words: 'lower-case letters, digits, spaces and _.-, and not default',
  },
  function: {
    // A name, or the ARN that has it.
    maxLength: 140,
    pattern: /^(arn:.+|[A-Za-z0-9_-]{1,64})$/,
    words: 'at most 64 letters, digits, hyphens and underscores, or an ARN',
  },
  'global-cluster': {
    maxLength: 255,
    pattern: /^[A-Za-z][A-Za-z0-9:._-]*$/,
    words: 'letters, digits and :._-, starting with a letter',
  },
  key: {
    maxLength: 256,
    pattern: /^alias\/(?!aws\/)[A-Za-z0-9/_-]+$/,
    words: 'alias/ and letters, digits and /_-, where aws/ does not follow',
  },
  parameter: {
    maxLength: 1011,
    pattern: /^(?!\/?(aws|ssm))([A-Za-z0-9_.-]+|(\/[A-Za-z0-9_.-]+){1,15})$/i,
    words: 'letters, digits and _.-, in at most 15 parts with / before each or in one, not starting with aws or ssm',
  },
  queue: orFifo(80),
  'search-domain': {
    minLength: 3,
    maxLength: 28,
    pattern: /^[a-z][a-z0-9-]+$/,
    words: 'lower-case letters, digits and hyphens, starting with a letter',
  },
  stream: { maxLength: 128, pattern: /^[A-Za-z0-9_.-]+$/, words: 'letters, digits and _.-' },
  topic: orFifo(256),
  token: { maxLength: 64, pattern: /^.+$/, words: 'any characters' },
  broker: wordDashed(50),
} as const satisfies Record<string, NameLimits>;
