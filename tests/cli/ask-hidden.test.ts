import { PassThrough } from 'node:stream';
import { BrokenOff } from '../../synth/host/host';
import { ask, askHidden } from '../../synth/host/node-ask';

const brokenOff = [
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
] as const;

/** A terminal on which somebody types this; what it shows. */
async function typed(
  keys: string,
): Promise<{ readonly answer: string; readonly shown: string; readonly raw: boolean[] }> {
  const raw: boolean[] = [];
  const { input, output } = terminal(raw);
  const answer = askHidden('Value: ', { input, output });
  input.write(keys);
  return { answer: await answer, shown: String(output.read()), raw };
}

function terminal(raw: boolean[] = []) {
  const tty = { isTTY: true, setRawMode: (mode: boolean) => raw.push(mode) };
  return { input: Object.assign(new PassThrough(), tty), output: Object.assign(new PassThrough(), tty) };
}

describe('a question on a terminal', () => {
  it('takes one line', async () => {
    const { input, output } = terminal();
    const answer = ask('Shape: ', { input, output });
    input.write('fleet\r');
    expect(await answer).toBe('fleet');
    expect(String(output.read())).toContain('Shape: ');
  });

  it.each(brokenOff)('is broken off by %s, on a line of its own', async (_, key) => {
    const { input, output } = terminal();
    const answer = ask('Shape: ', { input, output });
    input.write(key);
    await expect(answer).rejects.toThrow(BrokenOff);
    expect(String(output.read())).toMatch(/Shape: [^\n]*\n$/);
  });
});

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

  it.each(brokenOff)('is broken off by %s', async (_, key) => {
    await expect(typed(key)).rejects.toThrow(BrokenOff);
  });
});
