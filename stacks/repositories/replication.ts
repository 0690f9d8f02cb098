import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { EcrRepositoryCreationTemplate } from '@cdktf/provider-aws/lib/ecr-repository-creation-template';
import type { AwsContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import type { Props } from './input';
import { lifecycle, tagsOf } from './settings';

/**
 * The rule that copies is one for the whole registry of the account in this region. What it makes elsewhere follows the
 * template there; without one, tags move, and nothing is ever deleted.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
 */
export function addReplication(context: AwsContext<Props>): void {
  const { scope, props, settings, provider } = context;
  new EcrReplicationConfiguration(scope, 'this$replication', {
    replicationConfiguration: {
      rule: [
        {
          destination: props.replicas.flatMap((name) => {
            const region = settings.aws.regions?.[name];
            return region === undefined ? [] : [{ region, registryId: settings.aws.account }];
          }),
          repositoryFilter: [{ filter: `${pathOf(context)}/`, filterType: 'PREFIX_MATCH' }],
        },
      ],
    },
  });
  for (const name of props.replicas) {
    const there = provider(name);
    new EcrRepositoryCreationTemplate(scope, `replica-${name}`, {
      prefix: pathOf(context),
      description: `Copies of the images below ${pathOf(context)}`,
      appliedFor: ['REPLICATION'],
      encryptionConfiguration: [{ encryptionType: 'AES256' }],
      ...tagsOf(props),
      lifecyclePolicy: lifecycle(props, mostImages(props)),
      ...(there ? { provider: there } : {}),
    });
  }
}

/** What stands before each repository's own name. */
function pathOf({ own }: OutputContext<Props>): string {
  return own('prefix').slice(own('registry').length + 1);
}

/** One template is for all copies: none keeps fewer images than its original. */
function mostImages({ repositories: all, keepImages }: Props): number {
  return Math.max(keepImages, ...Object.values(all).map((one) => one.keepImages ?? keepImages));
}
