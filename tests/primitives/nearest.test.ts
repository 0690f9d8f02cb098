import fc from 'fast-check';
import { editDistance, nearest } from '../../schemas/primitives/nearest';

describe('the nearest name', () => {
  it.each([
    ['instnace_type', ['instance_type', 'instance_id', 'image_id'], 'instance_type'],
    ['Bucket', ['bucket', 'bucket_prefix'], 'bucket'],
    ['retention', ['retention_in_days', 'region'], undefined],
    ['xyz', ['abc'], undefined],
    ['ab', ['ba', 'ac'], 'ac'],
    ['nmae', ['name', 'same'], 'name'],
    ['name', ['name'], undefined],
  ])('of %s among %j is %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
    expect(nearest(word, [...candidates].reverse())).toBe(expected);
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('receive', 'recieve')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('is symmetric, zero only for equal words, and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
