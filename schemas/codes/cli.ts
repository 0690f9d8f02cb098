import type { CodeEntry } from './entry';

/** Findings of the `cli` step. */
export const cliCodes = {
  'unknown-environment': {
    meaning: 'The command line names an environment that the repository does not have.',
    example: '`slipway synth pingvas/prd`.',
    fix: 'Name one of the environments that the finding lists.',
  },
  'nothing-to-explain': {
    meaning: '`slipway explain` is asked about a kind, an environment or a component that there is not.',
    example: '`slipway explain bukket`.',
    fix: 'Name one that `slipway explain` lists.',
  },
} as const satisfies Record<string, CodeEntry>;
