import { pv01 } from './pv-01';
import type { Row } from './row';

/** Every row that the committed output meets, in order. */
export const rows: readonly Row[] = [pv01];
