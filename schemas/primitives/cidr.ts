/** A block of IP addresses whose host bits are zero. */
export interface Cidr {
  readonly family: 4 | 6;
  /** The first address, as a number. */
  readonly base: bigint;
  /** Length of the network part in bits. */
  readonly prefix: number;
}

/** What a text means as CIDR. `misaligned`: host bits are set (`10.0.0.5/24`); `cidr` is the block around it. */
export type CidrReading =
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'misaligned'; readonly cidr: Cidr }
  | { readonly kind: 'invalid'; readonly reason: string };

const BITS = { 4: 32, 6: 128 } as const;

/** Reads `10.0.0.0/16` or `2001:db8::/32`. */
export function readCidr(text: string): CidrReading {
  const slash = text.indexOf('/');
  if (slash === -1) return { kind: 'invalid', reason: `the prefix length is missing, as in ${text}/24` };
  const address = readAddress(text.slice(0, slash));
  if (address === undefined) return { kind: 'invalid', reason: `"${text.slice(0, slash)}" is no IP address` };
  const length = text.slice(slash + 1);
  const bits = BITS[address.family];
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) {
    return { kind: 'invalid', reason: `the prefix length "${length}" is not a number from 0 to ${bits}` };
  }
  const cidr = blockAround(address, Number(length));
  return { kind: cidr.base === address.value ? 'cidr' : 'misaligned', cidr };
}

/** The block of a text that is known to be one. @throws RangeError where it is not */
export function parseCidr(text: string): Cidr {
  const reading = readCidr(text);
  if (reading.kind === 'cidr') return reading.cidr;
  const reason =
    reading.kind === 'invalid' ? reading.reason : `host bits are set; the block is ${formatCidr(reading.cidr)}`;
  throw new RangeError(`${text} is no CIDR block: ${reason}`);
}

export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr)}/${cidr.prefix}`;
}

/** Number of addresses, reserved ones included. */
export function addressCount(cidr: Cidr): bigint {
  return 1n << BigInt(BITS[cidr.family] - cidr.prefix);
}

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.family !== inner.family || inner.prefix < outer.prefix) return false;
  const hostBits = BigInt(BITS[outer.family] - outer.prefix);
  return outer.base >> hostBits === inner.base >> hostBits;
}

/** Whether some address lies in both. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/**
 * The block number `index` of those with the given prefix length inside `cidr`: what Terraform's `cidrsubnet` yields.
 * @throws RangeError where there is no such block
 */
export function subnetAt(cidr: Cidr, prefix: number, index: bigint | number): Cidr {
  const bits = BITS[cidr.family];
  const number = BigInt(index);
  if (!Number.isInteger(prefix) || prefix < cidr.prefix || prefix > bits) {
    throw new RangeError(`${formatCidr(cidr)} has no blocks of /${prefix}: /${cidr.prefix} to /${bits} can be had`);
  }
  if (number < 0n || number >= 1n << BigInt(prefix - cidr.prefix)) {
    throw new RangeError(`${formatCidr(cidr)} has no block ${number} of /${prefix}`);
  }
  return { family: cidr.family, base: cidr.base + (number << BigInt(bits - prefix)), prefix };
}

/**
 * All blocks of the given prefix length inside `cidr`, in order.
 * @throws RangeError where there are more than 4096 of them, or none
 */
export function split(cidr: Cidr, prefix: number): Cidr[] {
  if (prefix - cidr.prefix > 12) throw new RangeError(`${formatCidr(cidr)} has more than 4096 blocks of /${prefix}`);
  const blocks: Cidr[] = [];
  for (let index = 0; index < 2 ** (prefix - cidr.prefix); index++) blocks.push(subnetAt(cidr, prefix, index));
  return blocks;
}

/** Orders by family, first address, then size (larger first). */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.base !== b.base) return a.base < b.base ? -1 : 1;
  return a.prefix - b.prefix;
}

export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** Reads an IPv4 or IPv6 address; nothing where the text is none. */
export function readAddress(text: string): Address | undefined {
  if (text.includes(':')) {
    const value = readIpv6(text);
    return value === undefined ? undefined : { family: 6, value };
  }
  const value = readIpv4(text);
  return value === undefined ? undefined : { family: 4, value };
}

/** The address number `index` of a block: what Terraform's `cidrhost` yields. @throws RangeError where it lies outside */
export function addressAt(cidr: Cidr, index: bigint | number): string {
  const number = BigInt(index);
  if (number < 0n || number >= addressCount(cidr)) throw new RangeError(`${formatCidr(cidr)} has no address ${number}`);
  return formatAddress({ family: cidr.family, base: cidr.base + number });
}

function blockAround(address: Address, prefix: number): Cidr {
  const hostBits = BigInt(BITS[address.family] - prefix);
  return { family: address.family, base: (address.value >> hostBits) << hostBits, prefix };
}

function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    // Leading zeros are refused: some tools read them as octal.
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function readIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(readGroups);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 ? joinGroups(head) : undefined;
  if (tail === undefined || head.length + tail.length > 7) return undefined;
  const zeros = new Array<bigint>(8 - head.length - tail.length).fill(0n);
  return joinGroups([...head, ...zeros, ...tail]);
}

/** The 16-bit groups of a part of an IPv6 address; an IPv4 address at its end counts as two. */
function readGroups(part: string): bigint[] | undefined {
  if (part === '') return [];
  const groups: bigint[] = [];
  const texts = part.split(':');
  for (const [index, text] of texts.entries()) {
    if (text.includes('.') && index === texts.length - 1) {
      const value = readIpv4(text);
      if (value === undefined) return undefined;
      groups.push(value >> 16n, value & 0xffffn);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(text)) return undefined;
      groups.push(BigInt(`0x${text}`));
    }
  }
  return groups;
}

function joinGroups(groups: readonly bigint[]): bigint {
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

function formatAddress({ family, base }: Pick<Cidr, 'family' | 'base'>): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => ((base >> shift) & 0xffn).toString()).join('.');
  const groups: string[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(((base >> shift) & 0xffffn).toString(16));
  return shortenZeros(groups);
}

/** The longest run of two or more zero groups becomes `::`, the first one of equals. @see https://www.rfc-editor.org/rfc/rfc5952#section-4 */
function shortenZeros(groups: readonly string[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return groups.join(':');
  const head = groups.slice(0, best.start).join(':');
  const tail = groups.slice(best.start + best.length).join(':');
  return `${head}::${tail}`;
}
