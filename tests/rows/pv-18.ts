import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, entries, list, text } from './values';

const repository = 'Pinksea-AI/InvokeAI';
const files = ['ci', 'deploy-dev', 'deploy-prod'];
const deployments = {
  dev: { ref: 'refs/heads/develop', branch: 'develop' },
  prod: { ref: 'refs/tags/v*', branch: 'main' },
};
const pushRole = 'arn:aws:iam::111122223333:role/bootstrap/pingvas-image-push';
const images = [
  'gallery-service',
  'generation-service',
  'generation-worker',
  'model-service',
  'payment-service',
  'pgbouncer',
  'user-service',
];
const commits = [
  'bin/slipway set "$ENVIRONMENT" --image "$SERVICE" "$IMAGE"',
  'bin/slipway synth',
  'git add --all',
  'git commit --quiet --message "$ENVIRONMENT: $SERVICE $IMAGE"',
];

export const pv18: Row = {
  id: 'PV-18',
  title:
    'Workflows: test and build without a push, delivery to dev from develop and to prod from a release with approval',
  states: {
    'what services call for a pull request tests and builds, and pushes nothing: it has neither a role of AWS nor a token for one':
      (output) => {
        expect(Object.keys(workflow(output, 'ci')['on'] as JsonObject)).toEqual(['workflow_call']);
        const jobs = jobsOf(output, 'ci');
        expect(Object.keys(jobs)).toEqual(['secrets', 'test', 'build']);
        for (const job of Object.values(jobs)) expect(job['permissions']).toEqual({ contents: 'read' });
        const { with: build } = stepUsing(output, jobs['build'], 'docker/build-push-action');
        expect(at(build, 'push')).toBe(false);
        expect(actionsOf(output, 'ci').map(([name]) => name)).not.toContain('aws-actions/configure-aws-credentials');
      },
    'dev is delivered from the branch develop alone, prod from a release tag alone, and AWS lets nothing else push images':
      (output) => {
        for (const [environment, { ref }] of Object.entries(deployments)) {
          const guard = stepNamed(output, jobsOf(output, `deploy-${environment}`)['image'], `Only from ${ref}`);
          expect(text(guard['run'])).toBe(guardOf(environment, ref));
        }
        const trust = output.blocks('pingvas-bootstrap', 'data', 'aws_iam_policy_document')['image_push'];
        expect(list(trust?.['statement'])).toEqual([
          {
            actions: ['sts:AssumeRoleWithWebIdentity'],
            effect: 'Allow',
            principals: [
              {
                type: 'Federated',
                identifiers: ['arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'],
              },
            ],
            condition: [
              {
                test: 'StringEquals',
                variable: 'token.actions.githubusercontent.com:aud',
                values: ['sts.amazonaws.com'],
              },
              {
                test: 'StringLike',
                variable: 'token.actions.githubusercontent.com:sub',
                values: Object.values(deployments).map(({ ref }) => `repo:${repository}:ref:${ref}`),
              },
            ],
          },
        ]);
      },
    'images are pushed with a short-lived role by OIDC, tagged with the commit that they are built from': (output) => {
      for (const environment of Object.keys(deployments)) {
        const { image } = jobsOf(output, `deploy-${environment}`);
        expect(image?.['permissions']).toEqual({ contents: 'read', 'id-token': 'write' });
        expect(stepUsing(output, image, 'aws-actions/configure-aws-credentials')['with']).toMatchObject({
          'role-to-assume': pushRole,
          'aws-region': 'us-east-1',
        });
        const build = stepUsing(output, image, 'docker/build-push-action')['with'];
        expect(at(build, 'push')).toBe(true);
        expect(at(build, 'tags')).toBe(
          '${{ steps.registry.outputs.registry }}/${{ steps.repository.outputs.name }}:${{ github.sha }}',
        );
      }
    },
    'the role may push to the seven repositories of Pingvas alone': (output) => {
      const [logIn, push, ...others] = list(
        output.blocks('pingvas-bootstrap', 'data', 'aws_iam_policy_document')['image_push_push']?.['statement'],
      );
      expect([at(logIn, 'actions'), at(logIn, 'resources')]).toEqual([['ecr:GetAuthorizationToken'], ['*']]);
      expect(at(push, 'resources')).toEqual(
        images.map((image) => `arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/${image}`),
      );
      expect(others).toHaveLength(0);
    },
    'a release of prod waits for somebody’s approval, and stops where nobody has to give one': (output) => {
      const { approval, deploy } = jobsOf(output, 'deploy-prod');
      expect(text(at(approval, 'steps', 0, 'run'))).toBe(approvalScript);
      expect(at(approval, 'steps', 0, 'env', 'ENVIRONMENT')).toBe('pingvas-prod');
      expect(deploy?.['needs']).toEqual(['image', 'approval']);
      expect(deploy?.['environment']).toBe('pingvas-prod');
      expect(Object.keys(jobsOf(output, 'deploy-dev'))).toEqual(['secrets', 'test', 'image', 'deploy', 'notify']);
    },
    'the new tag is committed to the environment’s file, with what follows from it, to the branch that Argo CD follows':
      (output) => {
        for (const [environment, { branch }] of Object.entries(deployments)) {
          const { deploy } = jobsOf(output, `deploy-${environment}`);
          expect(deploy?.['permissions']).toEqual({ contents: 'write' });
          const checkout = stepUsing(output, deploy, 'actions/checkout')['with'];
          expect([at(checkout, 'repository'), at(checkout, 'ref')]).toEqual([repository, branch]);
          const commit = stepNamed(output, deploy, 'Commit the change, and what follows from it');
          expect(commit['env']).toMatchObject({
            SERVICE: '${{ inputs.service }}',
            IMAGE: '${{ needs.image.outputs.tag }}@${{ needs.image.outputs.digest }}',
            ENVIRONMENT: `pingvas/${environment}`,
            BRANCH: branch,
          });
          expect(output.seek(() => linesOf(commit))).toEqual(expect.arrayContaining(commits));
        }
        const set = output.manifest('ApplicationSet', 'pingvas-services', 'argocd');
        expect(at(set, 'spec', 'generators', 0, 'matrix', 'generators', 0, 'list', 'elements', 0, 'revision')).toBe(
          'develop',
        );
      },
    'a release also moves the revision that Argo CD follows for prod': (output) => {
      const commit = stepNamed(
        output,
        jobsOf(output, 'deploy-prod')['deploy'],
        'Commit the change, and what follows from it',
      );
      expect(at(commit, 'env', 'RELEASE')).toBe('prod-${{ inputs.service }}-${{ github.ref_name }}');
      expect(output.seek(() => linesOf(commit))).toEqual(
        expect.arrayContaining(['bin/slipway set pingvas/shared gitops.environments.prod.revision "$RELEASE"']),
      );
    },
    'no workflow talks to Argo CD: it applies what is committed': (output) => {
      for (const name of files)
        expect(output.seek(() => JSON.stringify(workflow(output, name)))).not.toMatch(
          /argocd (app|login)|kubectl|kustomize/,
        );
    },
    'every action is pinned by its commit': (output) => {
      for (const name of files)
        for (const [, version] of actionsOf(output, name)) expect(version).toMatch(/^[0-9a-f]{40}$/);
    },
    'no permission is given beyond what each job states': (output) => {
      for (const name of [...files, 'runs']) expect(workflow(output, name)['permissions']).toEqual({});
    },
  },
};

