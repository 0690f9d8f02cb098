import { execFileSync, spawnSync } from 'node:child_process';
import { env } from 'node:process';

/** A step as it stands in a rendered workflow. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, string | boolean>;
}

export interface Job {
  readonly needs?: string[];
  readonly if?: string;
  readonly permissions?: Record<string, string>;
  readonly environment?: string;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: Step[];
}

export interface Workflow {
  readonly on: Record<string, unknown>;
  readonly jobs: Record<string, Job>;
}

export function job(workflow: Workflow, id: string): Job {
  const found = workflow.jobs[id];
  if (!found) throw new Error(`no job ${id}; there are ${Object.keys(workflow.jobs).join(', ')}`);
  return found;
}

/** The one step of a job that a condition is about. */
export function step({ steps }: Job, about: (step: Step) => boolean): Step {
  const found = steps.filter(about);
  expect(found).toHaveLength(1);
  return found[0] as Step;
}

export function git(where: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: where, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** Runs the script of a step as GitHub does. @param path Folder of programs that stand for real ones. */
export function runStep(
  script: string,
  { cwd, variables, path }: { cwd: string; variables: Readonly<Record<string, string>>; path: string },
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...env, PATH: `${path}:${env['PATH'] ?? ''}`, ...variables },
  });
  return { status, stdout, stderr };
}
