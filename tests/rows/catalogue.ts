import { pv01 } from './pv-01';
import { pv02 } from './pv-02';
import { pv03 } from './pv-03';
import { pv04 } from './pv-04';
import { pv05 } from './pv-05';
import type { Row } from './row';

/** Every row that the committed output meets, in order. */
export const rows: readonly Row[] = [pv01, pv02, pv03, pv04, pv05];
