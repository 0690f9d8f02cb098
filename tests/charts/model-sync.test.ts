import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

function sync(models: object, further: object = {}, service: object = {}): Promise<Rendered> {
  return renderInCluster({
    bucket: { store: {} },
    'file-system': { 'model-files': {} },
    volume: { models: { fileSystem: 'model-files' } },
    service: { ...service },
    'model-sync': { sync: { bucket: 'store', volume: 'models', models, prefix: 'release', ...further } },
  });
}

/** A service that loads a model of a stated version. */
const loading = (version: string) => ({
  ner: { port: 8080, models: { volume: 'models', load: { MODEL_PATH: { name: 'ner', version } } } },
});

async function scriptFor(models: object): Promise<string> {
  return (manifest(await sync(models), 'ConfigMap', 'sync')['data'] as Record<string, string>)['sync.sh'] ?? '';
}

/** A command line of AWS that knows a folder instead of a bucket. */
const fakeAws = `#!/bin/bash
case "$2" in
  list-objects-v2)
    cd "$BUCKET_FOLDER"
    if [ "$7" = --delimiter ]; then for folder in release/*/; do printf '%s\\t' "$folder"; done; echo
    elif [ -d "$6" ]; then for file in "$6"*; do date -u -r "$file" +%Y-%m-%dT%H:%M:%S+00:00; done | paste -s
    else echo None; fi ;;
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

  /** Whole versions, of an hour ago. */
  function upload(...versions: readonly string[]): void {
    for (const version of versions) {
      mkdirSync(join(folder, 'bucket/release', version));
      const file = join(folder, 'bucket/release', version, 'model.bin');
      writeFileSync(file, version);
      const anHourAgo = Date.now() / 1000 - 3600;
      utimesSync(file, anHourAgo, anHourAgo);
    }
  }

  function run(script: string, loaded: Record<string, string> = {}) {
    const result = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
        SOURCE_BUCKET: 'store',
        PREFIX: 'release/',
        TARGET: join(folder, 'volume'),
        BUCKET_FOLDER: join(folder, 'bucket'),
        ...loaded,
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

  it('leaves a version alone while its upload may go on, and keeps the oldest until it is there', async () => {
    const script = await scriptFor({ ner: { keep: 2 } });
    upload('ner-v1.0.0', 'ner-v1.1.0');
    run(script);
    upload('ner-v1.2.0');
    writeFileSync(join(folder, 'bucket/release/ner-v1.2.0/model_config.json'), '{}');
    expect(run(script)).toMatchObject({ status: 0, there: ['ner-v1.0.0', 'ner-v1.1.0'] });
    const impatient = (await scriptFor({ ner: { keep: 2 } })).replace(/^settle=300$/m, 'settle=0');
    expect(run(impatient)).toMatchObject({ status: 0, there: ['ner-v1.1.0', 'ner-v1.2.0'] });
    expect(existsSync(join(folder, 'volume/ner-v1.2.0/model_config.json'))).toBe(true);
  });

  it('keeps the version that a service loads, however many come after it', async () => {
    const rendered = await sync({ ner: {} }, { loadedBy: ['ner'] }, loading('1.0.0'));
    expect(rendered.findings).toEqual([]);
    const job = JSON.stringify(manifest(rendered, 'CronJob', 'sync'));
    expect(job).toContain('{"name":"LOADED_1_MODELS","value":"ner-v1.0.0"}');
    const script = (manifest(rendered, 'ConfigMap', 'sync')['data'] as Record<string, string>)['sync.sh'] ?? '';
    upload('ner-v1.0.0', 'ner-v1.1.0', 'ner-v1.2.0', 'ner-v1.3.0', 'ner-v1.4.0');
    expect(run(script, { LOADED_1_MODELS: 'ner-v1.0.0' })).toMatchObject({
      status: 0,
      there: ['ner-v1.0.0', 'ner-v1.2.0', 'ner-v1.3.0', 'ner-v1.4.0'],
    });
    expect(run(script, { LOADED_1_MODELS: 'ner-v1.1.0' }).there).not.toContain('ner-v1.0.0');
  });

  it('fetches what it can and fails where a version that somebody loads is not in the bucket', async () => {
    const rendered = await sync({ ner: {} }, { loadedBy: ['ner'] }, loading('2.0.0'));
    const script = (manifest(rendered, 'ConfigMap', 'sync')['data'] as Record<string, string>)['sync.sh'] ?? '';
    upload('ner-v1.0.0');
    const result = run(script, { LOADED_1_MODELS: 'ner-v2.0.0' });
    expect(result).toMatchObject({ status: 1, there: ['ner-v1.0.0'] });
    expect(result.error).toContain('ner-v2.0.0 is not in the bucket');
  });

  it('is told of a service that loads no models', async () => {
    const rendered = await sync({ ner: {} }, { loadedBy: ['ner'] }, { ner: { port: 8080 } });
    expect(rendered.findings).toMatchObject([{ code: 'unknown-access' }]);
  });
});
