import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { transform, type Plugin } from 'esbuild';

/**
 * Turns `import('./kind')` into a lazy `require` of the same bundle file, except in the files named.
 *
 * A chunk per kind costs more to open than it saves: 60 kinds over 80 shared resource modules became 114 files and
 * 205 ms, against 145 ms in one file where a kind still runs on first use only. Chunks remain where a file is named in
 * `splitPoints`: there a command goes a way of its own.
 */
export function fold(root: string, splitPoints: readonly string[]): Plugin {
  return {
    name: 'fold',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const name = relative(root, path).split(sep).join('/');
        if (splitPoints.includes(name)) return undefined;
        const source = readFileSync(path, 'utf8');
        if (!source.includes('import(')) return undefined;
        const folded = await transform(source, {
          loader: 'ts',
          format: 'esm',
          platform: 'node',
          target: 'node20',
          sourcefile: path,
          sourcemap: 'inline',
          supported: { 'dynamic-import': false },
          tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
        });
        return { contents: folded.code, loader: 'js' };
      });
    },
  };
}
