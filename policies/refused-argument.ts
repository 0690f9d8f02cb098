import { below, type Place } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { select } from '../schemas/graph/values';
import { argumentForms, type ArgumentForm } from '../schemas/upstream/aws/arguments';
import { defineRule } from './rule';

/** Names and numbers are those that AWS takes: what a plan does not know, and an apply fails by. */
export const rule = defineRule<TerraformResource>({
  id: 'refused-argument',
  subjects: ({ terraform }) => Object.keys(argumentForms).flatMap((type) => terraform.ofType(type)),
  judge: (resource, { terraform }) =>
    Object.entries(argumentForms[resource.type] ?? {}).flatMap(([path, form]) => {
      const expected = inWords(form);
      return textsAt(resource, path, terraform)
        .filter(({ text }) => !fits(text, form))
        .map(({ place, text }) => ({
          place,
          subject: resource.address,
          message: `${path} can’t be ${JSON.stringify(text)}`,
          expected,
          fix: `Write ${expected}.`,
          // As the build says it of a name that it made itself.
          ...('pattern' in form ? { cause: `form of ${text.replace(/^alias\//, '')}` } : {}),
        }));
    }),
});

/** What stands at a path, where it is known before an apply. A block is an object, or a list of them. */
function textsAt(
  { body, workspace, place }: TerraformResource,
  path: string,
  terraform: TerraformGraph,
): { readonly place: Place; readonly text: string }[] {
  const steps = path.split('.');
  const pointers = steps.length === 1 ? [`/${path}`] : [`/${steps.join('/')}`, `/${steps.join('/*/')}`];
  return pointers.flatMap((pointer) =>
    select(body, pointer).flatMap((selected) => {
      const text = terraform.literal(selected.value, workspace);
      return text === undefined ? [] : [{ place: below(place, selected.pointer), text }];
    }),
  );
}

function fits(text: string, form: ArgumentForm): boolean {
  if ('pattern' in form) {
    const { minLength = 1, maxLength, pattern } = form;
    return text.length >= minLength && text.length <= maxLength && pattern.test(text);
  }
  const value = Number(text);
  return Number.isInteger(value) && ((value >= form.minimum && value <= form.maximum) || value === form.or);
}

function inWords(form: ArgumentForm): string {
  if ('pattern' in form) return `${form.words}, at most ${form.maxLength} characters`;
  const or = form.or === undefined ? '' : `, or ${form.or}`;
  return `a whole number from ${form.minimum} to ${form.maximum}${or}`;
}
