import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { carryOut, makeCopy, stepsOf } from '../../tools/gates/console';
import { documentsOf } from '../../tools/gates/docs';
import { readMarkdown } from '../../tools/gates/markdown';
import { repositoryTree } from '../../tools/gates/tree';
import { namesOne, ownSystems, withFreeNames, withoutSystems } from '../../tools/gates/walks';
import { systems } from '../rows/systems';
import { examplesStand } from '../support/examples';

const root = resolve(__dirname, '../..');
const tree = repositoryTree(root);
const shown = systems.map(({ name }) => name);
const own = ownSystems(tree, shown);
const documents = documentsOf(tree)
  .map((file) => ({ file, steps: withFreeNames(stepsOf(tree.read(file)), tree) }))
  .filter(({ steps }) => steps.length > 0 && (examplesStand || !namesOne(steps, shown)));

/** A copy of what documents suppose. What was rendered of several systems together is rendered anew without those of the reader. */
function copyToWalkIn() {
  const copy = makeCopy(root, withoutSystems(tree, own));
  if (own.length > 0 && examplesStand) spawnSync(join(copy.folder, 'bin/slipway'), ['synth'], { cwd: copy.folder });
  return copy;
}

/** Every marked block of a document, from the first to the last, in one copy of the repository. */
function follow(document: (typeof documents)[number]): string[] {
  const copy = copyToWalkIn();
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
