import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Leaves out of the bundle what a synthesis to JSON never runs, so that Node has less to read at every start.
 * Measured with 80 resource modules: 5.4 MB and 139 ms of loading without it, 2.4 MB and 97 ms without printers of HCL.
 */
export const lighten: Plugin = {
  name: 'lighten',
  setup(build) {
    build.onLoad({ filter: /[\\/]@cdktf[\\/]provider-[a-z]+[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: withoutUnused(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
    // Where each token was made: 40 ms a run, for the messages of faults that our own tests would meet first.
    build.onLoad({ filter: /[\\/]cdktf[\\/]lib[\\/]tokens[\\/]private[\\/]stack-trace\.js$/ }, () => ({
      contents: 'exports.captureStackTrace = () => [];',
      loader: 'js',
    }));
    // Folders for what its own command would write: a run writes what it prints and leaves none behind.
    build.onLoad({ filter: /[\\/]cdktf[\\/]lib[\\/](app|manifest)\.js$/ }, ({ path }) => ({
      contents: withoutFolders(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
    build.onResolve({ filter: /^(archiver|child_process|\.\/testing|\.\/testing\/matchers)$/ }, ({ path, importer }) =>
      /[\\/](cdktf|cdk8s)[\\/]lib[\\/]/.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: leftOut(path), loader: 'js' }));
    build.onResolve({ filter: /^yaml$/ }, ({ path, importer, resolveDir }) =>
      /[\\/]cdk8s[\\/]lib[\\/]/.test(importer)
        ? build.resolve(path, { kind: 'require-call', resolveDir: `${resolveDir}/../..` })
        : undefined,
    );
  },
};

/**
 * A provider module without its second printer, the one for HCL text (about a third of each module), and without what
 * takes arguments back, reads them again and imports: no kind has a use for them, as a rule of `eslint.config.mjs` holds.
 * The forms are those of the code that jsii and cdktf generate; what does not match stays, and stays correct.
 */
export function withoutUnused(source: string): string {
  return source
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
    .replace(/^function \w+ToHclTerraform\(.*\) \{\n[\s\S]*?\n\}\n/gm, '')
    .replace(/^exports\.\w+ToHclTerraform = .*;\n/gm, '')
    .replace(/^ {4}synthesizeHclAttributes\(\) \{\n[\s\S]*?\n {4}\}\n/gm, '')
    .replace(/^ {4}static generateConfigForImport\(.*\) \{\n.*\n {4}\}\n/gm, '')
    .replace(/^ {4}reset\w+\(\) \{\n {8}this\._[\w.]+ = undefined;\n {4}\}\n/gm, '')
    .replace(/^ {4}get (\w+)Input\(\) \{\n {8}return this\._\1(?:\.internalValue)?;\n {4}\}\n/gm, '');
}

/** The constructors of App and Manifest without the folders that they make. */
function withoutFolders(source: string): string {
  return source.replace(/fs\.mkdirSync\((this\.outdir|stacksPath)\)/g, 'void 0');
}

/** Zip archives, test helpers and other programs: reading them is harmless, using them says why it can't be. */
function leftOut(name: string): string {
  const message = JSON.stringify(`${name} is left out of the Slipway bundle (tools/build/lighten.ts)`);
  return `const refuse = () => { throw new Error(${message}); }; module.exports = new Proxy(refuse, { get: () => refuse });`;
}
