import { parseArgs, types } from 'node:util';
import { nearest } from '../../schemas/primitives/nearest';
import type { Host } from '../host/host';
import { parseOptions, type ExitCode } from './command';
import { commands } from './commands';
import { commandHelp, overview } from './help';

/** Runs one command line. Never throws: a bug is told in one paragraph and ends in exit code 2. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host);
  } catch (error) {
    if (isUsageError(error)) return usage(host, error.message);
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
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    host.stdout.write(overview());
    return name === undefined ? 1 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const near = nearest(name, Object.keys(commands));
    return usage(host, `there is no command ${name}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
  const command = await entry.load();
  const { values, positionals } = parseArgs({ args: rest, options: parseOptions(command), allowPositionals: true });
  if (values['help'] === true) {
    host.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run({ host, positionals, options: values });
}

function usage(host: Host, message: string): ExitCode {
  host.stderr.write(`slipway: ${message}\nRun slipway --help for the commands and their options.\n`);
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
