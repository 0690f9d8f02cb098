import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/**
 * Whether the systems that this repository shows stand here: `tests/systems/stand.test.ts` holds that they do. Somebody who
 * takes them out takes that folder out with them (docs/own-system.md), and with it whatever asks this.
 */
export const examplesStand = existsSync(join(root, 'tests/systems'));

/** Tests that are about those systems, in a file that has others; jest.config.cjs lists the files that have none. */
export function ofExamples(define: () => void): void {
  if (examplesStand) define();
}
