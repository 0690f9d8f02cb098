import type { Finding } from '../../schemas/primitives/finding';
import type { Host } from '../host/host';
import { synthesize, type Synthesis } from '../pipeline';
import { annotations } from '../report/annotations';
import { jsonReport } from '../report/json';
import { textReport } from '../report/text';
import type { CommandContext, ExitCode } from './command';

type Format = 'text' | 'json' | 'annotations';

/** How a command speaks: as text, as one JSON document, or as annotations. */
export class Session {
  readonly format: Format;
  readonly strict: boolean;
  /** Texts that excerpts are taken from in place of the files: of what is refused before it is written. */
  readonly texts = new Map<string, string>();
  private readonly started: number;

  constructor(readonly context: CommandContext) {
    const { host, options } = context;
    this.started = host.elapsedMs();
    this.strict = options['strict'] === true;
    this.format = options['json'] === true ? 'json' : formatOf(options['format']);
  }

  get host(): Host {
    return this.context.host;
  }

  seconds(): string {
    return `${((this.host.elapsedMs() - this.started) / 1000).toFixed(2)} s`;
  }

  /** Renders and checks, and shows after a second that something is happening. */
  async synthesize(patterns: readonly string[]): Promise<Synthesis> {
    const progress =
      this.format === 'text' && this.host.stderr.isTTY
        ? setTimeout(() => this.host.stderr.write('rendering and checking …\n'), 1000)
        : undefined;
    try {
      return await synthesize(this.host, patterns);
    } finally {
      clearTimeout(progress);
    }
  }

  /** Prints findings and what else there is to say. */
  report(findings: readonly Finding[], summary: Readonly<Record<string, unknown>>, lines: readonly string[]): void {
    const { stdout } = this.host;
    if (this.format === 'json') {
      stdout.write(`${JSON.stringify({ ...jsonReport(findings), ...summary }, null, 2)}\n`);
      return;
    }
    if (this.format === 'annotations') stdout.write(annotations(findings));
    const text = textReport(findings, {
      colour: this.colour(),
      width: stdout.columns ?? 120,
      // A finding about what is not there names a folder, which has no text to show.
      source: (file) =>
        this.texts.get(file) ?? (this.host.stat(file)?.kind === 'file' ? this.host.readText(file) : undefined),
    });
    if (this.format === 'text') stdout.write(text === '' ? '' : `${text}\n`);
    stdout.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** 1 when something has to be mended; with `--strict`, warnings and what could not be judged count too. */
  exitCode(findings: readonly Finding[], unknown = 0): ExitCode {
    // A rule that failed by its own fault has not judged: that is no verdict on the description.
    if (findings.some(({ code }) => code === 'rule-failed')) return 2;
    const failing = findings.some(({ severity }) => severity === 'error' || (this.strict && severity === 'warning'));
    return failing || (this.strict && unknown > 0) ? 1 : 0;
  }

  private colour(): boolean {
    const { options } = this.context;
    if (options['color'] === 'always') return true;
    if (options['color'] === 'never') return false;
    return this.host.stdout.isTTY && (this.host.env['NO_COLOR'] ?? '') === '';
  }
}

/** @throws a usage error for a word that is no format */
function formatOf(value: unknown): Format {
  if (value === undefined || value === 'text') return 'text';
  if (value === 'json' || value === 'annotations') return value;
  const message = `--format takes text, json or annotations, not ${JSON.stringify(value)}`;
  throw Object.assign(new Error(message), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}

/** `what` with its count, in the singular where there is one. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
