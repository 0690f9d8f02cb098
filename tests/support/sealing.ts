import { constants, createDecipheriv, generateKeyPairSync, privateDecrypt } from 'node:crypto';

/** A pair of keys as the controller of a cluster has one. Made anew by each run. */
export const sealingPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const publicPem = sealingPair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** A certificate, valid until 2126, whose key was thrown away. */
export const certificate = `-----BEGIN CERTIFICATE-----
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

/** What the controller of a cluster does, with the key that only it has. */
export function open(sealed: string, label: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const keyEnd = 2 + bytes.readUInt16BE();
  const oneTimeKey = privateDecrypt(
    {
      key: sealingPair.privateKey,
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
