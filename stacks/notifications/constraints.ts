import type { Constraint } from '../../schemas/contract/kind';
import { regionOf, unknownRegion } from '../facets/region';
import type { Props } from './input';

const protocols = ['email', 'sms', 'https'] as const;

export const constraints: readonly Constraint<Props>[] = [
  unknownRegion,
  {
    id: 'same-address-twice',
    meaning: 'SNS subscribes an address to a topic once: a second subscription would be the first one again.',
    fix: 'keep one of the two names',
    violations: (props) =>
      protocols.flatMap((protocol) => {
        const entries = Object.entries(props[protocol]);
        return entries.flatMap(([name, address], index) => {
          const other = entries.slice(0, index).find(([, earlier]) => earlier === address);
          return other ? [{ at: `/${protocol}/${name}`, found: `the address of ${other[0]}` }] : [];
        });
      }),
  },
  {
    id: 'existing-elsewhere',
    meaning: 'A topic that is there already is in the region that it is described for.',
    fix: 'name its region in aws.regions, and state that name as region',
    violations: ({ existing, region }, { self }) => {
      const here = regionOf(self.settings, region);
      const there = existing?.topicArn.split(':')[3];
      return existing === undefined || here === undefined || there === here
        ? []
        : [{ at: '/existing/topicArn', found: `the topic is in ${there ?? ''}, the component in ${here}` }];
    },
  },
];
