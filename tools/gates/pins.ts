import { numberedLines, type OwnGate, type Problem } from './gate';

/** Actions of others are pinned by commit, with the version for the reader, and a workflow starts without permissions. */
export const pinsGate: OwnGate = {
  name: 'pinned actions',
  judge(tree) {
    const workflows = tree.files.filter((file) => /^\.github\/(workflows|actions)\/.*\.ya?ml$/.test(file));
    return workflows.flatMap((file) => {
      const text = tree.read(file);
      return [...loosePins(file, text), ...loosePermissions(file, text)];
    });
  },
};

function loosePins(file: string, text: string): Problem[] {
  return numberedLines(text).flatMap(({ number, text: line }) => {
    const [, action = '', comment = ''] = /^\s*(?:-\s+)?uses:\s*(\S+)\s*(.*)$/.exec(line) ?? [];
    const message = action === '' || action.startsWith('./') ? undefined : pinProblem(action, comment);
    return message === undefined ? [] : [{ file, line: number, message }];
  });
}

function pinProblem(action: string, comment: string): string | undefined {
  if (!/@[0-9a-f]{40}$/.test(action)) {
    return `${action} is not pinned: write the 40 digits of a commit, and the version behind #`;
  }
  return /^# v\d/.test(comment) ? undefined : `${action} says no version: write it behind #`;
}

function loosePermissions(file: string, text: string): Problem[] {
  if (!file.startsWith('.github/workflows/') || /^permissions: \{\}$/m.test(text)) return [];
  return [{ file, line: 1, message: 'no top-level `permissions: {}`: each job asks for what it needs' }];
}
