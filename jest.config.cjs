/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest', 'node_modules/@marcbachmann/cel-js/.+\\.js$': '@swc/jest' },
  // cel-js is an ES module alone, which jest can't load as it is.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/bench'],
  maxWorkers: '100%',
};
