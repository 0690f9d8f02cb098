import { applyStep, buildSteps, checkoutOutput, commitPermissions, gitIdentity } from './commit';
import type { Deployment } from './deployment';
import { expression as of, type Job, type Step } from './workflow';

/** Seconds between two looks, and in all: plan, apply and a refresh of a whole group fit in. */
const pollSeconds = 30;
const patienceSeconds = 7200;

/** Waits until the instances run the image, and the way in answers; nothing where neither can be seen from here. */
export function rolloutJob(deployment: Deployment): Job | undefined {
  const { targets, rolloutRoleArn, region } = deployment;
  if (Object.keys(targets).length === 0) return undefined;
  const rolls = Object.values(targets).some(({ groups }) => groups.length > 0);
  return {
    name: 'Roll out',
    needs: ['image', 'deploy'],
    if: "needs.deploy.outputs.commit != ''",
    permissions: rolls ? { 'id-token': 'write' } : {},
    timeoutMinutes: 150,
    steps: [
      targetStep(targets),
      ...(rolls && rolloutRoleArn !== undefined ? refreshSteps(rolloutRoleArn, region) : []),
      healthStep,
    ],
  };
}

function targetStep(targets: Deployment['targets']): Step {
  return {
    name: 'Where it runs',
    id: 'target',
    env: { SERVICE: of('inputs.service') },
    run: [
      'groups= health=',
      'case "$SERVICE" in',
      ...Object.entries(targets).map(
        ([image, { groups, healthUrl = '' }]) => `  ${image}) groups='${groups.join(' ')}' health='${healthUrl}' ;;`,
      ),
      'esac',
      'echo "groups=$groups" >> "$GITHUB_OUTPUT"',
      'echo "health=$health" >> "$GITHUB_OUTPUT"',
    ],
  };
}

/** The group carries the image as a tag from the apply on, and the same apply starts the refresh. */
function refreshSteps(role: string, region: string): Step[] {
  const rolls = "steps.target.outputs.groups != ''";
  return [
    {
      name: 'Role that sees instances roll',
      if: rolls,
      uses: 'aws-actions/configure-aws-credentials',
      with: { 'role-to-assume': role, 'aws-region': region },
    },
    {
      name: 'Instances run the image',
      if: rolls,
      env: {
        GROUP_NAMES: of('steps.target.outputs.groups'),
        IMAGE: of('needs.image.outputs.address'),
        SINCE: of('needs.deploy.outputs.at'),
        POLL_SECONDS: String(pollSeconds),
        PATIENCE_SECONDS: String(patienceSeconds),
      },
      run: refreshScript,
    },
  ];
}

/** @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRefresh.html */
const refreshScript = [
  'deadline=$((SECONDS + PATIENCE_SECONDS))',
  'for group in $GROUP_NAMES; do',
  '  while :; do',
  '    image=$(aws autoscaling describe-tags --filters "Name=auto-scaling-group,Values=$group" Name=key,Values=image \\',
  "      --query 'Tags[0].Value' --output text)",
  '    state=$(aws autoscaling describe-instance-refreshes --auto-scaling-group-name "$group" --output json \\',
  '      | jq -r --arg since "$SINCE" \'[.InstanceRefreshes[] | select(.StartTime >= $since)][0].Status // "none"\')',
  '    echo "$group: $image, refresh: $state"',
  '    if [ "$image" = "$IMAGE" ]; then',
  '      case "$state" in',
  '        Successful) break ;;',
  '        Failed | Cancelled | Rollback*)',
  '          echo "::error title=$group::the refresh to $IMAGE ended as $state"',
  '          exit 1',
  '          ;;',
  '      esac',
  '    fi',
  '    if [ "$SECONDS" -ge "$deadline" ]; then',
  '      echo "::error title=$group::$IMAGE is not rolled out after $PATIENCE_SECONDS seconds"',
  '      exit 1',
  '    fi',
  '    sleep "$POLL_SECONDS"',
  '  done',
  'done',
] as const;

