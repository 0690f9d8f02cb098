import { expression as of, usualRunner, type Step } from './workflow';

/** What every delivery workflow is told of the image that it is about. */
export const imageInputs = {
  service: { description: 'Name of the image in the images file of the environment', type: 'string', required: true },
  context: { description: 'Folder that it is built in', type: 'string', default: '.' },
  dockerfile: { description: 'Dockerfile, from the root of the repository', type: 'string', default: 'Dockerfile' },
  runner: {
    description:
      'Machine that builds it, by its label: an image with CUDA may be larger than what is free on the usual one',
    type: 'string',
    default: usualRunner,
  },
} as const;

/** Where an image is built. */
export const imageRunner = of('inputs.runner');

/** Image → repository in ECR; the workflow refuses any other name. */
export type ImageRepositories = Readonly<Record<string, string>>;

/** Looks up the repository of the image that was asked for: output `name`. */
export function repositoryStep(repositories: ImageRepositories): Step {
  const cases = Object.entries(repositories).map(([image, repository]) => `  ${image}) name=${repository} ;;`);
  return {
    name: 'Repository of the image',
    id: 'repository',
    env: { SERVICE: of('inputs.service') },
    run: [
      'case "$SERVICE" in',
      ...cases,
      '  *)',
      '    echo "::error title=unknown image::$SERVICE is not one of: $IMAGES"',
      '    exit 1',
      '    ;;',
      'esac',
      'echo "name=$name" >> "$GITHUB_OUTPUT"',
    ].map((line) => line.replace('$IMAGES', Object.keys(repositories).join(', '))),
  };
}

export const checkoutApplication: Step = { uses: 'actions/checkout', with: { 'persist-credentials': false } };

/** Builds the image, and pushes it where it says so. */
export function buildStep(push: { readonly tag: string; readonly unless: string } | undefined): Step {
  return {
    name: push === undefined ? 'Build, without a push' : 'Build and push',
    id: 'build',
    // Tags never move: another delivery of this commit may be faster. Whether the image is there is looked at behind it.
    ...(push === undefined ? {} : { if: push.unless, continueOnError: true }),
    uses: 'docker/build-push-action',
    with: {
      context: of('inputs.context'),
      file: of('inputs.dockerfile'),
      push: push !== undefined,
      ...(push === undefined ? {} : { tags: push.tag }),
      labels: `org.opencontainers.image.revision=${of('github.sha')}`,
      // One manifest an image: the scan of ECR reads no index.
      provenance: false,
      'cache-from': `type=gha,scope=${of('inputs.service')}`,
      ...(push === undefined ? {} : { 'cache-to': `type=gha,mode=max,scope=${of('inputs.service')}` }),
    },
  };
}
