import type { Delivery } from '../delivery';
import { buildStep, checkoutApplication, imageInputs, repositoryStep, type ImageRepositories } from './image-steps';
import { expression as of, type Job, type Step, type Workflow } from './workflow';

/** How an image comes to run in an environment. */
export interface Deployment {
  readonly delivery: Delivery;
  readonly repositories: ImageRepositories;
  /** Role in AWS that may push to these repositories, and the region that they are in. */
  readonly pushRoleArn: string;
  readonly region: string;
  /** Environment on GitHub. */
  readonly environment: string;
  /** Value that names the revision which Argo CD follows for this environment, where a release moves it. */
  readonly revision?: { readonly label: string; readonly path: string };
}

/**
 * Image → scan → commit of its tag to the images file and of what follows from it, which Argo CD then applies. Nothing
 * is applied from here: what runs is what the repository says.
 */
export function deployWorkflow(deployment: Deployment): Workflow {
  const { delivery, environment } = deployment;
  const { label } = delivery.environment;
  const foreign = delivery.application !== delivery.infrastructure;
  return {
    name: `Deploy to ${label}`,
    on: {
      workflow_call: {
        inputs: {
          ...imageInputs,
          ...(foreign
            ? {
                'app-id': {
                  description: 'GitHub App that may push to the repository of the output',
                  type: 'string',
                  required: true,
                },
              }
            : {}),
        },
        ...(foreign ? { secrets: { 'app-private-key': { description: 'Its private key', required: true } } } : {}),
        outputs: {
          digest: { description: 'Digest of the image', value: of('jobs.image.outputs.digest') },
        },
      },
    },
    jobs: {
      image: imageJob(deployment),
      ...(delivery.approval ? { approval: approvalJob(environment) } : {}),
      deploy: {
        name: `Commit to ${delivery.commitTo}`,
        needs: ['image', ...(delivery.approval ? ['approval'] : [])],
        permissions: foreign ? {} : { contents: 'write' },
        environment,
        // A newer image of the same service takes the place of one that still waits.
        concurrency: { group: `deploy-${environment}-${of('inputs.service')}`, cancelInProgress: false },
        timeoutMinutes: 20,
        steps: deploySteps(deployment, foreign),
      },
    },
  };
}

function imageJob({ delivery, repositories, pushRoleArn, region }: Deployment): Job {
  const registry = of('steps.registry.outputs.registry');
  const address = `${registry}/${of('steps.repository.outputs.name')}`;
  return {
    name: 'Build, push and scan',
    permissions: { contents: 'read', 'id-token': 'write' },
    timeoutMinutes: 60,
    outputs: { digest: of('steps.scanned.outputs.digest'), tag: of('github.sha') },
    steps: [
      guardStep(delivery),
      checkoutApplication,
      repositoryStep(repositories),
      {
        name: 'Role that may push',
        uses: 'aws-actions/configure-aws-credentials',
        with: { 'role-to-assume': pushRoleArn, 'aws-region': region, 'mask-aws-account-id': false },
      },
      { name: 'Log in to the registry', id: 'registry', uses: 'aws-actions/amazon-ecr-login' },
      {
        name: 'Is this commit built already?',
        id: 'present',
        env: { REPOSITORY: of('steps.repository.outputs.name') },
        run: [
          'digest=$(aws ecr describe-images --repository-name "$REPOSITORY" --image-ids "imageTag=$GITHUB_SHA" \\',
          "  --query 'imageDetails[0].imageDigest' --output text 2> /dev/null || true)",
          'echo "digest=$digest" >> "$GITHUB_OUTPUT"',
        ],
      },
      { uses: 'docker/setup-buildx-action', if: "steps.present.outputs.digest == ''" },
      buildStep({ tag: `${address}:${of('github.sha')}`, unless: "steps.present.outputs.digest == ''" }),
      scanStep(),
    ],
  };
}

/** AWS lets no other branch or tag push either; this says so in words. */
function guardStep({ on, branch, tags, environment }: Delivery): Step {
  const pattern = on === 'push' ? `refs/heads/${branch}` : `refs/tags/${tags}`;
  return {
    name: `Only from ${pattern}`,
    run: [
      'case "$GITHUB_REF" in',
      `  ${pattern}) ;;`,
      '  *)',
      `    echo "::error title=wrong branch::${environment.label} takes ${pattern}, not $GITHUB_REF"`,
      '    exit 1',
      '    ;;',
      'esac',
    ],
  };
}

