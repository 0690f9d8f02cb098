import { createHash } from 'node:crypto';
import { componentKeyPattern } from './component-key';

/** What a service allows as a physical name. */
export interface NameLimits {
  readonly maxLength: number;
  readonly minLength?: number;
  /** The whole name must match. */
  readonly pattern: RegExp;
  /** The pattern in words. */
  readonly words: string;
  /** What stands between the parts of a name. Default `-`. */
  readonly separator?: string;
  /** What the default name begins with. */
  readonly lead?: string;
  /** The name is that of one of a component's entries: the component's key is no part of it. */
  readonly ofEntry?: true;
}

const lowerDashed = {
  pattern: /^[a-z](?!.*--)([a-z0-9-]*[a-z0-9])?$/,
  words: 'lower-case letters, digits and single hyphens, starting with a letter',
};
const dns = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  words: 'lower-case letters, digits and hyphens, starting and ending with a letter or digit',
};
const wordDashed = { pattern: /^[A-Za-z0-9_-]+$/, words: 'letters, digits, hyphens and underscores' };
const alnumDashed = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  words: 'letters, digits and hyphens, neither first nor last a hyphen',
};
const path = { pattern: /^[A-Za-z0-9/_+=.@-]+$/, words: 'letters, digits and /_+=.@-' };

/**
 * Length and character rules by service.
 * @see the `CreateX` action of each service's API reference
 */
