import { resolve } from 'node:path';
import { carryOut, makeCopy, stepsOf } from '../../tools/gates/console';
import { documentsOf } from '../../tools/gates/docs';
import { readMarkdown } from '../../tools/gates/markdown';
import { repositoryTree } from '../../tools/gates/tree';

const root = resolve(__dirname, '../..');
const tree = repositoryTree(root);
const documents = documentsOf(tree)
  .map((file) => ({ file, steps: stepsOf(tree.read(file)) }))
  .filter(({ steps }) => steps.length > 0);

/** Every marked block of a document, from the first to the last, in one copy of the repository. */
function follow(document: (typeof documents)[number]): string[] {
  const copy = makeCopy(root, tree);
  try {
    for (const step of document.steps) {
      const problem = carryOut(copy.folder, step);
      // What follows stands on this step: one problem is the problem.
      if (problem !== undefined) return [`${document.file}:${step.line} ${problem}`];
    }
    return [];
  } finally {
    copy.remove();
  }
}

describe('a reader who does what the documents say', () => {
  test('finds nothing marked that is not understood', () => {
    const marks = documentsOf(tree).flatMap((file) => readMarkdown(tree.read(file)).fences.map(({ mark }) => mark));
    const known = /^(?:run(?:,\s*exit\s+\d+)?|write\s+\S+)$/;
    expect(marks.filter((mark) => /^(run|write)\b/.test(mark) && !known.test(mark))).toEqual([]);
  });

  for (const document of documents) {
    test(`sees in ${document.file} what the commands print`, () => {
      expect(follow(document)).toEqual([]);
    }, 300_000);
  }
});
