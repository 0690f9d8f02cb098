import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration';
import { EcrRepositoryCreationTemplate } from '@cdktf/provider-aws/lib/ecr-repository-creation-template';
import type { AwsContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { plainKey } from '../facets/entries';
import { namesIn, type Props } from './input';
import { lifecycle, tagsOf } from './settings';

/**
 * The rule that copies is one for the whole registry of the account in this region. What it makes elsewhere follows the
 * template there; without one, tags move, and nothing is ever deleted.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
 */
export function addReplication(context: AwsContext<Props>): void {
  const { scope, props, settings } = context;
  new EcrReplicationConfiguration(scope, 'this$replication', {
    replicationConfiguration: {
      rule: [
        {
          destination: props.replicas.flatMap((name) => {
            const region = settings.aws.regions?.[name];
            return region === undefined ? [] : [{ region, registryId: settings.aws.account }];
          }),
          repositoryFilter: filtersOf(context).map((filter) => ({ filter, filterType: 'PREFIX_MATCH' })),
        },
      ],
    },
  });
  for (const region of props.replicas)
    for (const prefix of unique(pathsOf(context))) addTemplate(context, region, prefix);
}

/** Without a path a repository follows the one template that a registry has for all that have no other. */
const anyPath = 'ROOT';

function addTemplate(context: AwsContext<Props>, region: string, prefix: string): void {
  const { scope, props, provider } = context;
  const there = provider(region);
  const id = prefix === ownPath(context) ? '' : `-${plainKey(prefix.toLowerCase())}`;
  new EcrRepositoryCreationTemplate(scope, `replica-${region}${id}`, {
    prefix,
    description: prefix === anyPath ? 'Copies of images' : `Copies of the images below ${prefix}`,
    appliedFor: ['REPLICATION'],
    encryptionConfiguration: [{ encryptionType: 'AES256' }],
    ...tagsOf(props),
    lifecyclePolicy: lifecycle(props, mostImages(props)),
    ...(there ? { provider: there } : {}),
  });
}

function names({ props, own }: OutputContext<Props>): string[] {
  return namesIn(props).map((name) => own(`name/${name}`));
}

/** What stands before each repository that does not state its whole name. */
function ownPath({ own }: OutputContext<Props>): string {
  return own('prefix').slice(own('registry').length + 1);
}

/** What stands before the last part of each repository's name. */
function pathsOf(context: OutputContext<Props>): string[] {
  const path = ownPath(context);
  return names(context).map((name) => {
    if (name.startsWith(`${path}/`)) return path;
    return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : anyPath;
  });
}

/** Beginnings of the names of what is copied. */
function filtersOf(context: OutputContext<Props>): string[] {
  const all = names(context);
  return unique(pathsOf(context).map((path, index) => (path === anyPath ? (all[index] ?? '') : `${path}/`)));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** One template is for all copies: none keeps fewer images than its original. */
function mostImages({ repositories: all, keepImages }: Props): number {
  return Math.max(keepImages, ...Object.values(all).map((one) => one.keepImages ?? keepImages));
}
