import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import { parse } from 'yaml';
import { createNodeHost } from '../../synth/host/node-host';
import { synthesize } from '../../synth/pipeline';
import { renderSystem, type RenderedSystem } from '../support/system';

const root = resolve(__dirname, '../..');
const s3 = { bucket: 'acme-terraform-state', region: 'us-east-1' };

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, string | boolean>;
}
interface Job {
  readonly needs?: string[];
  readonly if?: string;
  readonly permissions?: Record<string, string>;
  readonly environment?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: Step[];
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly jobs: Record<string, Job>;
}

let cloud: RenderedSystem;
let state: RenderedSystem;
let folder: string;

beforeAll(async () => {
  cloud = await renderSystem({
    shared: { delivery: { on: 'release', approval: true } },
    dev: { delivery: { on: 'push', branch: 'develop' } },
  });
  state = await renderSystem({
    all: { terraform: { backend: { s3 } } },
    dev: { delivery: { on: 'release', application: 'acme/app', approval: true } },
  });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-workflows-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
  if (content.startsWith('#!')) chmodSync(join(folder, file), 0o755);
}

function read({ texts }: RenderedSystem, name: string): Workflow {
  const text = texts[`.github/workflows/acme-${name}.yml`];
  if (text === undefined) throw new Error(`no workflow ${name}; there are ${Object.keys(texts).join(', ')}`);
  return parse(text) as Workflow;
}

function job(workflow: Workflow, id: string): Job {
  const found = workflow.jobs[id];
  if (!found) throw new Error(`no job ${id}; there are ${Object.keys(workflow.jobs).join(', ')}`);
  return found;
}

function step({ steps }: Job, about: (step: Step) => boolean): Step {
  const found = steps.filter(about);
  expect(found).toHaveLength(1);
  return found[0] as Step;
}

function git(where: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: where, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** Runs the script of a step as GitHub does. */
function bash(script: string, { cwd = folder, variables = {} }: { cwd?: string; variables?: Record<string, string> }) {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...env, PATH: `${join(folder, 'path')}:${env['PATH'] ?? ''}`, ...variables },
  });
  return { status, stdout, stderr };
}

function everyText(): [string, string][] {
  return [cloud, state].flatMap(({ texts }) => Object.entries(texts));
}

function everyJob(): Job[] {
  return everyText().flatMap(([, text]) => Object.values((parse(text) as Workflow).jobs));
}

describe('every workflow', () => {
  it('is one that actionlint accepts', () => {
    const actionlint = join(root, '.tools/bin/actionlint');
    expect(existsSync(actionlint)).toBe(true);
    for (const [index, system] of [cloud, state].entries()) {
      for (const [path, text] of Object.entries(system.texts)) write(`${index}/${path}`, text);
      git(folder, 'init', '-q', String(index));
      const { stdout } = spawnSync(actionlint, ['-shellcheck=', '-pyflakes='], {
        cwd: join(folder, String(index)),
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    }
  });

  it('pins its actions by commit with the version behind it', () => {
    const uses = everyText().flatMap(([, text]) => text.match(/uses: .*/g) ?? []);
    expect(uses.length).toBeGreaterThan(20);
    for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no right of its own, a list of rights and an end for each job', () => {
    for (const [, text] of everyText()) expect(text).toMatch(/^permissions: \{\}$/m);
    for (const each of everyJob()) {
      expect(each.permissions).toBeDefined();
      expect(each['timeout-minutes']).toBeLessThanOrEqual(120);
    }
  });

  it('gives what others wrote to its scripts by the environment, never in their text', () => {
    const scripts = everyJob().flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run])));
    expect(scripts.length).toBeGreaterThan(10);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it('says where it comes from', () => {
    for (const [, text] of everyText())
      expect(text.split('\n')[0]).toBe(
        '# Generated by slipway from environments/acme/system.yaml; edit that and run: slipway synth',
      );
  });
});

describe('what a pull request of the application runs', () => {
  it('tests and builds, and pushes nothing', () => {
    const ci = read(cloud, 'ci');
    expect(Object.values(ci.jobs).map(({ permissions }) => permissions)).toStrictEqual([
      { contents: 'read' },
      { contents: 'read' },
    ]);
    expect(step(job(ci, 'build'), ({ id }) => id === 'build').with).toMatchObject({ push: false });
  });
});