const healthStep: Step = {
  name: 'It answers',
  if: "steps.target.outputs.health != ''",
  env: { URL: of('steps.target.outputs.health') },
  run: ['curl --fail --silent --show-error --max-time 10 --retry 20 --retry-delay 6 --retry-all-errors "$URL"'],
};

/**
 * Takes the commit back where its image does not run well; what was applied follows it. Only the lines of the description
 * go back and the rest is rendered: images stand side by side there, and files of the output belong to several of them, so
 * that a plain revert would fail as soon as another one has been delivered.
 */
export function rollBackJob(deployment: Deployment): Job {
  return {
    name: 'Roll back',
    needs: ['deploy', 'rollout'],
    if: "!cancelled() && needs.rollout.result == 'failure'",
    permissions: commitPermissions(deployment),
    timeoutMinutes: 20,
    steps: [
      ...checkoutOutput(deployment),
      ...buildSteps,
      {
        name: 'Take the commit back',
        env: {
          BASE: of('needs.deploy.outputs.base'),
          COMMIT: of('needs.deploy.outputs.commit'),
          BRANCH: deployment.delivery.commitTo,
        },
        run: [
          ...gitIdentity,
          'for attempt in 1 2 3 4 5; do',
          '  git fetch --quiet origin "$BRANCH"',
          '  git reset --quiet --hard FETCH_HEAD',
          '  if ! git diff --unified=0 "$COMMIT" "$BASE" -- environments | git apply --unidiff-zero; then',
          '    echo "::error title=roll back::later commits stand on $COMMIT: somebody has to choose the image"',
          '    exit 1',
          '  fi',
          '  bin/slipway synth',
          '  git add --all',
          '  git commit --quiet --message "Take back $COMMIT"',
          '  if git push origin "HEAD:$BRANCH"; then exit 0; fi',
          '  echo "attempt $attempt: the branch has moved"',
          'done',
          'echo "::error title=push::the branch moved five times, or refuses this commit"',
          'exit 1',
        ],
      },
      ...applyStep(deployment, 'success()'),
    ],
  };
}

/** Tells how it went, whatever came of it. @param jobs The jobs that it tells of. */
export function notifyJob({ delivery, rolloutRoleArn, topicArn, region }: Deployment, jobs: readonly string[]): Job {
  const results = jobs.map((job) => `${job}=${of(`needs.${job}.result`)}`).join(' ');
  const tell: Step[] =
    topicArn === undefined || rolloutRoleArn === undefined
      ? []
      : [
          {
            name: 'Role that may tell',
            uses: 'aws-actions/configure-aws-credentials',
            with: { 'role-to-assume': rolloutRoleArn, 'aws-region': region },
          },
          {
            name: 'Tell',
            env: { SUMMARY: of('steps.summary.outputs.summary'), TOPIC: topicArn },
            run: ['aws sns publish --topic-arn "$TOPIC" --subject "${SUMMARY:0:99}" --message "$SUMMARY"'],
          },
        ];
  return {
    name: 'Tell how it went',
    needs: jobs,
    if: '!cancelled()',
    permissions: tell.length === 0 ? {} : { 'id-token': 'write' },
    timeoutMinutes: 10,
    steps: [
      {
        name: 'Summary',
        id: 'summary',
        env: {
          RESULTS: results,
          SERVICE: of('inputs.service'),
          ENVIRONMENT: delivery.environment.label,
          RUN: `${of('github.server_url')}/${of('github.repository')}/actions/runs/${of('github.run_id')}`,
        },
        run: [
          'outcome=delivered',
          'case " $RESULTS" in *=failure*) outcome=failed ;; esac',
          'summary="$ENVIRONMENT $SERVICE ${GITHUB_SHA:0:12}: $outcome ($RESULTS) $RUN"',
          'echo "$summary" >> "$GITHUB_STEP_SUMMARY"',
          'echo "summary=$summary" >> "$GITHUB_OUTPUT"',
        ],
      },
      ...tell,
    ],
  };
}