const approvalScript = `reviewers=$(gh api "repos/$GITHUB_REPOSITORY/environments/$ENVIRONMENT" \\
  --jq '[.protection_rules[] | select(.type == "required_reviewers") | .reviewers[]] | length')
if [ "$reviewers" = 0 ]; then
  echo "::error title=no approval::environment $ENVIRONMENT of $GITHUB_REPOSITORY names no required reviewer"
  exit 1
fi
`;

function guardOf(environment: string, ref: string): string {
  return `case "$GITHUB_REF" in
  ${ref}) ;;
  *)
    echo "::error title=wrong branch::pingvas/${environment} takes ${ref}, not $GITHUB_REF"
    exit 1
    ;;
esac
`;
}

function workflow(output: OutputTree, name: string): JsonObject {
  return output.file(`.github/workflows/pingvas-${name}.yml`);
}

function jobsOf(output: OutputTree, name: string): Record<string, JsonObject> {
  return workflow(output, name)['jobs'] as Record<string, JsonObject>;
}

function stepsOf(job: JsonObject | undefined): JsonObject[] {
  return list(job?.['steps']) as JsonObject[];
}

/** The one step that uses an action. */
function stepUsing(output: OutputTree, job: JsonObject | undefined, action: string): JsonObject {
  const found = output.seek(() =>
    stepsOf(job).filter(({ uses }) => typeof uses === 'string' && uses.startsWith(`${action}@`)),
  );
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

function stepNamed(output: OutputTree, job: JsonObject | undefined, name: string): JsonObject {
  const found = output.seek(() => stepsOf(job).find((step) => step['name'] === name));
  expect(found).toBeDefined();
  return found ?? {};
}

function linesOf(step: JsonObject): string[] {
  return text(step['run'])
    .split('\n')
    .map((line) => line.trim());
}

/** Actions that a workflow uses, with their versions. */
function actionsOf(output: OutputTree, name: string): [string, string][] {
  return entries(workflow(output, name)['jobs']).flatMap(([, job]) =>
    stepsOf(job as JsonObject).flatMap((step) => {
      if (!('uses' in step)) {
        expect(Object.keys(step)).toContain('run');
        return [];
      }
      const [action = '', version = ''] = text(step['uses']).split('@');
      return [[action, version] as [string, string]];
    }),
  );
}