describe('the delivery', () => {
  it('takes images that name no repository of others, each to its own repository', () => {
    const { run = '', env: { SERVICE } = {} } = step(job(read(cloud, 'ci'), 'build'), ({ id }) => id === 'repository');
    expect(SERVICE).toBe('${{ inputs.service }}');
    write('output', '');
    const variables = { GITHUB_OUTPUT: join(folder, 'output') };
    expect(bash(run, { variables: { ...variables, SERVICE: 'api' } }).status).toBe(0);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('name=acme/shared/api\n');
    const refused = bash(run, { variables: { ...variables, SERVICE: 'proxy; true' } });
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('proxy; true is not one of: api, worker');
  });

  it('pushes by commit with the role that may push, after no critical finding', () => {
    const image = job(read(cloud, 'deploy-dev'), 'image');
    expect(image.permissions).toStrictEqual({ contents: 'read', 'id-token': 'write' });
    expect(image.environment).toBeUndefined();
    const role = step(image, ({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials') === true);
    expect(role.with).toMatchObject({
      'role-to-assume': 'arn:aws:iam::111122223333:role/bootstrap/acme-image-push',
    });
    expect(step(image, ({ id }) => id === 'build').with?.['tags']).toMatch(/:\$\{\{ github\.sha \}\}$/);
    write('path/aws', '#!/bin/sh\ncase "$*" in *findings*) echo "$CRITICAL" ;; esac\n');
    const { run = '' } = step(image, ({ id }) => id === 'scanned');
    const variables = { REPOSITORY: 'acme/api', DIGEST: 'sha256:1', GITHUB_OUTPUT: join(folder, 'output') };
    expect(bash(run, { variables: { ...variables, CRITICAL: 'None' } }).status).toBe(0);
    expect(bash(run, { variables: { ...variables, CRITICAL: '2' } }).status).toBe(1);
  });

  it('builds from the branch of its environment, and from no other', () => {
    const { run = '' } = job(read(cloud, 'deploy-dev'), 'image').steps[0] as Step;
    expect(bash(run, { variables: { GITHUB_REF: 'refs/heads/develop' } }).status).toBe(0);
    expect(bash(run, { variables: { GITHUB_REF: 'refs/heads/feature' } }).status).toBe(1);
    const release = job(read(state, 'deploy-dev'), 'image').steps[0]?.run ?? '';
    expect(bash(release, { variables: { GITHUB_REF: 'refs/tags/v1.2.0' } }).status).toBe(0);
    expect(bash(release, { variables: { GITHUB_REF: 'refs/heads/main' } }).status).toBe(1);
  });

  it('waits for the approval of its GitHub environment, and refuses one that asks nobody', () => {
    const deploy = read(state, 'deploy-dev');
    expect(job(deploy, 'deploy')).toMatchObject({ environment: 'acme-dev', needs: ['image', 'approval'] });
    const { run = '' } = job(deploy, 'approval').steps[0] as Step;
    write('path/gh', '#!/bin/sh\necho "$REVIEWERS"\n');
    const variables = { GITHUB_REPOSITORY: 'acme/app', ENVIRONMENT: 'acme-dev' };
    expect(bash(run, { variables: { ...variables, REVIEWERS: '1' } }).status).toBe(0);
    expect(bash(run, { variables: { ...variables, REVIEWERS: '0' } }).stdout).toContain('names no required reviewer');
    expect(read(cloud, 'deploy-dev').jobs['approval']).toBeUndefined();
  });

  it('commits to the repository of the output, as an app where the application is another one', () => {
    expect(job(read(cloud, 'deploy-dev'), 'deploy').permissions).toStrictEqual({ contents: 'write' });
    const { permissions, steps } = job(read(state, 'deploy-dev'), 'deploy');
    expect(permissions).toStrictEqual({});
    expect(steps[0]?.with).toMatchObject({
      owner: 'acme',
      repositories: 'infrastructure',
      'permission-contents': 'write',
    });
    expect(steps[1]?.with).toMatchObject({ repository: 'acme/infrastructure', ref: 'main' });
  });
});

describe('the commit of a new tag', () => {
  /** Stands for slipway: `set` writes the image, `synth` what follows from it. */
  const slipway = `#!/bin/sh
case "$1" in
  set) echo "$2 $4 $5" >images.txt ;;
  synth) cp images.txt output.txt ;;
esac
`;
  const variables = { SERVICE: 'api', IMAGE: 'abc@sha256:1', ENVIRONMENT: 'acme/dev', BRANCH: 'main' };

  function script(): string {
    return step(job(read(cloud, 'deploy-dev'), 'deploy'), ({ name }) => name?.startsWith('Commit the new tag') === true)
      .run as string;
  }

  beforeEach(() => {
    git(folder, 'init', '-q', '--bare', '-b', 'main', 'origin');
    git(folder, 'clone', '-q', 'origin', 'work');
    write('work/bin/slipway', slipway);
    git(join(folder, 'work'), 'add', '.');
    git(join(folder, 'work'), 'commit', '-qm', 'one');
    git(join(folder, 'work'), 'push', '-q', 'origin', 'HEAD:main');
  });

  it('holds the image and what follows from it, and reaches the branch', () => {
    const { status } = bash(script(), { cwd: join(folder, 'work'), variables });
    expect(status).toBe(0);
    expect(git(join(folder, 'origin'), 'show', 'main:output.txt')).toBe('acme/dev api abc@sha256:1');
    expect(git(join(folder, 'origin'), 'log', '-1', '--format=%s', 'main')).toBe('acme/dev: api abc@sha256:1');
    const again = bash(script(), { cwd: join(folder, 'work'), variables });
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('already') as string });
  });

  it('starts again from the branch when somebody else was faster', () => {
    git(folder, 'clone', '-q', 'origin', 'other');
    // The first push meets a branch that moved while this one was at work.
    write(
      'work/bin/slipway',
      `${slipway}if [ "$1" = synth ] && [ ! -e ../moved ]; then
  touch ../moved
  (cd ../other && touch theirs && git add . && git -c user.name=b -c user.email=b@example.com commit -qm theirs && git push -q origin HEAD:main)
fi
`,
    );
    git(join(folder, 'work'), 'commit', '-qam', 'slower');
    git(join(folder, 'work'), 'push', '-q', 'origin', 'HEAD:main');
    git(join(folder, 'other'), 'pull', '-q');
    const { status, stdout } = bash(script(), { cwd: join(folder, 'work'), variables });
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('attempt 1') as string });
    expect(git(join(folder, 'origin'), 'log', '--format=%s', 'main').split('\n')).toStrictEqual([
      'acme/dev: api abc@sha256:1',
      'theirs',
      'slower',
      'one',
    ]);
  });
});

