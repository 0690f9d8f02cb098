import { Type, type Static } from '@sinclair/typebox';
import { componentKeyPattern, containerKeyPattern } from '../primitives/component-key';
import { logRetentionDays } from '../primitives/log-retention';
import { awsRegion, choice, flag, group, list, mapOf, optional, text } from './fields';

const name = '^[a-z][a-z0-9-]{0,30}$';

const s3Backend = group('State in an S3 bucket, applied from CI.', {
  bucket: text('Bucket that holds the state files.'),
  region: awsRegion('Region of that bucket.'),
  lockTable: optional(text('DynamoDB table that older Terraform versions lock in, kept beside the lock file.')),
  kmsKey: optional(
    text(
      'KMS key that encrypts the state: an ARN, or `alias/…` of a key that the bootstrap workspace makes. By default keys of S3 itself (AES-256).',
      { pattern: '^(arn:[^ ]+|alias/[A-Za-z0-9/_-]+)$' },
    ),
  ),
  existing: Type.Boolean({
    description: 'Bucket, lock table and key are there already; the bootstrap workspace makes none of them.',
    default: false,
  }),
});

const notifications = group('Where Terraform Cloud tells of runs that need somebody.', {
  destination: choice('What takes the message.', ['slack', 'microsoft-teams', 'generic'], { default: 'slack' }),
  urlVariable: Type.String({
    description: 'Sensitive variable of the bootstrap workspace that holds the address of the webhook.',
    pattern: '^[a-z][a-z0-9_]*$',
    default: 'notification_url',
  }),
  triggers: list(
    'What is told.',
    choice('Event of a run or an assessment.', [
      'run:created',
      'run:planning',
      'run:needs_attention',
      'run:applying',
      'run:completed',
      'run:errored',
      'assessment:check_failure',
      'assessment:drifted',
      'assessment:failed',
    ]),
    { minItems: 1, uniqueItems: true, default: ['run:needs_attention', 'run:errored', 'assessment:drifted'] },
  ),
});

const cloudBackend = group('State and runs in Terraform Cloud.', {
  organization: text('Organization in Terraform Cloud.'),
  hostname: Type.String({ description: 'Host of Terraform Cloud or Enterprise.', default: 'app.terraform.io' }),
  project: optional(text('Project of the workspaces. By default the name of the system.')),
  vcsTokenVariable: Type.String({
    description: 'Variable of the bootstrap workspace that holds the VCS connection (OAuth token id).',
    default: 'vcs_oauth_token_id',
  }),
  agentPool: optional(text('Agent pool that runs plans and applies, where they need a private network.')),
  healthAssessments: Type.Boolean({ description: 'Drift and check assessments of the workspaces.', default: true }),
  notifications: optional(notifications),
});

const branch = '^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$';

/** @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tagForm = {
  pattern: '^(?![Aa][Ww][Ss]:)[^\\u0000-\\u001f!"#$%&\'()*,;<>?^`{|}~[\\]\\\\]*$',
  maxLength: 256,
  'x-form': 'letters, digits, spaces and _.:/=+@-, not beginning with aws:',
};

const delivery = group('How images of the application come to run in this environment: makes its delivery workflow.', {
  application: optional(
    text('GitHub repository of the application, `owner/name`. By default the one that holds the output.', {
      pattern: '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$',
    }),
  ),
  on: choice('What sets it off: a push to a branch of the application, or a release of it.', ['push', 'release']),
  branch: Type.String({
    description: 'Branch of the application, for `on: push`.',
    pattern: branch,
    default: 'develop',
  }),
  tags: Type.String({
    description: 'Tags that are releases, `*` for any part, for `on: release`.',
    pattern: '^[A-Za-z0-9*][A-Za-z0-9*._-]{0,99}$',
    default: 'v*',
  }),
  commitTo: optional(
    text('Branch of this repository that takes the commit of the new tag. By default the one that is applied.', {
      pattern: branch,
    }),
  ),
  notify: optional(text('Component of kind `notifications` that is told how each delivery went.', { pattern: name })),
  values: optional(
    mapOf(
      'Values of the description that a workflow of the application may set, by name: what is released without an image, such as the version of a model.',
      group('One value.', {
        path: text('Its path, as `slipway set` takes it: `<component>.<field>`, and so on.', {
          pattern: '^[a-z][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)+$',
          'x-form': 'a path such as `ner.environment.MODEL_PATH`',
        }),
        pattern: text('Regular expression (POSIX) that a new value has to match as a whole.', {
          pattern: "^[^'\\n]+$",
          'x-form': 'a regular expression of one line, without a single quote',
          maxLength: 200,
        }),
      }),
    ),
  ),
  approval: flag('The GitHub environment must ask for approval; the workflow refuses to go on where it does not.', {
    default: false,
  }),
});

/**
 * The settings at the top of a system file or an environment file. Both files may hold any of them: the environment's
 * win. Components are judged by the schema of their kind.
 */
