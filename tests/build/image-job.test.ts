import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { renderSystem } from '../support/system';
import { job, runStep, step, type Workflow } from '../support/workflow';

let texts: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  ({ texts } = await renderSystem({ dev: { delivery: { on: 'push', branch: 'develop' } } }));
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-image-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
  if (content.startsWith('#!')) chmodSync(join(folder, file), 0o755);
}

function read(name: string): Workflow {
  return parse(texts[`.github/workflows/acme-${name}.yml`] ?? '') as Workflow;
}

/** Runs the script of a step as GitHub does. */
function bash(script: string, { variables }: { variables: Record<string, string> }) {
  return runStep(script, { cwd: folder, variables, path: join(folder, 'path') });
}

describe('the build of an image', () => {
  it('builds where the caller says, on a larger machine where an image needs one, and does nothing else there', () => {
    for (const [name, building] of [
      ['ci', 'build'],
      ['deploy-dev', 'image'],
    ] as const) {
      const workflow = read(name) as Workflow & { on: { workflow_call: { inputs: Record<string, unknown> } } };
      expect(workflow.on.workflow_call.inputs['runner']).toMatchObject({ default: 'ubuntu-24.04' });
      for (const [id, each] of Object.entries(workflow.jobs))
        expect([id, each['runs-on']]).toEqual([id, id === building ? '${{ inputs.runner }}' : 'ubuntu-24.04']);
    }
  });

  it('waits longer for the scan of a large image, and lets none go on that was never scanned', () => {
    const { run = '' } = step(job(read('deploy-dev'), 'image'), ({ id }) => id === 'scanned');
    const aws = [
      '#!/bin/sh',
      'case "$*" in',
      '  *" wait "*) echo . >> waits; [ "$(wc -l < waits)" -gt "$FAILURES" ] ;;',
      '  *findings*) echo None ;;',
      'esac',
    ];
    write('path/aws', `${aws.join('\n')}\n`);
    const outcome = (FAILURES: string): number | null => {
      rmSync(join(folder, 'waits'), { force: true });
      const variables = {
        REPOSITORY: 'acme/api',
        DIGEST: 'sha256:1',
        PAUSE_SECONDS: '0',
        GITHUB_OUTPUT: join(folder, 'output'),
        FAILURES,
      };
      return bash(run, { variables }).status;
    };
    expect([outcome('0'), outcome('3'), outcome('4')]).toEqual([0, 0, 1]);
  });

  it('takes the image that another delivery of the commit has pushed meanwhile, and fails where none is', () => {
    const image = job(read('deploy-dev'), 'image');
    expect(step(image, ({ id }) => id === 'build')).toMatchObject({ 'continue-on-error': true });
    expect(step(image, ({ id }) => id === 'scanned').env?.['DIGEST']).toBe('${{ steps.pushed.outputs.digest }}');
    const { run = '' } = step(image, ({ id }) => id === 'pushed');
    write('path/aws', '#!/bin/sh\n[ -n "$THERE" ] && echo "$THERE"\n');
    const outcome = (DIGEST: string, THERE: string) => {
      write('output', '');
      const variables = { REPOSITORY: 'acme/api', GITHUB_SHA: 'f00', GITHUB_OUTPUT: join(folder, 'output') };
      const { status } = bash(run, { variables: { ...variables, DIGEST, THERE } });
      return [status, readFileSync(join(folder, 'output'), 'utf8')];
    };
    expect(outcome('sha256:1', 'sha256:2')).toEqual([0, 'digest=sha256:1\n']);
    expect(outcome('', 'sha256:2')).toEqual([0, 'digest=sha256:2\n']);
    expect(outcome('', '')).toEqual([1, '']);
  });

  it('is marked as one of its environment where the repository keeps some of that, once', async () => {
    const marked = ({ id }: { id?: string }) => id === 'marked';
    expect(job(read('deploy-dev'), 'image').steps.some(marked)).toBe(false);
    const rendered = await renderSystem({ dev: { delivery: { on: 'push', branch: 'develop' } }, keepOf: { dev: 3 } });
    const workflow = parse(rendered.texts['.github/workflows/acme-deploy-dev.yml'] ?? '') as Workflow;
    const { run = '', env } = step(job(workflow, 'image'), marked);
    expect(env?.['MARK']).toBe('dev-${{ github.sha }}');
    const aws = [
      '#!/bin/sh',
      'case "$2" in',
      '  describe-images) [ -e marked ] ;;',
      '  batch-get-image) printf \'{\\n  "a b": 1\\n}\\n\' ;;',
      '  put-image) touch marked; for each in "$@"; do printf "%s|" "$each" >> calls; done ;;',
      'esac',
    ];
    write('path/aws', `${aws.join('\n')}\n`);
    const variables = { REPOSITORY: 'acme/api', DIGEST: 'sha256:1', MARK: 'dev-f00' };
    expect([bash(run, { variables }).status, bash(run, { variables }).status]).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe(
      'ecr|put-image|--repository-name|acme/api|--image-tag|dev-f00|--image-digest|sha256:1|--image-manifest|{\n  "a b": 1\n}|',
    );
  });
});
