import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { checkManifests } from '../../synth/check/kubernetes-schema';
import { ManifestJudge } from '../../synth/check/kubernetes-schema-judge';
import { emptyReport } from '../../synth/check/kubernetes-schema-report';
import { checkManifestText } from '../../synth/check/kubernetes-schema-text';
import { createNodeHost } from '../../synth/host/node-host';
import { compileValidators } from '../../tools/schemas/compile';
import { dropTempHosts, tempHost } from '../support/temp-host';

const { files } = createNodeHost().installation;
const fixtures = join(__dirname, '../fixtures/manifests');

const situations = (folder: string): string[] =>
  readdirSync(join(fixtures, folder)).map((file) => file.replace(/\.yaml$/, ''));
const fixture = (folder: string, situation: string): string =>
  readFileSync(join(fixtures, folder, `${situation}.yaml`), 'utf8');
const versionOf = (text: string): string => /^# kubernetes: (\S+)/m.exec(text)?.[1] ?? '1.33';
const checkText = (text: string) =>
  checkManifestText({ text, path: 'manifest.yaml', version: versionOf(text) }, { files });

/** `code line:column pointer` */
const told = ({ code, at, output }: Finding): string =>
  `${code} ${String(at.line)}:${String(at.column)} ${output?.split('#')[1] ?? ''}`.trim();

const artifact = (content: JsonObject, more: Partial<Artifact> = {}): Artifact => ({
  path: 'clusters/dev/user/service-user.yaml',
  plane: 'kubernetes',
  content,
  origin: { at: { file: 'environments/pingvas/dev.yaml', line: 3, column: 1 }, subject: 'pingvas/dev service user' },
  ...more,
});

const service = (port: unknown): JsonObject =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'user', namespace: 'dev' },
    spec: { ports: [{ port }] },
  }) as JsonObject;

afterAll(dropTempHosts);

