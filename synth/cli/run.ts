import { parseArgs, types } from 'node:util';
import { nearest } from '../../schemas/primitives/nearest';
import { BrokenOff, type Host } from '../host/host';
import { parseOptions, type ExitCode } from './command';
import { commands } from './commands';
import { commandHelp, overview } from './help';

/** Runs one command line. Never throws: a bug is told in one paragraph and ends in exit code 2. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host);
  } catch (error) {
    if (isUsageError(error)) return usage(host, error.message);
    if (error instanceof BrokenOff) {
      host.stderr.write('broken off: nothing was written\n');
      return 1;
    }
    host.stderr.write(`slipway failed: ${error instanceof Error ? error.message : String(error)}\n`);
    if (host.env['SLIPWAY_DEBUG'] !== undefined && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n`);
    else
      host.stderr.write(
        'This is a fault of slipway or of the machine, not of the description. SLIPWAY_DEBUG=1 shows where it happened.\n',
      );
    return 2;
  }
}

async function dispatch(args: readonly string[], host: Host): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === 'help' && rest[0] !== undefined && !rest[0].startsWith('-')) return dispatch([rest[0], '--help'], host);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    host.stdout.write(overview());
    return name === undefined ? 1 : 0;
  }
  if (name === '--version') {
    host.stdout.write(`slipway ${versionOf(host)}\n`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const near = nearest(name, Object.keys(commands));
    return usage(host, `there is no command ${name}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
  const command = await entry.load();
  const options = parseOptions(command);
  const unknown = unknownOption(rest, Object.keys(options));
  if (unknown !== undefined) return usage(host, `slipway ${name} has no option ${unknown}`, name);
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
  if (values['help'] === true) {
    host.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run({ host, positionals, options: values });
}

/** The first option that is none of a command, with the nearest that is; Node's own words speak of positional arguments. */
function unknownOption(args: readonly string[], options: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const written = args.slice(0, end < 0 ? undefined : end).flatMap((word) => /^--([^=]+)/.exec(word)?.[1] ?? []);
  const name = written.find((option) => !options.includes(option));
  if (name === undefined) return undefined;
  const near = nearest(name, options);
  return `--${name}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function versionOf(host: Host): string {
  return (JSON.parse(host.installation.files.readText('package.json')) as { readonly version: string }).version;
}

function usage(host: Host, message: string, command?: string): ExitCode {
  const more =
    command === undefined
      ? 'slipway --help for the commands and their options'
      : `slipway ${command} --help for its options`;
  host.stderr.write(`slipway: ${message}\nRun ${more}.\n`);
  return 1;
}

function isUsageError(error: unknown): error is Error {
  return (
    types.isNativeError(error) &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  );
}
