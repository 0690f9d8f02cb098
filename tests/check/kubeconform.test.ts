import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { runKubeconform, unpackAll, type KubeconformReport } from '../../synth/check/kubeconform';
import { checkManifestText } from '../../synth/check/kubernetes-schema-text';
import { createNodeHost } from '../../synth/host/node-host';
import { dropTempHosts, tempHost } from '../support/temp-host';

const root = join(__dirname, '../..');
const host = createNodeHost({ root });
const { files } = host.installation;
const program = join(root, '.tools/bin/kubeconform');
const fixtures = 'tests/fixtures/manifests';
const paths = ['broken', 'valid'].flatMap((folder) =>
  readdirSync(join(root, fixtures, folder)).map((file) => `${fixtures}/${folder}/${file}`),
);
const versionOf = (path: string): string => /^# kubernetes: (\S+)/m.exec(host.readText(path))?.[1] ?? '1.33';
const differences = JSON.parse(readFileSync(join(root, fixtures, 'differences.json'), 'utf8')) as Record<
  string,
  string
>;

afterAll(dropTempHosts);

describe('kubeconform, the second engine,', () => {
  let report: KubeconformReport;

  beforeAll(async () => {
    report = await runKubeconform(paths, { host, program, versionOf });
  }, 60_000);

  it('agrees with ajv on every fixture, but for the differences that are listed with their reasons', async () => {
    const found: string[] = [];
    for (const path of paths) {
      const text = host.readText(path);
      const { findings } = await checkManifestText({ text, path, version: versionOf(path) }, { files });
      const refused = report.verdicts.some((verdict) => verdict.path === path && verdict.state !== 'valid');
      if (refused !== findings.length > 0) found.push(path.slice(fixtures.length + 1).replace(/\.yaml$/, ''));
    }
    expect(found).toEqual(Object.keys(differences).sort());
    expect(Object.values(differences).every((reason) => reason.length > 20)).toBe(true);
  });

  it('judges as many objects as ajv', async () => {
    const valid = paths.filter((path) => path.includes('/valid/'));
    let judged = 0;
    for (const path of valid) {
      const text = host.readText(path);
      judged += (await checkManifestText({ text, path, version: versionOf(path) }, { files })).judgements.length;
    }
    expect(report.verdicts.filter(({ path }) => path.includes('/valid/'))).toHaveLength(judged);
  });

  it('names file, object and place of what it refuses', () => {
    const path = `${fixtures}/broken/several_mistakes.yaml`;
    const found = report.findings.filter(({ at }) => at.file === path);
    expect(found.map(({ code, subject, output }) => [code, subject, output?.split('#')[1]])).toEqual(
      expect.arrayContaining([
        ['kubeconform-refused', 'Deployment user', '/spec/replicas'],
        ['kubeconform-refused', 'Deployment user', '/spec/template/spec/containers/0'],
      ]),
    );
  });

  it('says of what it can’t read or has no schema for that it could not check it', () => {
    const codes = (situation: string): string[] =>
      report.findings.filter(({ at }) => at.file.endsWith(`/${situation}.yaml`)).map(({ code }) => code);
    expect(codes('custom_kind_without_schema')).toEqual(['kubeconform-could-not-check']);
    expect(codes('duplicate_key_nested')).toEqual(['kubeconform-could-not-check']);
  });

  it('takes every schema that is committed: one that is invalid it would skip without a word', async () => {
    const store = new SchemaStore((path) => files.readText(path));
    const probes = tempHost();
    const versionsOfProbes = new Map<string, string>();
    for (const version of ['1.28', '1.33', '1.36']) {
      const documents = store.kinds(version).map((name) => {
        const [apiVersion, kind] = name.split(' ');
        return JSON.stringify({ apiVersion, kind, metadata: { name: 'probe' } });
      });
      const path = `kinds-${version}.yaml`;
      probes.createFile(path, documents.join('\n---\n'));
      versionsOfProbes.set(path, version);
    }
    const { verdicts } = await runKubeconform([...versionsOfProbes.keys()], {
      host: probes,
      program,
      versionOf: (path) => versionsOfProbes.get(path) ?? '',
    });
    expect(verdicts.length).toBeGreaterThan(600);
    expect(verdicts.filter(({ state }) => state === 'unknown')).toEqual([]);
  }, 60_000);

  it('unpacks the schemas once, and whole or not at all', () => {
    const store = new SchemaStore((path) => files.readText(path));
    const cache = tempHost();
    const folder = unpackAll(store, '1.33', cache);
    expect(cache.list('.cache/kubeconform').map(({ name }) => `.cache/kubeconform/${name}`)).toEqual([folder]);
    const before = cache.stat(`${folder}/karpenter.sh/nodepool_v1.json`);
    expect(unpackAll(store, '1.33', cache)).toBe(folder);
    expect(cache.stat(`${folder}/karpenter.sh/nodepool_v1.json`)).toEqual(before);
  });

  it('that is missing is an error that says how to get it', async () => {
    const run = runKubeconform(paths.slice(0, 1), { host, program: 'no-such-kubeconform', versionOf });
    await expect(run).rejects.toThrow('make tools');
  });
});
