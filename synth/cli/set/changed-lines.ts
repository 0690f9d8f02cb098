export interface ChangedLines {
  /** Number of the first line that differs, from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The lines in which two texts differ, from the first to the last. */
export function changedLines(before: string, after: string): ChangedLines {
  const old = linesOf(before);
  const next = linesOf(after);
  let head = 0;
  while (head < Math.min(old.length, next.length) && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, next.length) - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  return { line: head + 1, removed: old.slice(head, old.length - tail), added: next.slice(head, next.length - tail) };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}
