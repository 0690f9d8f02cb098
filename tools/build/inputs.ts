import type { Plugin } from 'esbuild';

/** Puts what is compiled now from the schemas of inputs in the place of `synth/load/compiled.ts`, which has nothing. */
export const inputs: Plugin = {
  name: 'inputs',
  setup(build) {
    build.onLoad({ filter: /[\\/]synth[\\/]load[\\/]compiled\.ts$/ }, async () => {
      const { compileInputs } = await import('../schemas/inputs');
      const lines = [...(await compileInputs())].map(([name, code]) => `${JSON.stringify(name)}: ${code},`);
      return { contents: ['export const compiledInputs = {', ...lines, '};'].join('\n'), loader: 'js' };
    });
  },
};
