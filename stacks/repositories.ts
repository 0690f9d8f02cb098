import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import type { Static } from '@sinclair/typebox';
import type { Access, Statement } from '../schemas/contract/connection';
import {
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  text,
} from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext, type PolicyStatement } from '../schemas/contract/kind';
import { forEach, known } from '../schemas/contract/output';
import { plainKey } from './facets/entries';

const roleName = text('Name of the role, in this account.', { pattern: '^[\\w+=,.@/-]{1,512}$' });

const Input = input({
  repositories: mapOf(
    'Repositories by name; the name in AWS is `<system>/<environment>/<repository>`, or `<name>/<repository>` with `name:`.',
    group('One repository.', {
      keepImages: optional(
        integer('Tagged images that are kept, where it differs from the others.', { minimum: 1, maximum: 10_000 }),
      ),
    }),
    { minProperties: 1, propertyNames: { pattern: '^[a-z0-9]+([._/-][a-z0-9]+)*$' } },
  ),
  keepImages: integer('Tagged images that each keeps, the newest first: what a roll-back can go back to.', {
    minimum: 1,
    maximum: 10_000,
    default: 20,
  }),
  expireUntaggedAfterDays: integer('Age at which images without a tag are deleted, in days.', {
    minimum: 1,
    maximum: 3650,
    default: 7,
  }),
  immutableTags: flag('A tag, once pushed, means one image for ever.', { default: true }),
  mutableTags: list(
    'Tags that may move all the same, `*` for any characters: `latest`.',
    text('Tag or pattern.', { pattern: '^[0-9A-Za-z._*-]{1,128}$' }),
    { default: [], maxItems: 5, uniqueItems: true },
  ),
  scanOnPush: flag('Look for known vulnerabilities in every image that is pushed.', { default: true }),
  pullRoles: list('Roles that may pull, beside those that a connection lets.', roleName, {
    default: [],
    uniqueItems: true,
  }),
  pushRoles: list('Roles that may push, such as that of the delivery workflow.', roleName, {
    default: [],
    uniqueItems: true,
  }),
  replicateTo: optional(
    text('Name in `aws.regions` of a region that keeps a copy of every image. An account has one such rule set.'),
  ),
  key: optionalReference('Component of kind `key` that encrypts them. Left out, AWS encrypts them with AES-256.', [
    'key',
  ]),
  protect: flag('Refuse to destroy them.', { default: true }),
  existing: flag('They are there already: nothing is created, and they can be used.', { default: false }),
});

type Props = Static<typeof Input>;

