import type { Settings } from '../../schemas/contract/settings';
import { githubRepository } from '../../stacks/bootstrap/names';
import { compareText } from '../../schemas/primitives/finding';
import { inReach, type Environment } from '../model';
import { reader } from './outputs';

/** How images come to an environment, with everything filled in. */
export interface Delivery {
  readonly environment: Environment;
  /** `owner/name` of the repository that the images are built from. */
  readonly application: string;
  /** `owner/name` of the repository that holds description and output. */
  readonly infrastructure: string;
  readonly on: 'push' | 'release';
  readonly branch: string;
  readonly tags: string;
  readonly commitTo: string;
  readonly approval: boolean;
}

/** Nothing where none is described, or where the output is not on GitHub. */
export function deliveryOf(environment: Environment): Delivery | undefined {
  const { delivery, repository } = environment.settings;
  const infrastructure = githubRepository(repository.url);
  if (delivery === undefined || infrastructure === undefined) return undefined;
  const { application = infrastructure, commitTo = repository.branch, ...rest } = delivery;
  return { environment, infrastructure, application, commitTo, ...rest };
}

/** Environment on GitHub that asks for approval: `<system>-<environment>`. */
export function githubEnvironment({ system, environment }: Pick<Settings, 'system' | 'environment'>): string {
  return `${system}-${environment}`;
}

/**
 * Subject of the token of a job that builds images. It names no GitHub environment, so that it holds branch or tag.
 * @see https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
 */
export function releaseSubject({ application, on, branch, tags }: Delivery): string {
  return on === 'push' ? `repo:${application}:ref:refs/heads/${branch}` : `repo:${application}:ref:refs/tags/${tags}`;
}

/** Images that are built for an environment, where they are pushed to. */
export interface DeliveredImages {
  /** Repository in ECR by image. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly region: string;
  readonly account: string;
}

/** Those that name no repository of their own: they are built from the application. */
export function deliveredImages(environment: Environment): DeliveredImages {
  const found = inReach(environment).find(({ component }) => component.kind === 'repositories');
  if (!found) return { repositories: {}, region: '', account: '' };
  const { environment: home, component } = found;
  const address = reader({ environment: home, component }, { plane: 'known', environment: home }).text('prefix');
  const prefix = address.replace(/^[^/]*\.dkr\.ecr\.[^/]+\//, '');
  const repositories = Object.keys(environment.images)
    .filter((image) => environment.images[image]?.repository === undefined)
    .sort(compareText)
    .map((image) => [image, `${prefix}/${image.split('.')[0] ?? image}`] as const);
  const { region, account } = home.settings.aws;
  return { repositories: Object.fromEntries(repositories), region, account };
}
