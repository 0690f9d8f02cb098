import type { CodeEntry } from './entry';

/** Findings of the `write` step. */
export const writeCodes = {
} as const satisfies Record<string, CodeEntry>;
