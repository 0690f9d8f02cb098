/** What the catalogue says of one finding code; a row of `docs/errors.md`. */
export interface CodeEntry {
  /** What the code means, in one sentence. */
  readonly meaning: string;
  /** The smallest input (or output) that yields it. */
  readonly example: string;
  /** What to do about it. */
  readonly fix: string;
}
