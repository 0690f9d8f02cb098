import type { Json } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { group, host, made, topic } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick, text } from './values';

const workflow = '.github/workflows/profit-sentinel-deploy-gpu-prod.yml';

export const ps14: Row = {
  id: 'PS-14',
  title: 'A push to main is scanned for secrets, built, tested, pushed by its commit, rolled out, asked and told of',
  states: {
    'the stages follow each other: scan and test, build and push, commit, roll out, tell': (output) => {
      const jobs = at(output.file(workflow), 'jobs');
      expect(Object.keys(jobs as object)).toEqual([
        'secrets',
        'test',
        'image',
        'deploy',
        'rollout',
        'rollback',
        'notify',
      ]);
      expect(['image', 'deploy', 'rollout'].map((job) => at(jobs, job, 'needs'))).toEqual([
        ['secrets', 'test'],
        ['image'],
        ['image', 'deploy'],
      ]);
    },
    'only main is delivered': (output) => {
      const step = stepOf(output, 'image', 'Only from refs/heads/main');
      expect(text(at(step, 'run'))).toBe(onlyMain);
    },
    '1: the files are searched for secrets': (output) => {
      expect(at(stepOf(output, 'secrets', 'Scan'), 'run')).toMatch(
        /^go run github\.com\/zricethezav\/gitleaks\/v8@v8\.\d+\.\d+ dir --redact --no-banner --verbose \.$/,
      );
    },
    '2: the image is built by Docker from the Dockerfile that the application names, such as Dockerfile.gpu': (
      output,
    ) => {
      const dockerfile = at(output.file(workflow), 'on', 'workflow_call', 'inputs', 'dockerfile');
      expect(at(dockerfile, 'type')).toBe('string');
      expect(pick(at(stepOf(output, 'image', 'Build and push'), 'with'), ['context', 'file', 'push'])).toEqual({
        context: '${{ inputs.context }}',
        file: '${{ inputs.dockerfile }}',
        push: true,
      });
    },
    '3: the tests of the application pass first': (output) => {
      const step = stepOf(output, 'test', 'Test');
      expect([at(step, 'env', 'TEST'), at(step, 'run')]).toEqual([
        '${{ inputs.test }}',
        'bash -euo pipefail -c "$TEST"',
      ]);
      expect(at(output.file(workflow), 'on', 'workflow_call', 'inputs', 'test', 'required')).toBe(true);
    },
    '4: it is pushed by its commit to the repository of the document, by a role that may do just that': (output) => {
      expect(at(stepOf(output, 'image', 'Build and push'), 'with', 'tags')).toBe(
        '${{ steps.registry.outputs.registry }}/${{ steps.repository.outputs.name }}:${{ github.sha }}',
      );
      expect(at(stepOf(output, 'image', 'Repository of the image'), 'run')).toBe(repositoryOfImage);
      expect(at(stepOf(output, 'image', 'Role that may push'), 'with', 'role-to-assume')).toBe(
        'arn:aws:iam::222233334444:role/bootstrap/profit-sentinel-image-push',
      );
      const push = output.blocks('profit-sentinel-bootstrap', 'data', 'aws_iam_policy_document')['image_push_push'];
      expect(at(push, 'statement', 1, 'resources')).toEqual([
        'arn:aws:ecr:us-east-1:222233334444:repository/profit-sentinel-gpu',
      ]);
    },
    'an image with a critical vulnerability goes no further': (output) => {
      const step = stepOf(output, 'image', 'No critical vulnerability');
      expect(text(at(step, 'run'))).toBe(noCritical);
    },
    '5: the commit of the new tag is applied, and the workflow waits until the group has rolled to it': (output) => {
      expect(at(stepOf(output, 'deploy', 'Apply it'), 'run')).toBe(
        'gh workflow run profit-sentinel-terraform.yml --ref "$BRANCH"',
      );
      expect(at(stepOf(output, 'deploy', 'Apply it'), 'env', 'BRANCH')).toBe('main');
      expect(at(stepOf(output, 'rollout', 'Where it runs'), 'run')).toBe(whereItRuns);
      const rolls = stepOf(output, 'rollout', 'Instances run the image');
      expect(pick(at(rolls, 'env'), ['GROUP_NAMES', 'IMAGE'])).toEqual({
        GROUP_NAMES: '${{ steps.target.outputs.groups }}',
        IMAGE: '${{ needs.image.outputs.address }}',
      });
      const refresh = made(output, 'platform', 'aws_autoscaling_group.gpu_api')['instance_refresh'];
      expect(at(refresh, 'strategy')).toBe('Rolling');
    },
    '6: then /health has to answer, by way of the load balancer': (output) => {
      const step = stepOf(output, 'rollout', 'It answers');
      expect([at(step, 'env', 'URL'), at(step, 'run')]).toEqual([
        '${{ steps.target.outputs.health }}',
        'curl --fail --silent --show-error --max-time 10 --retry 20 --retry-delay 6 --retry-all-errors "$URL"',
      ]);
    },
    'what does not run well is taken back': (output) => {
      const job = at(output.file(workflow), 'jobs', 'rollback');
      expect([at(job, 'needs'), at(job, 'if')]).toEqual([
        ['deploy', 'rollout'],
        "!cancelled() && needs.rollout.result == 'failure'",
      ]);
    },
    '7: people are told how it went, whatever came of it': (output) => {
      const job = at(output.file(workflow), 'jobs', 'notify');
      expect([at(job, 'needs'), at(job, 'if')]).toEqual([
        ['secrets', 'test', 'image', 'deploy', 'rollout', 'rollback'],
        '!cancelled()',
      ]);
      const tell = stepOf(output, 'notify', 'Tell');
      expect([at(tell, 'env', 'TOPIC'), at(tell, 'run')]).toEqual([
        topic,
        'aws sns publish --topic-arn "$TOPIC" --subject "${SUMMARY:0:99}" --message "$SUMMARY"',
      ]);
    },
  },
};

