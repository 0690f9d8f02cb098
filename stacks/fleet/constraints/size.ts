import type { Constraint } from '../../../schemas/contract/kind';
import { activeVariants } from '../colours';
import type { Props } from '../input';

export const sizeConstraints: readonly Constraint<Props>[] = [
  {
    id: 'size-out-of-order',
    meaning: 'minimum ≤ desired ≤ maximum.',
    fix: 'change the one that is out of order',
    violations: ({ size: { minimum, desired, maximum } }) => [
      ...(minimum > maximum ? [{ at: '/size/minimum', found: `minimum ${minimum} is over maximum ${maximum}` }] : []),
      ...(minimum > desired ? [{ at: '/size/desired', found: `desired ${desired} is under minimum ${minimum}` }] : []),
      ...(desired > maximum ? [{ at: '/size/desired', found: `desired ${desired} is over maximum ${maximum}` }] : []),
    ],
  },
  {
    id: 'colours-over-maximum',
    meaning:
      'Colours with weight share the size, one instance each at least, and are never more than maximum together.',
    fix: 'raise size.maximum, or give fewer colours a weight',
    violations: (props) => {
      const active = activeVariants(props).length;
      const { maximum } = props.size;
      return active > maximum
        ? [{ at: '/size/maximum', found: `${active} colours with weight are more than ${maximum}` }]
        : [];
    },
  },
  {
    id: 'no-colour-with-weight',
    meaning: 'Some colour has a weight: without one nobody answers.',
    fix: 'give a colour a weight',
    violations: (props) => (activeVariants(props).length === 0 ? [{ at: '/colours', found: 'all weights are 0' }] : []),
  },
  {
    id: 'refresh-bounds',
    meaning: 'maxHealthyPercent is at most 100 over minHealthyPercent.',
    fix: 'raise minHealthyPercent, or lower maxHealthyPercent',
    violations: ({ refresh: { minHealthyPercent, maxHealthyPercent } }) =>
      maxHealthyPercent - minHealthyPercent > 100
        ? [{ at: '/refresh/maxHealthyPercent', found: `${minHealthyPercent} to ${maxHealthyPercent} percent` }]
        : [],
  },
];
