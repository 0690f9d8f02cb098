import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeCatalogue } from '../../schemas/codes/catalogue';
import type { Finding } from '../../schemas/primitives/finding';
import { textReport } from '../../synth/report/text';
import { MemoryHost } from '../support/memory-host';
import { situations } from './situations';
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
    expect(brief(findings)).toEqual(['unknown-environment error environments:1:1']);
    expect(findings[0]?.fix).toBe('did you mean acme/prod?');
  });

  it.each(['../prod', '/etc/passwd', 'acme/../prod', ''])(
    'never reaches past the environments: %p',
    async (pattern) => {
      expect(brief(await judge(files, [pattern]))).toEqual(['unknown-environment error environments:1:1']);
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