describe('manifests in YAML', () => {
  it('have at least 80 broken situations to be told', () => {
    expect(situations('broken').length).toBeGreaterThanOrEqual(80);
  });

  it.each(situations('broken'))('that are broken are told with code and place: %s', async (situation) => {
    const text = fixture('broken', situation);
    const expected = [...text.matchAll(/^# expect: (.+)$/gm)].map((match) => match[1]);
    const { findings } = await checkText(text);
    expect(findings.map(told)).toEqual(expected);
    for (const finding of findings) {
      expect(finding.message).not.toBe('');
      expect(finding.fix).not.toBe('');
    }
  });

  it.each(situations('valid'))('that are right are taken: %s', async (situation) => {
    const { findings, judgements } = await checkText(fixture('valid', situation));
    expect(findings).toEqual([]);
    expect(judgements.every(({ state }) => state === 'judged')).toBe(true);
  });

  it('are counted by object, each item of a list apart, and empty documents not at all', async () => {
    const count = async (situation: string) => (await checkText(fixture('valid', situation))).judgements.length;
    expect(await count('list')).toBe(2);
    expect(await count('list_empty')).toBe(0);
    expect(await count('multi_documents')).toBe(2);
    expect(await count('blank')).toBe(0);
  });

  it('with a misspelled field get the nearest name, with a wrong word the allowed ones', async () => {
    const field = await checkText(fixture('broken', 'extra_property_deep'));
    expect(field.findings[0]).toMatchObject({ subject: 'Deployment dev/user', fix: 'Did you mean imagePullPolicy?' });
    const word = await checkText(fixture('broken', 'enum_restart_policy'));
    expect(word.findings[0]).toMatchObject({ expected: 'Always, Never, OnFailure', fix: 'Did you mean Always?' });
  });

  it('never show what a Secret holds', async () => {
    const { findings } = await checkText(fixture('broken', 'base64_malformed'));
    expect(findings[0]?.message).toBe('data.password is a text (not shown)');
    expect(JSON.stringify(findings)).not.toContain('not base64!');
  });

  it('with Windows line ends and a byte-order mark are read like the others', async () => {
    const text = `\uFEFF${fixture('broken', 'several_mistakes').replaceAll('\n', '\r\n')}`;
    const plain = await checkText(fixture('broken', 'several_mistakes'));
    expect((await checkText(text)).findings.map(told)).toEqual(plain.findings.map(told));
  });
});

describe('rendered manifests', () => {
  it('are told at the line of the description that made the place', async () => {
    const origin = {
      at: { file: 'environments/pingvas/dev.yaml', line: 7, column: 5 },
      subject: 'pingvas/dev service user',
    };
    const rendered = artifact(service('http'), { origins: { '/spec/ports': origin, '/spec': artifact({}).origin } });
    const { findings } = await checkManifests([rendered], { files, versionOf: () => '1.33' });
    expect(findings).toEqual([
      {
        code: 'manifest-wrong-type',
        severity: 'error',
        at: origin.at,
        subject: 'Service dev/user',
        message: 'spec.ports[0].port is "http"',
        expected: 'an integer',
        fix: 'Write a value of that type.',
        output: 'clusters/dev/user/service-user.yaml#/spec/ports/0/port',
      },
    ]);
  });

  it('are judged, opaque by declaration, or unknown, and each state is counted', async () => {
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } };
    const { judgements, findings } = await checkManifests(
      [
        artifact(service(80)),
        artifact({}, { opaque: 'values of a chart' }),
        artifact(widget),
        artifact({}, { plane: 'terraform' }),
      ],
      { files, versionOf: () => '1.33' },
    );
    expect(judgements.map(({ state, reason }) => [state, reason])).toEqual([
      ['judged', undefined],
      ['opaque', 'values of a chart'],
      ['unknown', 'no schema of example.com/v1 Widget'],
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['manifest-without-schema', 'warning']]);
  });

  it('that bring what nobody here has seen are judged, and what they bring is opaque', async () => {
    const marked = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', annotations: { 'slipway.dev/opaque': 'a chart is rendered elsewhere' } },
    };
    const { judgements } = await checkManifests([artifact(marked)], { files, versionOf: () => '1.33' });
    expect(judgements.map(({ state, reason }) => [state, reason])).toEqual([
      ['judged', undefined],
      ['opaque', 'a chart is rendered elsewhere'],
    ]);
  });

  it('of a Kubernetes version without schemas are unknown, and one finding lists the versions', async () => {
    const { judgements, findings } = await checkManifests([artifact(service(80)), artifact(service(81))], {
      files,
      versionOf: () => '1.19',
    });
    expect(judgements.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'kubernetes-version-without-schemas',
      expected: '1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36',
    });
  });

  it('are held against the version of their own cluster', async () => {
    const policy = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'a' },
    };
    const codes = async (version: string) =>
      (await checkManifests([artifact(policy)], { files, versionOf: () => version })).findings.map(({ code }) => code);
    expect(await codes('1.29')).toEqual(['manifest-kind-not-served']);
    expect(await codes('v1.30.14')).toEqual([]);
  });

  it('that are text are read as YAML', async () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndatas: {}\n';
    const { findings } = await checkManifests([artifact({}, { content: text })], { files, versionOf: () => '1.33' });
    expect(findings.map(({ code, at, output }) => [code, at.line, output])).toEqual([
      ['manifest-unknown-field', 3, 'clusters/dev/user/service-user.yaml#/datas'],
    ]);
  });
});

