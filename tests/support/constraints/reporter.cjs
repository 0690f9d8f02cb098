const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Fails a run where a finding of a constraint stands at no place of the input, and a run of all tests where some constraint
 * of some kind never refused anything, or never let anything pass: as `record.ts` has seen it in whatever test. A run of
 * some tests has nothing to say of what others do, nor has one with failures, which may have ended before its cases.
 */
module.exports = class ConstraintReporter {
  #isNarrowed;
  #folder;
  #error;

  constructor({ testNamePattern }) {
    this.#isNarrowed = Boolean(testNamePattern);
  }

  onRunStart() {
    this.#folder = mkdtempSync(join(tmpdir(), 'constraints-'));
    process.env.SLIPWAY_CONSTRAINTS_SEEN = this.#folder;
  }

  onRunComplete(_, { success, testResults }) {
    const isWhole = success && !this.#isNarrowed && isEveryTest(testResults.map(({ testFilePath }) => testFilePath));
    const seen = readdirSync(this.#folder).map((file) => JSON.parse(readFileSync(join(this.#folder, file), 'utf8')));
    rmSync(this.#folder, { recursive: true });
    const faults = faultsOf(seen, isWhole);
    if (faults.length === 0) return;
    this.#error = new Error('constraints without tests');
    process.stderr.write(`\nConstraints, as all tests together have seen them:\n${faults.join('\n')}\n`);
  }

  getLastError() {
    return this.#error;
  }
};

/** Whether these are all test files, however those that ran were chosen. */
function isEveryTest(paths) {
  const folder = join(__dirname, '..', '..');
  const ran = new Set(paths);
  const all = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.test.ts'));
  return all.every((path) => ran.has(join(folder, path)));
}

function faultsOf(seen, isWhole) {
  const all = (name) => new Set(seen.flatMap((part) => part[name]));
  const [known, fired, passed, lost] = ['known', 'fired', 'passed', 'lost'].map(all);
  const without = (names) => [...known].filter((name) => !names.has(name)).sort();
  const told = (names, what) => names.map((name) => `${name}: ${what}`);
  return [
    ...told([...lost].sort(), 'no such place in the input'),
    ...(isWhole ? told(without(fired), 'no test has it refuse something') : []),
    ...(isWhole ? told(without(passed), 'no test has it let something pass') : []),
  ];
}
