import { checkInputs, checkJobs } from './checks';
import { appCall, commitPermissions, commitSteps } from './commit';
import type { Deployment } from './deployment';
import { imageJob } from './image-job';
import { imageInputs } from './image-steps';
import { notifyJob, rollBackJob, rolloutJob } from './rollout';
import { expression as of, type Job, type Workflow } from './workflow';

/**
 * Checks → image → scan → commit of its tag to the images file and of what follows from it, which Argo CD or Terraform
 * then applies → what came of it. Nothing is applied from here: what runs is what the repository says.
 */
export function deployWorkflow(deployment: Deployment): Workflow {
  const { label } = deployment.delivery.environment;
  const { inputs, secrets } = appCall(deployment);
  const jobs = deployJobs(deployment);
  return {
    name: `Deploy to ${label}`,
    on: {
      workflow_call: {
        inputs: { ...imageInputs, ...checkInputs, ...inputs },
        ...secrets,
        outputs: { digest: { description: 'Digest of the image', value: of('jobs.image.outputs.digest') } },
      },
    },
    jobs: { ...jobs, notify: notifyJob(deployment, Object.keys(jobs)) },
  };
}

function deployJobs(deployment: Deployment): Record<string, Job> {
  const { delivery, environment } = deployment;
  const rollout = rolloutJob(deployment);
  return {
    ...checkJobs,
    image: imageJob(deployment),
    ...(delivery.approval ? { approval: approvalJob(environment) } : {}),
    deploy: deployJob(deployment),
    ...(rollout === undefined ? {} : { rollout, rollback: rollBackJob(deployment) }),
  };
}

function deployJob(deployment: Deployment): Job {
  const { delivery, environment } = deployment;
  return {
    name: `Commit to ${delivery.commitTo}`,
    needs: ['image', ...(delivery.approval ? ['approval'] : [])],
    permissions: commitPermissions(deployment),
    environment,
    // A newer image of the same service takes the place of one that still waits.
    concurrency: { group: `deploy-${environment}-${of('inputs.service')}`, cancelInProgress: false },
    timeoutMinutes: 20,
    outputs: {
      base: of('steps.commit.outputs.base'),
      commit: of('steps.commit.outputs.commit'),
      at: of('steps.commit.outputs.at'),
    },
    steps: commitSteps(deployment, {
      command: 'bin/slipway set "$ENVIRONMENT" --image "$SERVICE" "$IMAGE"',
      message: '$ENVIRONMENT: $SERVICE $IMAGE',
      variables: {
        SERVICE: of('inputs.service'),
        IMAGE: `${of('needs.image.outputs.tag')}@${of('needs.image.outputs.digest')}`,
      },
    }),
  };
}

/** An environment without reviewers would let everything through without a word. */
export function approvalJob(environment: string): Job {
  return {
    name: 'Somebody has to approve',
    permissions: { actions: 'read' },
    timeoutMinutes: 5,
    steps: [
      {
        env: { GH_TOKEN: of('github.token'), ENVIRONMENT: environment },
        run: [
          'reviewers=$(gh api "repos/$GITHUB_REPOSITORY/environments/$ENVIRONMENT" \\',
          `  --jq '[.protection_rules[] | select(.type == "required_reviewers") | .reviewers[]] | length')`,
          'if [ "$reviewers" = 0 ]; then',
          '  echo "::error title=no approval::environment $ENVIRONMENT of $GITHUB_REPOSITORY names no required reviewer"',
          '  exit 1',
          'fi',
        ],
      },
    ],
  };
}
