import fc from 'fast-check';
import {
  addressAt,
  addressCount,
  type Cidr,
  compareCidrs,
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  readAddress,
  readCidr,
  split,
  subnetAt,
} from '../../schemas/primitives/cidr';

const block = (family: 4 | 6) =>
  fc
    .record({
      value: fc.bigInt({ min: 0n, max: (1n << (family === 4 ? 32n : 128n)) - 1n }),
      prefix: fc.integer({ min: 0, max: family === 4 ? 32 : 128 }),
    })
    .map(({ value, prefix }): Cidr => {
      const hostBits = BigInt((family === 4 ? 32 : 128) - prefix);
      return { family, base: (value >> hostBits) << hostBits, prefix };
    });
const anyBlock = fc.oneof(block(4), block(6));
const last = (cidr: Cidr): bigint => cidr.base + addressCount(cidr) - 1n;

describe('a CIDR block', () => {
  it.each([
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['::/0', '::/0'],
    ['2001:DB8:0:0:0:0:0:0/32', '2001:db8::/32'],
    ['2001:db8:0:0:1:0:0:0/80', '2001:db8:0:0:1::/80'],
    ['::ffff:10.0.0.0/112', '::ffff:a00:0/112'],
    ['1:0:2:0:3:0:4:0/112', '1:0:2:0:3:0:4:0/112'],
  ])('%s is printed as %s', (given, printed) => {
    expect(formatCidr(parseCidr(given))).toBe(printed);
  });

  it.each([
    ['10.0.0.0', 'the prefix length is missing, as in 10.0.0.0/24'],
    ['10.0.0/16', '"10.0.0" is no IP address'],
    ['10.0.0.256/32', '"10.0.0.256" is no IP address'],
    ['10.0.0.01/32', '"10.0.0.01" is no IP address'],
    ['10.0.0.0/33', 'the prefix length "33" is not a number from 0 to 32'],
    ['10.0.0.0/016', 'the prefix length "016" is not a number from 0 to 32'],
    ['10.0.0.0/', 'the prefix length "" is not a number from 0 to 32'],
    ['::/129', 'the prefix length "129" is not a number from 0 to 128'],
    ['1::2::3/64', '"1::2::3" is no IP address'],
    ['1:2:3:4:5:6:7:8:9/64', '"1:2:3:4:5:6:7:8:9" is no IP address'],
    ['1:2:3:4::5:6:7:8/64', '"1:2:3:4::5:6:7:8" is no IP address'],
    ['12345::/64', '"12345::" is no IP address'],
    ['', 'the prefix length is missing, as in /24'],
  ])('%s is refused: %s', (given, reason) => {
    expect(readCidr(given)).toStrictEqual({ kind: 'invalid', reason });
  });

  it('with host bits set is told from the block around it', () => {
    const reading = readCidr('10.0.37.5/20');
    expect(reading.kind).toBe('misaligned');
    expect(reading.kind === 'misaligned' && formatCidr(reading.cidr)).toBe('10.0.32.0/20');
    expect(() => parseCidr('10.0.37.5/20')).toThrow(
      '10.0.37.5/20 is no CIDR block: host bits are set; the block is 10.0.32.0/20',
    );
  });

  it('read back from its print is the same block', () => {
    fc.assert(
      fc.property(anyBlock, (cidr) => {
        expect(readCidr(formatCidr(cidr))).toStrictEqual({ kind: 'cidr', cidr });
      }),
    );
  });

  it('contains exactly the blocks whose first and last address lie in it', () => {
    const pair = fc.oneof(fc.tuple(block(4), block(4)), fc.tuple(block(6), block(6)));
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(contains(a, b)).toBe(a.base <= b.base && last(b) <= last(a));
        expect(overlaps(a, b)).toBe(a.base <= last(b) && b.base <= last(a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
    expect(contains(parseCidr('0.0.0.0/0'), parseCidr('::/0'))).toBe(false);
    expect(overlaps(parseCidr('0.0.0.0/0'), parseCidr('::/0'))).toBe(false);
  });

  it('is split into blocks that fill it without overlap', () => {
    fc.assert(
      fc.property(block(4), fc.integer({ min: 0, max: 6 }), (cidr, more) => {
        const prefix = Math.min(32, cidr.prefix + more);
        const blocks = split(cidr, prefix);
        expect(blocks).toHaveLength(2 ** (prefix - cidr.prefix));
        expect(blocks.reduce((sum, part) => sum + addressCount(part), 0n)).toBe(addressCount(cidr));
        expect(blocks.every((part) => contains(cidr, part))).toBe(true);
        expect([...blocks].sort(compareCidrs)).toStrictEqual(blocks);
        for (const [index, part] of blocks.entries()) {
          const next = blocks[index + 1];
          expect(next === undefined || last(part) + 1n === next.base).toBe(true);
          expect(part).toStrictEqual(subnetAt(cidr, prefix, index));
        }
      }),
    );
  });

  it('has no blocks larger than itself, past its end, or too many to list', () => {
    const vpc = parseCidr('10.0.0.0/16');
    expect(() => subnetAt(vpc, 8, 0)).toThrow('10.0.0.0/16 has no blocks of /8: /16 to /32 can be had');
    expect(() => subnetAt(vpc, 20, 16)).toThrow('10.0.0.0/16 has no block 16 of /20');
    expect(() => split(vpc, 30)).toThrow('10.0.0.0/16 has more than 4096 blocks of /30');
    expect(() => split(vpc, 15)).toThrow('10.0.0.0/16 has no blocks of /15');
  });

  it('yields its addresses by number', () => {
    const vpc = parseCidr('10.0.0.0/24');
    expect([addressAt(vpc, 0), addressAt(vpc, 2), addressAt(vpc, 255)]).toStrictEqual([
      '10.0.0.0',
      '10.0.0.2',
      '10.0.0.255',
    ]);
    expect(() => addressAt(vpc, 256)).toThrow('10.0.0.0/24 has no address 256');
    expect(readAddress('10.0.0.2')).toStrictEqual({ family: 4, value: vpc.base + 2n });
  });
});
