import type { Code } from '../../schemas/codes/catalogue';
import { writeCodes } from '../../schemas/codes/write';
import type { Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import type { HostError } from '../host/host';
import type { ExpectedFile } from './expected';
import { journalPath } from './journal';
import { ownedFolder, type OwnedList } from './owned';

/** The first place of a file of the output. */
export function startOf(file: string): Position {
  return { file, line: 1, column: 1 };
}

/** A failure of the system, as what a person can mend. */
export function hostFinding(error: HostError): Finding {
  const { code, severity } = meaningOf(error.code);
  return {
    code,
    severity,
    at: startOf(error.path),
    subject: error.path,
    message: `can't ${error.operation} ${error.path}: ${inWords[error.code] ?? 'the system failed'} (${error.code})`,
    fix: writeCodes[code].fix,
  };
}

function meaningOf(code: string): { code: keyof typeof writeCodes & Code; severity: 'error' } {
  if (['ENOSPC', 'EDQUOT'].includes(code)) return { code: 'disk-full', severity: 'error' };
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return { code: 'output-not-writable', severity: 'error' };
  if (['ELINKED', 'EOUTSIDE'].includes(code)) return { code: 'output-behind-link', severity: 'error' };
  return { code: 'output-write-failed', severity: 'error' };
}

/** @see https://man7.org/linux/man-pages/man3/errno.3.html */
const inWords: Readonly<Record<string, string>> = {
  EACCES: 'no right to do that',
  EBUSY: 'it is in use',
  EDQUOT: 'the quota of this user is used up',
  EIO: 'the disk reports an error',
  ELINKED: 'a symbolic link is on the way',
  EMFILE: 'too many open files',
  ENOENT: 'it is gone',
  ENOSPC: 'no space left on the disk',
  EOUTSIDE: 'it leads outside the repository',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is mounted read-only',
  EXDEV: 'it is on another file system than the rest of the repository',
};

export function inTheWay(file: ExpectedFile, what: string): Finding {
  return {
    code: 'output-in-the-way',
    severity: 'error',
    at: startOf(file.path),
    subject: file.subject,
    message: `${file.path} can't be written: in its place stands ${what}`,
    fix: writeCodes['output-in-the-way'].fix,
    related: [{ at: file.at, message: 'what is described here would be written there' }],
  };
}

export function behindLink(file: Pick<ExpectedFile, 'path' | 'subject'>, link: string): Finding {
  return {
    code: 'output-behind-link',
    severity: 'error',
    at: startOf(link),
    subject: file.subject,
    message:
      link === file.path
        ? `${link} is a symbolic link`
        : `${file.path} would be written through the symbolic link ${link}`,
    fix: writeCodes['output-behind-link'].fix,
    output: file.path,
  };
}

export function ownedByOther(file: ExpectedFile, other: { readonly path: string; readonly owner: string }): Finding {
  const same = other.path === file.path;
  return {
    code: 'output-collision',
    severity: 'error',
    at: file.at,
    subject: file.subject,
    message: `${file.path} belongs to ${other.owner}${same ? '' : ` as ${other.path}, the same file where upper and lower case are one`}`,
    fix: `give the component another key or name; where the file moved here from ${other.owner}, render both together`,
    output: file.path,
    related: [{ at: startOf(`${ownedFolder}/${other.owner}.sha256`), message: 'the list that names it' }],
  };
}

export function listDamaged({ path, owner, ignoredLines }: OwnedList): Finding {
  const lines = ignoredLines.length === 1 ? 'line' : 'lines';
  return {
    code: 'owned-list-damaged',
    severity: 'warning',
    at: { file: path, line: ignoredLines[0] ?? 1, column: 1 },
    subject: owner,
    message: `the list of files of ${owner} has ${ignoredLines.length} ${lines} that are none of its own`,
    fix: writeCodes['owned-list-damaged'].fix,
  };
}

/** A journal stands where none may. */
export function interrupted(message: string): Finding {
  return {
    code: 'run-unfinished',
    severity: 'error',
    at: startOf(journalPath),
    subject: 'repository',
    message,
    fix: 'run the command again: each one first completes what was interrupted',
  };
}