/** ECR scans on push; nothing with a critical finding goes on. */
function scanStep(): Step {
  return {
    name: 'No critical vulnerability',
    id: 'scanned',
    env: {
      REPOSITORY: of('steps.repository.outputs.name'),
      DIGEST: of('steps.build.outputs.digest || steps.present.outputs.digest'),
    },
    run: [
      'aws ecr wait image-scan-complete --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST"',
      'critical=$(aws ecr describe-image-scan-findings --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST" \\',
      "  --query 'imageScanFindings.findingSeverityCounts.CRITICAL' --output text)",
      'if [ "$critical" != None ] && [ "$critical" != 0 ]; then',
      '  echo "::error title=image scan::$critical critical findings in $REPOSITORY@$DIGEST"',
      '  exit 1',
      'fi',
      'echo "digest=$DIGEST" >> "$GITHUB_OUTPUT"',
    ],
  };
}

/** An environment without reviewers would let everything through without a word. */
function approvalJob(environment: string): Job {
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

function deploySteps({ delivery, revision }: Deployment, foreign: boolean): Step[] {
  const { infrastructure, commitTo, environment } = delivery;
  const [owner = '', name = ''] = infrastructure.split('/');
  const token: Step[] = foreign
    ? [
        {
          name: 'Token for the repository of the output',
          id: 'token',
          uses: 'actions/create-github-app-token',
          with: {
            'app-id': of('inputs.app-id'),
            'private-key': of('secrets.app-private-key'),
            owner,
            repositories: name,
            'permission-contents': 'write',
          },
        },
      ]
    : [];
  return [
    ...token,
    {
      uses: 'actions/checkout',
      with: {
        repository: infrastructure,
        ref: commitTo,
        'fetch-depth': 0,
        token: of(foreign ? 'steps.token.outputs.token' : 'github.token'),
      },
    },
    { uses: 'actions/setup-node', with: { 'node-version-file': '.nvmrc', cache: 'npm' } },
    { run: ['make build'] },
    {
      name: 'Commit the new tag, and what follows from it',
      env: {
        SERVICE: of('inputs.service'),
        IMAGE: `${of('needs.image.outputs.tag')}@${of('needs.image.outputs.digest')}`,
        ENVIRONMENT: environment.label,
        BRANCH: commitTo,
        ...(revision === undefined
          ? {}
          : { RELEASE: `${environment.name}-${of('inputs.service')}-${of('github.ref_name')}` }),
      },
      run: commitScript(revision),
    },
  ];
}

/** Starts again from the branch as it is when somebody else was faster. */
function commitScript(revision: Deployment['revision']): string[] {
  const release =
    revision === undefined
      ? []
      : [
          '  # Argo CD follows a tag here: it is moved by a second commit.',
          '  git tag --force "$RELEASE"',
          `  bin/slipway set ${revision.label} ${revision.path} "$RELEASE"`,
          '  bin/slipway synth',
          '  git add --all',
          '  git diff --cached --quiet || git commit --quiet --message "Release $RELEASE"',
        ];
  const push = revision === undefined ? '"HEAD:$BRANCH"' : '"HEAD:$BRANCH" "refs/tags/$RELEASE"';
  return [
    "git config user.name 'github-actions[bot]'",
    "git config user.email '41898282+github-actions[bot]@users.noreply.github.com'",
    'for attempt in 1 2 3 4 5; do',
    '  git fetch --quiet origin "$BRANCH"',
    '  git reset --quiet --hard FETCH_HEAD',
    '  bin/slipway set "$ENVIRONMENT" --image "$SERVICE" "$IMAGE"',
    '  bin/slipway synth',
    '  git add --all',
    '  if git diff --cached --quiet; then',
    '    echo "$ENVIRONMENT runs $SERVICE $IMAGE already"',
    '    exit 0',
    '  fi',
    '  git commit --quiet --message "$ENVIRONMENT: $SERVICE $IMAGE"',
    ...release,
    `  if git push --atomic origin ${push}; then exit 0; fi`,
    '  echo "attempt $attempt: the branch has moved"',
    'done',
    'echo "::error title=push::the branch moved five times, or refuses this commit"',
    'exit 1',
  ];
}
