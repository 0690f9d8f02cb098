/**
 * Runs every gate and then every test: `node --import tsx tools/gates/main.ts [--no-tests] [gate …]`.
 * The last line is `N passed, N failed`: tests and gates together.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process, { argv, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildGate, gates } from './list';
import { runGates, type GateResult } from './run';
import { runTests } from './tests';
import { repositoryTree } from './tree';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function print(result: GateResult): void {
  const mark = result.ok ? 'ok  ' : 'FAIL';
  stdout.write(`${mark}  ${result.name.padEnd(24)} ${(result.milliseconds / 1000).toFixed(1).padStart(6)} s\n`);
  if (!result.ok) stdout.write(`${result.text.trimEnd().replace(/^/gm, '      ')}\n`);
}

async function main(): Promise<number> {
  const words = argv.slice(2);
  const names = words.filter((option) => !option.startsWith('--'));
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    stderr.write(`no gate named ${unknown.join(', ')}; there are: ${gates.map((gate) => gate.name).join(', ')}\n`);
    return 2;
  }
  const chosen = gates.filter((gate) => names.length === 0 || names.includes(gate.name));
  const options = { root, tree: repositoryTree(root), report: print };
  const results = [
    ...(await runGates([buildGate], { ...options, parallel: 1 })),
    ...(await runGates(chosen, { ...options, parallel: availableParallelism() })),
  ];
  const withTests = names.length === 0 && !words.includes('--no-tests');
  const tests = withTests ? runTests(root, join('.cache', 'jest.json')) : { passed: 0, failed: 0 };
  const passed = tests.passed + results.filter((result) => result.ok).length;
  const failed = tests.failed + results.filter((result) => !result.ok).length;
  const summary = `${String(passed)} passed, ${String(failed)} failed\n`;
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'summary.txt'), summary);
  stdout.write(summary);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
