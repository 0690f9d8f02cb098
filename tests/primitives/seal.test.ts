import { constants, createDecipheriv, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import fc from 'fast-check';
import { sealFault, sealScopes, sealValue, type SealScope } from '../../schemas/primitives/seal';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** Its key was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDQzCCAiugAwIBAgIUV0MHRnFIZ2JaQ5nbWcBSJPNENBMwDQYJKoZIhvcNAQEL
BQAwMDEWMBQGA1UEAwwNc2VhbGVkLXNlY3JldDEWMBQGA1UECgwNc2VhbGVkLXNl
Y3JldDAgFw0yNjExMjEwNDUyMzNaGA8yMTI2MTAyODA0NTIzM1owMDEWMBQGA1UE
AwwNc2VhbGVkLXNlY3JldDEWMBQGA1UECgwNc2VhbGVkLXNlY3JldDCCASIwDQYJ
KoZIhvcNAQEBBQADggEPADCCAQoCggEBAM3tD56KnNhauBQCipHaQKtT57E3BqYE
n6Iqr6GnSJrsnPAX7skj02avIdt8yWpAtVe6jzYJJBGsA6/q+98S1fEJ0Mc0sLHU
mv98U07lAQ9lrGMuz+EckSWF8xVlSBMj2JsUwx4ZJAkYMdZDjTULP1haQgtDWTph
+7bk0kiB71eGFY4Y6OddtiwQU2G6ywY1yVZVTZN/wrKYQQwWsg0R5E6OQlaNhaWp
hQ0v4Amu+MuHTICoeDpUbUxdpyGqKvaDp2fuAftjsJHspJfJArKMkxPpDP3XzKVD
Q8gxmT2GLrXbm3Bs0wmbOkpBmflzGn3rMzpry19y3DvMw/xUeFzHqqcCAwEAAaNT
MFEwHQYDVR0OBBYEFAxw0x/UV59Ei5b0y+YqFIE+sKvLMB8GA1UdIwQYMBaAFAxw
0x/UV59Ei5b0y+YqFIE+sKvLMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEL
BQADggEBAD3fRPTvrXAyrTYCso2Xv94nsdCMzSR5OH23laPewGY+Nepnt6zuHDxO
3lvpm6+MNO0I1yz7m0eVZMaPxOAvlpjh3e4MlJ3+b/Na9CcEZ5TLlmuJ6lwHmKdx
AmH1UcYItDIV/7Q7sseFx/9w+2OOUfboSIAD9jE3RSKekniLIzJL/bRaaEDvRbPY
sjfTJ9MnbKg3PN14O1pzWI/KwZ1hnrBqLO4muex2/Rf8IKuRX8u1cCCJANgTlM6u
aZYd/mRUF7uDBefW0eJs4khEjuG2VEb3jyIUi7oEC+U7ImtMzW6ladPqOIGHBlHK
3d5mg8iOSUGVXVcl2p8rb7LZn8i5tgo=
-----END CERTIFICATE-----
`;

interface Sealed {
  readonly scope: SealScope;
  readonly namespace: string;
  readonly name: string;
}

/** What the controller of a cluster does, with the key that only it has. */
function open(sealed: string, label: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const keyEnd = 2 + bytes.readUInt16BE();
  const oneTimeKey = privateDecrypt(
    {
      key: pair.privateKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    bytes.subarray(2, keyEnd),
  );
  const decipher = createDecipheriv('aes-256-gcm', oneTimeKey, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(keyEnd, -16)), decipher.final()]).toString('utf8');
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
