import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { renderSystem } from '../support/system';
import { git, job, runStep, step, type Workflow } from '../support/workflow';

const s3 = { bucket: 'acme-terraform-state', region: 'us-east-1' };

let text: string;
let workflow: Workflow;
let folder: string;

beforeAll(async () => {
  const { texts } = await renderSystem({ all: { terraform: { backend: { s3 } } } });
  text = texts['.github/workflows/acme-terraform.yml'] ?? '';
  workflow = parse(text) as Workflow;
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-terraform-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
  if (content.startsWith('#!')) chmodSync(join(folder, file), 0o755);
}

/** Runs the script of a step as GitHub does. */
function bash(script: string, { variables }: { variables: Record<string, string> }) {
  return runStep(script, { cwd: folder, variables, path: join(folder, 'path') });
}

describe('the workflow of a system whose state is in S3', () => {
  it('plans and applies the changed workspaces and, after them, those that read them', () => {
    const list = step(job(workflow, 'changes'), ({ id }) => id === 'list');
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
    const apply = job(workflow, 'apply-acme-dev-data');
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

  it('applies the branch as it is by then, so that no run sets back what a later one has applied', () => {
    const ref = (id: string) => step(job(workflow, id), ({ uses }) => uses?.includes('actions/checkout') === true).with;
    expect(ref('apply-acme-dev-data')).toMatchObject({ ref: 'main' });
    expect(ref('plan')).not.toHaveProperty('ref');
  });

  it('comments on plans of any length', () => {
    const comment = step(job(workflow, 'comment'), ({ run }) => run !== undefined);
    write('plans/acme-dev-data.txt', `${'  # a line of a plan\n'.repeat(20_000)}Plan: 1 to add\n`);
    write('path/gh', '#!/bin/sh\necho "$@" >> calls\n');
    const variables = { GITHUB_REPOSITORY: 'acme/shop', NUMBER: '7', RESULT: 'success', RUN: 'run' };
    expect(bash(comment.run ?? '', { variables }).status).toBe(0);
    const body = readFileSync(join(folder, 'body.md'), 'utf8');
    expect(body).toHaveLength(60_000);
    expect(body).toContain('<summary>acme-dev-data: Plan: 1 to add</summary>');
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toContain('-X POST repos/acme/shop/issues/7/comments');
  });

  it('lets forks neither plan nor comment, and holds no secret', () => {
    for (const id of ['plan', 'comment'])
      expect(job(workflow, id).if).toContain('head.repo.full_name == github.repository');
    expect(text).not.toContain('secrets.');
  });

  it('applies nothing where nothing differs, and stops where a plan fails', () => {
    const apply = job(workflow, 'apply-acme-dev-data');
    const { run = '' } = step(apply, ({ name }) => name === 'Apply');
    write('path/terraform', '#!/bin/sh\necho "$@"\ncase "$*" in *" plan "*) exit "$CODE" ;; esac\n');
    const variables = { WORKSPACE: 'acme-dev-data', RUNNER_TEMP: folder };
    const outcome = (code: string) => bash(run, { variables: { ...variables, CODE: code } });
    expect(outcome('0')).toMatchObject({ status: 0, stdout: expect.not.stringContaining(' apply ') as string });
    expect(outcome('2')).toMatchObject({ status: 0, stdout: expect.stringContaining(' apply ') as string });
    expect(outcome('1')).toMatchObject({ status: 1, stdout: expect.not.stringContaining(' apply ') as string });
  });
});
