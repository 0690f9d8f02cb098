import type { Constraint } from '../../schemas/contract/kind';
import type { Props } from './input';

export const constraints: readonly Constraint<Props>[] = [];
