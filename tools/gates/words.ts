import { numberedLines, type OwnGate, type Problem, type Tree } from './gate';

/** Something that no tracked file may say, and why. */
interface Ban {
  readonly pattern: RegExp;
  readonly message: string;
}

/** Generated and upstream text is not ours to word. */
const ours = /^(?!(?:clusters\/|workspaces\/|schemas\/upstream\/.*\.jsonl?$|package-lock\.json$|LICENSE$))/;
const source = /^(?!clusters\/|workspaces\/).*\.(?:[cm]?[jt]s|sh)$/;
const everything = /^(?!package-lock\.json$)/;
const binary = /\.(png|jpe?g|gif|ico|webp|woff2?|gz|tgz|zip|br|pdf|wasm)$/;

// Each pattern has a letter in brackets, so that this file does not find itself.
const unfinished: readonly Ban[] = [
  { pattern: /\b([T]ODO|[F]IXME|[X]XX|[H]ACK)\b/, message: 'unfinished: do it, or open an issue and link it' },
  { pattern: /\b(?:not [i]mplemented|[p]laceholder)\b/i, message: 'unfinished: say what it is, or build it' },
];

const unchecked: readonly Ban[] = [
  {
    pattern: /\b(?:it|test|describe)\.(?:[s]kip|[o]nly|[t]odo)\b|\bx(?:it|describe)\(/,
    message: 'a test that does not run',
  },
  { pattern: /@ts-(?:[i]gnore|[n]ocheck)|eslint-[d]isable/, message: 'a check switched off: mend what it found' },
  { pattern: /\bas [a]ny\b/, message: 'a type thrown away: narrow it from unknown' },
];

const machine: readonly Ban[] = [
  {
    pattern: /(?:^|[^\w.@$}/-])\/(?:home|Users|root|tmp|work)\/[\w.-]+\//,
    message: "a path of one person's machine",
  },
  { pattern: /\b[A-Za-z]:\\\\?[U]sers\\/, message: "a path of one person's machine" },
  { pattern: /registry\.npmjs\.org|proxy\.golang\.org|deb\.debian\.org/, message: 'the host of a package registry' },
];

function gateOf(name: string, bans: readonly Ban[], files: RegExp): OwnGate {
  return { name, judge: (tree) => scan(tree, bans, files) };
}

function scan(tree: Tree, bans: readonly Ban[], files: RegExp): Problem[] {
  const judged = tree.files.filter((file) => files.test(file) && !binary.test(file));
  return judged.flatMap((file) =>
    numberedLines(tree.read(file)).flatMap(({ number, text }) =>
      bans
        .filter(({ pattern }) => pattern.test(text))
        .map(({ pattern, message }) => ({ file, line: number, message: `«${found(pattern, text)}»: ${message}` })),
    ),
  );
}

function found(pattern: RegExp, text: string): string {
  return (pattern.exec(text)?.[0] ?? '').trim();
}

export const unfinishedGate = gateOf('unfinished words', unfinished, ours);
export const uncheckedGate = gateOf('no check switched off', unchecked, source);
export const machineGate = gateOf('no machine paths', machine, everything);
