import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

function sync(models: object): Promise<Rendered> {
  return renderInCluster({
    bucket: { store: {} },
    'file-system': { 'model-files': {} },
    volume: { models: { fileSystem: 'model-files' } },
    'model-sync': { sync: { bucket: 'store', volume: 'models', models, prefix: 'release' } },
  });
}

async function scriptFor(models: object): Promise<string> {
  return (manifest(await sync(models), 'ConfigMap', 'sync')['data'] as Record<string, string>)['sync.sh'] ?? '';
}

/** A command line of AWS that knows a folder instead of a bucket. */
const fakeAws = `#!/bin/bash
case "$2" in
  list-objects-v2) cd "$BUCKET_FOLDER"; for folder in release/*/; do printf '%s\\t' "$folder"; done; echo ;;
  cp) from="\${5#s3://store/}"; cp -r "$BUCKET_FOLDER/$from." "$6" ;;
esac
`;

describe('model-sync', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-sync-'));
    for (const part of ['bin', 'bucket/release', 'volume']) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'bin/aws'), fakeAws);
    chmodSync(join(folder, 'bin/aws'), 0o755);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function upload(...versions: readonly string[]): void {
    for (const version of versions) {
      mkdirSync(join(folder, 'bucket/release', version));
      writeFileSync(join(folder, 'bucket/release', version, 'model.bin'), version);
    }
  }

  function run(script: string) {
    const result = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
        SOURCE_BUCKET: 'store',
        PREFIX: 'release/',
        TARGET: join(folder, 'volume'),
        BUCKET_FOLDER: join(folder, 'bucket'),
      },
    });
    return { status: result.status, error: result.stderr, there: readdirSync(join(folder, 'volume')).sort() };
  }

  it('reads the bucket by a role, writes the volume, and never runs twice at once', async () => {
    const rendered = await sync({ ner: {} });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'CronJob', 'sync')['spec']).toMatchObject({
      schedule: '*/15 * * * *',
      concurrencyPolicy: 'Forbid',
    });
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy'))).toContain('sync_grant_store');
    expect(JSON.stringify(rendered.files)).not.toContain('s3:PutObject');
  });

  it('keeps the three newest versions by number, not by letter, and those that are pinned', async () => {
    upload('ner-v1.2.0', 'ner-v1.9.0', 'ner-v1.10.0', 'ner-v1.11.0', 'ner-v0.1.0', 'other-v9.0.0', 'ner-notes');
    const script = await scriptFor({ ner: { pinned: ['0.1.0'] } });
    expect(run(script)).toMatchObject({
      status: 0,
      there: ['ner-v0.1.0', 'ner-v1.10.0', 'ner-v1.11.0', 'ner-v1.9.0'],
    });
    expect(existsSync(join(folder, 'volume/ner-v1.11.0/model.bin'))).toBe(true);
  });

  it('lets the oldest go when a new one comes, and a second run changes nothing', async () => {
    upload('ner-v1.0.0', 'ner-v1.1.0', 'ner-v1.2.0');
    const script = await scriptFor({ ner: {} });
    run(script);
    upload('ner-v1.3.0');
    const there = ['ner-v1.1.0', 'ner-v1.2.0', 'ner-v1.3.0'];
    expect(run(script)).toMatchObject({ status: 0, there });
    expect(run(script)).toMatchObject({ status: 0, there });
  });

  it('removes nothing where the bucket shows no version', async () => {
    mkdirSync(join(folder, 'volume/ner-v1.0.0'));
    const result = run(await scriptFor({ ner: {} }));
    expect(result).toMatchObject({ status: 1, there: ['ner-v1.0.0'] });
    expect(result.error).toContain('no version of ner in the bucket');
  });
});
