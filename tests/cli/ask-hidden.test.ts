import { PassThrough } from 'node:stream';
import { askHidden } from '../../synth/host/node-ask';

/** A terminal on which somebody types this; what it shows. */
async function typed(
  keys: string,
): Promise<{ readonly answer: string; readonly shown: string; readonly raw: boolean[] }> {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
  });
  const output = new PassThrough();
  const answer = askHidden('Value: ', { input, output });
  input.write(keys);
  return { answer: await answer, shown: String(output.read()), raw };
}

describe('a question whose answer is not shown', () => {
  it('shows the question and a line end, and nothing that is typed', async () => {
    expect(await typed('hunter2\r')).toMatchObject({ answer: 'hunter2', shown: 'Value: \n' });
  });

  it('keeps the terminal itself from showing it, and gives it back', async () => {
    expect((await typed('hunter2\r')).raw).toEqual([true, false]);
  });

  it('takes a correction', async () => {
    expect((await typed('huntre\u007f\u007fer2\r')).answer).toBe('hunter2');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is empty where it is broken off by %s', async (_, key) => {
    expect((await typed(key)).answer).toBe('');
  });
});
