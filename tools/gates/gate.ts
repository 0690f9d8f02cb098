/** What a gate has to say about one place. */
export interface Problem {
  /** Path below the repository root. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

/** The files that a gate judges: those of the repository, or a handful that a test made up. */
export interface Tree {
  /** Paths below the root, `/`-separated, in code-unit order. */
  readonly files: readonly string[];
  read(path: string): string;
}

/** A gate of our own code: pure, so that a test can show it a broken tree and see it fail. */
export interface OwnGate {
  readonly name: string;
  judge(tree: Tree): readonly Problem[];
}

/** A gate that is a tool's exit code. */
export interface CommandGate {
  readonly name: string;
  /** Program and arguments; programs of npm packages by their plain name. */
  readonly command: readonly string[];
}

export type Gate = OwnGate | CommandGate;

/** `file:line message`, as editors and terminals make it a link. */
export function printProblem(problem: Problem): string {
  return `${problem.file}:${String(problem.line)} ${problem.message}`;
}

/** Lines of a text with their numbers from 1. */
export function numberedLines(text: string): { readonly number: number; readonly text: string }[] {
  return text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
}
