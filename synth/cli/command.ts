import type { ParseArgsConfig } from 'node:util';
import type { Host } from '../host/host';

/** `0`: all is well. `1`: the user has something to mend. `2`: a tool failed, or there is a bug. */
export type ExitCode = 0 | 1 | 2;

export interface OptionDoc {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** Word that stands for the value in the usage line. */
  readonly value?: string;
  readonly description: string;
}

export interface CommandContext {
  readonly host: Host;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** One word of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the command's name: `[environment...]`. */
  readonly usage: string;
  readonly details?: string;
  readonly options: Readonly<Record<string, OptionDoc>>;
  /** Command lines with what each does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  run(context: CommandContext): Promise<ExitCode>;
}

/** Options of every command that shows findings. */
export const reportOptions = {
  json: { type: 'boolean', description: 'print one JSON document instead of text' },
  format: {
    type: 'string',
    value: 'text|json|annotations',
    description: 'how findings are printed; annotations are for GitHub Actions',
  },
  color: {
    type: 'string',
    value: 'auto|always|never',
    description: 'colour; auto means on a terminal and without NO_COLOR',
  },
} as const satisfies Record<string, OptionDoc>;

export function parseOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  const own = Object.entries(command.options).map(
    ([name, { type, short, multiple }]) =>
      [name, { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) }] as const,
  );
  return { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } };
}
