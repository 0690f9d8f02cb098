import fc from 'fast-check';
import { sealFault, sealScopes, sealValue, type SealScope } from '../../schemas/primitives/seal';
import { certificate, open, publicPem } from '../support/sealing';

interface Sealed {
  readonly scope: SealScope;
  readonly namespace: string;
  readonly name: string;
}

const seal = (value: string, sealed: Sealed) => sealValue({ certificatePem: publicPem, value, ...sealed });
const labels: Readonly<Record<SealScope, string>> = {
  strict: 'prod/api',
  'namespace-wide': 'prod',
  'cluster-wide': '',
};

describe('sealing', () => {
  test.each(sealScopes)('what is sealed %s opens for its own label and no other', (scope) => {
    const sealed = seal('hunter2', { scope, namespace: 'prod', name: 'api' });
    expect(open(sealed, labels[scope])).toBe('hunter2');
    const others = Object.values(labels).filter((label) => label !== labels[scope]);
    for (const label of [...others, 'dev/api']) expect(() => open(sealed, label)).toThrow(/oaep|decod/i);
  });

  test('any value comes back as it was, empty and long ones too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (value) => {
        expect(open(seal(value, { scope: 'strict', namespace: 'a', name: 'b' }), 'a/b')).toBe(value);
      }),
      { numRuns: 20 },
    );
  });

  test('the same value sealed twice does not look the same', () => {
    const request = { scope: 'strict', namespace: 'a', name: 'b' } as const;
    expect(seal('x', request)).not.toBe(seal('x', request));
  });

  test('a changed byte is noticed', () => {
    const bytes = Buffer.from(seal('hunter2', { scope: 'cluster-wide', namespace: '', name: '' }), 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => open(bytes.toString('base64'), '')).toThrow(/authenticate/);
  });

  test('what is not a certificate is not sealed with', () => {
    expect(() => sealValue({ certificatePem: 'no', value: 'x', scope: 'strict', namespace: 'a', name: 'b' })).toThrow(
      /DECODER/,
    );
  });
});

describe('the form of a sealed value', () => {
  test('is that of whatever is sealed', () => {
    const request = { value: '', scope: 'strict', namespace: 'a', name: 'b' } as const;
    expect(sealFault(seal('', request))).toBeUndefined();
    expect(sealFault(sealValue({ certificatePem: certificate, ...request }))).toBeUndefined();
  });

  test.each([
    ['a word', 'hunter2', 'it is not Base64'],
    ['a sentence', 'not base64!', 'it is not Base64'],
    ['a word in Base64', Buffer.from('hunter2!').toString('base64'), 'it has 8 bytes, too few'],
    [
      'long text in Base64',
      Buffer.alloc(400, 200).toString('base64'),
      'it does not begin with the length of an encrypted key',
    ],
    [
      'a sealed value that was cut',
      Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(400)]).toString('base64'),
      'it ends before its value',
    ],
  ])('%s is told from a sealed value', (_, value, fault) => {
    expect(sealFault(value)).toBe(fault);
  });
});
