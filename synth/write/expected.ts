import type { Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import { foldersAbove } from '../host/path';
import { digest } from './digest';
import { folded, pathRefusal } from './layout';
import { renderArtifact, type Layout, type Output } from './output';

/** A file as it should be. */
export interface ExpectedFile {
  readonly path: string;
  readonly owner: string;
  readonly text: string;
  readonly digest: string;
  readonly at: Position;
  readonly subject: string;
}

export interface Expected {
  readonly files: ReadonlyMap<string, ExpectedFile>;
  readonly findings: readonly Finding[];
}

/** Prints every artifact, and judges their paths against the layout and each other. */
export function expectFiles(outputs: readonly Output[], layout: Layout): Expected {
  const files = new Map<string, ExpectedFile>();
  const findings: Finding[] = [];
  const claims = new Claims();
  for (const output of outputs) {
    for (const file of rendered(output)) {
      const refusal = pathRefusal(layout, file.path);
      const other = claims.claim(file);
      if (refusal !== undefined) findings.push(refused(file, refusal));
      else if (other !== undefined) findings.push(collision(file, other));
      else files.set(file.path, file);
    }
  }
  return { files, findings };
}

function* rendered({ owner, source, artifacts }: Output): Generator<ExpectedFile> {
  for (const artifact of artifacts) {
    const text = renderArtifact(artifact, source);
    const { at, subject } = artifact.origin;
    yield { path: artifact.path, owner, text, digest: digest(text), at, subject };
  }
}

/** Who has which path, as a file system that folds case sees it. */
class Claims {
  readonly #files = new Map<string, ExpectedFile>();
  /** By folded path: its spelling, and a file in it. */
  readonly #folders = new Map<string, { readonly spelling: string; readonly file: ExpectedFile }>();

  /** The file that has the place already, if any. */
  claim(file: ExpectedFile): ExpectedFile | undefined {
    const key = folded(file.path);
    const taken = this.#files.get(key) ?? this.#folders.get(key)?.file;
    if (taken !== undefined) return taken;
    for (const folder of foldersAbove(file.path)) {
      const asFile = this.#files.get(folded(folder));
      if (asFile !== undefined) return asFile;
      const known = this.#folders.get(folded(folder));
      if (known !== undefined && known.spelling !== folder) return known.file;
      // What is above a known folder is known too.
      if (known !== undefined) break;
      this.#folders.set(folded(folder), { spelling: folder, file });
    }
    this.#files.set(key, file);
    return undefined;
  }
}

function refused(file: ExpectedFile, refusal: string): Finding {
  return {
    code: 'output-path-refused',
    severity: 'error',
    at: file.at,
    subject: file.subject,
    message: `the path ${JSON.stringify(file.path)} can't be written: ${refusal}`,
    fix: 'give the component another key or name',
    output: file.path,
  };
}

function collision(file: ExpectedFile, other: ExpectedFile): Finding {
  const same = file.path === other.path;
  return {
    code: 'output-collision',
    severity: 'error',
    at: file.at,
    subject: file.subject,
    message: same
      ? `${file.path} is rendered for ${other.subject} too`
      : `${file.path} and ${other.path} can't both stand on a file system that ignores upper and lower case, or one is a folder of the other`,
    fix: 'give one of the two another key or name',
    output: file.path,
    related: [{ at: other.at, message: `the other: ${other.subject}` }],
  };
}
