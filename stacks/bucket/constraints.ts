import type { Constraint } from '../../schemas/contract/kind';
import { withArticle } from '../../schemas/primitives/article';
import { keyConstraints } from '../facets/key';
import { regionOf, unknownRegion } from '../facets/region';
import { storageClasses, type Props } from './input';
import { logSources } from './policy';

type StorageClass = (typeof storageClasses)[number];

/** Days that an object stays in a class before it may move on, or that it needs before it may come in. */
const infrequent: readonly string[] = ['STANDARD_IA', 'ONEZONE_IA'];

/** Whether objects may move from one class to another. */
function leadsDown(from: StorageClass, to: StorageClass): boolean {
  if (from === 'ONEZONE_IA' && to === 'GLACIER_IR') return false;
  return storageClasses.indexOf(to) > storageClasses.indexOf(from);
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
export const constraints: readonly Constraint<Props>[] = [
  unknownRegion,
  ...keyConstraints<Props>(({ self, props }) => regionOf(self.settings, props.region)),
  {
    id: 'infrequent-access-too-early',
    meaning: 'Objects move to infrequent access after 30 days at the earliest.',
    fix: 'raise afterDays to 30',
    violations: ({ transitions }) =>
      transitions.flatMap(({ afterDays, to }, index) =>
        infrequent.includes(to) && afterDays < 30
          ? [{ at: `/transitions/${index}/afterDays`, found: `${to} after ${afterDays} days` }]
          : [],
      ),
  },
  {
    id: 'transitions-out-of-order',
    meaning:
      'Each move is later than the one before and goes further down the storage classes, ONEZONE_IA not to GLACIER_IR; one out of infrequent access comes 30 days after the one into it.',
    fix: `put the moves in order: ${storageClasses.join(', ')}`,
    violations: ({ transitions }) =>
      transitions.slice(1).flatMap((move, index) => {
        const before = transitions[index] as (typeof transitions)[number];
        const wait = infrequent.includes(before.to) ? 30 : 1;
        return leadsDown(before.to, move.to) && move.afterDays >= before.afterDays + wait
          ? []
          : [
              {
                at: `/transitions/${index + 1}`,
                found: `${move.to} after ${move.afterDays} days follows ${before.to} after ${before.afterDays}`,
              },
            ];
      }),
  },
  {
    id: 'expiry-before-transition',
    meaning: 'Objects are deleted after their last move.',
    fix: 'raise expireAfterDays, or remove the move',
    violations: ({ transitions, expireAfterDays }) => {
      const last = transitions.at(-1)?.afterDays;
      return expireAfterDays === undefined || last === undefined || expireAfterDays > last
        ? []
        : [{ at: '/expireAfterDays', found: `deleted after ${expireAfterDays} days, moved after ${last}` }];
    },
  },
  {
    id: 'prefix-of-no-effect',
    meaning: 'Objects go at the earliest age that any rule of theirs says: a prefix only makes it earlier.',
    fix: 'lower expireAfterDays of the prefix, or raise that of the bucket or of the shorter prefix',
    violations: ({ prefixes, expireAfterDays: ofBucket }) =>
      Object.entries(prefixes).flatMap(([prefix, { expireAfterDays }]) => {
        const wider = Object.entries(prefixes)
          .filter(([other]) => other !== prefix && prefix.startsWith(other))
          .map(([, rule]) => rule.expireAfterDays);
        const earliest = Math.min(...wider, ofBucket ?? Number.POSITIVE_INFINITY);
        return expireAfterDays < earliest
          ? []
          : [
              {
                at: `/prefixes/${prefix.replace(/\//g, '~1')}/expireAfterDays`,
                found: `${expireAfterDays} days, and all of it goes after ${earliest}`,
              },
            ];
      }),
  },
  {
    id: 'archive-order',
    meaning: 'Deep archive comes after archive.',
    fix: 'raise archive.deepAfterDays',
    violations: ({ archive }) =>
      archive?.deepAfterDays !== undefined && archive.deepAfterDays <= archive.afterDays
        ? [{ at: '/archive/deepAfterDays', found: `${archive.deepAfterDays} days, archive after ${archive.afterDays}` }]
        : [],
  },
  {
    id: 'archive-without-tiering',
    meaning: 'Only objects of intelligent tiering are archived when nobody reads them.',
    fix: 'add a transition to INTELLIGENT_TIERING, or remove archive',
    violations: ({ archive, transitions }) =>
      archive && !transitions.some(({ to }) => to === 'INTELLIGENT_TIERING')
        ? [{ at: '/archive', found: 'no transition to INTELLIGENT_TIERING' }]
        : [],
  },
  {
    id: 'replication-without-versions',
    meaning: 'Replication needs versions of objects at both ends, in two buckets.',
    fix: 'keep versions in both buckets',
    violations: ({ versioning, replication }, { self, ref }) => {
      if (!replication) return [];
      if (replication.to === self.name) return [{ at: '/replication/to', found: 'the bucket would copy to itself' }];
      const target = ref(replication.to).component.props as Props;
      if (!versioning) return [{ at: '/versioning', found: 'it keeps no versions' }];
      return target.versioning ? [] : [{ at: '/replication/to', found: `${replication.to} keeps no versions` }];
    },
  },
  {
    id: 'replication-keys',
    meaning: 'Copies are encrypted like their originals: both buckets have a key of their own kind, or neither has.',
    fix: 'name a key in both buckets, each of its own region, or in neither',
    violations: ({ key, replication }, { ref }) => {
      if (!replication) return [];
      const other = (ref(replication.to).component.props as Props).key;
      if ((key === undefined) === (other === undefined)) return [];
      return [{ at: '/replication/to', found: `${key === undefined ? replication.to : 'only this one'} has a key` }];
    },
  },
  {
    id: 'delivery-under-key',
    meaning: 'Load balancers and distributions write and read buckets that S3 encrypts with keys of its own.',
    fix: 'leave key out',
    violations: ({ key }, { usedBy }) =>
      key === undefined
        ? []
        : usedBy
            .filter(({ access }) => access === 'serve' || access === 'deliver-logs')
            .map(({ from, access }) => ({ at: '/key', found: `${from.name} uses it with ${access}` })),
  },
  {
    id: 'existing-left-as-it-is',
    meaning: 'The rules of an existing bucket stay as they are.',
    fix: 'remove the line, or take the bucket over with adopt instead of existing',
    violations: (props) =>
      props.existing
        ? (['transitions', 'expireAfterDays', 'prefixes', 'archive', 'replication'] as const)
            .filter((field) => Object.keys(props[field] ?? {}).length > 0 || typeof props[field] === 'number')
            .map((field) => ({ at: `/${field}`, found: 'the bucket is an existing one' }))
        : [],
  },
  {
    id: 'policy-of-existing-bucket',
    meaning:
      'The policy of a bucket that is left as it is takes no statements for those who serve it or write logs to it.',
    fix: 'take the bucket over with adopt instead of existing',
    violations: ({ existing }, { usedBy }) =>
      existing
        ? usedBy
            .filter(({ access }) => access === 'serve' || access === 'deliver-logs')
            .map(({ from, access }) => ({ at: '/existing', found: `${from.name} uses it with ${access}` }))
        : [],
  },
  {
    id: 'no-such-server',
    meaning:
      'A cdn serves a bucket; those that AWS delivers logs for may send them to it. What runs code has read and write.',
    fix: 'use append, read or write',
    violations: (_, { usedBy }) =>
      usedBy
        .filter(({ access, from }) =>
          access === 'serve' ? from.kind !== 'cdn' : access === 'deliver-logs' && !Object.hasOwn(logSources, from.kind),
        )
        .map(({ from, access }) => ({
          at: '',
          found: `${from.name}, ${withArticle(from.kind)}, uses it with ${access}`,
        })),
  },
];
