import type { CodeEntry } from './entry';

/** Findings of the `build` step. */
export const buildCodes = {
} as const satisfies Record<string, CodeEntry>;
