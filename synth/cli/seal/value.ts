import type { Finding } from '../../../schemas/primitives/finding';
import { isHostError, type Host } from '../../host/host';

/** The value to seal: the bytes of a file, or standard input without the line break that ends it. */
export async function readValue(
  host: Host,
  file: string | undefined,
): Promise<{ readonly bytes: Uint8Array } | Finding> {
  const subject = file ?? 'standard input';
  try {
    const bytes =
      file === undefined
        ? new TextEncoder().encode((await host.readStdin()).replace(/\r?\n$/, ''))
        : host.readBytes(file);
    return bytes.length > 0 ? { bytes } : nothing(subject, 'there is no value to seal');
  } catch (error) {
    if (!isHostError(error)) throw error;
    return nothing(subject, `it can not be read: ${error.code}`);
  }
}

function nothing(subject: string, message: string): Finding {
  return {
    code: 'nothing-to-seal',
    severity: 'error',
    at: { file: 'environments', line: 1, column: 1 },
    subject,
    message,
    expected: 'the value on standard input, or in a file below the repository with --file',
    fix: 'pipe it in, from a password manager say; a value that is typed as an argument can be read by others',
  };
}
