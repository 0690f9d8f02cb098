import { compareText } from '../../schemas/primitives/finding';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import type { BuiltEnvironment } from './build';
import { filledSecrets, literalNames, renderedBlocks, workspaceNameOf, type RenderedResource } from './rendered';

type Layer = Parameters<typeof workspaceNameOf>[1];

/**
 * What only people can do for the first apply of an environment, in order, as items of a list. Read from the rendered files.
 *
 * @param active keys of tags that some environment of the system makes active for cost allocation
 */
export function byHand(built: BuiltEnvironment, active: ReadonlySet<string>): string[] {
  const resources = renderedBlocks(built, 'resource');
  const after = (layer: Layer): string => `after \`${workspaceNameOf(built.environment, layer)}\``;
  const delegated = new Set(literalNames(resources.filter(isDelegation), 'aws_route53_record'));
  const items: readonly (readonly [names: readonly string[], text: (names: string) => string])[] = [
    [
      literalNames(resources, 'aws_eks_access_entry', 'principal_arn'),
      (roles) =>
        `before \`${workspaceNameOf(built.environment, 'platform')}\`: ${roles}, who may enter the cluster: EKS takes no entry for a role that is not there`,
    ],
    [
      literalNames(resources, 'aws_route53_zone').filter((zone) => !delegated.has(zone)),
      (zones) =>
        `while \`${workspaceNameOf(built.environment, 'foundation')}\` runs: the name servers of ${zones} go to the registrar. ACM waits 75 minutes for the proof of a certificate`,
    ],
    [
      looksUpImages(built) ? literalNames(resources, 'aws_autoscaling_group') : [],
      (groups) =>
        `${after('foundation')}: \`slipway bind ${built.environment.label}\`, then \`slipway synth\`, and merge: no instance of ${groups} starts from a machine image that is made up`,
    ],
    [
      literalNames(resources, 'aws_ecr_repository'),
      (repositories) => `${after('foundation')}: the images that run first are pushed to ${repositories}`,
    ],
    [
      literalNames(emptySecrets(resources), 'aws_secretsmanager_secret'),
      (secrets) => `${after('data')}: values, by \`aws secretsmanager put-secret-value\`, of ${secrets}`,
    ],
    [
      literalNames(resources.filter(isFilledInByPeople), 'aws_ssm_parameter'),
      (parameters) =>
        `${after('data')}: values, by \`aws ssm put-parameter --overwrite --type SecureString --key-id …\` with the key that it has, of ${parameters}`,
    ],
    [
      activeTags(built),
      (tags) =>
        `a day ${after('platform')}: a run of it once more, since AWS knows ${tags} among the tags of cost only then`,
    ],
    [
      budgetTags(resources).filter((tag) => !active.has(tag)),
      (tags) =>
        `a day ${after('platform')}: \`activateTags: true\` of the budget, or whoever pays the bill of the account, makes ${tags} active for cost allocation. Until then the budget counts nothing`,
    ],
  ];
  return items.flatMap(([names, text]) => (names.length === 0 ? [] : [text(names.map(code).join(', '))]));
}

/** Keys of the tags that an environment makes active for cost allocation. */
export function activeTags(built: BuiltEnvironment): string[] {
  return literalNames(renderedBlocks(built, 'resource'), 'aws_ce_cost_allocation_tag', 'tag_key');
}

/** Keys of the tags by which budgets tell costs apart, in order. */
function budgetTags(resources: readonly RenderedResource[]): string[] {
  const filters = resources
    .filter(({ type }) => type === 'aws_budgets_budget')
    .flatMap(({ body }) => JSON.stringify(body));
  const keys = filters.flatMap((text) => [...text.matchAll(/"user:([^$"]+)\$/g)].map(([, key = '']) => key));
  return [...new Set(keys)].sort(compareText);
}

/** The name servers of a zone, in the zone above it. */
function isDelegation({ body }: RenderedResource): boolean {
  return body['type'] === 'NS';
}

function looksUpImages(built: BuiltEnvironment): boolean {
  return renderedBlocks(built, 'data').some(({ type }) => type === 'aws_ssm_parameter');
}

/** Random until then: the kind marks them. */
function isFilledInByPeople({ body }: RenderedResource): boolean {
  const { tags } = body;
  return isPlainObject(tags) && tags['filled-in-by'] !== undefined;
}

/** Secrets that no version fills. */
function emptySecrets(resources: readonly RenderedResource[]): RenderedResource[] {
  const filled = filledSecrets(resources);
  return resources.filter(({ type, id }) => type === 'aws_secretsmanager_secret' && !filled.has(id));
}

function code(name: string): string {
  return `\`${name}\``;
}
