import type { Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { BrokenOff } from './host';

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * One line from a terminal, after a question.
 * @throws BrokenOff at Ctrl-C and Ctrl-D
 */
export async function ask(question: string, { input, output }: Streams): Promise<string> {
  const { createInterface } = await import('node:readline');
  const reader = createInterface({ input, output });
  reader.setPrompt(question);
  reader.prompt();
  try {
    return await lineOf(reader);
  } catch (error) {
    output.write('\n');
    throw error;
  } finally {
    reader.close();
  }
}

/**
 * One line from a terminal that shows nothing of it: neither the terminal itself, which is in raw mode meanwhile, nor the
 * history.
 * @throws BrokenOff at Ctrl-C and Ctrl-D
 */
export async function askHidden(question: string, { input, output }: Streams): Promise<string> {
  const { createInterface } = await import('node:readline');
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input, output: silent, terminal: true, historySize: 0 });
  output.write(question);
  try {
    return await lineOf(reader);
  } finally {
    reader.close();
    output.write('\n');
  }
}

function lineOf(reader: Interface): Promise<string> {
  return new Promise((resolve, reject) => {
    reader.once('line', resolve);
    reader.once('close', () => {
      reject(new BrokenOff());
    });
  });
}
