import type { CodeEntry } from './entry';

/** Findings of the `check` step. */
export const checkCodes = {
  'cluster-version-ended': {
    meaning: 'A cluster is to run a version of Kubernetes that EKS no longer offers, extended support included.',
    example: 'A `cluster` with `version: "1.28"`, whose extended support ended on 2025-11-26.',
    fix: 'State a version in standard support.',
  },
  'cluster-version-extended': {
    meaning: 'A cluster runs a version of Kubernetes in extended support, which costs six times as much an hour.',
    example: 'A `cluster` with `version: "1.33"` after 2026-07-29.',
    fix: 'State a version in standard support.',
  },
  'cluster-version-ends-soon': {
    meaning: 'Standard support of the Kubernetes version of a cluster ends within 90 days.',
    example: 'A `cluster` with `version: "1.35"` in January 2027.',
    fix: 'Plan the upgrade: state the next minor version, and try it where it can do no harm.',
  },
} as const satisfies Record<string, CodeEntry>;
