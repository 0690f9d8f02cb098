import type { OwnGate } from './gate';

/** Not judged alone: types, the registry, and parts of a kind, which its own tests reach. */
const notJudged = /(^|\/)(registry|types)\.ts$|^(stacks|charts)\/facets\/|^policies\/support\//;

/** Every file of a kind, a chart or a rule is named by a test. */
export const testedGate: OwnGate = {
  name: 'a test for each part',
  judge(tree) {
    const tests = tree.files.filter((file) => /^tests\/.*\.ts$/.test(file));
    const text = tests.map((file) => `${file}\n${tree.read(file)}`).join('\n');
    return tree.files
      .filter((file) => /^(stacks|charts|policies)\/.*\.ts$/.test(file) && !notJudged.test(file))
      .filter((file) => !new RegExp(`(?<![\\w-])${nameOf(file)}(?![\\w-])`).test(text))
      .map((file) => ({ file, line: 1, message: `no test names «${nameOf(file)}»` }));
  },
};

/** `bucket` of `stacks/bucket.ts`, and of every part of a kind that is a folder: `stacks/bucket/policy.ts`. */
function nameOf(file: string): string {
  const [, name = ''] = file.split('/');
  return name.replace(/\.ts$/, '');
}
