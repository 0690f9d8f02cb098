import { docsGate } from './docs';
import type { Gate } from './gate';
import { lockGate } from './lock';
import { pinsGate } from './pins';
import { testedGate } from './tested';
import { machineGate, uncheckedGate, unfinishedGate } from './words';

const sources = ['schemas', 'stacks', 'charts', 'policies', 'synth', 'tests', 'tools'];
const documents = ['**/*.md', '!**/node_modules', '!.cache', '!.tools', '!tests/fixtures'];

/** First, since others run what it builds. */
export const buildGate: Gate = { name: 'build', command: ['node', '--import', 'tsx', 'tools/build.ts'] };

/** Every gate, the slow ones first so that the fast ones fill the gaps. */
export const gates: readonly Gate[] = [
  { name: 'lint', command: ['eslint', '--max-warnings=0', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  {
    name: 'import directions',
    command: ['depcruise', '--config=.dependency-cruiser.cjs', '--output-type=err', ...sources],
  },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'spelling', command: ['cspell', 'lint', '--no-progress', '--no-summary', '--dot'] },
  { name: 'markdown', command: ['markdownlint-cli2', ...documents] },
  { name: 'workflows', command: ['.tools/bin/actionlint', '-shellcheck=', '-pyflakes='] },
  { name: 'committed output', command: ['node', 'bin/slipway', 'synth', '--check'] },
  docsGate,
  unfinishedGate,
  uncheckedGate,
  machineGate,
  lockGate,
  pinsGate,
  testedGate,
];
