import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Reporter {
  onRunStart(): void;
  onRunComplete(contexts: unknown, results: object): void;
  getLastError(): Error | undefined;
}

const Reporting = createRequire(__filename)('../support/constraints/reporter.cjs') as new (config: object) => Reporter;

const tests = join(__dirname, '..');
const every = readdirSync(tests, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => ({ testFilePath: join(tests, path) }));

const nothing = { known: [], fired: [], passed: [], lost: [] };
const both = { known: ['a/one', 'a/two'], fired: ['a/one', 'a/two'], passed: ['a/one', 'a/two'], lost: [] };

/** What the reporter tells of a run, by what its files have seen. */
function told(seen: readonly object[], results: object = {}, config: object = {}): string {
  const written: string[] = [];
  const before = process.env['SLIPWAY_CONSTRAINTS_SEEN'];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    const reporter = new Reporting(config);
    reporter.onRunStart();
    const folder = process.env['SLIPWAY_CONSTRAINTS_SEEN'] ?? '';
    seen.forEach((lists, index) => {
      writeFileSync(join(folder, `${index}.json`), JSON.stringify({ ...nothing, ...lists }));
    });
    reporter.onRunComplete({}, { success: true, testResults: every, ...results });
    expect(reporter.getLastError() !== undefined).toBe(written.length > 0);
  } finally {
    write.mockRestore();
    process.env['SLIPWAY_CONSTRAINTS_SEEN'] = before ?? '';
  }
  return written.join('');
}

describe('a run of all tests', () => {
  const unfired = { ...both, fired: ['a/one'] };
  const unpassed = { ...both, passed: ['a/two'] };

  it('is well where each constraint refused something and let something pass, in whatever file', () => {
    expect(told([both])).toBe('');
    expect(told([unfired, { known: ['a/two'], fired: ['a/two'] }])).toBe('');
  });

  it('fails by a constraint that refused nothing, and by one that let nothing pass', () => {
    expect(told([unfired])).toContain('a/two: no test has it refuse something');
    expect(told([unpassed])).toContain('a/one: no test has it let something pass');
  });

  it('says nothing of constraints where it failed: the cases may come after the failure', () => {
    expect(told([unfired], { success: false })).toBe('');
  });

  it('has nothing to say where only some tests ran, however they were chosen', () => {
    expect(told([unfired], { testResults: every.slice(1) })).toBe('');
    expect(told([unfired], {}, { testNamePattern: 'a constraint' })).toBe('');
  });
});

it('a run of some tests fails too by a finding that stands nowhere', () => {
  const lost = [{ ...both, lost: ['a/one at /gone'] }];
  expect(told(lost, { testResults: every.slice(1) })).toContain('a/one at /gone: no such place in the input');
});
