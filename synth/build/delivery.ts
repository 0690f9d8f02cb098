import type { Entrance } from '../../schemas/contract/connection';
import type { Settings } from '../../schemas/contract/settings';
import { githubRepository } from '../../stacks/bootstrap/names';
import { compareText } from '../../schemas/primitives/finding';
import { inReach, locate, type Environment } from '../model';
import { repositoryOf } from './images';
import { reader } from './outputs';
import { workloadOf } from './paths';

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
  /** They are marked as images of this environment, of which the repositories keep some. */
  readonly kept: boolean;
}

/** Those that name no repository of their own: they are built from the application. */
export function deliveredImages(environment: Environment): DeliveredImages {
  const found = inReach(environment).find(({ component }) => component.kind === 'repositories');
  if (!found) return { repositories: {}, region: '', account: '', kept: false };
  const { environment: home } = found;
  const nameOf = (key: string): string => repositoryOf(found, home, key).replace(/^[^/]*\.dkr\.ecr\.[^/]+\//, '');
  const repositories = Object.keys(environment.images)
    .filter((image) => environment.images[image]?.repository === undefined)
    .sort(compareText)
    .map((image) => [image, nameOf(image.split('.')[0] ?? image)] as const);
  const { region, account } = home.settings.aws;
  const kept = Object.hasOwn(found.component.props['keepOf'] as object, environment.name);
  return { repositories: Object.fromEntries(repositories), region, account, kept };
}

/** Where an image is seen to run: groups of instances that roll to it, and an address that answers when it does. */
export interface RolloutTarget {
  readonly groups: readonly string[];
  readonly healthUrl?: string;
}

/** By image; only those of which anything can be seen from outside the network. */
export function rolloutTargets(environment: Environment): Readonly<Record<string, RolloutTarget>> {
  const targets = Object.keys(deliveredImages(environment).repositories).flatMap((image) => {
    const [key = '', variant] = image.split('.');
    const located = locate(environment, key);
    const workload = located && workloadOf(located);
    if (!workload) return [];
    const { instanceGroups = {}, entrances = [] } = workload;
    const groups = variant === undefined ? Object.values(instanceGroups) : [instanceGroups[variant] ?? []].flat();
    const healthUrl = entrances.flatMap((entrance) => healthUrlOf(environment, entrance))[0];
    return groups.length === 0 && healthUrl === undefined
      ? []
      : [[image, { groups, ...(healthUrl === undefined ? {} : { healthUrl }) }] as const];
  });
  return Object.fromEntries(targets);
}

/** Only a load balancer of the internet is seen by a workflow, and only where its rule lets the path of the check in. */
function healthUrlOf(environment: Environment, { via, hosts, paths, health }: Entrance): string[] {
  const open = paths.length === 0 || paths.some((pattern) => matches(pattern, health.path));
  const balancer = locate(environment, via);
  const [host] = hosts;
  const everyone = balancer?.component.props['scheme'] === 'internet-facing';
  return open && everyone && host !== undefined && !host.includes('*') ? [`https://${host}${health.path}`] : [];
}

/** Path patterns of listener rules: `*` is any characters, `?` one. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`).test(path);
}

/** SNS topic that is told of deliveries to an environment. */
export function topicOf(environment: Environment): string | undefined {
  const { notify } = environment.settings.delivery ?? {};
  const located = notify === undefined ? undefined : locate(environment, notify);
  return located && reader(located, { plane: 'known', environment }).text('topicArn');
}

/** Whether anything rolls that a workflow has to look at. */
export function looksAtInstances(environment: Environment): boolean {
  return Object.values(rolloutTargets(environment)).some(({ groups }) => groups.length > 0);
}

export function needsRolloutRole(environment: Environment): boolean {
  return looksAtInstances(environment) || topicOf(environment) !== undefined;
}
