import type { CodeEntry } from './entry';

/** Findings of the `load` step. */
export const loadCodes = {
} as const satisfies Record<string, CodeEntry>;
