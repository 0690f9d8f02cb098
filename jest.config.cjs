const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** About the systems that this repository shows: they are left out where `tests/systems` is gone, which goes with them. */
const testsOfExamples = [
  'build/order',
  'cli/check',
  'cli/explain-systems',
  'cli/summary',
  'documents/',
  'end-to-end/bring-up',
  'end-to-end/output',
  'gates/picture',
  'policies/recovery',
  'rows/',
  'rule-tests',
].map((path) => `<rootDir>/tests/${path}`);
const examplesStand = existsSync(join(__dirname, 'tests', 'systems'));
if (!examplesStand)
  process.stderr.write(
    `without tests/systems, tests of the systems that came with Slipway are left out: ${testsOfExamples.length} files and folders\n`,
  );

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest', 'node_modules/@marcbachmann/cel-js/.+\\.js$': '@swc/jest' },
  // cel-js is an ES module alone, which jest can't load as it is.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(examplesStand ? [] : testsOfExamples)],
  setupFilesAfterEnv: ['<rootDir>/tests/support/constraints/record.ts'],
  reporters: ['default', '<rootDir>/tests/support/constraints/reporter.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/bench'],
  maxWorkers: '100%',
  // A busy machine is no fault: nothing here is judged by its time.
  testTimeout: 60_000,
};
