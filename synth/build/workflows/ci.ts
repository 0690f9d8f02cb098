import { buildStep, checkoutApplication, imageInputs, repositoryStep, type ImageRepositories } from './image-steps';
import { expression as of, type Workflow } from './workflow';

/** What a pull request of the application runs: its tests, and a build that is pushed nowhere. It has no rights in AWS. */
export function ciWorkflow(system: string, repositories: ImageRepositories): Workflow {
  return {
    name: `${system}: test and build`,
    on: {
      workflow_call: {
        inputs: {
          ...imageInputs,
          test: { description: 'Command that tests it', type: 'string', required: true },
        },
      },
    },
    jobs: {
      test: {
        name: 'Test',
        permissions: { contents: 'read' },
        timeoutMinutes: 30,
        steps: [
          checkoutApplication,
          { name: 'Test', env: { TEST: of('inputs.test') }, run: ['bash -euo pipefail -c "$TEST"'] },
        ],
      },
      build: {
        name: 'Build',
        permissions: { contents: 'read' },
        timeoutMinutes: 60,
        steps: [
          checkoutApplication,
          repositoryStep(repositories),
          { uses: 'docker/setup-buildx-action' },
          buildStep(undefined),
        ],
      },
    },
  };
}
