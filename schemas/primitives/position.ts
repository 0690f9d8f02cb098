/** A place in a text file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  /** Path below the repository root, with `/` as separator on every machine. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** In place of a position: what was typed is at fault, and no file is. Reports show no place for it. */
export const commandLine: Position = { file: '', line: 0, column: 0 };

/** In place of a position: a whole file or folder, such as one that is missing. Reports show no line of it. */
export function wholeFile(file: string): Position {
  return { file, line: 0, column: 0 };
}

/** Whether there is a file to show. */
export function isInFile({ file }: Position): boolean {
  return file !== '';
}

/** Whether there is a line of a file to show. */
export function isAtLine({ line }: Position): boolean {
  return line > 0;
}

/** `file:line:column`, or the file alone where all of it is meant. */
export function shownPlace({ file, line, column }: Position): string {
  return line > 0 ? `${file}:${line}:${column}` : file;
}

/** Orders positions by file, line and column: the order in which findings are shown. */
export function comparePositions(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
