import { formerImage } from '../../build/images';
import { resolveEnvironments } from '../../environments';
import { locate } from '../../model';
import { inDocument, textOf, type ChangeInput } from './change';
import { editText } from './edit';
import { renameKeyText } from './rename-key';

/**
 * The text of an images file in which the image of a renamed component, if it stands there under the old key, stands
 * under the new one.
 *
 * @returns nothing where there is no such image
 */
export async function withFormerImage(
  { sources, all, asked: { where, path } }: Pick<ChangeInput, 'sources' | 'all' | 'asked'>,
  file: string,
): Promise<string | undefined> {
  const selected = all.filter(({ label }) => label === where);
  const [environment] = (await resolveEnvironments(sources, all, selected)).environments;
  const [name = '', ...container] = path.split('.');
  const located = environment && locate(environment, name);
  if (!located || environment.images[path] !== undefined || !sources.exists(file)) return undefined;
  const former = formerImage(located, [container.map((each) => `.${each}`).join('')]);
  if (!former) return undefined;
  const { from, to, repository } = former;
  const renamed = inDocument(textOf(sources, file), file, (document) => renameKeyText(document, ['images', from], to));
  if (renamed === undefined || repository === undefined) return renamed;
  return inDocument(renamed, file, (document) => editText(document, ['images', to, 'repository'], repository));
}
