/** What a new system is made from, by the option that states it. */
export type Answers = Readonly<Record<string, string>>;

/** Shapes that a system may have at first, each a folder of files beside this one, with what it is in a few words. */
export const shapes = {
  fleet: 'EC2 instances behind a load balancer',
  'three-tier': 'instances behind a load balancer, a PostgreSQL database and a Redis cache',
  inference: 'a model served from GPUs in Kubernetes',
  saas: 'services and workers in Kubernetes, with a database and a cache',
} as const;

/** Where the files of the shapes are, below Slipway's own folder. */
export const shapesFolder = 'synth/cli/new/system/shapes';

/** Files of the environment `prod`; what all shapes have in common is `system.yaml`. */
export const shapeFiles = ['prod.yaml', 'prod.images.yaml', 'prod.bindings.yaml'] as const;

/**
 * A file of a shape with the answers in the place of its examples. The files are descriptions that render as they are,
 * so that editors and tests judge them like any other.
 */
export function withAnswers(text: string, answers: Answers): string {
  return Object.entries(replacements(answers)).reduce(
    (result, [example, value]) => result.replaceAll(example, () => value),
    text,
  );
}

function replacements(answers: Answers): Readonly<Record<string, string>> {
  const { system = '', account = '', region = '', domain = '', repository = '', owner = '', backend = '' } = answers;
  return {
    // Before the organization in it.
    'https://github.com/example-organization/infrastructure': repository,
    'cloud: { organization: example-organization }': backendText(backend, region),
    'example-system': system,
    'example-team': owner,
    'example-cost-centre': answers['cost-centre'] ?? '',
    '000000000000': account,
    'us-east-1': region,
    'example.com': domain,
  };
}

function backendText(backend: string, region: string): string {
  const [kind, name = ''] = backend.split(':');
  return kind === 's3' ? `s3: { bucket: ${name}, region: ${region} }` : `cloud: { organization: ${name} }`;
}
