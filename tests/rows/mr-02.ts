import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { askedOf, containerOf, inEach, namespace, podOf, statementsOf, valueIn, valueScript } from './marketresearch';
import type { Row } from './row';
import { at, list, text } from './values';

export const mr02: Row = {
  id: 'MR-02',
  title: 'Embedder daily at 02:00, models from the bucket to the volume, training on one to four GPUs',
  states: {
    'the embedder rebuilds the index daily at 02:00, one run at a time': (output) => {
      inEach(output, (own) => {
        const { schedule, timeZone, concurrencyPolicy, suspend } = scheduleOf(
          own.manifest('CronJob', 'embedder', namespace),
        );
        expect([schedule, timeZone, concurrencyPolicy, suspend]).toEqual(['0 2 * * *', 'Etc/UTC', 'Forbid', undefined]);
      });
    },
    'the sync looks into the bucket every 15 minutes, and writes to the volume': (output) => {
      inEach(output, (own, environment) => {
        const sync = own.manifest('CronJob', 'model-sync', namespace);
        const { schedule, concurrencyPolicy } = scheduleOf(sync);
        expect([schedule, concurrencyPolicy]).toEqual(['*/15 * * * *', 'Forbid']);
        expect(containerOf(sync)['command']).toEqual(['/bin/bash', '/config/sync.sh']);
        expect([
          valueIn(own, sync, 'SOURCE_BUCKET'),
          valueIn(own, sync, 'PREFIX'),
          valueIn(own, sync, 'TARGET'),
        ]).toEqual([`marketresearch-${environment}-models`, '', '/models']);
      });
    },
    'a version comes to the volume whole, and once': (output) => {
      inEach(output, (own) => {
        const script = text(at(own.manifest('ConfigMap', 'model-sync', namespace), 'data', 'sync.sh'));
        expect(script).toMatch(/\nkeep_model ner 3\nrm -rf "\$TARGET\/\.incoming"\nexit "\$failed"\n$/);
        expect(script).toContain('if [ -d "$TARGET/$1" ]; then return; fi\n');
        expect(script).toContain('  mv "$TARGET/.incoming/$1" "$TARGET/$1"\n');
      });
    },
    'the sync may read the models and nothing else': (output) => {
      inEach(output, (own, environment, workspace) => {
        const bucket = `arn:aws:s3:::marketresearch-${environment}-models`;
        expect(statementsOf(own, workspace('platform'), 'model_sync_grant_models')).toEqual([
          { actions: ['s3:GetObject'], effect: 'Allow', resources: [`${bucket}/*`] },
          { actions: ['s3:ListBucket'], effect: 'Allow', resources: [bucket] },
        ]);
      });
    },
    'training runs when somebody asks for it, in prod, with four GPUs, 8 CPU and 32Gi on nodes of its own': (
      output,
    ) => {
      const own = output.of('marketresearch-prod');
      const training = own.manifest('CronJob', 'training', namespace);
      expect(scheduleOf(training)).toMatchObject({ suspend: true, concurrencyPolicy: 'Forbid' });
      expect(askedOf(training)).toEqual(['8', '32Gi', 4, '32Gi']);
      const pod = at(training, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
      expect(at(pod, 'nodeSelector')).toEqual({ 'karpenter.sh/nodepool': 'gpu-training' });
      expect(output.of('marketresearch-staging').manifests('CronJob', { name: 'training' })).toHaveLength(0);
    },
    'a run is not moved by what repacks nodes, and a node that has to go waits as long as the longest run': (
      output,
    ) => {
      inEach(output, (own, environment) => {
        for (const name of ['embedder', 'model-sync', ...(environment === 'prod' ? ['training'] : [])]) {
          const job = own.manifest('CronJob', name, namespace);
          const { annotations } = at(job, 'spec', 'jobTemplate', 'spec', 'template', 'metadata') as JsonObject;
          expect(at(annotations, 'karpenter.sh/do-not-disrupt')).toBe('true');
        }
      });
      const own = output.of('marketresearch-prod');
      const run = at(own.manifest('CronJob', 'training', namespace), 'spec', 'jobTemplate', 'spec');
      const pool = at(own.manifest('NodePool', 'gpu-training'), 'spec', 'template', 'spec');
      expect([at(run, 'activeDeadlineSeconds'), at(pool, 'terminationGracePeriod')]).toEqual([172_800, '2880m']);
    },
    'processes on several GPUs share memory': (output) => {
      const own = output.of('marketresearch-prod');
      const training = own.manifest('CronJob', 'training', namespace);
      const shared = (where: Json | undefined) => list(where).filter((one) => at(one, 'name') === 'shared-memory');
      expect(output.seek(() => shared(at(podOf(training), 'volumes')))).toEqual([
        { emptyDir: { medium: 'Memory' }, name: 'shared-memory' },
      ]);
      expect(output.seek(() => shared(containerOf(training)['volumeMounts']))).toEqual([
        { mountPath: '/dev/shm', name: 'shared-memory' },
      ]);
    },
    'its GPUs may be set from one to four, and no further': (output) => {
      const steps = output.seek(() =>
        at(output.file('.github/workflows/marketresearch-set-prod.yml'), 'jobs', 'deploy', 'steps'),
      );
      expect(text(at(steps, 0, 'run'))).toBe(valueScript('prod'));
    },
    'what it makes goes to the bucket of models, by a role of its own': (output) => {
      const own = output.of('marketresearch-prod');
      const workspace = 'marketresearch-prod-platform';
      const association = own.resource(workspace, 'aws_eks_pod_identity_association', 'training_identity');
      expect([association['namespace'], association['service_account'], association['role_arn']]).toEqual([
        namespace,
        'training',
        '${aws_iam_role.training_role.arn}',
      ]);
      expect(statementsOf(own, workspace, 'training_grant_models')).toEqual([
        {
          actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
          effect: 'Allow',
          resources: ['arn:aws:s3:::marketresearch-prod-models/*'],
        },
        { actions: ['s3:ListBucket'], effect: 'Allow', resources: ['arn:aws:s3:::marketresearch-prod-models'] },
      ]);
      expect(valueIn(own, own.manifest('CronJob', 'training', namespace), 'MODELS_BUCKET')).toBe(
        'marketresearch-prod-models',
      );
    },
  },
};

function scheduleOf(job: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return job['spec'] as Readonly<Record<string, unknown>>;
}
