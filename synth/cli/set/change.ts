import type { Json } from '../../../schemas/primitives/artifact';
import type { Finding } from '../../../schemas/primitives/finding';
import type { EnvironmentFile } from '../../discover';
import type { Sources } from '../../load/load';
import { readYaml, type SourcedDocument } from '../../load/yaml-document';
import { editText, newText } from './edit';
import { newFindings } from './judge';
import { meaningsOf } from './scalar';
import { unknownPath, type Target } from './target';

/** One value and where it goes. */
export interface Assignment {
  readonly keys: readonly string[];
  readonly value: Json;
}

/** A file as it was and as it is to be. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What is to be said of it, and does not stand against it. */
  readonly warnings?: readonly Finding[];
}

/** What would be wrong, and the text that it would be wrong in. */
export interface Refusal {
  readonly findings: readonly Finding[];
  readonly change?: Change;
}

export interface ChangeInput {
  readonly sources: Sources;
  readonly all: readonly EnvironmentFile[];
  readonly target: Target;
  /** What was asked for, for messages. */
  readonly asked: { readonly where: string; readonly path: string };
}

/** A text with something changed; nothing where that can't be. */
export type Edit = (text: string) => string | undefined;

/** The first meaning of an argument under which the description is as good as before. */
export async function changeTo(input: ChangeInput, argument: string): Promise<Change | Refusal> {
  return firstMeaning(argument, (value) => changed(input, [{ keys: input.target.keys, value }]));
}

/** The first change to what an argument may mean that is not refused; the first refusal where all are. */
export async function firstMeaning(
  argument: string,
  change: (value: Json) => Promise<Change | Refusal>,
): Promise<Change | Refusal> {
  let refused: Refusal | undefined;
  for (const value of meaningsOf(argument)) {
    const result = await change(value);
    if ('file' in result) return result;
    refused ??= result;
  }
  return refused ?? { findings: [] };
}

/** A file with values changed, or what would be wrong with it that is not wrong now. */
export async function changed(input: ChangeInput, assignments: readonly Assignment[]): Promise<Change | Refusal> {
  const { file } = input.target;
  const edit = (before: string): string | undefined =>
    assignments.reduce<string | undefined>(
      (text, assignment) => (text === undefined ? undefined : assigned(text, file, assignment)),
      before,
    );
  return edited(input, edit, 'name a key of a map, or an item that a list has');
}

/** A file with its text edited, or what would be wrong with it that is not wrong now; `fix` is for where the edit can't be. */
export async function edited(input: ChangeInput, edit: Edit, fix: string): Promise<Change | Refusal> {
  const { sources, target, asked } = input;
  const { file } = target;
  const bytes = sources.exists(file) ? sources.readBytes(file) : new Uint8Array();
  const before = textOf(sources, file);
  // What is not text must not be written again as if it were.
  const whole = readYaml({ file, bytes });
  if (bytes.length > 0 && !whole.document) return { findings: whole.findings };
  const after = edit(before);
  if (after === undefined) return { findings: [unknownPath(asked.where, asked.path, { fix })] };
  const worse = await worseBy(input, after);
  const change = { file, before, after };
  if (worse.some(({ severity }) => severity === 'error')) return { findings: worse, change };
  return worse.length > 0 ? { ...change, warnings: worse } : change;
}

/** The text of a file with all its bytes; none where it is not there. */
export function textOf(sources: Sources, file: string): string {
  const bytes = sources.exists(file) ? sources.readBytes(file) : new Uint8Array();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function assigned(text: string, file: string, { keys, value }: Assignment): string | undefined {
  if (text === '') return (file.endsWith('.images.yaml') ? imagesModeline : '') + newText(keys, value);
  return inDocument(text, file, (document) => editText(document, keys, value));
}

/** A text edited as the document that it is. */
export function inDocument(
  text: string,
  file: string,
  edit: (document: SourcedDocument) => string | undefined,
): string | undefined {
  const { document } = readYaml({ file, bytes: new TextEncoder().encode(text) });
  const after = document && edit(document);
  return after !== undefined && text.startsWith(byteOrderMark) ? byteOrderMark + after : after;
}

/** What editors know an images file by. */
const imagesModeline = '# yaml-language-server: $schema=../../schemas/editor/images.schema.json\n';

const byteOrderMark = '\ufeff';

/** Sources in which one file has another text. */
export function withText(sources: Sources, file: string, text: string): Sources {
  return {
    exists: (path) => path === file || sources.exists(path),
    readBytes: (path) => (path === file ? new TextEncoder().encode(text) : sources.readBytes(path)),
  };
}

/** What the environments of the system would be told that they are not told now. */
function worseBy({ sources, all, target }: ChangeInput, text: string): Promise<Finding[]> {
  const selected = all.filter(({ system }) => system === target.system);
  return newFindings({ all, selected }, { now: sources, then: withText(sources, target.file, text) });
}
