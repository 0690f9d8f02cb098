import { Writable } from 'node:stream';

/**
 * One line from a terminal that shows nothing of it: neither the terminal itself, which is in raw mode meanwhile, nor the
 * history. Empty where it is broken off.
 */
export async function askHidden(
  question: string,
  terminal: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<string> {
  const { createInterface } = await import('node:readline');
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: terminal.input, output: silent, terminal: true, historySize: 0 });
  terminal.output.write(question);
  try {
    return await new Promise<string>((resolve) => {
      reader.once('line', resolve);
      reader.once('close', () => {
        resolve('');
      });
    });
  } finally {
    reader.close();
    terminal.output.write('\n');
  }
}
