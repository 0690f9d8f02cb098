import { compareText } from '../primitives/finding';

/** What `uses` may hold for one target: an access level, or a map of `access`, `as` and further access levels by prefix. */
export type Use = string | Readonly<Record<string, string>>;

/** `uses` of a component as it is described: target → what is used of it. */
export type Uses = Readonly<Record<string, Use>>;

/** One access to one target. */
export interface UsesLine {
  readonly target: string;
  readonly access: string;
  /** Prefix of the environment variables, where one is stated. */
  readonly as?: string;
  /** JSON pointer below `uses`. */
  readonly pointer: string;
}

/** A prefix of environment variables: what tells an access of its own from the keys `access` and `as`. */
export const prefixPattern = '^[A-Z][A-Z0-9_]*$';

/** The lines of `uses`, in order of targets and, for one target, of prefixes. */
export function usesLines(uses: Uses): UsesLine[] {
  return Object.entries(uses)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([target, use]) => linesOf(target, use));
}

function linesOf(target: string, use: Use): UsesLine[] {
  if (typeof use === 'string') return [{ target, access: use, pointer: `/${target}` }];
  const { access, as, ...byPrefix } = use;
  const first =
    access === undefined ? [] : [{ target, access, ...(as === undefined ? {} : { as }), pointer: `/${target}` }];
  const further = Object.entries(byPrefix)
    .sort(([a], [b]) => compareText(a, b))
    .map(([prefix, level]) => ({ target, access: level, as: prefix, pointer: `/${target}/${prefix}` }));
  return [...first, ...further];
}
