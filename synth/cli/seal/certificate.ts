import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Finding } from '../../../schemas/primitives/finding';
import { readTextIfThere } from '../../host/files';
import type { Host } from '../../host/host';
import type { Environment } from '../../model';

/** Where the public certificate of the cluster that an environment runs on is committed. */
export function certificateFile(environment: Environment): string {
  let at = environment;
  while (at.base && ![...at.components.values()].some(({ kind }) => kind === 'cluster')) at = at.base;
  return at.file.replace(/\.yaml$/, '.sealing.pem');
}

/** The certificate, or what is wrong with it. */
export function readCertificate(host: Host, file: string): { readonly pem: string } | Finding {
  const pem = readTextIfThere(host, file);
  if (pem === undefined) return fault(file, 'the certificate that values are sealed for is not there');
  // Whoever has that key opens everything: it is never used here, and has to leave the repository.
  if (pem.includes('PRIVATE KEY'))
    return {
      ...fault(file, 'a private key stands in the file'),
      fix: 'take it out of the repository and its history, and let the controller make a new key',
    };
  try {
    if (createPublicKey(pem).asymmetricKeyType !== 'rsa') return fault(file, 'its key is not an RSA key');
    const until = pem.includes('BEGIN CERTIFICATE') ? Date.parse(new X509Certificate(pem).validTo) : Infinity;
    return until < host.now() ? fault(file, 'the certificate is no longer valid') : { pem };
  } catch {
    return fault(file, 'it holds neither a certificate nor a public key');
  }
}

function fault(file: string, message: string): Finding {
  return {
    code: 'sealing-certificate',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    subject: file,
    message,
    expected: 'the public certificate of the controller, PEM',
    fix: `kubeseal --fetch-cert --controller-namespace sealed-secrets > ${file}, and commit it`,
  };
}
