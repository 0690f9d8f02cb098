import type { JsonObject } from '../../../schemas/primitives/artifact';
import { printYamlAsWritten } from '../../../schemas/primitives/print-yaml';
import { pins, pinnedAction, type Action } from './actions';

/** A workflow of GitHub Actions as data. @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Concurrency {
  readonly group: string;
  readonly cancelInProgress: boolean;
}

export interface Job {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  /** Only what it needs: a job without any has none. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** Label of the machine; by default the usual one. */
  readonly runsOn?: string;
  /** Environment on GitHub, which may ask for approval. */
  readonly environment?: string;
  readonly concurrency?: Concurrency;
  readonly timeoutMinutes: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly matrix?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export const usualRunner = 'ubuntu-24.04';

interface StepBase {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it fails is for a later step to judge. */
  readonly continueOnError?: boolean;
}

export type Step = StepBase &
  (
    | { readonly uses: Action; readonly with?: Readonly<Record<string, string | number | boolean>> }
    /** Bash. Values of others reach it by `env`, never by an expression in the text. */
    | { readonly run: readonly string[] }
  );

/** The file: actions pinned by commit with their version behind them, no permission unless a job asks for it. */
export function printWorkflow(workflow: Workflow, source: string): string {
  const { name, on, concurrency, jobs } = workflow;
  const document = {
    name,
    on,
    permissions: {},
    ...(concurrency === undefined ? {} : { concurrency: concurrencyBlock(concurrency) }),
    defaults: { run: { shell: 'bash' } },
    jobs: Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, jobBlock(job)])),
  } as JsonObject;
  return printYamlAsWritten(document, source).replace(/^(?: *- | +)uses: (.+)$/gm, (line, action: string) => {
    const version = pins.get(action);
    return version === undefined ? line : `${line} # ${version}`;
  });
}

function concurrencyBlock({ group, cancelInProgress }: Concurrency): unknown {
  return { group, 'cancel-in-progress': cancelInProgress };
}

function jobBlock(job: Job): unknown {
  return {
    name: job.name,
    ...(job.needs === undefined || job.needs.length === 0 ? {} : { needs: job.needs }),
    ...(job.if === undefined ? {} : { if: job.if }),
    'runs-on': job.runsOn ?? usualRunner,
    'timeout-minutes': job.timeoutMinutes,
    permissions: job.permissions,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
    ...(job.concurrency === undefined ? {} : { concurrency: concurrencyBlock(job.concurrency) }),
    ...(job.outputs === undefined ? {} : { outputs: job.outputs }),
    ...(job.matrix === undefined ? {} : { strategy: { 'fail-fast': false, matrix: job.matrix } }),
    ...(job.env === undefined ? {} : { env: job.env }),
    steps: job.steps.map(stepBlock),
  };
}

function stepBlock(step: Step): unknown {
  const { name, id, if: condition, env, continueOnError } = step;
  const head = {
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id }),
    ...(condition === undefined ? {} : { if: condition }),
    ...(continueOnError === undefined ? {} : { 'continue-on-error': continueOnError }),
  };
  const environment = env === undefined ? {} : { env };
  if ('run' in step) {
    const [only = '', ...more] = step.run;
    return { ...head, ...environment, run: more.length === 0 ? only : `${step.run.join('\n')}\n` };
  }
  return { ...head, uses: pinnedAction(step.uses), ...environment, ...(step.with ? { with: step.with } : {}) };
}

/** An expression of GitHub Actions. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}
