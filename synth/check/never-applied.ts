/** What to do where the committed output was written and nothing of it ever came to AWS: a key or a name that was a slip. */
export function neverApplied(paths: readonly string[]): string {
  return `where nothing of it was ever applied, delete ${[...new Set(paths)].join(', ')}`;
}
