import { createNodeHost } from '../host/node-host';
import { findRoot } from '../host/root';
import { run } from './run';

// Not awaited at the top level: the bundle's first chunk may be waited for by others.
void run(process.argv.slice(2), createNodeHost({ root: findRoot(process.cwd()) })).then((code) => {
  process.exitCode = code;
});
