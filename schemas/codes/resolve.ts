import type { CodeEntry } from './entry';

/** Findings of the `resolve` step. */
export const resolveCodes = {
  'unknown-base': {
    meaning: '`base` names an environment that the system does not have.',
    example: '`base: shred`, where the system has `shared`.',
    fix: 'Name one of the environments that the finding lists.',
  },
  'circular-base': {
    meaning: 'Environments stand on each other in a circle.',
    example: '`dev` with `base: prod`, and `prod` with `base: dev`.',
    fix: 'Remove one of the `base` lines that the finding lists.',
  },
  'unknown-component': {
    meaning: 'A `uses` line or a field names a component that neither the environment nor one it stands on has.',
    example: '`uses: { databse: read }`.',
    fix: 'Use the nearest name that the finding offers, or describe the component.',
  },
  'wrong-kind-of-component': {
    meaning: 'A field names a component of a kind that it does not take.',
    example: '`network: images`, where `images` is a bucket.',
    fix: 'Name a component of one of the kinds that the finding lists.',
  },
  'ambiguous-component': {
    meaning: 'A field was left out, and several components in reach could be meant.',
    example: 'A bucket without `logs:` where two log buckets exist.',
    fix: 'State the field, with one of the components that the finding names.',
  },
  'missing-component': {
    meaning: 'A field was left out, and no component in reach could be meant.',
    example: 'A load balancer in an environment without a network.',
    fix: 'Describe a component of one of the kinds that the finding lists.',
  },
  'unknown-access': {
    meaning: 'A `uses` line asks for an access level that its target does not offer.',
    example: '`uses: { images: admin }` on a bucket.',
    fix: 'Use one of the levels that the finding lists.',
  },
  'offers-nothing': {
    meaning: 'A `uses` line names a component that nothing can connect to.',
    example: '`uses: { vpc: read }`.',
    fix: 'Remove the line.',
  },
  'repeated-use': {
    meaning: 'A component asks for the same access to the same target under two prefixes.',
    example: '`uses: { app: { access: jwt-key, JWT: jwt-key } }`.',
    fix: 'Keep one of the prefixes.',
  },
  'uses-itself': {
    meaning: 'A component names itself in its `uses`.',
    example: '`service: { user: { uses: { user: call } } }`.',
    fix: 'Remove the line; pods of one workload reach each other by what its kind says of them.',
  },
  'colliding-components': {
    meaning: 'Two components of an environment and those it stands on have the same key.',
    example: 'A bucket `images` in `dev` and another in its base `shared`.',
    fix: 'Give one of them another key.',
  },
  'reference-cycle': {
    meaning: 'Components refer to each other in a circle, so that none can be made first.',
    example: 'Fleet `a` uses fleet `b`, whose address uses `a`.',
    fix: 'Remove one of the lines that the finding lists.',
  },
  'refused-combination': {
    meaning: 'The values of a component are each allowed, and AWS or Kubernetes refuses them together.',
    example: '`min: 4` with `max: 2` on a fleet.',
    fix: 'Change one of the values as the finding says; `docs/kinds.md` lists the combinations of each kind.',
  },
} as const satisfies Record<string, CodeEntry>;
