import { soleOfKind, type Environment, type Located } from '../model';
import type { Findings } from './findings';
import { reader } from './outputs';

/** The image of a container: from the images file, in the repository that it states or else the one of its key. */
export function imageOf({ component, environment }: Located, container: string, findings: Findings): string {
  const image = environment.images[`${component.name}.${container}`] ?? environment.images[component.name];
  const repositories = soleOfKind(environment, 'repositories');
  const address = image?.repository ?? (repositories && repositoryOf(repositories, environment, component.name));
  if (image && address !== undefined)
    return `${address}:${image.tag}${image.digest === undefined ? '' : `@${image.digest}`}`;
  findings.add({
    code: 'missing-image',
    severity: 'error',
    at: component.origin.at,
    subject: component.origin.subject,
    message: image
      ? `its image names no repository, and no repositories are in reach`
      : `the images of ${environment.label} have no ${component.name}`,
    expected: `images.${component.name} with a tag, in ${environment.file.replace(/\.yaml$/, '.images.yaml')}`,
    fix: 'add the image to that file',
  });
  return 'missing.invalid/image:none';
}

/** Address of the repository that a component's image is in: the one of its key. */
export function repositoryOf(repositories: Located, environment: Environment, key: string): string {
  const read = reader(repositories, { plane: 'known', environment });
  const described = Object.keys(repositories.component.props['repositories'] as object).includes(key);
  return described ? read.text(`url/${key}`) : `${read.text('prefix')}/${key}`;
}
