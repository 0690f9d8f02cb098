import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Environment } from '../../synth/model';
import { deployWorkflow } from '../../synth/build/workflows/deploy';
import type { Deployment } from '../../synth/build/workflows/deployment';
import { setWorkflow } from '../../synth/build/workflows/set-value';
import { printWorkflow } from '../../synth/build/workflows/workflow';
import { git, job, runStep, step, type Job, type Workflow } from '../support/workflow';

const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/api:abc@sha256:1';
const rolloutRole = 'arn:aws:iam::111122223333:role/bootstrap/acme-prod-rollout';
const topic = 'arn:aws:sns:us-east-1:111122223333:acme-prod-ops';

const deployment: Deployment = {
  delivery: {
    environment: { label: 'acme/prod', name: 'prod' } as Environment,
    application: 'acme/infrastructure',
    infrastructure: 'acme/infrastructure',
    on: 'push',
    branch: 'main',
    tags: 'v*',
    commitTo: 'main',
    approval: true,
  },
  repositories: { api: 'acme/api', site: 'acme/site' },
  pushRoleArn: 'arn:aws:iam::111122223333:role/bootstrap/acme-image-push',
  region: 'us-east-1',
  kept: false,
  environment: 'acme-prod',
  targets: { api: { groups: ['acme-prod-api'], healthUrl: 'https://api.example.com/health' } },
  rolloutRoleArn: rolloutRole,
  topicArn: topic,
  appliedBy: 'acme-terraform.yml',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-rollout-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function workflow(changes: Partial<Deployment> = {}): Workflow {
  return parse(printWorkflow(deployWorkflow({ ...deployment, ...changes }), 'system.yaml')) as Workflow;
}

/** Puts a program in the place of a real one. */
function stands(name: string, script: string): void {
  mkdirSync(join(folder, 'path'), { recursive: true });
  writeFileSync(join(folder, 'path', name), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, 'path', name), 0o755);
}

function run(from: Job, name: string, { cwd = folder, ...variables }: Record<string, string>) {
  const { run: script = '' } = step(from, (each) => each.name === name);
  return runStep(script, { cwd, path: join(folder, 'path'), variables });
}

const output = () => join(folder, 'output');
const written = () => readFileSync(output(), 'utf8');

describe('what is checked before an image is built', () => {
  it('is that no file holds a secret, and that the tests of the application pass', () => {
    const { jobs } = workflow();
    expect(jobs['image']?.needs).toEqual(['secrets', 'test']);
    expect(step(job(workflow(), 'secrets'), ({ name }) => name === 'Scan').run).toBe(
      'go run github.com/zricethezav/gitleaks/v8@v8.28.0 dir --redact --no-banner --verbose .',
    );
    expect(run(job(workflow(), 'test'), 'Test', { TEST: 'exit 3' }).status).toBe(3);
  });
});