describe('rules of custom resources', () => {
  it('that hold are counted, and those about a change are skipped and counted', async () => {
    const { rules, findings } = await checkText(fixture('valid', 'node_pool'));
    expect(findings).toEqual([]);
    expect(rules.evaluated).toBeGreaterThan(5);
    expect(rules.skippedTransitions).toBeGreaterThan(0);
    expect(rules.unknown).toBe(0);
  });

  it('that can’t be evaluated are unknown, counted and told', async () => {
    const known = 'self.all(x, has(x.schedule) == has(x.duration))';
    const spoiled = {
      ...files,
      readText: (path: string) => files.readText(path).replaceAll(known, 'self.unheardOf()'),
    };
    const text = fixture('valid', 'node_pool');
    const { rules, findings } = await checkManifestText({ text, path: 'a.yaml', version: '1.33' }, { files: spoiled });
    expect(rules.unknown).toBe(1);
    expect(findings.map(({ code, severity, output }) => [code, severity, output])).toEqual([
      ['manifest-rule-not-evaluated', 'warning', 'a.yaml#/spec/disruption/budgets'],
    ]);
  });

  it('are not evaluated for an object that does not fit its schema', async () => {
    const { rules } = await checkText(fixture('broken', 'crd_unknown_field'));
    expect(rules).toEqual({ evaluated: 0, skippedTransitions: 0, unknown: 0 });
  });
});

describe('validators compiled ahead of time', () => {
  const built = 'dist/kubernetes';
  let compiledFiles: Pick<typeof files, 'readText' | 'readBytes'>;

  beforeAll(async () => {
    const host = tempHost();
    for (const folder of ['dist', built]) host.createDirectory(folder);
    const store = new SchemaStore((path) => files.readText(path));
    for (const { name, code, cache } of await compileValidators(store, ['1.33'])) {
      host.createFile(`${built}/${name}.js`, code);
      host.createFile(`${built}/${name}.cache`, cache);
    }
    compiledFiles = { readText: (path) => files.readText(path), readBytes: (path) => host.readBytes(path) };
  }, 60_000);

  const both = async (object: unknown) => {
    const place = { path: 'a.yaml', pointer: '', positionOf: () => ({ file: 'a.yaml', line: 1, column: 1 }) };
    const reports = [];
    for (const judge of judges) {
      const report = emptyReport();
      await judge.judge({ object, place, version: '1.33' }, report);
      reports.push(report);
    }
    return reports;
  };
  let judges: ManifestJudge[];

  beforeEach(() => {
    judges = [new ManifestJudge(compiledFiles, { compiledFolder: built }), new ManifestJudge(files)];
  });

  it('say the same as ajv of every fixture', async () => {
    for (const folder of ['broken', 'valid']) {
      for (const situation of situations(folder)) {
        const documents = parseAllDocuments(fixture(folder, situation)).filter(({ errors }) => errors.length === 0);
        for (const document of documents) {
          if (/alias|anchor/.test(situation)) continue;
          const [compiled, interpreted] = await both(document.toJS());
          expect([situation, compiled]).toEqual([situation, interpreted]);
        }
      }
    }
  });

  it('say the same as ajv of objects with a value swapped for another, whatever it is', async () => {
    const whole = parseAllDocuments(fixture('valid', 'deployment'))[0]?.toJS() as JsonObject;
    const pool = parseAllDocuments(fixture('valid', 'node_pool'))[0]?.toJS() as JsonObject;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(whole, pool), fc.nat(), fc.jsonValue(), async (object, at, value) => {
        const [compiled, interpreted] = await both(swapped(object, at, value));
        expect(compiled).toEqual(interpreted);
      }),
      { numRuns: 200 },
    );
  });

  it('are not needed: a version that no build compiled is judged all the same', async () => {
    const judge = new ManifestJudge(compiledFiles, { compiledFolder: built });
    const place = { path: 'a.yaml', pointer: '', positionOf: () => ({ file: 'a.yaml', line: 1, column: 1 }) };
    const report = emptyReport();
    await judge.judge({ object: service('http'), place, version: '1.30' }, report);
    expect(report.findings.map(({ code }) => code)).toEqual(['manifest-wrong-type']);
  });
});

/** A copy with the value at the n-th place, counted round and round, replaced. */
function swapped(object: JsonObject, at: number, value: unknown): JsonObject {
  const copy = structuredClone(object);
  const places: (() => void)[] = [];
  const visit = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push(() => void (holder[key] = value));
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>);
    }
  };
  visit(copy);
  places[at % places.length]?.();
  return copy;
}