/** Where container images are kept. */
export const repositories = defineAwsKind<typeof Input>({
  kind: 'repositories',
  summary: 'ECR repositories: scanned, encrypted, with tags that do not move and a bound on what they keep.',
  creates: [
    'a repository for each name, with its life cycle',
    'a policy of each repository where roles may pull or push by name',
    'a copy in another region, where one is named',
  ],
  input: Input,
  examples: {
    'two services, one of which keeps more': {
      input: { repositories: { api: {}, worker: { keepImages: 50 } }, mutableTags: ['latest'] },
    },
    'repositories that are there already': { input: { repositories: { api: {} }, existing: true } },
  },
  holdsData: (props) => !props.existing,
  outputs: {
    registry: known('Host of the registry.', ({ self }) => {
      const { account, region, partition } = self.settings.aws;
      return `${account}.dkr.ecr.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
    }),
    prefix: known('What stands before each repository in the address of an image.', ({ props, own }) => {
      const [first = ''] = namesIn(props);
      return `${own('registry')}/${own(`name/${first}`).slice(0, -first.length - 1)}`;
    }),
    name: forEach(
      namesIn,
      known<Props>('Name of a repository.', ({ self }, name) => self.physicalName('ecr-repository', name)),
    ),
    url: forEach(
      namesIn,
      known<Props>('Address of a repository.', ({ own }, name) => `${own('registry')}/${own(`name/${name}`)}`),
    ),
    arn: forEach(
      namesIn,
      known<Props>('ARN of a repository.', ({ self, own }, name) => {
        const { partition, account, region } = self.settings.aws;
        return `arn:${partition}:ecr:${region}:${account}:repository/${own(`name/${name}`)}`;
      }),
    ),
  },
  offers: {
    access: {
      pull: access('Pull images.', pullActions()),
      push: access('Pull and push images.', [...pullActions(), ...pushActions()]),
    },
  },
  constraints: [
    {
      id: 'movable-tags',
      meaning: 'Only where tags don’t move can some of them be let move.',
      fix: 'leave mutableTags out, or set immutableTags to true',
      violations: ({ immutableTags, mutableTags }) =>
        !immutableTags && mutableTags.length > 0
          ? [{ at: '/mutableTags', found: 'mutableTags, where every tag may move' }]
          : [],
    },
    {
      id: 'unknown-region',
      meaning: '`replicateTo` is a name that `aws.regions` of the environment gives.',
      fix: 'add the name to aws.regions, or name one that is there',
      violations: ({ replicateTo }, { self }) =>
        replicateTo !== undefined && self.settings.aws.regions?.[replicateTo] === undefined
          ? [{ at: '/replicateTo', found: `aws.regions has no ${replicateTo}` }]
          : [],
    },
  ],
  layers: { foundation },
});

function namesIn(props: Props): string[] {
  return Object.keys(props.repositories);
}

function pullActions(): string[] {
  return ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
}

function pushActions(): string[] {
  return ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
}

function access(description: string, actions: readonly string[]): Access<Props> {
  return {
    description,
    statements: ({ props, own }): Statement[] => [
      { actions, resources: namesIn(props).map((name) => own(`arn/${name}`)) },
      {
        actions: ['ecr:GetAuthorizationToken'],
        resources: ['*'],
        why: 'the token is the registry’s: the service knows no resource for it',
      },
    ],
    variables: () => ({ REGISTRY: { output: 'registry' }, PREFIX: { output: 'prefix' } }),
  };
}

function foundation(context: AwsContext<Props>): void {
  const { props } = context;
  if (props.existing) return;
  for (const [name, { keepImages }] of Object.entries(props.repositories))
    addRepository(context, name, keepImages ?? props.keepImages);
  if (props.replicateTo !== undefined) addReplication(context, props.replicateTo);
}

function addRepository(context: AwsContext<Props>, name: string, keepImages: number): void {
  const { scope, props, own, ref, attribute } = context;
  const id = plainKey(name);
  new EcrRepository(scope, id, {
    name: own(`name/${name}`),
    imageScanningConfiguration: { scanOnPush: props.scanOnPush },
    encryptionConfiguration: [
      props.key === undefined
        ? { encryptionType: 'AES256' }
        : { encryptionType: 'KMS', kmsKey: ref(props.key).text('arn') },
    ],
    ...tagsOf(props),
    forceDelete: false,
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
  const repository = attribute('aws_ecr_repository', 'name', id);
  new EcrLifecyclePolicy(scope, `${id}$lifecycle`, { repository, policy: lifecycle(props, keepImages) });
  const statements = repositoryStatements(context);
  if (statements.length === 0) return;
  new EcrRepositoryPolicy(scope, `${id}$policy`, {
    repository,
    policy: context.policy(`${id}$policy-document`, statements),
  });
}

function tagsOf({ immutableTags, mutableTags }: Props) {
  if (!immutableTags) return { imageTagMutability: 'MUTABLE' };
  if (mutableTags.length === 0) return { imageTagMutability: 'IMMUTABLE' };
  return {
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilter: mutableTags.map((filter) => ({ filter, filterType: 'WILDCARD' })),
  };
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
function lifecycle({ expireUntaggedAfterDays }: Props, keepImages: number): string {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: 'expire' },
  });
  const untagged = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days' };
  const tagged = { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan' };
  return JSON.stringify({
    rules: [
      rule(1, 'Images without a tag', { ...untagged, countNumber: expireUntaggedAfterDays }),
      rule(2, 'All but the newest images', { ...tagged, countNumber: keepImages }),
    ],
  });
}

function repositoryStatements({ props, settings }: AwsContext<Props>): PolicyStatement[] {
  const { partition, account } = settings.aws;
  const statement = (sid: string, roles: readonly string[], actions: readonly string[]): PolicyStatement[] =>
    roles.length === 0
      ? []
      : [
          {
            sid,
            actions,
            resources: [],
            principals: [
              { type: 'AWS', identifiers: roles.map((role) => `arn:${partition}:iam::${account}:role/${role}`) },
            ],
          },
        ];
  return [
    ...statement('Pull', props.pullRoles, pullActions()),
    ...statement('Push', props.pushRoles, [...pullActions(), ...pushActions()]),
  ];
}

function addReplication({ scope, settings, own }: AwsContext<Props>, replicateTo: string): void {
  new EcrReplicationConfiguration(scope, 'this$replication', {
    replicationConfiguration: {
      rule: [
        {
          destination: [{ region: settings.aws.regions?.[replicateTo] as string, registryId: settings.aws.account }],
          repositoryFilter: [
            { filter: `${own('prefix').slice(own('registry').length + 1)}/`, filterType: 'PREFIX_MATCH' },
          ],
        },
      ],
    },
  });
}
