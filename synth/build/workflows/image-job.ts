import type { Delivery } from '../delivery';
import type { Deployment } from './deployment';
import { buildStep, checkoutApplication, imageRunner, repositoryStep } from './image-steps';
import { expression as of, type Job, type Step } from './workflow';

/** Builds an image once for a commit, pushes it by that commit, and waits for what the scan says. */
export function imageJob({ delivery, repositories, pushRoleArn, region, kept }: Deployment): Job {
  const registry = of('steps.registry.outputs.registry');
  const address = `${registry}/${of('steps.repository.outputs.name')}`;
  return {
    name: 'Build, push and scan',
    needs: ['secrets', 'test'],
    permissions: { contents: 'read', 'id-token': 'write' },
    runsOn: imageRunner,
    timeoutMinutes: 60,
    outputs: {
      digest: of('steps.scanned.outputs.digest'),
      tag: of('github.sha'),
      address: of('steps.scanned.outputs.address'),
    },
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
      pushedStep,
      scanStep(address),
      ...(kept ? [markStep(delivery.environment.name)] : []),
    ],
  };
}

/** AWS lets no other branch or tag push either; this says so in words. */
export function guardStep({ on, branch, tags, environment }: Delivery): Step {
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

/** What was pushed: by this job, by an earlier one, or by another one meanwhile. Fails where there is nothing. */
const pushedStep: Step = {
  name: 'The image of this commit',
  id: 'pushed',
  env: {
    REPOSITORY: of('steps.repository.outputs.name'),
    DIGEST: of('steps.build.outputs.digest || steps.present.outputs.digest'),
  },
  run: [
    'if [ -z "$DIGEST" ]; then',
    '  DIGEST=$(aws ecr describe-images --repository-name "$REPOSITORY" --image-ids "imageTag=$GITHUB_SHA" \\',
    "    --query 'imageDetails[0].imageDigest' --output text)",
    'fi',
    'echo "digest=$DIGEST" >> "$GITHUB_OUTPUT"',
  ],
};

/** ECR scans on push; nothing with a critical finding goes on. */
function scanStep(address: string): Step {
  return {
    name: 'No critical vulnerability',
    id: 'scanned',
    env: {
      REPOSITORY: of('steps.repository.outputs.name'),
      ADDRESS: address,
      DIGEST: of('steps.pushed.outputs.digest'),
      PAUSE_SECONDS: '15',
    },
    run: [
      'complete() { aws ecr wait image-scan-complete --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST"; }',
      '# ECR knows of a scan a moment after the push; one wait lasts five minutes, and a large image takes longer.',
      'complete || { sleep "$PAUSE_SECONDS"; complete; } || complete || complete',
      'critical=$(aws ecr describe-image-scan-findings --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST" \\',
      "  --query 'imageScanFindings.findingSeverityCounts.CRITICAL' --output text)",
      'if [ "$critical" != None ] && [ "$critical" != 0 ]; then',
      '  echo "::error title=image scan::$critical critical findings in $REPOSITORY@$DIGEST"',
      '  exit 1',
      'fi',
      'echo "digest=$DIGEST" >> "$GITHUB_OUTPUT"',
      'echo "address=$ADDRESS:$GITHUB_SHA@$DIGEST" >> "$GITHUB_OUTPUT"',
    ],
  };
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-retag.html */
function markStep(environment: string): Step {
  return {
    name: `Keep it as one of ${environment}`,
    id: 'marked',
    env: {
      REPOSITORY: of('steps.repository.outputs.name'),
      DIGEST: of('steps.scanned.outputs.digest'),
      MARK: `${environment}-${of('github.sha')}`,
    },
    run: [
      'if aws ecr describe-images --repository-name "$REPOSITORY" --image-ids "imageTag=$MARK" > /dev/null 2>&1; then',
      '  exit 0',
      'fi',
      'manifest=$(aws ecr batch-get-image --repository-name "$REPOSITORY" --image-ids "imageDigest=$DIGEST" \\',
      "  --query 'images[0].imageManifest' --output text)",
      'aws ecr put-image --repository-name "$REPOSITORY" --image-tag "$MARK" --image-digest "$DIGEST" \\',
      '  --image-manifest "$manifest" > /dev/null',
    ],
  };
}
