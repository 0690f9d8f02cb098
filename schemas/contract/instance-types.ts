import { ec2Types } from '../upstream/aws/offered-types';
import { typeFault } from '../upstream/aws/type-fault';
import { text } from './fields';
import type { Constraint } from './kind';

/** Field of one instance type of EC2. */
export const instanceTypeField = text('Instance type.', {
  pattern: '^[a-z][a-z0-9-]*\\.[a-z0-9-]+$',
  'x-form': 'an instance type such as m7g.large',
});

/** Of every kind that starts instances of the types it lists; what may be newer than the table is a warning of a rule. */
export const knownInstanceTypes: Constraint<{ readonly instanceTypes: readonly string[] }> = {
  id: 'unknown-instance-type',
  meaning: 'Every instance type is one that EC2 offers, and none a Mac, which is had on a host of one’s own alone.',
  fix: 'name a type that there is',
  violations: ({ instanceTypes }) =>
    instanceTypes.flatMap((type, index) => {
      const found = refused(type);
      return found === undefined ? [] : [{ at: `/instanceTypes/${index}`, found }];
    }),
};

function refused(type: string): string | undefined {
  if (type.startsWith('mac')) return `${type} is a Mac`;
  const fault = typeFault(type, ec2Types);
  return fault?.certain === true ? fault.found : undefined;
}
