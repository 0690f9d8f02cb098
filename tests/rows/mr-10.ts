import type { JsonObject } from '../../schemas/primitives/artifact';
import { environments, inEach, namespace, valueScript } from './marketresearch';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, text } from './values';

const images = {
  staging: ['embedder', 'inference_api', 'ner_service'],
  prod: ['embedder', 'inference_api', 'ner_service', 'training'],
};

export const mr10: Row = {
  id: 'MR-10',
  title: 'Images are scanned before they run; a new model rolls the pods',
  states: {
    'every repository scans what is pushed, and a tag means one image for ever': (output) => {
      inEach(output, (own, environment, workspace) => {
        const found = own.resources(workspace('foundation'), 'aws_ecr_repository');
        expect(Object.keys(found).sort()).toEqual(images[environment].map((name) => `registry_${name}`));
        for (const repository of Object.values(found))
          expect([
            at(repository, 'image_scanning_configuration', 'scan_on_push'),
            repository['image_tag_mutability'],
          ]).toEqual([true, 'IMMUTABLE']);
      });
    },
    'an image with a critical finding goes no further, in either environment': (output) => {
      for (const environment of environments) {
        const jobs = jobsOf(output, `deploy-${environment}`);
        const scan = stepOf(output, jobs['image'], ({ id }) => id === 'scanned');
        expect(text(scan['run'])).toBe(scanScript);
        expect(list(jobs['deploy']?.['needs'])).toContain('image');
      }
    },
    'staging takes what is pushed to develop, prod a release that somebody has approved': (output) => {
      for (const [environment, ref] of [
        ['staging', 'refs/heads/develop'],
        ['prod', 'refs/tags/v*'],
      ] as const) {
        const guard = stepOf(
          output,
          jobsOf(output, `deploy-${environment}`)['image'],
          ({ name }) => name === `Only from ${ref}`,
        );
        expect(text(guard['run'])).toBe(guardOf(environment, ref));
      }
      const { deploy } = jobsOf(output, 'deploy-prod');
      expect([list(deploy?.['needs']), deploy?.['environment']]).toEqual([
        ['image', 'approval'],
        'marketresearch-prod',
      ]);
    },
    'a model that was uploaded is released by its version, which has to be a semantic one': (output) => {
      for (const environment of environments) {
        const { deploy } = jobsOf(output, `set-${environment}`);
        const named = stepOf(output, deploy, ({ id }) => id === 'value');
        expect(text(named['run'])).toBe(valueScript(environment));
        const commit = stepOf(output, deploy, ({ id }) => id === 'commit');
        expect([at(commit, 'env', 'VALUE_PATH'), at(commit, 'env', 'TO'), at(commit, 'env', 'ENVIRONMENT')]).toEqual([
          '${{ steps.value.outputs.path }}',
          '${{ inputs.to }}',
          `marketresearch/${environment}`,
        ]);
        expect(at(commit, 'env', 'BRANCH')).toBe('main');
      }
    },
    'the pods then roll: a new one is ready before an old one goes, with more time than a model takes to load': (
      output,
    ) => {
      inEach(output, (own) => {
        const spec = at(own.manifest('Deployment', 'ner-service', namespace), 'spec');
        expect(at(spec, 'strategy')).toEqual({
          rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 },
          type: 'RollingUpdate',
        });
        expect(at(spec, 'progressDeadlineSeconds')).toBe(900);
      });
    },
    'Argo CD applies what is committed to main by itself, in either cluster': (output) => {
      inEach(output, (own, environment) => {
        const spec = at(own.manifest('Application', `${environment}-ner-service`, 'argocd'), 'spec');
        expect([
          at(spec, 'source', 'targetRevision'),
          at(spec, 'source', 'path'),
          at(spec, 'syncPolicy', 'automated'),
        ]).toEqual([
          'main',
          `clusters/marketresearch-${environment}-eks/${environment}-ner-service`,
          { allowEmpty: false, prune: true, selfHeal: true },
        ]);
      });
    },
  },
};

const scanScript = `complete() { aws ecr wait image-scan-complete --repository-name "$REPOSITORY" --image-id "imageDigest=$DIGEST"; }
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

function guardOf(environment: string, ref: string): string {
  return `case "$GITHUB_REF" in
  ${ref}) ;;
  *)
    echo "::error title=wrong branch::marketresearch/${environment} takes ${ref}, not $GITHUB_REF"
    exit 1
    ;;
esac
`;
}

function jobsOf(output: OutputTree, name: string): Record<string, JsonObject> {
  return output.file(`.github/workflows/marketresearch-${name}.yml`)['jobs'] as Record<string, JsonObject>;
}

/** The one step of a job that is meant. */
function stepOf(output: OutputTree, job: JsonObject | undefined, meant: (step: JsonObject) => boolean): JsonObject {
  const found = output.seek(() => (list(job?.['steps']) as JsonObject[]).filter(meant));
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}