describe('the rollout of an image', () => {
  const rollout = () => job(workflow(), 'rollout');

  it('looks at the groups and the address of its own image alone', () => {
    expect(run(rollout(), 'Where it runs', { SERVICE: 'api', GITHUB_OUTPUT: output() }).status).toBe(0);
    expect(written()).toBe('groups=acme-prod-api\nhealth=https://api.example.com/health\n');
    rmSync(output());
    run(rollout(), 'Where it runs', { SERVICE: 'site', GITHUB_OUTPUT: output() });
    expect(written()).toBe('groups=\nhealth=\n');
  });

  /** Answers as Auto Scaling does: `$IMAGES` and `$STATES` look by look, the refresh began at `$STARTED`. */
  const aws = `
look=$(cat looks 2> /dev/null || echo 0)
case "$2" in
  describe-tags) cut -d ' ' -f $((look + 1)) <<< "$IMAGES" ;;
  describe-instance-refreshes)
    echo $((look + 1)) > looks
    state=$(cut -d ' ' -f $((look + 1)) <<< "$STATES")
    echo "{\\"InstanceRefreshes\\": [{\\"Status\\": \\"$state\\", \\"StartTime\\": \\"$STARTED\\"}]}" ;;
esac`;
  const looks = (images: string, states: string, more: Record<string, string> = {}) => {
    stands('aws', aws);
    return run(rollout(), 'Instances run the image', {
      GROUP_NAMES: 'acme-prod-api',
      IMAGE: image,
      SINCE: '2026-01-01T10:00:00',
      STARTED: '2026-01-01T10:05:00+00:00',
      IMAGES: images,
      STATES: states,
      POLL_SECONDS: '0',
      PATIENCE_SECONDS: '60',
      ...more,
    });
  };

  it('waits until the group has the image and its refresh has ended well', () => {
    const { status, stdout } = looks(`old ${image} ${image}`, 'Successful InProgress Successful');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it('takes no refresh of an earlier image for its own', () => {
    const early = { STARTED: '2026-01-01T09:00:00+00:00', PATIENCE_SECONDS: '0' };
    const { status, stdout } = looks(image, 'Successful', early);
    expect(status).toBe(1);
    expect(stdout).toContain('is not rolled out after 0 seconds');
  });

  it.each(['Failed', 'Cancelled', 'RollbackSuccessful'])('fails where the refresh ends as %s', (state) => {
    expect(looks(image, state)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`ended as ${state}`) as string,
    });
  });

  it('ends with an answer of the way in', () => {
    stands('curl', 'echo "$@"; exit "$CODE"');
    expect(run(rollout(), 'It answers', { URL: 'https://api.example.com/health', CODE: '22' }).status).toBe(22);
    const { status, stdout } = run(rollout(), 'It answers', { URL: 'https://api.example.com/health', CODE: '0' });
    expect(status).toBe(0);
    expect(stdout).toContain('--retry-all-errors https://api.example.com/health');
  });

  it('needs a role only where instances roll, and is not there where nothing can be seen', () => {
    expect(rollout().permissions).toEqual({ 'id-token': 'write' });
    const seen = workflow({ targets: { api: { groups: [], healthUrl: 'https://api.example.com/health' } } });
    expect(job(seen, 'rollout').permissions).toEqual({});
    expect(Object.keys(workflow({ targets: {} }).jobs)).not.toContain('rollout');
  });
});

describe('an image that does not run well', () => {
  const images = 'environments/acme/prod.images.yaml';

  /** A repository whose images are delivered one after the other, and whose output is the digits of its description. */
  function delivered(...tags: readonly (readonly [api: string, site: string])[]): string {
    git(folder, 'init', '-q', '--bare', '-b', 'main', 'origin');
    git(folder, 'clone', '-q', 'origin', 'work');
    const work = join(folder, 'work');
    mkdirSync(join(work, 'bin'));
    writeFileSync(join(work, 'bin', 'slipway'), `#!/bin/sh\ntr -dc 0-9 <${images} >output.txt\n`, { mode: 0o755 });
    mkdirSync(join(work, 'environments', 'acme'), { recursive: true });
    for (const [api, site] of tags) {
      writeFileSync(join(work, images), `images:\n  api: { tag: ${api} }\n  site: { tag: ${site} }\n`);
      writeFileSync(join(work, 'output.txt'), `${api}${site}`);
      git(work, 'add', '.');
      git(work, 'commit', '-qm', `${api} ${site}`);
    }
    git(work, 'push', '-q', 'origin', 'HEAD:main');
    return work;
  }

  /** Takes the second commit back. */
  function takenBack(work: string, later: number) {
    const variables = {
      BASE: git(work, 'rev-parse', `HEAD~${later + 1}`),
      COMMIT: git(work, 'rev-parse', `HEAD~${later}`),
      BRANCH: 'main',
    };
    return run(job(workflow(), 'rollback'), 'Take the commit back', { ...variables, cwd: work });
  }

  const main = (file: string) => git(join(folder, 'origin'), 'show', `main:${file}`);

  it('is taken back by its lines of the description and what follows from them, and what applies it is asked to', () => {
    expect(takenBack(delivered(['1', '1'], ['2', '1']), 0).status).toBe(0);
    expect([main(images), main('output.txt')]).toEqual(['images:\n  api: { tag: 1 }\n  site: { tag: 1 }', '11']);
    const rollback = job(workflow(), 'rollback');
    expect(rollback.if).toBe("!cancelled() && needs.rollout.result == 'failure'");
    expect(rollback.steps.findIndex(({ run: script }) => script === 'make build')).toBeLessThan(
      rollback.steps.findIndex(({ name }) => name === 'Take the commit back'),
    );
    expect(step(rollback, ({ name }) => name === 'Apply it').run).toBe(
      'gh workflow run acme-terraform.yml --ref "$BRANCH"',
    );
  });

  it('leaves what has been delivered beside it since, on the next line and in the same files', () => {
    expect(takenBack(delivered(['1', '1'], ['2', '1'], ['2', '2']), 1).status).toBe(0);
    expect([main(images), main('output.txt')]).toEqual(['images:\n  api: { tag: 1 }\n  site: { tag: 2 }', '12']);
  });

  it('stays where later commits stand on it, and somebody is asked', () => {
    const { status, stdout } = takenBack(delivered(['1', '1'], ['2', '1'], ['3', '1']), 1);
    expect(status).toBe(1);
    expect(stdout).toContain('somebody has to choose the image');
    expect([main(images), main('output.txt')]).toEqual(['images:\n  api: { tag: 3 }\n  site: { tag: 1 }', '31']);
  });
});