export const nameLimits = {
  's3-bucket': {
    minLength: 3,
    maxLength: 63,
    // @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    pattern:
      /^(?!xn--|sthree-|amzn-s3-demo-|[0-9]+(\.[0-9]+){3}$)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)[a-z0-9](?!.*\.\.)[a-z0-9.-]*[a-z0-9]$/,
    words:
      'lower-case letters, digits, hyphens and dots, starting and ending with a letter or digit; no IP address, and nothing that Amazon S3 keeps for itself (xn-- or sthree- before, -s3alias or --ol-s3 behind)',
  },
  'iam-role': { maxLength: 64, pattern: /^[\w+=,.@-]+$/, words: 'letters, digits and +=,.@_-' },
  'iam-policy': { maxLength: 128, pattern: /^[\w+=,.@-]+$/, words: 'letters, digits and +=,.@_-' },
  'security-group': {
    maxLength: 255,
    pattern: /^(?!sg-)[A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]+$/,
    words: 'letters, digits and ._:/()#,@[]+=&;{}!$*-, not starting with sg-',
  },
  'load-balancer': {
    maxLength: 32,
    pattern: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    words: 'letters, digits and hyphens, not starting with internal-',
  },
  'target-group': { maxLength: 32, ...alnumDashed },
  'rds-cluster': { maxLength: 63, ...lowerDashed },
  'rds-instance': { maxLength: 63, ...lowerDashed },
  'rds-group': { maxLength: 255, ...lowerDashed },
  'elasticache-replication-group': { maxLength: 40, ...lowerDashed },
  'elasticache-group': { maxLength: 255, ...lowerDashed },
  'elasticache-user': { maxLength: 40, ...lowerDashed },
  'cloudformation-stack': {
    maxLength: 128,
    pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
    words: 'letters, digits and hyphens, starting with a letter',
  },
  'eks-cluster': {
    maxLength: 100,
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    words: 'letters, digits, hyphens and underscores, starting with a letter or digit',
  },
  'eks-node-group': {
    maxLength: 63,
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    words: 'letters, digits, hyphens and underscores, starting with a letter or digit',
  },
  // EKS adds 26 characters of its own.
  'eks-node-group-prefix': {
    maxLength: 36,
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    words: 'letters, digits, hyphens and underscores, starting with a letter or digit',
  },
  'sqs-queue': { maxLength: 80, ...wordDashed },
  'sns-topic': { maxLength: 256, ...wordDashed },
  'eventbridge-rule': { maxLength: 64, pattern: /^[.\w-]+$/, words: 'letters, digits and ._-' },
  'log-group': { maxLength: 512, pattern: /^[.\-_/#A-Za-z0-9]+$/, words: 'letters, digits and ._-/#' },
  // What follows `alias/`.
  'kms-alias': { maxLength: 250, pattern: /^(?!aws\/)[A-Za-z0-9/_-]+$/, words: 'letters, digits and /_-' },
  'wafv2-name': { maxLength: 128, ...wordDashed },
  'ecr-repository': {
    minLength: 2,
    maxLength: 256,
    pattern: /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/,
    words: 'lower-case letters, digits and single ._- between them, with / between parts',
    separator: '/',
    ofEntry: true,
  },
  'efs-creation-token': { maxLength: 64, ...wordDashed },
  'backup-plan': { maxLength: 50, pattern: /^[A-Za-z0-9_.-]+$/, words: 'letters, digits and _.-' },
  'backup-vault': { minLength: 2, maxLength: 50, ...wordDashed },
  secret: { maxLength: 512, ...path, separator: '/', ofEntry: true },
  parameter: {
    maxLength: 1011,
    pattern: /^(?!\/(aws|ssm))(\/[A-Za-z0-9_.-]+){1,15}$/,
    words: 'letters, digits and _.- in at most 15 parts with / before each, not starting with /aws or /ssm',
    separator: '/',
    lead: '/',
    ofEntry: true,
  },
  budget: { maxLength: 100, pattern: /^[\w ./=+%@-]+$/, words: 'letters, digits, spaces and _./=+%@-' },
  'dynamodb-table': { minLength: 3, maxLength: 255, pattern: /^[A-Za-z0-9_.-]+$/, words: 'letters, digits and _.-' },
  'autoscaling-group': { maxLength: 255, pattern: /^[^:]+$/, words: 'anything but a colon' },
  'launch-template': {
    minLength: 3,
    maxLength: 128,
    pattern: /^[A-Za-z0-9()./_-]+$/,
    words: 'letters, digits and ()./_-',
  },
  alarm: { maxLength: 255, pattern: /^[\x20-\x7e]+$/, words: 'printable ASCII' },
  dashboard: { maxLength: 255, ...wordDashed },
  cloudtrail: {
    minLength: 3,
    maxLength: 128,
    pattern: /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/,
    words: 'letters, digits and ._-',
  },
  'cloudfront-name': { maxLength: 64, ...wordDashed },
  'log-delivery': { maxLength: 60, ...wordDashed },
  'ssm-name': { minLength: 3, maxLength: 128, pattern: /^[A-Za-z0-9_.-]+$/, words: 'letters, digits and _.-' },
  'tfe-name': { maxLength: 90, ...wordDashed },
  'kubernetes-name': { maxLength: 63, ...dns },
  'kubernetes-subdomain': {
    maxLength: 253,
    pattern: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    words: 'lower-case letters, digits, hyphens and dots',
  },
  'free-text': { maxLength: 255, pattern: /^[\x20-\x7e]+$/, words: 'printable ASCII' },
} as const satisfies Record<string, NameLimits>;

/** Which service's rules a physical name follows. */
export type NameRule = keyof typeof nameLimits;

/** Whose physical name is asked for. */
export interface NameOwner {
  readonly system: string;
  readonly environment: string;
  /** Key of the component. */
  readonly key: string;
  /** `name:` of the description. */
  readonly given?: string | undefined;
}

/** The name that a description gives, with the suffix behind it, or the default one. */
export function physicalName(rule: NameRule, owner: NameOwner, suffix = ''): string {
  const { separator = '-', lead = '', ofEntry }: NameLimits = nameLimits[rule];
  const { system, environment, given } = owner;
  const key = ofEntry === true ? '' : nameKey(owner);
  if (given === undefined || (ofEntry !== true && givesDefault(owner)))
    return defaultName(rule, [system, environment, key, suffix]);
  const name = [given, suffix].filter((part) => part !== '').join(separator);
  return name.startsWith(lead) ? name : `${lead}${name}`;
}

/** Name of a secret that a component has beside what it is: of its key, or the name that a description gives. */
export function secretName(owner: NameOwner, suffix = ''): string {
  const { system, environment, given } = owner;
  const ending = suffix === '' ? '' : `-${suffix}`;
  return given === undefined || givesDefault(owner)
    ? defaultName('secret', [system, environment, nameKey(owner) + ending])
    : given + ending;
}

/** Key that the names of a component are made of: its own one, or after a renaming the old one, whose default name `name:` keeps. */
export function nameKey(owner: NameOwner): string {
  return givesDefault(owner) ? (owner.given ?? '').slice(keyLead(owner).length) : owner.key;
}

/** What stands before the key in a default name. */
function keyLead({ system, environment }: NameOwner): string {
  return `${system}-${environment}-`;
}

/** Whether `name:` says what the default name of some key is: all names are then those of that key, shortened as they were. */
function givesDefault(owner: NameOwner): boolean {
  const lead = keyLead(owner);
  return owner.given?.startsWith(lead) === true && isKey.test(owner.given.slice(lead.length));
}

const isKey = new RegExp(componentKeyPattern);

/**
 * The default physical name: system, environment, component key and suffix joined by `-`, or by what its service joins
 * names with. One that is too long for its service keeps its beginning and ends in six hex digits of the SHA-256 of the
 * whole, so that it stays unique and stable.
 */
export function defaultName(rule: NameRule, parts: readonly string[]): string {
  const { maxLength, separator = '-', lead = '' }: NameLimits = nameLimits[rule];
  const whole = `${lead}${parts.filter((part) => part !== '').join(separator)}`;
  return whole.length <= maxLength ? whole : `${whole.slice(0, maxLength - 7).replace(/-+$/, '')}-${digestOf(whole)}`;
}

function digestOf(whole: string): string {
  return createHash('sha256').update(whole).digest('hex').slice(0, 6);
}

/** What is wrong with a name, in words; `undefined` when the service accepts it. */
export function nameFault(rule: NameRule, name: string): string | undefined {
  const limits: NameLimits = nameLimits[rule];
  const minLength = limits.minLength ?? 1;
  if (name.length < minLength) return `${name.length} characters; at least ${minLength}`;
  if (name.length > limits.maxLength) return `${name.length} characters; at most ${limits.maxLength}`;
  return limits.pattern.test(name) ? undefined : `allowed are ${limits.words}`;
}
