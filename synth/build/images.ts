import type { Finding } from '../../schemas/primitives/finding';
import { formerKey, soleOfKind, type Environment, type Located } from '../model';
import { renamedKey } from './former-keys';
import type { Findings } from './findings';
import { reader } from './outputs';

/** The image of a container: from the images file, in the repository that it states or else the one of its key. */
export function imageOf({ component, environment }: Located, container: string, findings: Findings): string {
  findings.askedFor(component.name, container);
  const image = environment.images[`${component.name}.${container}`] ?? environment.images[component.name];
  const repositories = soleOfKind(environment, 'repositories');
  const address = image?.repository ?? (repositories && repositoryOf(repositories, environment, component.name));
  if (image && address !== undefined)
    return `${address}:${image.tag}${image.digest === undefined ? '' : `@${image.digest}`}`;
  const file = imagesFile(environment);
  findings.add({
    code: 'missing-image',
    severity: 'error',
    at: component.origin.at,
    subject: component.origin.subject,
    message: image
      ? `its image names no repository, and no repositories are in reach`
      : `the images of ${environment.label} have no ${component.name}`,
    expected: `images.${component.name} with a tag, in ${file}`,
    fix: 'add the image to that file',
    ...(image ? {} : saidOfFormer({ component, environment }, container, file)),
  });
  return 'missing.invalid/image:none';
}

/** The file that says what runs in an environment. */
export function imagesFile(environment: Environment): string {
  return environment.file.replace(/\.yaml$/, '.images.yaml');
}

/** What is said where the file has the image under the key that the component had before. */
function saidOfFormer(located: Located, container: string, file: string): Partial<Finding> {
  const former = formerImage(located, [`.${container}`, '']);
  if (!former) return {};
  const { from, to, repository } = former;
  const said = renamedKey(located.environment, { side: 'images', file, from, to });
  return repository === undefined ? said : { ...said, fix: `${said.fix}, and add repository: ${repository}` };
}

/** An image under the key that its component had before. */
export interface FormerImage {
  readonly from: string;
  readonly to: string;
  /** Where it is, unless the file says so: the repository of the old key, which is not renamed with the component. */
  readonly repository?: string;
}

/** The image of a renamed component: by the first ending of its key, such as `.api` for a container, that the file has. */
export function formerImage(located: Located, endings: readonly string[]): FormerImage | undefined {
  const { component, environment } = located;
  const former = formerKey(located);
  const ending = endings.find((each) => former !== undefined && environment.images[former + each] !== undefined);
  if (former === undefined || ending === undefined) return undefined;
  const keys = { from: former + ending, to: component.name + ending };
  const repositories = soleOfKind(environment, 'repositories');
  const stated = environment.images[keys.from]?.repository !== undefined;
  return stated || !repositories || isDescribed(repositories, component.name)
    ? keys
    : { ...keys, repository: repositoryOf(repositories, environment, former) };
}

/** Address of the repository that a component's image is in: the one of its key. */
export function repositoryOf(repositories: Located, environment: Environment, key: string): string {
  const read = reader(repositories, { plane: 'known', environment });
  return isDescribed(repositories, key) ? read.text(`url/${key}`) : `${read.text('prefix')}/${key}`;
}

function isDescribed({ component }: Located, key: string): boolean {
  return Object.hasOwn(component.props['repositories'] as object, key);
}