describe('the workflow of a system whose state is in S3', () => {
  it('plans and applies the changed workspaces and, after them, those that read them', () => {
    const list = step(job(read(state, 'terraform'), 'changes'), ({ id }) => id === 'list');
    const workspaces = ['acme-dev-data', 'acme-shared-data', 'acme-shared-platform'];
    for (const name of [...workspaces, 'globex-prod-data']) write(`workspaces/${name}/a.tf.json`, '{}');
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'one');
    const base = git(folder, 'rev-parse', 'HEAD');
    for (const name of ['acme-shared-data', 'globex-prod-data']) write(`workspaces/${name}/a.tf.json`, '{"locals":{}}');
    git(folder, 'commit', '-qam', 'two');
    const { PLANS = '', AFTER = '' } = list.env ?? {};
    const variables = { PLANS, AFTER, GITHUB_OUTPUT: join(folder, 'output') };
    const { stdout } = bash(list.run as string, { variables: { ...variables, BASE: base } });
    expect(stdout).toBe(
      [
        'plan=[{"workspace":"acme-shared-data","role":"arn:aws:iam::111122223333:role/bootstrap/acme-shared-terraform-plan","region":"us-east-1"}]',
        'apply=["acme-shared-data","acme-shared-platform"]',
        '',
      ].join('\n'),
    );
    const first = bash(list.run as string, { variables: { ...variables, BASE: '0'.repeat(40) } });
    expect(JSON.parse(first.stdout.split('\n')[1]?.slice('apply='.length) ?? '')).toHaveLength(6);
  });

  it('applies each workspace after those that it reads, with the approval and the role of its environment', () => {
    const apply = job(read(state, 'terraform'), 'apply-acme-dev-data');
    expect(apply).toMatchObject({
      needs: ['changes', 'apply-acme-dev-foundation', 'apply-acme-shared-foundation'],
      environment: 'acme-dev',
      permissions: { contents: 'read', 'id-token': 'write' },
    });
    expect(apply.if).toContain("github.event_name != 'pull_request'");
    expect(apply.steps[2]?.with).toMatchObject({
      'role-to-assume': 'arn:aws:iam::111122223333:role/bootstrap/acme-dev-terraform-apply',
    });
  });

  it('lets forks neither plan nor comment, and holds no secret', () => {
    const workflow = read(state, 'terraform');
    for (const id of ['plan', 'comment'])
      expect(job(workflow, id).if).toContain('head.repo.full_name == github.repository');
    expect(state.texts['.github/workflows/acme-terraform.yml']).not.toContain('secrets.');
  });

  it('applies nothing where nothing differs, and stops where a plan fails', () => {
    const apply = job(read(state, 'terraform'), 'apply-acme-dev-data');
    const { run = '' } = step(apply, ({ name }) => name === 'Apply');
    write('path/terraform', '#!/bin/sh\necho "$@"\ncase "$*" in *" plan "*) exit "$CODE" ;; esac\n');
    const variables = { WORKSPACE: 'acme-dev-data', RUNNER_TEMP: folder };
    const outcome = (code: string) => bash(run, { variables: { ...variables, CODE: code } });
    expect(outcome('0')).toMatchObject({ status: 0, stdout: expect.not.stringContaining(' apply ') as string });
    expect(outcome('2')).toMatchObject({ status: 0, stdout: expect.stringContaining(' apply ') as string });
    expect(outcome('1')).toMatchObject({ status: 1, stdout: expect.not.stringContaining(' apply ') as string });
  });
});

