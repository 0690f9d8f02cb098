import { KubeCronJob, KubeJob, type JobSpec } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { choice, flag, input, integer, optional, text } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { cronFaults } from '../schemas/primitives/cron';
import { unknownTimeZone } from './facets/cron';
import { clusterBase } from './facets/examples';
import {
  addFooting,
  inPods,
  podTemplate,
  workloadConstraints,
  workloadFields,
  workloadMetadata,
} from './facets/workload';

const Input = input({
  ...workloadFields,
  schedule: optional(
    text(
      'When it runs, as a cron expression of five fields. Left out, it runs once for each change of its description.',
      {
        pattern:
          '^(@(hourly|daily|weekly|monthly|yearly)|[0-9*,/-]+ [0-9*,/?-]+ [0-9*,/?-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?-]+)$',
        'x-form': 'five cron fields such as `0 2 * * *`',
      },
    ),
  ),
  timeZone: text('Time zone of the schedule, by its IANA name.', { default: 'Etc/UTC' }),
  onRequest: flag(
    'It runs when somebody asks for it, by `kubectl create job --from=cronjob/<key> <name>`, and else never: for training. Not with a schedule or as a hook.',
    { default: false },
  ),
  hook: flag('Argo CD runs it on every sync, and the sync waits for it: for migrations. Not with a schedule.', {
    default: false,
  }),
  retries: integer('Times that a failed pod is replaced.', { minimum: 0, maximum: 100, default: 3 }),
  timeoutSeconds: integer(
    'Longest run, in seconds, with its retries and the time that it waits for a node and for its secrets. 0: as long as it takes.',
    { minimum: 0, maximum: 604_800, default: 3600 },
  ),
  keepSeconds: integer('Time that a finished run stays to be looked at, in seconds.', {
    minimum: 0,
    maximum: 2_592_000,
    default: 86_400,
  }),
  concurrency: choice('What becomes of a run that is due while the last one goes on.', ['Forbid', 'Replace', 'Allow'], {
    default: 'Forbid',
  }),
});

type Props = Static<typeof Input>;

/** Work that ends: on a schedule, once, or on every sync. */
export const job = defineKubernetesKind<typeof Input>({
  kind: 'job',
  summary: 'Work that ends: on a schedule (CronJob), once, or as a hook of every sync (Job).',
  creates: [
    'a CronJob where a schedule is stated or it runs on request, else a Job',
    'ServiceAccount; a ConfigMap where it reads files; a Role and its binding where it calls the Kubernetes API',
    'a NetworkPolicy that allows its connections and the needs of every pod, nothing else',
    'where a connection needs AWS APIs: an IAM role and its Pod Identity association',
  ],
  input: Input,
  examples: {
    'a nightly job': {
      input: { schedule: '0 2 * * *', command: ['rebuild-index'] },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
    'once for each change of its description': {
      input: { command: ['migrate'] },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
    'training on two GPUs': {
      input: { onRequest: true, gpus: 2, resources: { cpu: '8', memory: '32Gi' }, timeoutSeconds: 86_400 },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
  },
  outputs: { namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')) },
  workload: inPods,
  constraints: [
    ...workloadConstraints,
    unknownTimeZone,
    {
      id: 'request-and-other-start',
      meaning: 'What runs on request runs at no other time.',
      fix: 'remove onRequest, or the schedule or hook',
      violations: ({ onRequest, schedule, hook }) =>
        onRequest && (schedule !== undefined || hook)
          ? [{ at: '/onRequest', found: `it ${hook ? 'is a hook' : 'has a schedule'} too` }]
          : [],
    },
    {
      id: 'hook-with-schedule',
      meaning: 'A hook runs with a sync, a CronJob by the clock.',
      fix: 'remove hook or schedule',
      violations: ({ hook, schedule }) =>
        hook && schedule !== undefined ? [{ at: '/hook', found: 'both a hook and a schedule are stated' }] : [],
    },
    {
      id: 'cron-job-name',
      meaning:
        'The key of a job on a schedule or on request has at most 52 characters: Kubernetes adds 11 to name each run.',
      fix: 'give the component a shorter key',
      violations: ({ schedule, onRequest }, { self }) =>
        (schedule !== undefined || onRequest) && self.name.length > 52
          ? [{ at: '', found: `${self.name} has ${self.name.length} characters` }]
          : [],
    },
    {
      id: 'cron-out-of-range',
      meaning:
        'The fields of a schedule are minute 0-59, hour 0-23, day 1-31, month 1-12 and weekday 0-6, from Sunday on; none runs backwards or in steps of 0. It is due some day.',
      fix: 'correct the field',
      violations: ({ schedule }) => cronFaults(schedule ?? '').map((found) => ({ at: '/schedule', found })),
    },
  ],
  build(context) {
    const { chart, props } = context;
    const metadata = workloadMetadata(context);
    addFooting(context);
    if (!isCronJob(props)) {
      new KubeJob(chart, 'job', {
        metadata: { ...metadata, annotations: hookAnnotations(props) },
        spec: jobSpec(context),
      });
      return;
    }
    new KubeCronJob(chart, 'job', {
      metadata,
      spec: {
        schedule: props.schedule ?? '@yearly',
        // What runs on request is only the pattern of its runs.
        ...(props.onRequest ? { suspend: true } : {}),
        timeZone: props.timeZone,
        concurrencyPolicy: props.concurrency,
        startingDeadlineSeconds: 3600,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: { spec: jobSpec(context) },
      },
    });
  },
});

/** Each run is a Job of its own, made by the clock or by somebody. */
function isCronJob({ schedule, onRequest }: Props): boolean {
  return schedule !== undefined || onRequest;
}

/** A Job's template can't be changed: a changed one replaces the old. A hook is made anew by every sync. */
function hookAnnotations({ hook }: Props): Record<string, string> {
  return hook
    ? { 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' }
    : { 'argocd.argoproj.io/sync-options': 'Force=true,Replace=true' };
}

function jobSpec(context: KubernetesContext<Props>): JobSpec {
  const { props } = context;
  return {
    backoffLimit: props.retries,
    ...(props.timeoutSeconds === 0 ? {} : { activeDeadlineSeconds: props.timeoutSeconds }),
    // What Argo CD keeps in sync must stay: a Job that removes itself would run again.
    ...(isCronJob(props) ? { ttlSecondsAfterFinished: props.keepSeconds } : {}),
    template: podTemplate(context, {
      component: 'job',
      // A run that is moved begins anew: Karpenter repacks and replaces nodes before or after it.
      annotations: { 'karpenter.sh/do-not-disrupt': 'true' },
      spec: { restartPolicy: 'Never' },
    }),
  };
}
