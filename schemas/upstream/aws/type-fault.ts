import { nearest } from '../../primitives/nearest';
import { nearestType } from './nearest-type';
import { ec2Types, sizesByFamily, type OfferedTypes } from './offered-types';
import { familyName, magnitude, typeParts } from './type-parts';

/** Why a type is not among those that are offered. */
export interface TypeFault {
  /** `false`: it may be newer than the table. */
  readonly certain: boolean;
  readonly found: string;
}

/**
 * What is wrong with a type; nothing where it is offered.
 *
 * AWS adds families, and sizes of families, in the newest generations alone: of them what is well-formed may be newer than
 * the table. A `t3.4xlarge` there will never be.
 */
export function typeFault(type: string, offered: OfferedTypes): TypeFault | undefined {
  const { service, prefix } = offered;
  const [family, size] = typeParts(type, prefix);
  const known = sizesByFamily(offered).get(family);
  const hasPrefix = type.startsWith(prefix);
  if (hasPrefix && known?.includes(size)) return undefined;
  const near = nearestType(type, offered);
  const meant = near === undefined ? '' : `; the nearest is ${near}`;
  if (hasPrefix && mayBeNew(family) && maySizeBe(size, offered))
    return { certain: false, found: `${service} had no ${type} on ${offered.on}${meant}` };
  const sizes = hasPrefix && known ? `; ${family} comes as ${known.join(', ')}` : '';
  return { certain: true, found: `${service} has no ${type}${sizes}${meant}` };
}

const metalSize = /^metal(-[1-9][0-9]{0,2}xl)?$/;

/** A size that the service has of some family, or a multiple of `xlarge`; `metal` where it has any. */
function maySizeBe(size: string, offered: OfferedTypes): boolean {
  const sizes = [...sizesByFamily(offered).values()].flat();
  if (size.endsWith('xlarge')) return magnitude(size) !== undefined;
  return sizes.includes(size) || (metalSize.test(size) && sizes.includes('metal'));
}

/** Newest generation of each series of EC2, which what other services offer is made of: of all, and by processor behind a `/`. */
let newest: ReadonlyMap<string, number> | undefined;

function newestGenerations(): ReadonlyMap<string, number> {
  if (newest) return newest;
  const found = new Map<string, number>();
  for (const family of sizesByFamily(ec2Types).keys()) {
    const name = familyName(family);
    if (!name) continue;
    for (const key of [name.series, `${name.series}/${name.processor}`])
      found.set(key, Math.max(name.generation, found.get(key) ?? 0));
  }
  newest = found;
  return found;
}

/**
 * Of the last two generations of its series and processor, or one to come: each maker of processors counts its own, as
 * `t4g` and `t8i` do. Of a series that is not known, one of today's generations.
 */
function mayBeNew(family: string): boolean {
  const name = familyName(family);
  if (!name) return family.startsWith('mac-');
  const { series, generation, processor } = name;
  const generations = newestGenerations();
  const latest = Math.max(...generations.values());
  const ofAll = generations.get(series);
  if (ofAll === undefined)
    return (
      (generation >= latest - 2 && generation <= latest + 2) ||
      nearest(family, sizesByFamily(ec2Types).keys()) === undefined
    );
  // Of what names no processor, the newest of the series says how old it is: a `t4` would have been before the `t4g`.
  const own = processor === '' ? ofAll : (generations.get(`${series}/${processor}`) ?? ofAll);
  const isOld = generation <= own && (generation < own - 1 || generation < ofAll - 2);
  return !isOld && generation <= ofAll + 2;
}
