import type { Constraint } from '../../schemas/contract/kind';
import { scheduleConstraints } from '../facets/schedule';
import type { Props } from './input';
import { patchGroupOf } from './resources';
import { systemOf } from './systems';

/** Words that the operating system doesn't have. */
function strange(props: Props, field: 'classifications' | 'severities') {
  const known: readonly string[] = systemOf(props.operatingSystem)[field]?.values ?? [];
  return (props.baseline[field] ?? []).flatMap((word, index) =>
    word === '*' && known.length > 0 ? [] : known.includes(word) ? [] : [{ word, at: `/baseline/${field}/${index}` }],
  );
}

export const constraints: readonly Constraint<Props>[] = [
  ...scheduleConstraints,
  {
    id: 'cutoff-in-window',
    meaning: 'Nothing new begins some hours before the end: fewer than the window has.',
    fix: 'lower cutoffHours, or raise durationHours',
    violations: ({ cutoffHours, durationHours }) =>
      cutoffHours >= durationHours
        ? [{ at: '/cutoffHours', found: `${cutoffHours} hours of a window of ${durationHours}` }]
        : [],
  },
  {
    id: 'words-of-another-system',
    meaning: 'Classifications and severities are words of the operating system.',
    fix: 'use its own words, which the documentation of Patch Manager lists',
    violations: (props) =>
      (['classifications', 'severities'] as const).flatMap((field) =>
        strange(props, field).map(({ word, at }) => ({ at, found: `${props.operatingSystem} has no ${word}` })),
      ),
  },
  {
    id: 'undated-patches',
    meaning: 'Ubuntu and Debian do not tell when a package came out: no days can be waited.',
    fix: 'remove approveAfterDays',
    violations: ({ operatingSystem, baseline }) =>
      systemOf(operatingSystem).dated || baseline.approveAfterDays === undefined
        ? []
        : [{ at: '/baseline/approveAfterDays', found: `${baseline.approveAfterDays} days with ${operatingSystem}` }],
  },
  {
    id: 'non-security-of-windows',
    meaning: 'Updates beside those for security are told apart with Linux alone.',
    fix: 'remove nonSecurity, and name classifications',
    violations: ({ operatingSystem, baseline }) =>
      operatingSystem === 'windows' && baseline.nonSecurity
        ? [{ at: '/baseline/nonSecurity', found: 'the instances run Windows' }]
        : [],
  },
  {
    id: 'no-patch-group',
    meaning: 'Instances find the baseline by their tag PatchGroup; without one they would be patched by AWS’s own.',
    fix: 'add PatchGroup to tags of the environment or to targetTags, or set baseline.appliesTo to region',
    violations: (props, { self }) =>
      props.baseline.appliesTo === 'patch-group' && patchGroupOf(props, self.settings) === undefined
        ? [{ at: '/baseline/appliesTo', found: 'neither targetTags nor the environment’s tags have a PatchGroup' }]
        : [],
  },
];
