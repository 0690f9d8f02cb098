import type { Constraint } from '../../schemas/contract/kind';
import { replicaRegions } from '../facets/region';
import type { Props } from './input';

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'movable-tags',
    meaning: 'Only where tags don’t move can some of them be let move.',
    fix: 'leave mutableTags out, or set immutableTags to true',
    violations: ({ immutableTags, mutableTags }) =>
      !immutableTags && mutableTags.length > 0
        ? [{ at: '/mutableTags', found: 'mutableTags, where every tag may move' }]
        : [],
  },
  replicaRegions,
  {
    id: 'replicas-under-key',
    meaning: 'Copies in other regions are encrypted with AES-256: no key reaches there.',
    fix: 'leave key out, or replicas',
    violations: ({ key, replicas }) =>
      key !== undefined && replicas.length > 0 ? [{ at: '/replicas', found: `${key} encrypts the originals` }] : [],
  },
  {
    id: 'replicas-of-existing',
    meaning: 'Nothing is added to repositories that are there already.',
    fix: 'remove replicas, or take the repositories over with adopt instead of existing',
    violations: ({ existing, replicas }) =>
      existing && replicas.length > 0 ? [{ at: '/replicas', found: 'the repositories are existing ones' }] : [],
  },
];
