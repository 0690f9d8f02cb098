import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { env, execPath } from 'node:process';

const root = resolve(__dirname, '../..');
let folder: string;

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function node(
  script: string,
  ...args: string[]
): { readonly status: number | null; readonly lines: string[]; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(execPath, [join(root, 'tools/ci', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

const aws = (version: string): unknown => ({
  terraform: { required_providers: { aws: { source: 'hashicorp/aws', version } } },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-ci-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the list of changed workspaces', () => {
  beforeEach(() => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) write(`workspaces/${name}/main.tf.json`, aws('6.25.0'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
  });

  test('only what differs from the base is validated', () => {
    const base = git('rev-parse', 'HEAD');
    write('workspaces/b/extra.tf.json', {});
    write('README.md', 'x');
    git('add', '.');
    git('commit', '-qm', 'two');
    expect(node('workspaces.mjs', base).lines[0]).toBe('shards=["workspaces/b"]');
    expect(node('workspaces.mjs', 'HEAD').lines[0]).toBe('shards=[]');
  });

  test('without a base all of them are, spread over four jobs', () => {
    const all = 'shards=["workspaces/a workspaces/e","workspaces/b","workspaces/c","workspaces/d"]';
    expect(node('workspaces.mjs', '').lines[0]).toBe(all);
    expect(node('workspaces.mjs', 'f'.repeat(40)).lines[0]).toBe(all);
  });

  test('the cache key follows the provider versions, not the other content', () => {
    const [, before] = node('workspaces.mjs').lines;
    write('workspaces/a/extra.tf.json', { locals: { a: 1 } });
    expect(node('workspaces.mjs').lines[1]).toBe(before);
    write('workspaces/a/main.tf.json', aws('6.26.0'));
    expect(node('workspaces.mjs').lines[1]).not.toBe(before);
    expect(JSON.parse(node('workspaces.mjs', '--providers').lines.join(''))).toEqual(aws('6.25.0'));
  });
});

describe('the Kubernetes version of a cluster', () => {
  test('is read from the rendered workspaces', () => {
    write('workspaces/a/eks.tf.json', { resource: { aws_eks_cluster: { main: { name: 'one', version: '1.28' } } } });
    write('clusters/one/app/x.yaml', '');
    expect(node('cluster-versions.mjs')).toMatchObject({ status: 0, lines: ['clusters/one 1.28'] });
  });

  test('is an error where it is not known', () => {
    write('clusters/two/app/x.yaml', '');
    const { status, stderr } = node('cluster-versions.mjs');
    expect(status).toBe(2);
    expect(stderr).toContain('clusters/two: no aws_eks_cluster named two');
  });
});

describe('terraform validate', () => {
  /** Stands for terraform: init leaves a lock file, validate fails in folders named bad. */
  const terraform = `#!/usr/bin/env bash
case "$*" in
  *init*) touch "\${1#-chdir=}/.terraform.lock.hcl" ;;
  *bad*validate*) echo 'Error: unsupported argument'; exit 1 ;;
esac
`;

  test('goes on after a workspace that fails, says so as an annotation, and leaves no lock file', () => {
    write('tools/ci/validate-workspaces.sh', readFileSync(join(root, 'tools/ci/validate-workspaces.sh'), 'utf8'));
    write('bin/terraform', terraform);
    chmodSync(join(folder, 'bin/terraform'), 0o755);
    for (const name of ['bad', 'good']) write(`workspaces/${name}/main.tf.json`, {});
    git('init', '-q');
    const { status, stdout } = spawnSync(
      'bash',
      ['tools/ci/validate-workspaces.sh', 'workspaces/bad', 'workspaces/good'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...env, PATH: `${join(folder, 'bin')}:${env['PATH'] ?? ''}` },
      },
    );
    expect(status).toBe(1);
    expect(stdout).toContain(
      'FAIL  workspaces/bad\nError: unsupported argument\n::error file=workspaces/bad,title=terraform validate::',
    );
    expect(stdout).toContain('ok  workspaces/good\n');
    expect(git('status', '--porcelain', '-uall')).not.toContain('.terraform.lock.hcl');
  });
});
