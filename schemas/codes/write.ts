import type { CodeEntry } from './entry';

/** Findings of the `write` step. */
export const writeCodes = {
  'output-path-refused': {
    meaning:
      'A rendered file would stand where Slipway does not write: outside its folders, or under a name that not every system can hold.',
    example: 'A file `workspaces/../package.json`, or a name of 300 characters.',
    fix: 'Give the component another key or `name`.',
  },
  'output-collision': {
    meaning:
      'Two rendered files claim one path, also where they differ only in upper and lower case, or one is a folder of the other.',
    example: 'Config maps `App` and `app` of one namespace: the same file on macOS and Windows.',
    fix: 'Give one of the components another key or `name`; where a file moved from one environment to another, render both together.',
  },
  'output-behind-link': {
    meaning: 'A rendered file would be reached through a symbolic link, which may lead anywhere.',
    example: '`workspaces/pingvas-prod-data` is a link to another folder.',
    fix: 'Replace the link by a plain folder, or remove it.',
  },
  'output-in-the-way': {
    meaning: 'At the path of a rendered file stands something that Slipway did not write.',
    example: 'A hand-written `clusters/main/apps/namespace.yaml`, where a component of the same name is described.',
    fix: 'Move it elsewhere, or delete it, and run `slipway synth` again.',
  },
  'output-foreign': {
    meaning:
      'A folder that Slipway owns holds a file that it did not write; Terraform or Argo CD would apply it unjudged. It is left alone.',
    example: '`workspaces/pingvas-prod-data/extra.tf`.',
    fix: 'Describe it (the kinds `aws-resource` and `manifest` take anything), or move it out of the folder.',
  },
  'output-hand-edited': {
    meaning:
      'A rendered file was changed by hand. `slipway synth` replaces it and keeps the changed one under `.slipway/hand-edited/`.',
    example: '`replicas: 5` typed into `clusters/main/user/deployment-user.yaml`.',
    fix: 'Make the change in the description (`patches:` where no field has it), and run `slipway synth`.',
  },
  'output-missing': {
    meaning: 'A file that the description renders is not on the disk.',
    example: 'A new component, described but not yet rendered; or a rendered file deleted by hand.',
    fix: 'Run `slipway synth`, and commit what it writes.',
  },
  'output-outdated': {
    meaning: 'A rendered file is older than the description.',
    example: 'A limit changed in `environments/pingvas/prod.yaml`, committed without its output.',
    fix: 'Run `slipway synth`, and commit what it writes.',
  },
  'output-stale': {
    meaning: 'A rendered file still stands, and nothing in the description makes it any more.',
    example: 'A component removed from the description, whose file is still committed.',
    fix: 'Run `slipway synth`, which removes it, and commit the removal.',
  },
  'owned-list-outdated': {
    meaning: 'The list of files that an environment owns (`.slipway-owned/`) does not say what stands there.',
    example: 'Two branches merged, whose lists both changed.',
    fix: 'Run `slipway synth`, and commit the list that it writes.',
  },
  'owned-list-damaged': {
    meaning:
      'The list of files that an environment owns (`.slipway-owned/`) has lines that are none of its own, such as the marks of a merge conflict. They are ignored.',
    example: '`<<<<<<< HEAD` in `.slipway-owned/pingvas/prod.sha256`.',
    fix: 'Run `slipway synth`, which writes the list anew, and commit it.',
  },
  'output-not-writable': {
    meaning: 'The system refuses to write in the repository. Nothing was changed.',
    example: '`workspaces/` belongs to another user, or the disk is mounted read-only.',
    fix: 'Make the path that is named writable for the user who runs Slipway (`ls -ld`, `chown`, `chmod u+w`).',
  },
  'disk-full': {
    meaning: 'There is no room left for the output. Nothing was changed.',
    example: 'A full disk, or a user over quota.',
    fix: 'Free some space (`df -h .`), and run the command again.',
  },
  'output-write-failed': {
    meaning:
      'The system failed to read or write in the repository, for a reason that is neither rights nor room. Nothing was changed.',
    example: 'A folder of the output that is a file system of its own.',
    fix: 'See what the message says of the path, mend it, and run the command again.',
  },
  'output-changed-meanwhile': {
    meaning: 'A file changed while Slipway was rendering. Nothing was written.',
    example: 'A `git checkout` during `slipway synth`.',
    fix: 'Run the command again.',
  },
  'run-in-progress': {
    meaning: 'Another run of Slipway is writing in this repository.',
    example: '`slipway synth` in two terminals.',
    fix: 'Wait for it to end. Where no such run exists (it ran on another machine, say), delete `.slipway/lock`.',
  },
  'run-recovered': {
    meaning:
      'An earlier run was interrupted while it was writing. Its work was completed, or undone where it could not be.',
    example: 'A run killed with Ctrl-C or by the system.',
    fix: 'Nothing to do; `git status` shows the result.',
  },
  'run-unfinished': {
    meaning: 'An earlier run was interrupted while it was writing, and its work can be neither completed nor undone.',
    example: 'A killed run, after which files in `.slipway/` were deleted.',
    fix: 'Mend what the message names and run any command again; or restore the output with `git checkout -- clusters workspaces .slipway-owned` and delete `.slipway/`.',
  },
} as const satisfies Record<string, CodeEntry>;
