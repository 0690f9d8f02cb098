import type { Code } from '../../schemas/codes/catalogue';
import type { Artifact, Origin } from '../../schemas/primitives/artifact';
import type { Finding, Severity } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';

/** A place in a rendered file. */
export interface Place {
  readonly artifact: Artifact;
  /** JSON pointer: `/resource/aws_vpc/main/cidr_block`. */
  readonly pointer: string;
}

export interface Remark {
  /** The output resource it is about: `aws_vpc.main`. */
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
  readonly expected?: string;
  readonly severity?: Severity;
  /** The key of the place is at fault, not what it holds. */
  readonly ofKey?: true;
  /** What is at fault, where another check can see it too: the first one to say so is heard. */
  readonly cause?: string;
  /** Further places, with what they have to do with it. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/** A finding at a rendered place, shown at the line of the description that made it. */
export function findingAt(code: Code, place: Place, remark: Remark): Finding {
  const { related, severity = 'error', ofKey, ...said } = remark;
  return {
    code,
    severity,
    at: positionIn(place, ofKey),
    ...said,
    output: `${place.artifact.path}#${place.pointer}`,
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ at: originOf(other.place).at, message: other.message })) }),
  };
}

/** Line of the description for a place, or for the key that its pointer ends with. */
export function positionIn(place: Place, ofKey = false): Position {
  const { at, key = at } = originOf(place);
  return ofKey ? key : at;
}

/** Where a place comes from: the origin of the longest prefix of its pointer. */
export function originOf({ artifact, pointer }: Place): Origin {
  const origins = artifact.origins;
  if (origins === undefined) return artifact.origin;
  for (let prefix = pointer; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
    const origin = origins[prefix];
    if (origin !== undefined) return origin;
  }
  return origins[''] ?? artifact.origin;
}

/** The place that another one is in. */
export function above({ artifact, pointer }: Place): Place {
  return { artifact, pointer: pointer.slice(0, pointer.lastIndexOf('/')) };
}

/** The place of a key or an item inside another place. */
export function inside(place: Place, ...tokens: readonly (string | number)[]): Place {
  return { artifact: place.artifact, pointer: place.pointer + tokens.map(pointerToken).join('') };
}

function pointerToken(token: string | number): string {
  return `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
