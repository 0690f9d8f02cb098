import { below, type Place } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { typeNames } from '../schemas/graph/type-names';
import { select } from '../schemas/graph/values';
import { argumentForms, type ArgumentForm } from '../schemas/upstream/aws/arguments';
import { defineRule } from './rule';

/** What is known of the arguments of a type: what its name has to be, and what others have to. */
function formsOf(type: string): [path: string, form: ArgumentForm][] {
  const { argument, form } = typeNames[type] ?? {};
  const named: [string, ArgumentForm][] = argument === undefined || form === undefined ? [] : [[argument, form]];
  return [...named, ...Object.entries(argumentForms[type] ?? {})];
}

const types = [...new Set([...Object.keys(typeNames), ...Object.keys(argumentForms)])];

/** Names and numbers are those that AWS takes: what a plan does not know, and an apply fails by. */
export const rule = defineRule<TerraformResource>({
  id: 'refused-argument',
  subjects: ({ terraform }) => types.flatMap((type) => terraform.ofType(type)),
  judge: (resource, { terraform }) =>
    formsOf(resource.type).flatMap(([path, form]) => {
      const expected = inWords(form);
      return textsAt(resource, path, terraform)
        .filter(({ text }) => !fits(text, form))
        .map(({ place, text }) => ({
          place,
          subject: resource.address,
          message: `${path} can’t be ${'pattern' in form || !isNumber(text) ? JSON.stringify(text) : text}`,
          expected,
          fix: `Write ${expected}.`,
          cause: causeOf(place, text, form),
        }));
    }),
});

/** A name is as the build says it of one that it made itself; a text that is no number, as the check of types does. */
function causeOf(place: Place, text: string, form: ArgumentForm): string {
  return 'pattern' in form
    ? `form of ${text.replace(/^alias\//, '')}`
    : `value at ${place.artifact.path}#${place.pointer}`;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}

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
