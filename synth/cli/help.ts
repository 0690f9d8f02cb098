import type { Command, OptionDoc } from './command';
import { commands } from './commands';

/** The text of `slipway --help`. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'slipway turns one description of a system into Terraform JSON and Kubernetes manifests, proven before they are applied.',
    '',
    'usage: slipway <command> [options]',
    '',
    ...lines,
    '',
    'examples:',
    '  slipway synth                 render every environment and write what changed',
    '  slipway synth pingvas/dev     one environment',
    '  slipway check --strict        what CI asks',
    '  slipway <command> --help      more of one command',
    '  slipway --version             which version this is',
    '',
    'exit codes: 0 all is well, 1 there is something to mend, 2 a tool failed',
    '',
  ].join('\n');
}

/** Characters of an example that what it does still stands beside; below it otherwise. */
const longestLine = 80;

/** The text of `slipway <command> --help`. */
export function commandHelp(command: Command): string {
  const options: Record<string, OptionDoc> = {
    ...command.options,
    help: { type: 'boolean', short: 'h', description: 'this text' },
  };
  const flags = Object.entries(options).map(([name, option]) => {
    const value = option.type === 'string' ? ` <${option.value ?? name}>` : '';
    return [`${option.short === undefined ? '' : `-${option.short}, `}--${name}${value}`, option.description] as const;
  });
  const width = Math.max(...flags.map(([flag]) => flag.length));
  const short = command.examples.filter(([line]) => line.length <= longestLine);
  const exampleWidth = Math.max(0, ...short.map(([line]) => line.length));
  return [
    `slipway ${command.name}: ${command.summary}`,
    '',
    `usage: slipway ${command.name} ${command.usage}`.trimEnd(),
    ...(command.details === undefined ? [] : ['', command.details]),
    '',
    'options:',
    ...flags.map(([flag, description]) => `  ${flag.padEnd(width)}  ${description}`),
    '',
    'examples:',
    ...command.examples.flatMap(([line, what]) =>
      line.length <= longestLine ? [`  ${line.padEnd(exampleWidth)}  ${what}`] : [`  ${line}`, `      ${what}`],
    ),
    '',
  ].join('\n');
}
