import type { Host } from './host';
import { createNodeHost } from './node-host';
import { findRoot } from './root';

/** Hands this process's arguments and machine to a program, and ends with the exit code that it gives. */
export function start(program: (args: readonly string[], host: Host) => Promise<number>): void {
  const host = createNodeHost({ root: findRoot(process.cwd()) });
  // Not awaited at the top level: the bundle's first chunk may be waited for by others.
  void program(process.argv.slice(2), host).then((code) => {
    process.exitCode = code;
  });
}
