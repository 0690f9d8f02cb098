import type { Access, Statement } from '../../schemas/contract/connection';
import { defineAwsKind } from '../../schemas/contract/kind';
import { forEach, known } from '../../schemas/contract/output';
import { pullActions, pushActions } from './actions';
import { constraints } from './constraints';
import { Input, namesIn, type Props } from './input';
import { addRepositories } from './resources';

/** Where container images are kept. */
export const repositories = defineAwsKind<typeof Input>({
  kind: 'repositories',
  summary: 'ECR repositories: scanned, encrypted, with tags that do not move and a bound on what they keep.',
  creates: [
    'a repository for each name, with its life cycle',
    'a policy of each repository where roles may pull or push by name',
    'copies in other regions, where they are named: the rule of the account’s registry that makes them, and there a template that they follow',
  ],
  input: Input,
  examples: {
    'two services, one of which keeps more': {
      input: { repositories: { api: {}, worker: { keepImages: 50 } }, mutableTags: ['latest'] },
    },
    'repositories with a copy of every image in another region': {
      input: { name: 'shop', repositories: { api: {} }, replicas: ['dr'] },
    },
    'a repository whose name is given': { input: { repositories: { api: { name: 'shop-api' } } } },
    'repositories that are there already': { input: { repositories: { api: {} }, existing: true } },
  },
  holdsData: (props) => !props.existing,
  outputs: {
    registry: known('Host of the registry.', ({ self }) => {
      const { account, region, partition } = self.settings.aws;
      return `${account}.dkr.ecr.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
    }),
    prefix: known(
      'What stands before each repository in the address of an image, but for those that state their whole name.',
      ({ self, own }) => `${own('registry')}/${self.physicalName('ecr-repository')}`,
    ),
    name: forEach(
      namesIn,
      known<Props>(
        'Name of a repository.',
        ({ self, props }, name) => props.repositories[name]?.name ?? self.physicalName('ecr-repository', name),
      ),
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
  constraints,
  layers: { foundation: addRepositories },
});

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
