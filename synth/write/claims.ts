import { folded } from './layout';
import type { OwnedList } from './owned';

/** Who the lists say owns which path. */
export class Claims {
  readonly #hashes = new Map<string, Set<string>>();
  /** Paths of owners that are no part of the run, by folded path. */
  readonly #others = new Map<string, { readonly path: string; readonly owner: string }>();

  constructor(lists: Iterable<OwnedList>, owners: ReadonlySet<string>) {
    for (const { owner, files } of lists) {
      for (const [path, hashes] of files) {
        const all = this.#hashes.get(path) ?? new Set();
        hashes.forEach((hash) => all.add(hash));
        this.#hashes.set(path, all);
        if (!owners.has(owner)) this.#others.set(folded(path), { path, owner });
      }
    }
  }

  /** What a path was written as, by any owner. */
  hashes(path: string): ReadonlySet<string> {
    return this.#hashes.get(path) ?? new Set();
  }

  /** The owner outside of the run that has this path, or one that differs in upper and lower case alone. */
  ofOthers(path: string): { readonly path: string; readonly owner: string } | undefined {
    return this.#others.get(folded(path));
  }
}
