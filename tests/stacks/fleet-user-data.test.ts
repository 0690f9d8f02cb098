import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { literal, quoted } from '../../stacks/fleet/shell';
import { statements } from '../support/data-stores';
import { fleet, script } from './fleet-kit';

/** What a shell says of a script; nothing when it reads well. */
function complaints(text: string): string {
  return spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr;
}

const secrets = {
  secret: { keys: { entries: { provider: { keys: ['api_key'] }, cookie: {} } } },
  parameter: { settings: { entries: { 'database/url': {} } } },
  bucket: { files: {} },
};

describe('how an instance starts', () => {
  test('it signs in to ECR and runs the container of the images file', async () => {
    const rendered = await fleet({
      container: { port: 8000, command: ['serve', "it's"], memoryMiB: 512, shmMiB: 256 },
    });
    const text = script(rendered);
    expect(complaints(text)).toBe('');
    expect(text).toContain('docker login --username AWS --password-stdin 111122223333.dkr.ecr.us-east-1.amazonaws.com');
    expect(text).toContain("image='111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/api:v1'");
    for (const part of ['--publish 8000:8000', '--memory 512m', '--shm-size 256m', '--restart unless-stopped'])
      expect(text).toContain(part);
    expect(text).toContain(`"$image" 'serve' 'it'\\''s'`);
    expect(text).not.toContain('--gpus');
  });

  test('the container writes to its log group, and the start to that of the system', async () => {
    const text = script(await fleet({ logs: { name: '/acme/api' } }));
    expect(text).toContain('--log-driver awslogs --log-opt awslogs-region=us-east-1 --log-opt awslogs-group=/acme/api');
    expect(text).toContain('"file_path": "/var/log/user-data.log"');
    expect(text).toContain('"log_group_name": "/acme/api-system"');
  });

  test('the CloudWatch agent measures memory, disk and GPUs over the group', async () => {
    const text = script(await fleet({ instanceTypes: ['g5.xlarge'], gpu: true, rootDisk: { sizeGiB: 125 } }));
    const [, config = ''] = /fleet\.json <<'EOF'\n([^]*?)\nEOF/.exec(text) ?? [];
    expect(JSON.parse(config)).toMatchObject({
      metrics: {
        append_dimensions: { AutoScalingGroupName: '${aws:AutoScalingGroupName}' },
        aggregation_dimensions: [['AutoScalingGroupName']],
        metrics_collected: { mem: {}, disk: { resources: ['/'] }, nvidia_gpu: {} },
      },
    });
    expect(text).toContain('--gpus all');
  });

  test('secrets are read by the role when it starts, kept in memory, and stand in no file of ours', async () => {
    const uses = { keys: ['provider', 'cookie'], settings: 'database/url', files: 'write' };
    const rendered = await fleet(
      {
        uses: {
          keys: { access: 'provider', as: 'KEYS' },
          settings: { access: uses.settings, as: 'DATABASE_URL' },
          files: uses.files,
        },
      },
      secrets,
    );
    expect(rendered.findings).toEqual([]);
    const text = script(rendered);
    expect(complaints(text)).toBe('');
    expect(text).toContain('install --mode 600 /dev/null /run/fleet/secrets');
    expect(text).toContain(
      `retry read_secret 'acme/test/provider' | jq --exit-status --raw-output '.["api_key"]' | keep KEYS_API_KEY`,
    );
    expect(text).toContain(`retry read_parameter '/acme/test/database/url' | keep DATABASE_URL`);
    expect(text).toContain('--env DATABASE_URL');
    expect(text).toContain('--env KEYS_API_KEY');
    expect(text).toMatch(/rm \/run\/fleet\/secrets/);
    expect(JSON.stringify(statements(rendered, 'api_grant_keys'))).toContain('secret:acme/test/provider-??????');
    expect(JSON.stringify(statements(rendered, 'api_grant_settings'))).toContain('parameter/acme/test/database/url');
  });

  test('variables of connections and of the description reach the container as they are', async () => {
    const rendered = await fleet(
      { uses: { files: 'read' }, container: { environment: { TEMPLATE: '${x} %{y} $z', QUOTED: `it's "so"` } } },
      secrets,
    );
    expect(rendered.findings).toEqual([]);
    const [, file = ''] = /environment <<'EOF'\n([^]*?)\nEOF/.exec(script(rendered)) ?? [];
    expect(file.split('\n')).toEqual(
      expect.arrayContaining(['TEMPLATE=${x} %{y} $z', `QUOTED=it's "so"`, expect.stringMatching(/^FILES_BUCKET=/)]),
    );
  });

  test('the container knows its region as SDKs look for it, unless the description says another', async () => {
    const file = async (environment: Record<string, string>): Promise<string[]> => {
      const rendered = await fleet({ container: { environment } });
      return (/environment <<'EOF'\n([^]*?)\nEOF/.exec(script(rendered))?.[1] ?? '').split('\n');
    };
    expect(await file({})).toEqual(expect.arrayContaining(['AWS_REGION=us-east-1', 'AWS_DEFAULT_REGION=us-east-1']));
    const stated = await file({ AWS_DEFAULT_REGION: 'eu-west-1' });
    expect(stated.filter((line) => line.startsWith('AWS_DEFAULT_REGION='))).toEqual(['AWS_DEFAULT_REGION=eu-west-1']);
  });

  test('what fails at first is tried again, and what fails for good ends the start', async () => {
    const retry = /^retry\(\).*$/m.exec(script(await fleet()))?.[0] ?? '';
    const run = (failures: number) =>
      spawnSync(
        'bash',
        [
          '-c',
          `set -euo pipefail; sleep() { :; }; left=${failures}; call() { left=$((left - 1)); [ "$left" -lt 0 ]; }; ${retry}; retry call; echo done`,
        ],
        { encoding: 'utf8' },
      );
    expect(run(0).stdout).toBe('done\n');
    expect(run(4).stdout).toBe('done\n');
    expect(run(5)).toMatchObject({ stdout: '', status: 1 });
  });

  test('a command that fails several times in a row has the instance replaced', async () => {
    const rendered = await fleet({
      healthCommand: { command: ['sh', '-c', 'celery inspect ping -d "celery@$HOSTNAME"'], failures: 2 },
    });
    expect(rendered.findings).toEqual([]);
    const text = script(rendered);
    expect(complaints(text)).toBe('');
    expect(text).toContain(`docker exec fleet 'sh' '-c' 'celery inspect ping -d "celery@$HOSTNAME"'; then`);
    expect(text).toContain('if [ "$failures" -ge 2 ]; then');
    expect(text).toContain('aws autoscaling set-instance-health');
    expect(statements(rendered, 'api_grant_own')).toContainEqual({
      effect: 'Allow',
      actions: ['autoscaling:SetInstanceHealth'],
      resources: ['arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/acme-test-api'],
    });
  });

  test('any text is one word of the shell, as it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((text) => !text.includes('\0')),
          { minLength: 50, maxLength: 50 },
        ),
        (all) => {
          const { stdout } = spawnSync('bash', ['-c', `printf '%s\\0' ${all.map(quoted).join(' ')}`], {
            encoding: 'utf8',
          });
          expect(stdout.split('\0').slice(0, -1)).toEqual(all);
        },
      ),
      { numRuns: 5 },
    );
  });

  test('no text begins an expression of Terraform', () => {
    expect(literal('a ${b} $${c} %{d} $e')).toBe('a $${b} $$${c} %%{d} $e');
  });
});