describe('the first apply and the destroy of a system in Terraform Cloud', () => {
  it('runs each workspace after those that it reads, and destroys it before them', () => {
    const runs = read(cloud, 'runs');
    expect(job(runs, 'apply-acme-dev-data').needs).toStrictEqual([
      'confirmed',
      'apply-acme-dev-foundation',
      'apply-acme-shared-foundation',
    ]);
    expect(job(runs, 'destroy-acme-dev-foundation').needs).toStrictEqual(['confirmed', 'destroy-acme-dev-data']);
    expect(job(runs, 'destroy-acme-shared-foundation').needs).toStrictEqual([
      'confirmed',
      'destroy-acme-dev-foundation',
      'destroy-acme-dev-data',
      'destroy-acme-shared-data',
    ]);
  });

  it('destroys nothing unless the name of the system is written out', () => {
    const { run = '' } = job(read(cloud, 'runs'), 'confirmed').steps[0] as Step;
    expect(bash(run, { variables: { OPERATION: 'destroy', CONFIRM: '' } }).status).toBe(1);
    expect(bash(run, { variables: { OPERATION: 'destroy', CONFIRM: 'acme' } }).status).toBe(0);
    expect(bash(run, { variables: { OPERATION: 'apply', CONFIRM: '' } }).status).toBe(0);
  });

  /** Stands for curl: answers as the API does, and notes what it was asked. */
  const curl = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$ASKED"
case "$*" in
  *organizations*) echo '{"data":{"id":"ws-1"}}' ;;
  *POST*) echo '{"data":{"id":"run-1"}}' ;;
  *) count=$(grep -c 'runs/run-1' "$ASKED"); if [ "$count" -lt 3 ]; then state=planning; else state=$ENDS; fi
     echo '{"data":{"attributes":{"status":"'"$state"'"}}}' ;;
esac
`;

  it('waits for the end of a run, and says how it ended', () => {
    write('path/curl', curl);
    const variables = {
      TERRAFORM_HOST: 'app.terraform.io',
      ORGANIZATION: 'acme',
      WORKSPACE: 'acme-dev-data',
      OPERATION: 'destroy',
      TERRAFORM_TOKEN: 'not-in-arguments',
      POLL_SECONDS: '0',
    };
    const run = (ends: string) => {
      const asked = join(folder, `asked-${ends}`);
      const script = join(root, 'tools/ci/terraform-cloud-run.sh');
      return {
        ...bash(script, { variables: { ...variables, ENDS: ends, ASKED: asked } }),
        asked: readFileSync(asked, 'utf8'),
      };
    };
    const good = run('applied');
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('acme-dev-data: applied') as string });
    expect(good.asked).toContain('"is-destroy": true');
    expect(good.asked).not.toContain('not-in-arguments');
    expect(run('errored')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('::error title=acme-dev-data::run run-1 ended as errored') as string,
    });
  });
});

describe('docs/delivery.md', () => {
  it('shows callers of ten lines that fit the workflows they call', async () => {
    const { outputs } = await synthesize(createNodeHost({ root }), ['pingvas']);
    const workflows = outputs
      .flatMap(({ artifacts }) => artifacts)
      .filter(({ path }) => path.startsWith('.github/workflows/'));
    for (const { path, content } of workflows) write(path, content as string);
    const page = readFileSync(join(root, 'docs/delivery.md'), 'utf8');
    const callers = [...page.matchAll(/^```yaml\n(name: [\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
    expect(callers).toHaveLength(4);
    for (const [index, caller] of callers.entries()) {
      expect(caller.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
      write(`.github/workflows/caller-${index}.yml`, caller);
    }
    git(folder, 'init', '-q');
    const { stdout } = spawnSync(join(root, '.tools/bin/actionlint'), ['-shellcheck=', '-pyflakes='], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});
