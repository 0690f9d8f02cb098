import { parseArgs } from 'node:util';
import { parseOptions } from '../../synth/cli/command';
import { version } from '../../package.json';
import { commands } from '../../synth/cli/commands';
import { MemoryHost } from '../support/memory-host';
import { slipway } from './kit';

const names = Object.keys(commands);

/** Words of a command line; quotes hold blanks together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('slipway', () => {
  it.each([[['--help']], [['-h']], [['help']]])('shows its commands for %j', async (args) => {
    const { code, stdout, stderr } = await slipway(new MemoryHost(), ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^slipway turns one description of a system into .*\n\nusage: slipway <command> \[options\]\n\n/,
    );
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) {2,}(.*)$/gm)].map(([, name, summary]) => [name, summary]);
    expect(listed).toEqual(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
    expect(stdout).toMatch(/\nexit codes: 0 all is well, 1 there is something to mend, 2 a tool failed\n$/);
  });

  it('shows them too when it is given none, and fails', async () => {
    const { code, stdout } = await slipway(new MemoryHost());
    expect(code).toBe(1);
    expect(stdout).toContain('usage: slipway <command> [options]');
  });

  it('takes no word for a format that is none', async () => {
    const { code, stdout, stderr } = await slipway(new MemoryHost(), 'check', '--format', 'yaml');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('slipway: --format takes text, json or annotations, not "yaml"\n');
  });

  it.each([
    [['sinth'], 'slipway: there is no command sinth; did you mean synth?\n'],
    [['explian'], 'slipway: there is no command explian; did you mean explain?\n'],
    [['fly-to-the-moon'], 'slipway: there is no command fly-to-the-moon\n'],
    [['constructor'], 'slipway: there is no command constructor\n'],
  ])('knows no command %j and names the nearest', async (args, message) => {
    expect(await slipway(new MemoryHost(), ...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${message}Run slipway --help for the commands and their options.\n`,
    });
  });

  it.each([
    [
      ['explain', '--jsn'],
      /^slipway: slipway explain has no option --jsn; did you mean --json\?\nRun slipway explain --help/,
    ],
    [['check', '--fast=yes'], /^slipway: slipway check has no option --fast\nRun slipway check --help/],
    [['explain', '--format'], /^slipway: Option '--format <value>' argument missing/],
    [['explain', '--json=yes'], /^slipway: Option '--json' does not take an argument/],
  ])('refuses %j as the usage that it is', async (args, message) => {
    const { code, stdout, stderr } = await slipway(new MemoryHost(), ...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/Run slipway .*--help for .*options\.\n$/);
  });

  it('shows a command for help as for --help, and its version', async () => {
    const host = new MemoryHost();
    expect(await slipway(host, 'help', 'explain')).toEqual(await slipway(host, 'explain', '--help'));
    expect(await slipway(host, 'help', 'explian')).toMatchObject({ code: 1 });
    expect(await slipway(host, '--version')).toMatchObject({ code: 0, stdout: `slipway ${version}\n` });
  });

  it('shows a command whole: usage, details, options, examples', async () => {
    expect(await slipway(new MemoryHost(), 'doctor', '--help')).toEqual({
      code: 0,
      stderr: '',
      stdout: `slipway doctor: say which tools are there, in which version, and what is not judged without the others

usage: slipway doctor [options]

Slipway renders and checks without any of them but Node.js; exit code 1 where that is too old.

options:
  --json                            print one JSON document instead of text
  --format <text|json|annotations>  how findings are printed; annotations are for GitHub Actions
  --color <auto|always|never>       colour; auto means on a terminal and without NO_COLOR
  -h, --help                        this text

examples:
  slipway doctor         a table of tools
  slipway doctor --json  for a script
`,
    });
  });
});

describe.each(names)('slipway %s --help', (name) => {
  it('says what the overview says, and how to call it', async () => {
    const { code, stdout } = await slipway(new MemoryHost(), name, '--help');
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `slipway ${name}: ${commands[name]?.summary ?? ''}`,
      '',
      expect.stringMatching(new RegExp(`^usage: slipway ${name} `)),
    ]);
  });

  it('has examples that its own options take', async () => {
    const command = await commands[name]?.load();
    expect(command?.name).toBe(name);
    expect(command?.examples.length).toBeGreaterThan(0);
    for (const [line] of command?.examples ?? []) {
      // What follows a bar or a sign of redirection is the shell's.
      const [program, word, ...args] = wordsOf(
        line.split(/ [|<>] /).find((part) => part.includes(`slipway ${name}`)) ?? '',
      );
      expect([program, word]).toEqual(['slipway', name]);
      expect(() => parseArgs({ args, options: parseOptions(command!), allowPositionals: true })).not.toThrow();
    }
  });
});
