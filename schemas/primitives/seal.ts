import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';

/**
 * Who can use a sealed value: the one Secret of its namespace that it was sealed for, any Secret of that namespace, or any
 * Secret of the cluster.
 */
export const sealScopes = ['strict', 'namespace-wide', 'cluster-wide'] as const;

export type SealScope = (typeof sealScopes)[number];

export interface SealRequest {
  /** Certificate of the cluster's controller, or the public key in it, PEM: anyone may know it. */
  readonly certificatePem: string;
  readonly value: string | Uint8Array;
  readonly scope: SealScope;
  /** Namespace and name of the Secret that the value is for; part of what is sealed as far as the scope says. */
  readonly namespace: string;
  readonly name: string;
}

/** Bytes of the one-time key, of the length before the encrypted key, and of the tag behind the value. */
const keyBytes = 32;
const lengthBytes = 2;
const tagBytes = 16;

/** RSA keys of 2048 to 8192 bits. */
const encryptedKeyBytes = { minimum: 256, maximum: 1024 };

/**
 * Seals a value as `kubeseal --raw` does, in Base64: a one-time AES-256 key encrypted with the certificate's RSA key (OAEP
 * with SHA-256, labelled by what may use it), its length in two bytes before it, and behind it the value encrypted with
 * AES-256-GCM under a zero nonce, which a key used once allows.
 * @see https://github.com/bitnami-labs/sealed-secrets/blob/main/docs/developer/crypto.md
 */
export function sealValue(request: SealRequest): string {
  const oneTimeKey = randomBytes(keyBytes);
  const encryptedKey = publicEncrypt(
    {
      key: createPublicKey(request.certificatePem),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(sealLabel(request)),
    },
    oneTimeKey,
  );
  const cipher = createCipheriv('aes-256-gcm', oneTimeKey, Buffer.alloc(12));
  const encrypted = Buffer.concat([cipher.update(request.value), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt16BE(encryptedKey.length);
  return Buffer.concat([length, encryptedKey, encrypted]).toString('base64');
}

/** What the encryption is bound to. */
export function sealLabel({ scope, namespace, name }: Pick<SealRequest, 'scope' | 'namespace' | 'name'>): string {
  return { strict: `${namespace}/${name}`, 'namespace-wide': namespace, 'cluster-wide': '' }[scope];
}

/** What shows that a value is not sealed, in words; `undefined` for one that has the form of a sealed value. */
export function sealFault(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) return 'it is not Base64';
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length < lengthBytes + encryptedKeyBytes.minimum + tagBytes) return `it has ${bytes.length} bytes, too few`;
  const keyLength = bytes.readUInt16BE();
  if (keyLength < encryptedKeyBytes.minimum || keyLength > encryptedKeyBytes.maximum)
    return 'it does not begin with the length of an encrypted key';
  return bytes.length < lengthBytes + keyLength + tagBytes ? 'it ends before its value' : undefined;
}
