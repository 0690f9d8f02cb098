import type { CodeEntry } from './entry';

/** Findings of the `resolve` step. */
export const resolveCodes = {
} as const satisfies Record<string, CodeEntry>;
