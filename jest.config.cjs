/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest', 'node_modules/@marcbachmann/cel-js/.+\\.js$': '@swc/jest' },
  // cel-js is an ES module alone, which jest can't load as it is.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/constraints/record.ts'],
  reporters: ['default', '<rootDir>/tests/support/constraints/reporter.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/bench'],
  maxWorkers: '100%',
};
