// Import directions: schemas ← stacks | charts | policies ← synth ← tests. See ARCHITECTURE.md.
const production = '^(schemas|stacks|charts|policies|synth)/';
const machine = '^(node:)?(fs|fs/promises|child_process|process|os|worker_threads|net|http|https|dns|tty|readline)$';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Folder, what it may import of ours, and why. */
const directions = [
  ['schemas', 'schemas', 'schemas is a leaf: primitives, contract, codes, upstream data'],
  ['stacks', 'schemas|stacks', 'stacks and charts meet through outputs and facets that synth/build carries'],
  ['charts', 'schemas|charts', 'stacks and charts meet through outputs and facets that synth/build carries'],
  ['policies', 'schemas|policies', 'policies judge the output, not its generator'],
  ['synth', 'schemas|stacks|charts|policies|synth', 'tests, tools and bench stand on synth, never under it'],
];

const steps = ['load', 'resolve', 'build', 'check', 'write', 'report'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions.map(([folder, allowed, comment]) =>
      forbid(
        `${folder}-direction`,
        comment,
        { path: `^${folder}/` },
        { pathNot: `^(${allowed})/|node_modules`, dependencyTypesNot: ['core'], couldNotResolve: false },
      ),
    ),
    ...steps.map((step) =>
      forbid(
        `step-${step}-alone`,
        'the steps of synth meet in synth/cli; of each other they know types alone',
        { path: `^synth/${step}/` },
        {
          path: `^synth/(cli|${steps.filter((other) => other !== step).join('|')})/`,
          dependencyTypesNot: ['type-only'],
        },
      ),
    ),
    forbid('cli-on-top', 'synth/cli is the composition root', { path: '^synth/(?!cli/)' }, { path: '^synth/cli/' }),
    forbid(
      'host-below',
      'synth/host is a door, it knows nothing of the house',
      { path: '^synth/host/' },
      { path: '^synth/(?!host/)' },
    ),
    forbid(
      'machine-through-host',
      'files, processes, clock and variables are reached through synth/host',
      { path: production, pathNot: '^synth/host/' },
      { path: machine, dependencyTypes: ['core'] },
    ),
    forbid('no-cycles', 'a cycle, of types even, makes two files one', {}, { circular: true }),
    forbid('no-barrels', 'import the file that has it', {}, { path: '(^|/)index\\.[cm]?ts$', pathNot: 'node_modules' }),
    forbid(
      'no-provider-root',
      'the root of a provider package costs seconds: import its lib/<resource>',
      {},
      { path: 'node_modules/@cdktf/provider-[a-z]+/(lib/)?index\\.' },
    ),
    forbid('unresolvable', 'nothing is there', {}, { couldNotResolve: true }),
    forbid(
      'no-development-package',
      'production code lives on "dependencies"',
      { path: production },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
