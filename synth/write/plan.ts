import { compareText, type Finding } from '../../schemas/primitives/finding';
import { yamlMarkStart } from '../../schemas/primitives/print-yaml';
import { HostError, type Files } from '../host/host';
import { digest } from './digest';
import { Disk } from './disk';
import { expectFiles, type ExpectedFile } from './expected';
import { blockedPlaces } from './blocked';
import { Claims } from './claims';
import { behindLink, hostFinding, inTheWay, interrupted, listDamaged, ownedByOther } from './findings';
import { findForeign } from './foreign';
import { standingJournal } from './journal';
import { allows } from './layout';
import { listPath, printList, readLists, type OwnedList } from './owned';
import { defaultLayout, type Output, type WriteScope } from './output';

/**
 * - `unchanged`: stands as it should.
 * - `new`: not there yet. `missing`: was written once and is gone.
 * - `outdated`: stands as it was written, and should be different.
 * - `hand-edited`: neither as it was written nor as it should be.
 * - `stale`: was written once, and nothing makes it any more.
 * - `foreign`: what stands there is nobody's, and not as it should be: it is in the way.
 */
export type FileState = 'unchanged' | 'new' | 'missing' | 'outdated' | 'hand-edited' | 'stale' | 'foreign';

export interface PlannedFile {
  readonly path: string;
  readonly owner: string;
  readonly state: FileState;
  /** SHA-256 of what stands there now; undefined where nothing does. */
  readonly before: string | undefined;
  /** What should stand there; undefined for `stale`. */
  readonly after: { readonly text: string; readonly digest: string } | undefined;
  /** What stands there was changed by hand and goes: a copy is kept. */
  readonly keep: boolean;
}

/** What a write would do. Plain data: making it changes nothing. */
export interface WritePlan {
  /** By path. */
  readonly files: readonly PlannedFile[];
  /** The lists of owned files, by path. */
  readonly lists: readonly PlannedFile[];
  /** Files in owned folders that nobody here wrote, by path. */
  readonly foreign: readonly string[];
  /** What stands in the way of writing (errors), and what is odd (warnings). */
  readonly findings: readonly Finding[];
}

/** Compares what was rendered with what stands on the disk. */
export function planWrite(files: Files, outputs: readonly Output[], scope: WriteScope): Promise<WritePlan> {
  const planning = new Promise<WritePlan>((resolve) => {
    resolve(new Planner(files, outputs, scope).plan());
  });
  return planning.catch((error: unknown) => {
    if (!(error instanceof HostError)) throw error;
    return { files: [], lists: [], foreign: [], findings: [hostFinding(error)] };
  });
}

class Planner {
  readonly #disk: Disk;
  readonly #layout;
  readonly #lists: ReadonlyMap<string, OwnedList>;
  /** Owners whose files may change in this run. */
  readonly #owners: ReadonlySet<string>;
  readonly #claims: Claims;
  readonly #findings: Finding[] = [];

  constructor(
    readonly files: Files,
    readonly outputs: readonly Output[],
    readonly scope: WriteScope,
  ) {
    this.#disk = new Disk(files);
    this.#layout = scope.layout ?? defaultLayout;
    this.#lists = readLists(files, (path) => allows(this.#layout, path));
    this.#owners = new Set([...outputs.map(({ owner }) => owner), ...(scope.complete ? this.#lists.keys() : [])]);
    this.#claims = new Claims(this.#lists.values(), this.#owners);
  }

  plan(): WritePlan {
    const expected = expectFiles(this.outputs, this.#layout);
    this.#findings.push(...expected.findings);
    if (standingJournal(this.files))
      this.#findings.push(interrupted('a run is writing here, or was interrupted while it did'));
    const wanted = [...expected.files.values()].map((file) => this.#planExpected(file));
    const stale = this.#planStale(expected.files);
    const files = [...wanted, ...stale].sort((a, b) => compareText(a.path, b.path));
    this.#findings.push(...blockedPlaces(this.#disk, expected.files, stale));
    for (const list of this.#lists.values()) {
      if (list.ignoredLines.length > 0 && this.#owners.has(list.owner)) this.#findings.push(listDamaged(list));
    }
    const lists = this.#planLists(expected.files);
    return { files, lists, foreign: this.#foreign(files), findings: this.#findings };
  }

  #planExpected(file: ExpectedFile): PlannedFile {
    const { path, owner } = file;
    const before = this.#disk.digestAt(path);
    const other = this.#claims.ofOthers(path);
    if (other !== undefined && !this.#lists.get(owner)?.files.has(path)) this.#findings.push(ownedByOther(file, other));
    let state = stateOf(file.digest, before, this.#claims.hashes(path));
    // The list was lost, or never merged: the mark tells that it is ours all the same.
    if (state === 'foreign' && carriesMark(this.files.readText(path))) state = 'hand-edited';
    if (state === 'foreign') this.#findings.push(inTheWay(file, 'a file that slipway did not write'));
    return { path, owner, state, before, after: file, keep: state === 'hand-edited' };
  }

  #planStale(expected: ReadonlyMap<string, ExpectedFile>): PlannedFile[] {
    const stale = new Map<string, PlannedFile>();
    for (const owner of this.#owners) {
      for (const [path, hashes] of this.#lists.get(owner)?.files ?? []) {
        if (expected.has(path) || this.#claims.ofOthers(path)?.path === path) continue;
        const before = this.#disk.digestAt(path);
        if (before === undefined) continue;
        stale.set(path, { path, owner, state: 'stale', before, after: undefined, keep: !hashes.has(before) });
      }
    }
    return [...stale.values()];
  }

  #planLists(expected: ReadonlyMap<string, ExpectedFile>): PlannedFile[] {
    const byOwner = new Map<string, Map<string, string>>();
    for (const { owner, path, digest: hash } of expected.values()) {
      const files = byOwner.get(owner) ?? new Map<string, string>();
      byOwner.set(owner, files.set(path, hash));
    }
    return [...this.#owners].sort(compareText).flatMap((owner) => this.#planList(owner, byOwner.get(owner)));
  }

  #planList(owner: string, files: ReadonlyMap<string, string> | undefined): PlannedFile[] {
    const path = listPath(owner);
    const link = this.#disk.linkAt(path);
    if (link !== undefined) this.#findings.push(behindLink({ path, subject: owner }, link));
    const before = this.#disk.digestAt(path);
    if (files === undefined) {
      return before === undefined ? [] : [{ path, owner, state: 'stale', before, after: undefined, keep: false }];
    }
    const text = printList(owner, files);
    const after = { text, digest: digest(text) };
    const state = before === undefined ? 'new' : before === after.digest ? 'unchanged' : 'outdated';
    return [{ path, owner, state, before, after, keep: false }];
  }

  #foreign(files: readonly PlannedFile[]): string[] {
    const known = new Set(files.map(({ path }) => path));
    for (const list of this.#lists.values()) for (const path of list.files.keys()) known.add(path);
    const own = this.scope.complete ? undefined : files.map(({ path }) => path);
    return findForeign(this.#disk, { layout: this.#layout, known, own });
  }
}

function stateOf(after: string, before: string | undefined, hashes: ReadonlySet<string>): FileState {
  if (before === after) return 'unchanged';
  if (before === undefined) return hashes.size > 0 ? 'missing' : 'new';
  if (hashes.size === 0) return 'foreign';
  return hashes.has(before) ? 'outdated' : 'hand-edited';
}

function carriesMark(text: string): boolean {
  return text.startsWith(yamlMarkStart) || /^\{\s+"\/\/": \{\s+"generated-by": "slipway"/.test(text);
}
