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
export function lifecycle({ expireUntaggedAfterDays }: Props, keepImages: number): string {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: 'expire' },
  });
  const untagged = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days' };
  const tagged = { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan' };
  return JSON.stringify({
    rules: [
      rule(1, 'Images without a tag', { ...untagged, countNumber: expireUntaggedAfterDays }),
      rule(2, 'All but the newest images', { ...tagged, countNumber: keepImages }),
    ],
  });
}
