import type { Artifact } from '../primitives/artifact';

/** A place in a rendered file. */
export interface Place {
  readonly artifact: Artifact;
  /** JSON pointer: `/spec/template/spec/containers/0`. */
  readonly pointer: string;
}

/** The place of a key or an item inside another place. */
export function inside(place: Place, ...tokens: readonly (string | number)[]): Place {
  return { artifact: place.artifact, pointer: place.pointer + tokens.map(token).join('') };
}

/** The place that a JSON pointer leads to from another place. */
export function below(place: Place, pointer: string): Place {
  return { artifact: place.artifact, pointer: place.pointer + pointer };
}

/** A key or index as a step of a JSON pointer. */
export function token(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
