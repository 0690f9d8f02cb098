import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeCatalogue } from '../../schemas/codes/catalogue';
import type { Finding } from '../../schemas/primitives/finding';
import { textReport } from '../../synth/report/text';
import { MemoryHost } from '../support/memory-host';
import { slipway } from '../cli/kit';
import { allowed, situations } from './situations';
import { print, readTree, type FileTexts } from './system-files';

const fixtures = join(__dirname, '../fixtures/systems');

function readSystem(situation: string): Record<string, string> {
  return readTree(join(fixtures, situation), 'environments');
}

/** Findings as `code severity file:line:column`; the file without its folder where it is in that of the system. */
function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ code, severity, at }) =>
      `${code} ${severity} ${at.file.replace('environments/acme/', '')}:${at.line}:${at.column}`,
  );
}

async function judge(files: FileTexts, patterns: readonly string[] = []): Promise<readonly Finding[]> {
  const { findings } = await print(new MemoryHost(files), patterns);
  return findings;
}

/** What a person reads of findings. */
function reportOf(findings: readonly Finding[], files: FileTexts): string {
  return textReport(findings, { colour: false, width: 120, source: (file) => files[file] });
}

describe('a system with a mistake', () => {
  it('has its expectation, and each expectation its system', () => {
    expect(Object.keys(situations).sort()).toEqual(readdirSync(fixtures).sort());
    expect(Object.keys(situations).length).toBeGreaterThan(60);
  });

  it.each(Object.entries(situations))('is told where it stands and what to do: %s', async (situation, expected) => {
    const files = readSystem(situation);
    const findings = await judge(files);
    expect(brief(findings)).toEqual(expected);
    const places = findings.map(({ at }) => files[at.file]?.split('\n')[at.line - 1]?.slice(at.column - 1) ?? '');
    expect(places.filter((rest) => rest.trim() === '')).toEqual([]);
    expect(findings.filter(({ fix, message }) => fix === '' || message === '')).toEqual([]);
    expect(findings.filter(({ code }) => !Object.hasOwn(codeCatalogue, code))).toEqual([]);
    expect(reportOf(findings, files)).not.toMatch(/\n\s+at |\bError:|undefined|\[object |NaN/);
  });
});

describe('what AWS or Kubernetes would refuse', () => {
  it.each(Object.entries(allowed))('is told with what they take: %s', async (situation, words) => {
    const [finding] = await judge(readSystem(situation));
    expect(finding?.expected).toBe(words);
  });
});

describe('a run', () => {
  const mistaken = Object.keys(situations).filter((situation) => situations[situation]?.length !== 0);

  async function synthOf(situation: string) {
    const files = readSystem(situation);
    const host = new MemoryHost(files);
    const ran = await slipway(host, 'synth');
    // Beside the folder that a run keeps its lock in.
    const roots = host.list('.').map(({ name }) => name);
    const after = Object.entries(host.tree(...roots.filter((name) => name !== '.slipway')));
    const written = after.filter(([path, text]) => text !== null && text !== files[path]).map(([path]) => path);
    return { ...ran, written };
  }

  it.each(mistaken)('with a mistake ends with 1, writes nothing and shows no trace: %s', async (situation) => {
    const { code, written, stdout, stderr } = await synthOf(situation);
    expect([code, written]).toEqual([1, []]);
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at \S+ \(|slipway failed/);
  });

  it('without one writes', async () => {
    const { code, written } = await synthOf('accepted-small-system');
    expect(code).toBe(0);
    expect(written).toContain('workspaces/acme-prod-data/_workspace.tf.json');
  });
});

describe('a text without quotes that YAML reads as a number', () => {
  it.each([
    ['kubernetes-version-as-number', 'put it in quotes: "1.35"'],
    ['account-id-as-number', 'put it in quotes: "111122223333"'],
  ])('%s: the fix is to quote it', async (situation, fix) => {
    expect((await judge(readSystem(situation))).map((finding) => finding.fix)).toEqual([fix]);
  });
});

describe('an environment on the command line', () => {
  const files = readSystem('accepted-small-system');

  it('that there is not is an error, with the nearest that there is', async () => {
    const findings = await judge(files, ['acme/prd']);
    expect(brief(findings)).toEqual(['unknown-environment error :0:0']);
    expect(findings[0]?.fix).toBe('did you mean acme/prod?');
  });

  it.each(['../prod', '/etc/passwd', 'acme/../prod', ''])(
    'never reaches past the environments: %p',
    async (pattern) => {
      expect(brief(await judge(files, [pattern]))).toEqual(['unknown-environment error :0:0']);
    },
  );

  it('may be a name, a system or a pattern', async () => {
    expect(await Promise.all(['prod', 'acme', '*/prod', 'p*'].map((pattern) => judge(files, [pattern])))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
