import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../schemas/primitives/artifact';
import { pointerOf, valueAt } from '../../load/pointer';
import { readYaml } from '../../load/yaml-document';
import { appendText } from './append';
import { changed, edited, firstMeaning, inDocument, type Change, type ChangeInput, type Refusal } from './change';
import { removeText } from './remove';
import { sharedFiles } from './target';

/** One item more at the end of a list that the file has; a list of one where no file of the environment has any. */
export function appended(input: ChangeInput, argument: string): Promise<Change | Refusal> {
  const { target } = input;
  const { file, keys } = target;
  return firstMeaning(argument, (item) => {
    if (valueIn(input, file, keys) !== undefined)
      return edited(
        input,
        (text) => inDocument(text, file, (document) => appendText(document, keys, item)),
        'it is no list: leave out --append to replace it',
      );
    // A list replaces that of the system file as a whole: one item would take the others out.
    const shared = sharedPlace(input);
    if (shared === undefined) return changed(input, [{ keys, value: [item] }]);
    const fix = `the list is that of ${shared}: append to it there, or state the whole list here`;
    return edited(input, () => undefined, fix);
  });
}

/** The file without what the path names; with an argument, without the item of that value in the list that it names. */
export function removed(input: ChangeInput, argument?: string): Promise<Change | Refusal> {
  const { file, keys } = input.target;
  const remove = (path: readonly string[] | undefined, fix: string): Promise<Change | Refusal> =>
    edited(input, (text) => path && inDocument(text, file, (document) => removeText(document, path)), fix);
  if (argument === undefined) return remove(keys, elsewhere(input));
  return firstMeaning(argument, (item) => {
    const list = valueIn(input, file, keys);
    const index = Array.isArray(list) ? list.findIndex((other) => isDeepStrictEqual(other, item)) : -1;
    return remove(
      index === -1 ? undefined : [...keys, String(index)],
      `${file} has no list there that holds the value`,
    );
  });
}

/** What to do where a file does not hold what is to be taken out of it. */
function elsewhere(input: ChangeInput): string {
  const { target, asked } = input;
  const shared = sharedPlace(input);
  return shared !== undefined
    ? `${shared} states it: slipway set ${asked.where} ${asked.path} null takes it out of this environment`
    : `${target.file} does not state it: name what stands there`;
}

/** The file of what the environments have in common that holds what a change is about, where it goes to another file. */
function sharedPlace(input: ChangeInput): string | undefined {
  const { all, target } = input;
  const files = sharedFiles(all, target.system);
  if (files.includes(target.file)) return undefined;
  return files.find((file) => valueIn(input, file, target.keys) !== undefined);
}

function valueIn({ sources }: ChangeInput, file: string, keys: readonly string[]): Json | undefined {
  if (!sources.exists(file)) return undefined;
  const { document } = readYaml({ file, bytes: sources.readBytes(file) });
  return valueAt(document?.value, pointerOf(keys)) as Json | undefined;
}
