import { checkInputs, checkJobs } from './checks';
import {
  buildStep,
  checkoutApplication,
  imageInputs,
  imageRunner,
  repositoryStep,
  type ImageRepositories,
} from './image-steps';
import type { Workflow } from './workflow';

/** What a pull request of the application runs: its checks, and a build that is pushed nowhere. It has no rights in AWS. */
export function ciWorkflow(system: string, repositories: ImageRepositories): Workflow {
  return {
    name: `${system}: test and build`,
    on: { workflow_call: { inputs: { ...imageInputs, ...checkInputs } } },
    jobs: {
      ...checkJobs,
      build: {
        name: 'Build',
        permissions: { contents: 'read' },
        runsOn: imageRunner,
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
