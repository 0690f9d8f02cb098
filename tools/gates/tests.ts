import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What is read of jest's JSON report. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that did not load: their tests were never counted. */
  readonly numRuntimeErrorTestSuites: number;
  /** Tests that were skipped: not looked at is not passed. */
  readonly numPendingTests: number;
}

/** Runs jest, its report going straight to the terminal. */
export function runTests(root: string, reportFile: string): Count {
  mkdirSync(dirname(join(root, reportFile)), { recursive: true });
  rmSync(join(root, reportFile), { force: true });
  const { status } = spawnSync(
    execPath,
    [join('node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--json', `--outputFile=${reportFile}`],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return countTests(readReport(join(root, reportFile)), status ?? 1);
}

/** A run that ends badly has failed at least once, whatever its report says. */
export function countTests(report: JestReport | undefined, status: number): Count {
  if (report === undefined) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests;
  return { passed: report.numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
