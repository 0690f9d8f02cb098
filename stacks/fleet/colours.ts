import type { Props } from './input';

/** One Auto Scaling group of a fleet. */
export interface Variant {
  /** Empty where the fleet has no colours. */
  readonly colour: string;
  /** It gets requests, and has instances. */
  readonly active: boolean;
}

/** The groups of a fleet: one, or one for each colour. */
export function variants({ colours }: Props): Variant[] {
  if (colours === undefined) return [{ colour: '', active: true }];
  return Object.entries(colours).map(([colour, { weight }]) => ({ colour, active: weight > 0 }));
}

export function activeVariants(props: Props): Variant[] {
  return variants(props).filter(({ active }) => active);
}

/** Names of colours; none where there are none. */
export function colourNames({ colours }: Props): string[] {
  return Object.keys(colours ?? {});
}

/** Parts of a key or a name with what is empty left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-');
}

export interface Size {
  readonly minimum: number;
  readonly desired: number;
  readonly maximum: number;
}

/**
 * What one group has of a number of instances: all of it alone, an equal share among several, rounded down so that they
 * are never more together, and one at least.
 */
export function share(count: number, groups: number): number {
  if (count === 0 || groups === 0) return 0;
  return Math.max(1, Math.floor(count / groups));
}

export function sizeOf(props: Props, { active }: Variant): Size {
  const groups = active ? activeVariants(props).length : 0;
  const { minimum, desired, maximum } = props.size;
  return { minimum: share(minimum, groups), desired: share(desired, groups), maximum: share(maximum, groups) };
}

/** Name of a well-known output or role of a group: with colours it is one of several. */
export function outputOf(name: string, { colour }: Pick<Variant, 'colour'>): string {
  return colour === '' ? name : `${name}Of/${colour}`;
}
