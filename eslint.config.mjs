// @ts-check
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** Places whose text is made, not written. */
const ignored = [
  '**/node_modules/',
  '.cache/',
  '.slipway/',
  '.tools/',
  'bench/plain/',
  'clusters/',
  'coverage/',
  'dist/',
  'schemas/upstream/**/*.json',
  'tests/fixtures/',
  'workspaces/',
];

const production = ['schemas/**/*.ts', 'stacks/**/*.ts', 'charts/**/*.ts', 'policies/**/*.ts', 'synth/**/*.ts'];

/** @param {string} selector @param {string} message */
const refuse = (selector, message) => ({ selector, message });

const deterministic = [
  refuse(
    "CallExpression[callee.property.name='localeCompare']",
    'Sorts by the locale of the machine: use compareText.',
  ),
  refuse("NewExpression[callee.name='Date'][arguments.length=0]", 'The clock is reached through synth/host.'),
  refuse("MemberExpression[object.name='Date'][property.name='now']", 'The clock is reached through synth/host.'),
  refuse("MemberExpression[object.name='Math'][property.name='random']", 'Output is the same on every run.'),
  refuse(
    "MemberExpression[object.name='performance'][property.name='now']",
    'The clock is reached through synth/host.',
  ),
];
const leftOut = refuse(
  'MemberExpression[property.name=/^(reset[A-Z]\\w*|\\w+Input|generateConfigForImport)$/]',
  'The bundle leaves these methods of provider classes out (tools/build/lighten.ts).',
);
const named = refuse('ExportDefaultDeclaration', 'Name what is exported.');

export default tseslint.config(
  { ignores: ignored },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'no-restricted-syntax': ['error', named],
    },
  },
  {
    files: production,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: 'Reach the machine through synth/host.' }],
      'no-restricted-syntax': ['error', ...deterministic, named],
    },
  },
  {
    // The one door to the machine.
    files: ['synth/host/**/*.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', named] },
  },
  {
    // A kind's or a rule's file is loaded by its name: its contract is its default export.
    files: ['stacks/**/*.ts', 'charts/**/*.ts', 'policies/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...deterministic, leftOut] },
  },
  {
    // Data: long because there is much of it.
    files: ['schemas/codes/**/*.ts', 'schemas/upstream/**/*.ts', 'policies/packs/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      // A describe is one function; tables of cases are data.
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] }],
      'jest/no-disabled-tests': 'error',
      'jest/require-to-throw-message': 'error',
      'jest/valid-title': ['error', { ignoreTypeOfDescribeName: true }],
    },
  },
  {
    // A row is its checks: rows.test.ts runs them, one test each.
    files: ['tests/rows/**/*.ts'],
    rules: {
      'jest/no-standalone-expect': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'check'] }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', 'bin/slipway'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Runs on any Node, to say that it is too old.
    files: ['bin/slipway'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { 'no-var': 'off' },
  },
);
