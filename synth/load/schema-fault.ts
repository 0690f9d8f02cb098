import type { Code } from '../../schemas/codes/catalogue';
import type { Schema, SchemaError } from './schema-lookup';
import { foundWords } from './schema-words';

/** A validator's error with what is needed to speak of it. */
export interface Fault {
  readonly error: SchemaError;
  readonly root: Schema;
  /** The schema that the keyword stands in. */
  readonly schema: Schema;
  /** What was judged. */
  readonly found: unknown;
  /** As it is written in the file, quotes included. */
  readonly written: string | undefined;
  /** Whether two keys of what was found stand in two files: of the environment and of its system, say. */
  readonly inOtherFiles: (key: string, other: string) => boolean;
  /** Key of what was judged; items of lists and the root have none. */
  readonly key: string | undefined;
}

/** What a finding says, and of which part: the value itself, or a key below it. */
export interface Saying {
  readonly code: Code;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  /** The key below the judged map that the finding is about. */
  readonly child?: string;
  /** The key is not there. */
  readonly absent?: boolean;
}

export function textParameter({ error }: Fault, name: string): string {
  const value = error.params[name];
  return typeof value === 'string' ? value : '';
}

export function listParameter({ error }: Fault, name: string): unknown[] {
  const value = error.params[name];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function named({ key }: Fault): string {
  return key === undefined ? 'the value' : `\`${key}\``;
}

/** The key is not that of a field: it is the user's own, in a map of named things. */
export function isOwnKey({ error, key }: Fault): boolean {
  return key !== undefined && /\/(?:patternProperties\/[^/]+|additionalProperties)\/[^/]+$/.test(error.schemaPath);
}

/** What was found, by type and value: a number as it is written, since the file may say `16.10` where the value is 16.1. */
export function foundIn({ found, written }: Fault): string {
  return typeof found === 'number' && written !== undefined ? `the number \`${written}\`` : foundWords(found);
}
