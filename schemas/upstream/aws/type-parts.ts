/** What the name of a family says. */
export interface FamilyName {
  /** Letters before the generation: `m` of `m7gd`. */
  readonly series: string;
  /** Digits after them: 7. */
  readonly generation: number;
  /** What follows: `gd`; `i-flex` of `c8i-flex`. */
  readonly attributes: string;
  /** Whose processors: the first of the attributes where it is `a` of AMD, `g` of Graviton or `i` of Intel. */
  readonly processor: string;
}

/**
 * Parts of the name of a family; nothing where it is formed another way.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function familyName(family: string): FamilyName | undefined {
  const [, series, digits, attributes = ''] = /^([a-z]+)([1-9][0-9]?)([a-z]*(?:-[a-z0-9]+)?)$/.exec(family) ?? [];
  if (series === undefined || digits === undefined) return undefined;
  const [first = ''] = attributes;
  return { series, generation: Number(digits), attributes, processor: 'agi'.includes(first) ? first : '' };
}

/** A type without the prefix of its service, as its family and its size; what lacks the prefix is taken as it stands. */
export function typeParts(type: string, prefix: string): readonly [family: string, size: string] {
  const [family = '', size = ''] = (type.startsWith(prefix) ? type.slice(prefix.length) : type).split('.');
  return [family, size];
}

const named = ['nano', 'micro', 'small', 'medium', 'large'];

/** How large a size is, one more being twice as large; nothing for `metal`, which is of any size, and for what is no size. */
export function magnitude(size: string): number | undefined {
  const [, digits] = /^([1-9][0-9]{0,2})?xlarge$/.exec(size) ?? [];
  if (size.endsWith('xlarge'))
    return size === 'xlarge' || digits !== undefined ? 5 + Math.log2(Number(digits ?? 1)) : undefined;
  const index = named.indexOf(size);
  return index < 0 ? undefined : index;
}
