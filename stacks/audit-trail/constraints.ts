import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import type { Props as Bucket } from '../bucket/input';
import type { Props } from './input';

function logBuckets({ uses }: Pick<ConstraintContext<Props>, 'uses'>) {
  return uses.filter(({ to, access }) => to.kind === 'bucket' && access === 'deliver-logs').map(({ to }) => to);
}

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'no-bucket',
    meaning: 'A trail writes to one bucket, which its environment describes.',
    fix: 'describe a bucket for the trail in this environment, and use that one alone with deliver-logs',
    violations: (_, context) => {
      const buckets = logBuckets(context);
      if (buckets.length === 0) return [{ at: '', found: 'it uses no bucket with deliver-logs' }];
      return buckets.flatMap(({ name, environment }, index) => {
        if (index > 0) return [{ at: `/uses/${name}`, found: 'a second bucket' }];
        return environment === context.self.environment
          ? []
          : [{ at: `/uses/${name}`, found: `${name} belongs to ${environment}` }];
      });
    },
  },
  {
    id: 'events-deleted-early',
    meaning: 'The bucket of a trail keeps events for as long as the trail says.',
    fix: 'raise expireAfterDays of the bucket, or lower keepDays',
    violations: ({ keepDays }, context) =>
      logBuckets(context).flatMap(({ name, props }) => {
        const { expireAfterDays, prefixes } = props as Bucket;
        const ages = [expireAfterDays, ...Object.values(prefixes).map((prefix) => prefix.expireAfterDays)];
        const first = Math.min(...ages.map((age) => age ?? Number.POSITIVE_INFINITY));
        return first < keepDays
          ? [{ at: '/keepDays', found: `${keepDays} days, and ${name} deletes after ${first}` }]
          : [];
      }),
  },
  {
    id: 'watches-its-own-bucket',
    meaning: 'A trail does not record what it writes itself: each record would be the cause of the next.',
    fix: 'take the bucket out of objects.buckets',
    violations: ({ objects }, context) =>
      (objects?.buckets ?? []).flatMap((key, index) =>
        logBuckets(context).some(({ name }) => name === key)
          ? [{ at: `/objects/buckets/${index}`, found: `it writes to ${key}` }]
          : [],
      ),
  },
];
