import { editDistance, nearest } from '../../primitives/nearest';
import { architectureOf } from './instance-types';
import { ec2Types, sizesByFamily, type OfferedTypes } from './offered-types';
import { familyName, magnitude, typeParts, type FamilyName } from './type-parts';

/**
 * The type that one which is not offered most likely means; nothing where none does: a type of another series is another
 * machine. One of the same series and size first, else the nearest size of its family.
 */
export function nearestType(type: string, offered: OfferedTypes): string | undefined {
  const [family, written] = typeParts(type.toLowerCase(), offered.prefix);
  const families = sizesByFamily(offered);
  const sizes = families.get(family);
  const size = sizeMeant(written, sizes ?? [...new Set([...families.values()].flat())]);
  if (size === undefined) return written === '' ? nearest(type, typesOf(offered)) : undefined;
  const meant = sizes?.includes(size) ? family : (familyMeant(family, size, families) ?? (sizes && family));
  if (meant === undefined) return undefined;
  return `${offered.prefix}${meant}.${closestSize(size, families.get(meant) ?? [])}`;
}

function typesOf(offered: OfferedTypes): string[] {
  return [...sizesByFamily(offered)].flatMap(([family, sizes]) =>
    sizes.map((size) => `${offered.prefix}${family}.${size}`),
  );
}

/** A size as it is, or the one that was misspelled. */
function sizeMeant(written: string, sizes: readonly string[]): string | undefined {
  return magnitude(written) !== undefined || sizes.includes(written) ? written : nearest(written, sizes);
}

function closestSize(size: string, sizes: readonly string[]): string {
  const wanted = magnitude(size);
  if (wanted === undefined || sizes.includes(size)) return size;
  const distance = (other: string): number => Math.abs((magnitude(other) ?? Infinity) - wanted);
  return sizes.reduce((best, other) => (distance(other) < distance(best) ? other : best), sizes[0] ?? size);
}

interface Candidate extends FamilyName {
  readonly family: string;
}

/** The family that comes in a size, and that a name which is not one, or not in that size, most likely means. */
function familyMeant(
  family: string,
  size: string,
  families: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const wanted = familyName(family);
  if (!wanted) return undefined;
  const named = [...families].flatMap(([other, sizes]) => {
    const name = familyName(other);
    return name ? [{ family: other, sizes, ...name }] : [];
  });
  const candidates = named.filter(({ sizes }) => sizes.includes(size));
  const isOffered = named.some(({ series }) => series === wanted.series);
  if (!isOffered) return misspelled({ family, ...wanted }, candidates);
  return ofSeries(
    { family, ...wanted },
    candidates.filter(({ series }) => series === wanted.series),
  );
}

/** Of the same attributes, else of the same generation, else of the same architecture; of these the newest, and then the most alike. */
function ofSeries(wanted: Candidate, candidates: readonly Candidate[]): string | undefined {
  const alike = [
    candidates.filter(({ attributes }) => attributes !== '' && attributes === wanted.attributes),
    candidates.filter(({ generation }) => generation === wanted.generation),
    candidates.filter(({ family }) => architectureOf(`${family}.`) === architectureOf(`${wanted.family}.`)),
    candidates,
  ].find((group) => group.length > 0);
  const distance = ({ attributes }: Candidate): number => editDistance(attributes, wanted.attributes);
  return [...(alike ?? [])].sort(
    (a, b) => b.generation - a.generation || distance(a) - distance(b) || a.attributes.length - b.attributes.length,
  )[0]?.family;
}

/** Of a series that the service lacks: the one that is spelled alike, or for a series of EC2 a like one of the same generation. */
function misspelled({ family, series, generation }: Candidate, candidates: readonly Candidate[]): string | undefined {
  const isKnown = [...sizesByFamily(ec2Types).keys()].some((other) => familyName(other)?.series === series);
  const alike = candidates.filter((other) =>
    isKnown ? other.generation === generation : other.series.startsWith(series.charAt(0)),
  );
  return nearest(
    family,
    alike.map((other) => other.family),
  );
}
