import type { Schema, Scope } from './schema';

/** A parsed line of the committed data. */
export interface Line {
  readonly name: string;
  readonly scope?: Scope;
  readonly rules?: boolean;
  readonly schema: Schema;
}

const nameStart = '{"name":"';
const versionsStart = '","versions":"';

/**
 * A file with a definition on each line. Lines are found by their first characters, and parsed when they are asked for:
 * of a thousand lines a run needs a few dozen.
 */
export class LineFile {
  private readonly places = new Map<string, readonly [start: number, end: number]>();
  private readonly parsed = new Map<string, Line>();

  /**
   * @param text one definition a line, its name first
   * @param version takes only the lines of this minor version
   */
  constructor(
    private readonly text: string,
    version?: string,
  ) {
    const minor = version === undefined ? undefined : minorOf(version);
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      const nameEnd = text.indexOf('"', start + nameStart.length);
      if (minor === undefined || this.holds(nameEnd, minor))
        this.places.set(text.slice(start + nameStart.length, nameEnd), [start, end]);
      start = end + 1;
    }
  }

  names(): string[] {
    return [...this.places.keys()];
  }

  find(name: string): Line | undefined {
    const known = this.parsed.get(name);
    if (known !== undefined) return known;
    const place = this.places.get(name);
    if (place === undefined) return undefined;
    const line = JSON.parse(this.text.slice(...place)) as Line;
    this.parsed.set(name, line);
    return line;
  }

  /** Whether `"versions":"1.28-1.30,1.33"`, which follows the name, holds a version. */
  private holds(nameEnd: number, minor: number): boolean {
    const start = nameEnd + versionsStart.length;
    const versions = this.text.slice(start, this.text.indexOf('"', start));
    return versions.split(',').some((range) => {
      const dash = range.indexOf('-');
      const first = minorOf(dash === -1 ? range : range.slice(0, dash));
      return first <= minor && minor <= minorOf(range.slice(dash + 1));
    });
  }
}

/** `1.33` → 33. */
function minorOf(version: string): number {
  return Number(version.slice(version.indexOf('.') + 1));
}
