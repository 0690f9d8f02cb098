import type { Constraint } from '../../../schemas/contract/kind';
import type { Props } from '../input';
import { machineConstraints } from './machine';
import { ruleConstraints } from './rules';
import { scheduleConstraints } from './schedules';
import { sizeConstraints } from './size';
import { wayConstraints } from './ways';

export const constraints: readonly Constraint<Props>[] = [
  ...sizeConstraints,
  ...machineConstraints,
  ...ruleConstraints,
  ...scheduleConstraints,
  ...wayConstraints,
];
