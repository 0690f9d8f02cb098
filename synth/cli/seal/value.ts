import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { isHostError, type Host } from '../../host/host';

/** The value to seal: the bytes of a file, what is typed unseen on a terminal, or standard input without the line break that ends it. */
export async function readValue(
  host: Host,
  file: string | undefined,
): Promise<{ readonly bytes: Uint8Array } | Finding> {
  if (file === undefined && host.asks) return typedValue(host);
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

/** Nobody can look at what was typed, or at what was sealed: so it is typed twice. */
async function typedValue(host: Host): Promise<{ readonly bytes: Uint8Array } | Finding> {
  const value = await host.askHidden('Value (not shown): ');
  if (value === '') return nothing('the terminal', 'there is no value to seal');
  const again = await host.askHidden('Once more: ');
  return again === value
    ? { bytes: new TextEncoder().encode(value) }
    : nothing('the terminal', 'the two answers are not the same');
}

function nothing(subject: string, message: string): Finding {
  return {
    code: 'nothing-to-seal',
    severity: 'error',
    at: commandLine,
    subject,
    message,
    expected: 'the value on standard input, typed on a terminal, or in a file below the repository with --file',
    fix: 'type it, or pipe it in, from a password manager say; a value that is typed as an argument can be read by others',
  };
}
