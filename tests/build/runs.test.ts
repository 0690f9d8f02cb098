import { join } from 'node:path';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { renderRuns } from '../../synth/build/runs';
import { createNodeHost } from '../../synth/host/node-host';
import { synthesize } from '../../synth/pipeline';
import { renderSystem } from '../support/system';
import { ofExamples } from '../support/examples';

const s3 = { bucket: 'acme-terraform-state', region: 'us-east-1' };

type Reads = ReadonlyMap<string, readonly string[]>;

/** Who reads whom, by the remote states in rendered files: this knows nothing of the generator's graph. */
function readsIn(files: Readonly<Record<string, JsonObject>>): Reads {
  const reads = new Map<string, string[]>();
  for (const [path, content] of Object.entries(files)) {
    const name = /^workspaces\/([^/]+)\//.exec(path)?.[1];
    if (name === undefined || name.includes('-bootstrap')) continue;
    const own = reads.get(name) ?? [];
    const states = (content['data'] as Record<string, JsonObject> | undefined)?.['terraform_remote_state'] ?? {};
    for (const state of Object.values(states)) {
      const { workspaces, key } = (state as { config: { workspaces?: { name: string }; key?: string } }).config;
      own.push(workspaces?.name ?? (key as string).replace(/\/terraform\.tfstate$/, ''));
    }
    reads.set(name, own);
  }
  return reads;
}

/** The numbered steps, or the rows, of one section. */
function section(text: string, title: string): string[] {
  const start = text.indexOf(`### ${title}`);
  if (start === -1) throw new Error(`no section ${title}`);
  const end = text.indexOf('\n##', start + 4);
  return text.slice(start, end === -1 ? undefined : end).split('\n');
}

function workspacesIn(line: string): string[] {
  return [...line.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1] ?? '').filter((name) => !/bootstrap/.test(name));
}

function steps(text: string, title: string): string[][] {
  return section(text, title)
    .filter((line) => /^\d+\. `/.test(line))
    .map(workspacesIn)
    .filter((names) => names.length > 0);
}

function items(text: string, title: string): string[] {
  return section(text, title).filter((line) => line.startsWith('- '));
}

/** What is wrong with the sequences of a system, in words. */
function faultsOf(text: string, system: string, reads: Reads): string[] {
  const faults: string[] = [];
  const check = (title: string, isBefore: (earlier: number, later: number) => boolean): void => {
    const place = new Map(steps(text, title).flatMap((names, index) => names.map((name) => [name, index] as const)));
    const listed = steps(text, title).flat();
    if ([...listed].sort().join() !== [...reads.keys()].sort().join())
      faults.push(`${title}: not every workspace once`);
    for (const [reader, sources] of reads)
      for (const source of sources)
        if (!isBefore(place.get(source) ?? NaN, place.get(reader) ?? NaN))
          faults.push(`${title}: ${reader} reads ${source}`);
  };
  check(`First apply of ${system}`, (source, reader) => source < reader);
  check(`Destroy ${system}`, (source, reader) => source > reader);
  for (const title of newClusters(text, system)) {
    const place = new Map(steps(text, title).flatMap((names, index) => names.map((name) => [name, index] as const)));
    if (place.size === 0) faults.push(`${title}: no workspace`);
    for (const [reader, later] of place)
      for (const source of reads.get(reader) ?? [])
        if (!((place.get(source) ?? NaN) < later)) faults.push(`${title}: ${reader} reads ${source}`);
  }
  for (const row of section(text, `A merge into ${system}`).filter((line) => line.startsWith('| `'))) {
    const [touched = '', ...order] = workspacesIn(row);
    faults.push(...mergeFaults(touched, order, reads));
  }
  return faults;
}

