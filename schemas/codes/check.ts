import type { CodeEntry } from './entry';

/** Findings of the `check` step. */
export const checkCodes = {} as const satisfies Record<string, CodeEntry>;
