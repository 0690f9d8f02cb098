import fc from 'fast-check';
import { cidr, quantity, text } from '../../schemas/contract/fields';
import { repaired } from '../../synth/load/repairs';

describe('what was most likely meant', () => {
  it.each([
    [quantity('Memory.'), '10GB', '10Gi'],
    [quantity('Memory.'), '256 Mi', '256Mi'],
    [quantity('CPU.'), '500 m', '500m'],
    [quantity('Memory.'), 'much', undefined],
    [cidr('Network.'), '10.0.1.5/24', '10.0.1.0/24'],
    [cidr('Network.'), '10.0.1.0/33', undefined],
    [text('Bucket.', { pattern: '^[a-z0-9-]+$' }), 'My_Files', 'my-files'],
    [text('Bucket.', { pattern: '^[a-z0-9-]+$' }), 'my files', 'my-files'],
    [cidr('Network.'), '10.0.1.0 / 24', '10.0.1.0/24'],
    [text('Tag.', { pattern: '^[A-Za-z0-9_.-]+$' }), ' v1 ', 'v1'],
    [text('Tag.', { pattern: '^[A-Za-z0-9_.-]+$' }), 'v1 2', undefined],
    [text('Tag.', { pattern: '^[A-Za-z0-9_.-]+$' }), 'my  release', undefined],
    [text('Short.', { pattern: '^[a-z]+$', maxLength: 3 }), 'LONG', undefined],
  ])('is of the form that the field takes', (schema, found, meant) => {
    expect(repaired(found, schema)).toBe(meant);
  });

  it('is never of another form, whatever was written', () => {
    const schema = quantity('Memory.');
    fc.assert(
      fc.property(fc.string(), (found) => {
        const meant = repaired(found, schema);
        expect(meant === undefined || new RegExp(schema.pattern ?? '').test(meant)).toBe(true);
      }),
    );
  });
});