function newClusters(text: string, system: string): string[] {
  return [...text.matchAll(/^### (A new cluster: .*)$/gm)]
    .map((match) => match[1] ?? '')
    .filter((title) => title.includes(` of ${system}/`));
}

function mergeFaults(touched: string, order: readonly string[], reads: Reads): string[] {
  const after = new Set([touched]);
  for (let size = 0; size !== after.size;) {
    size = after.size;
    for (const [reader, sources] of reads) if (sources.some((source) => after.has(source))) after.add(reader);
  }
  const complete = [...after].sort().join() === [...order].sort().join();
  const ordered = order.every((name, index) =>
    (reads.get(name) ?? []).every((source) => !order.includes(source) || order.indexOf(source) < index),
  );
  return complete && ordered ? [] : [`a merge that touches ${touched}: ${order.join(' → ')}`];
}

/** The text with every pair of neighbouring steps of a section changed about, one pair at a time. */
function swapped(text: string, title: string): string[] {
  const lines = section(text, title).filter((line) => /^\d+\. `/.test(line));
  return lines.slice(1).map((line, index) => {
    const before = lines[index] as string;
    return text.replace(`${before}\n${line}`, `${line}\n${before}`);
  });
}

describe('docs/runs.md', () => {
  it.each([
    ['Terraform Cloud', {}],
    ['S3', { all: { terraform: { backend: { s3 } } } }],
  ])('has sequences that follow what the workspaces read of each other (%s)', async (_, settings) => {
    const rendered = await renderSystem(settings);
    const [artifact] = renderRuns([rendered.system.unit]);
    const text = artifact?.content as string;
    const reads = readsIn(rendered.files);
    expect(reads.size).toBe(6);
    expect(faultsOf(text, 'acme', reads)).toStrictEqual([]);
  });

  it('is held against the graph by a test that a wrong sequence fails', async () => {
    const rendered = await renderSystem();
    const [artifact] = renderRuns([rendered.system.unit]);
    const text = artifact?.content as string;
    const reads = readsIn(rendered.files);
    const wrong = [
      ...swapped(text, 'First apply of acme').slice(1),
      ...swapped(text, 'Destroy acme').slice(0, -1),
      text.replace('3. `acme-dev-foundation`, `acme-shared-data`', '3. `acme-shared-data`'),
      text.replace('→ `acme-dev-platform` |', '|'),
    ];
    expect(wrong).toHaveLength(8);
    for (const other of wrong) {
      expect(other).not.toBe(text);
      expect(faultsOf(other, 'acme', reads)).not.toStrictEqual([]);
    }
  });

  it('tells what only people can do, and after which step', async () => {
    const { system } = await renderSystem({
      components: {
        zone: {
          acme: { domain: 'acme.example' },
          theirs: { domain: 'theirs.example', existing: true },
          child: { domain: 'child.theirs.example', parent: 'theirs' },
        },
        secret: { keys: { entries: { 'api-key': {} } } },
        parameter: { settings: { entries: { 'redis/url': {}, 'jwt/secret': { generate: {} } } } },
      },
    });
    const [artifact] = renderRuns([system.unit]);
    expect(items(artifact?.content as string, 'By hand, in the first apply of acme')).toEqual([
      '- while `acme-dev-foundation` runs: the name servers of `acme.example` go to the registrar. ACM waits 75 minutes for the proof of a certificate',
      '- after `acme-dev-data`: values, by `aws secretsmanager put-secret-value`, of `acme/dev/api-key`',
      '- after `acme-dev-data`: values, by `aws ssm put-parameter --overwrite --type SecureString --key-id …` with the key that it has, of `/acme/dev/redis/url`',
      '- after `acme-shared-foundation`: the images that run first are pushed to `acme/shared/api`, `acme/shared/worker`',
    ]);
  });

  ofExamples(() => {
    it('has the sequences of every system of this repository', async () => {
      const { outputs } = await synthesize(createNodeHost({ root: join(__dirname, '../..') }), []);
      const artifacts = outputs.flatMap((output) => output.artifacts);
      const text = artifacts.find(({ path }) => path === 'docs/runs.md')?.content as string;
      const files = Object.fromEntries(
        artifacts.flatMap(({ path, content }) => (typeof content === 'string' ? [] : [[path, content]])),
      );
      const all = readsIn(files);
      const systems = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
      expect(systems).toContain('pingvas');
      expect(items(text, 'By hand, in the first apply of profit-sentinel')).toEqual([
        expect.stringContaining('the name servers of `profitsentinel.ai`'),
        '- after `profit-sentinel-gpu-prod-foundation`: `slipway bind profit-sentinel/gpu-prod`, then `slipway synth`, and merge: no instance of `profitsentinel-gpu-asg-prod` starts from a machine image that is made up',
        expect.stringContaining('pushed to `profit-sentinel-gpu`'),
        expect.stringMatching(/of `profitsentinel\/api-key`, .*db-credentials`, .*supabase-service-key`$/),
        expect.stringContaining('AWS knows `environment`, `system` among the tags of cost'),
      ]);
      expect(items(text, 'By hand, in the first apply of pingvas')).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^- before `pingvas-shared-platform`: .*role\/pingvas-operators`, who may enter/),
          expect.stringMatching(
            /^- a day after `pingvas-shared-platform`: `activateTags: true` .* makes `system` active/,
          ),
        ]),
      );
      for (const system of systems) {
        const own = new Map([...all].filter(([name]) => name.startsWith(`${system}-`)));
        expect(own.size).toBeGreaterThan(0);
        expect(faultsOf(text, system, own)).toStrictEqual([]);
      }
      const [cluster = ''] = newClusters(text, 'pingvas');
      const own = new Map([...all].filter(([name]) => name.startsWith('pingvas-')));
      const wrong = swapped(text, cluster).filter((other) => faultsOf(other, 'pingvas', own).length > 0);
      expect(wrong.length).toBeGreaterThan(5);
    });
  });
});