describe('how a delivery went', () => {
  const notify = () => job(workflow(), 'notify');

  it('is told of every job, whatever came of them', () => {
    expect(notify()).toMatchObject({
      needs: ['secrets', 'test', 'image', 'approval', 'deploy', 'rollout', 'rollback'],
      if: '!cancelled()',
    });
    const summary = join(folder, 'summary');
    const variables = {
      SERVICE: 'api',
      ENVIRONMENT: 'acme/prod',
      RUN: 'https://example.com/run',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_OUTPUT: output(),
      GITHUB_STEP_SUMMARY: summary,
    };
    run(notify(), 'Summary', { ...variables, RESULTS: 'test=success rollout=failure' });
    run(notify(), 'Summary', { ...variables, RESULTS: 'test=success rollout=success' });
    expect(readFileSync(summary, 'utf8').trim().split('\n')).toEqual([
      'acme/prod api ffffffffffff: failed (test=success rollout=failure) https://example.com/run',
      'acme/prod api ffffffffffff: delivered (test=success rollout=success) https://example.com/run',
    ]);
  });

  it('reaches the people of its topic, by a role that may publish there', () => {
    stands('aws', 'echo "$@"');
    const { stdout } = run(notify(), 'Tell', { SUMMARY: 's'.repeat(120), TOPIC: topic });
    expect(stdout).toBe(`sns publish --topic-arn ${topic} --subject ${'s'.repeat(99)} --message ${'s'.repeat(120)}\n`);
    const role = step(notify(), ({ uses }) => uses?.startsWith('aws-actions/') === true);
    expect(role.with).toEqual({ 'role-to-assume': rolloutRole, 'aws-region': 'us-east-1' });
  });

  it('is written to the run alone, where the environment tells nobody', () => {
    const { topicArn: _, ...silent } = deployment;
    const { permissions, steps } = job(
      parse(printWorkflow(deployWorkflow(silent), 'system.yaml')) as Workflow,
      'notify',
    );
    expect(permissions).toEqual({});
    expect(steps.map(({ name }) => name)).toEqual(['Summary']);
  });
});

describe('a value that is released without an image', () => {
  const values = { model: { path: 'ner.environment.MODEL_PATH', pattern: '/models/ner-v[0-9]+[.][0-9]+[.][0-9]+' } };
  const set = () => parse(printWorkflow(setWorkflow(deployment, values), 'system.yaml')) as Workflow;
  const choose = (value: string, to: string) =>
    run(job(set(), 'deploy'), 'A value that may be set', { VALUE: value, TO: to, GITHUB_OUTPUT: output() });

  it('is one that the description names, and becomes what its pattern lets it', () => {
    expect(choose('model', '/models/ner-v1.1.0').status).toBe(0);
    expect(written()).toBe('path=ner.environment.MODEL_PATH\n');
    expect(choose('model', '/models/ner-v1.1.0; true').stdout).toContain('refused value');
    expect(choose('replicas', '9').stdout).toContain('replicas is not one of: model');
  });

  it('is committed after the approval that an image needs too', () => {
    expect(job(set(), 'deploy')).toMatchObject({ needs: ['approval'], environment: 'acme-prod' });
    const { run: script = '' } = step(
      job(set(), 'deploy'),
      ({ name }) => name?.startsWith('Commit the change') === true,
    );
    expect(script).toContain('bin/slipway set "$ENVIRONMENT" "$VALUE_PATH" "$TO"');
  });
});
