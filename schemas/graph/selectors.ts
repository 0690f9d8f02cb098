import type { Json } from '../primitives/artifact';
import { isObject, objectAt, select, selectTexts, textAt, textsIn } from './values';

type Labels = Readonly<Record<string, string>>;

/** Whether labels hold every pair of a plain selector, such as a Service's. */
export function holds(labels: Labels, selector: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/**
 * Whether labels satisfy a selector of `matchLabels` and `matchExpressions`. An empty selector is satisfied by all.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function matches(labels: Labels, selector: Json | undefined): boolean {
  if (!holds(labels, textsIn(objectAt(selector, '/matchLabels')))) return false;
  return select(selector, '/matchExpressions/*').every(({ value }) => !isObject(value) || satisfies(labels, value));
}

function satisfies(labels: Labels, requirement: { readonly [key: string]: Json }): boolean {
  const { key, operator, values } = requirement;
  const found = typeof key === 'string' ? labels[key] : undefined;
  const listed = Array.isArray(values) ? values : [];
  switch (operator) {
    case 'In':
      return found !== undefined && listed.includes(found);
    case 'NotIn':
      return found === undefined || !listed.includes(found);
    case 'Exists':
      return found !== undefined;
    case 'DoesNotExist':
      return found === undefined;
    default:
      return true;
  }
}

/** A selector in words: `app=user, tier in (web, api)`. */
export function selectorText(selector: Json | undefined): string {
  const labels = Object.entries(textsIn(objectAt(selector, '/matchLabels'))).map(([key, value]) => `${key}=${value}`);
  const expressions = select(selector, '/matchExpressions/*').flatMap(({ value }) => {
    if (!isObject(value)) return [];
    const listed = selectTexts(value, '/values/*').map(({ text }) => text);
    const values = listed.length === 0 ? '' : ` (${listed.join(', ')})`;
    return [`${textAt(value, '/key') ?? ''} ${textAt(value, '/operator') ?? ''}${values}`];
  });
  return [...labels, ...expressions].join(', ');
}
