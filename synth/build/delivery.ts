import type { Settings } from '../../schemas/contract/settings';
import { githubRepository } from '../../stacks/bootstrap/names';
import type { Environment } from '../model';

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
