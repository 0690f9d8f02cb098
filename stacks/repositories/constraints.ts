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
  {
    // ECR asks for tags of a pattern, and counts what an earlier rule keeps as well.
    id: 'keep-of-one-name-within-another',
    meaning:
      'Of no two environments in `keepOf` the name of one, with a hyphen, begins that of the other: ECR takes the tags of the second for tags of the first.',
    fix: 'take one of them out of keepOf and let keepImages be enough for it, or give them repositories of their own',
    violations: ({ keepOf }) => {
      const names = Object.keys(keepOf);
      return names.flatMap((name) => {
        const within = names.find((other) => name.startsWith(`${other}-`));
        return within === undefined
          ? []
          : [
              {
                at: `/keepOf/${name}`,
                found: `the tags ${name}-… are of the pattern ${within}-* too: images of ${name} count among those that are kept of ${within}`,
              },
            ];
      });
    },
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
