import { compareText } from '../../schemas/primitives/finding';
import type { Props } from './input';

/** Which tags may move. */
export function tagsOf({ immutableTags, mutableTags }: Props) {
  if (!immutableTags) return { imageTagMutability: 'MUTABLE' };
  if (mutableTags.length === 0) return { imageTagMutability: 'IMMUTABLE' };
  return {
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilter: mutableTags.map((filter) => ({ filter, filterType: 'WILDCARD' })),
  };
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
export function lifecycle({ expireUntaggedAfterDays, keepOf }: Props, keepImages: number): string {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: 'expire' },
  });
  const untagged = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days' };
  const tagged = (pattern: string, countNumber: number) => ({
    tagStatus: 'tagged',
    tagPatternList: [pattern],
    countType: 'imageCountMoreThan',
    countNumber,
  });
  // What one rule looks at, none behind it expires.
  const environments = Object.entries(keepOf).sort(([one], [other]) => compareText(one, other));
  return JSON.stringify({
    rules: [
      rule(1, 'Images without a tag', { ...untagged, countNumber: expireUntaggedAfterDays }),
      ...environments.map(([name, count], index) =>
        rule(index + 2, `All but the newest images of ${name}`, tagged(`${name}-*`, count)),
      ),
      rule(environments.length + 2, 'All but the newest images', tagged('*', keepImages)),
    ],
  });
}
