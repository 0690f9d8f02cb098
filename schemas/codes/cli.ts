import type { CodeEntry } from './entry';

/** Findings of the `cli` step. */
export const cliCodes = {
} as const satisfies Record<string, CodeEntry>;