export const descriptionSchema = Type.Object(
  {
    owner: text('Team that answers for the system; a default tag of every resource.', tagForm),
    costCentre: text('Cost centre that pays; a default tag of every resource.', tagForm),
    base: optional(
      text(
        'Environment of the same system that this one stands on: its components can be used, and are not rendered again.',
        { pattern: name },
      ),
    ),
    isBase: optional(
      flag('Others stand on this environment: it takes the settings of the system file and none of its components.'),
    ),
    aws: group('The AWS account and region.', {
      account: Type.String({
        description: 'Account id, 12 digits. Every provider block refuses another account.',
        pattern: '^[0-9]{12}$',
        'x-form': 'an account id of 12 digits, in quotes',
      }),
      region: awsRegion('Region of everything that names no other.'),
      permissionsBoundary: optional(
        text(
          'Name of an IAM policy that the bootstrap workspace makes and that every role carries: what creates roles can then create none that may do more than it allows.',
          { pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$' },
        ),
      ),
      partition: choice('Partition of ARNs.', ['aws', 'aws-us-gov', 'aws-cn'], { default: 'aws' }),
      regions: optional(
        mapOf('Further regions by the name that components give them: a provider alias each.', awsRegion('Region.')),
      ),
    }),
    terraform: group('Who plans and applies.', {
      backend: Type.Object(
        { cloud: optional(cloudBackend), s3: optional(s3Backend) },
        {
          description: 'Exactly one of `cloud` and `s3`.',
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
        },
      ),
      autoApply: Type.Boolean({ description: 'Apply a plan after a merge without asking.', default: false }),
      version: Type.String({
        description: 'Terraform that plans and applies, exactly.',
        pattern: '^1\\.[0-9]+\\.[0-9]+$',
        'x-form': 'an exact version such as 1.11.4',
        default: '1.11.4',
      }),
      identityProviders: choice(
        'The OIDC providers of Terraform Cloud and GitHub in the AWS account, of which an account has one each: made by the bootstrap workspace, or there already.',
        ['create', 'existing'],
        { default: 'create' },
      ),
    }),
    delivery: optional(delivery),
    repository: group('The Git repository that holds the output.', {
      url: text('HTTPS address without `.git`, as Argo CD and Terraform Cloud clone it.', {
        pattern: '^https://[^ ]+$',
      }),
      branch: Type.String({ description: 'Branch that is applied.', default: 'main' }),
    }),
    tags: optional(
      mapOf('Further default tags of every resource.', text('Value of the tag.', tagForm), {
        maxProperties: 40,
        propertyNames: { ...tagForm, maxLength: 128 },
      }),
    ),
    logRetentionDays: choice('Retention of log groups that state none, in days.', logRetentionDays, { default: 90 }),
    components: optional(
      Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
        description: 'Components, under their kind.',
      }),
    ),
    removed: optional(
      mapOf(
        'Tombstones of components that held data and are described no more: `forget` leaves the resources alone and drops them from the state, `destroy` deletes them.',
        choice('What becomes of it.', ['forget', 'destroy']),
      ),
    ),
    awaits: optional(list('Reasons why the environment is not applied yet; shown in every report.', text('Reason.'))),
  },
  { additionalProperties: false },
);

export type Description = Static<typeof descriptionSchema>;

/** `<environment>.images.yaml`: what runs, apart from how it runs. */
export const imagesSchema = Type.Object(
  {
    images: Type.Record(
      Type.String({ pattern: containerKeyPattern }),
      group('One container image.', {
        repository: optional(
          text('Repository address. By default that of the `repository` component that the workload names.'),
        ),
        tag: text('Tag: a commit or a release, never `latest`.', {
          pattern: '^(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$',
          'x-form': 'the tag of one image and no other, such as v1.4.2 or a commit',
        }),
        digest: optional(
          text('Digest, which wins over the tag.', {
            pattern: '^sha256:[0-9a-f]{64}$',
            'x-form': 'sha256: and 64 hexadecimal digits, in lower case',
          }),
        ),
      }),
      { description: 'Images by component, or by `<component>.<container>`.', additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

/** `<environment>.bindings.yaml`: values that only AWS knows, written by `slipway bind`. */
export const bindingsSchema = Type.Object(
  {
    example: optional(flag('The values are made up, so that the repository renders before anything is applied.')),
    bindings: Type.Record(
      Type.String({ pattern: componentKeyPattern }),
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
      { description: 'Outputs by component.', additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export type Images = Static<typeof imagesSchema>['images'];
export type Bindings = Static<typeof bindingsSchema>['bindings'];