const onlyMain = `case "$GITHUB_REF" in
  refs/heads/main) ;;
  *)
    echo "::error title=wrong branch::profit-sentinel/gpu-prod takes refs/heads/main, not $GITHUB_REF"
    exit 1
    ;;
esac
`;

const repositoryOfImage = `case "$SERVICE" in
  gpu-api) name=profit-sentinel-gpu ;;
  *)
    echo "::error title=unknown image::$SERVICE is not one of: gpu-api"
    exit 1
    ;;
esac
echo "name=$name" >> "$GITHUB_OUTPUT"
`;

const whereItRuns = `groups= health=
case "$SERVICE" in
  gpu-api) groups='${group}' health='https://${host}/health' ;;
esac
echo "groups=$groups" >> "$GITHUB_OUTPUT"
echo "health=$health" >> "$GITHUB_OUTPUT"
`;

const noCritical = `complete() { aws ecr wait image-scan-complete --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST"; }
# ECR knows of a scan a moment after the push; one wait lasts five minutes, and a large image takes longer.
complete || { sleep "$PAUSE_SECONDS"; complete; } || complete || complete
critical=$(aws ecr describe-image-scan-findings --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST" \\
  --query 'imageScanFindings.findingSeverityCounts.CRITICAL' --output text)
if [ "$critical" != None ] && [ "$critical" != 0 ]; then
  echo "::error title=image scan::$critical critical findings in $REPOSITORY@$DIGEST"
  exit 1
fi
echo "digest=$DIGEST" >> "$GITHUB_OUTPUT"
echo "address=$ADDRESS:$GITHUB_SHA@$DIGEST" >> "$GITHUB_OUTPUT"
`;

/** A step of a job, by its name. */
function stepOf(output: OutputTree, job: string, name: string): Json {
  const steps = list(at(output.file(workflow), 'jobs', job, 'steps'));
  const step = output.seek(() => steps.find((each) => at(each, 'name') === name));
  if (step === undefined) throw new Error(`${job} has no step ${name}`);
  return step;
}
