import { all01 } from './all-01';
import { all02 } from './all-02';
import { all03 } from './all-03';
import { an01 } from './an-01';
import { an02 } from './an-02';
import { an03 } from './an-03';
import { an04 } from './an-04';
import { an05 } from './an-05';
import { an06 } from './an-06';
import { an07 } from './an-07';
import { an08 } from './an-08';
import { an09 } from './an-09';
import { an11 } from './an-11';
import { an12 } from './an-12';
import { mr01 } from './mr-01';
import { mr02 } from './mr-02';
import { mr03 } from './mr-03';
import { mr04 } from './mr-04';
import { mr05 } from './mr-05';
import { mr06 } from './mr-06';
import { mr07 } from './mr-07';
import { mr08 } from './mr-08';
import { mr09 } from './mr-09';
import { mr10 } from './mr-10';
import { ps01 } from './ps-01';
import { ps02 } from './ps-02';
import { ps03 } from './ps-03';
import { ps04 } from './ps-04';
import { ps05 } from './ps-05';
import { ps06 } from './ps-06';
import { ps07 } from './ps-07';
import { ps08 } from './ps-08';
import { ps09 } from './ps-09';
import { ps10 } from './ps-10';
import { ps11 } from './ps-11';
import { ps12 } from './ps-12';
import { ps13 } from './ps-13';
import { ps14 } from './ps-14';
import { ps15 } from './ps-15';
import { pv01 } from './pv-01';
import { pv02 } from './pv-02';
import { pv03 } from './pv-03';
import { pv04 } from './pv-04';
import { pv05 } from './pv-05';
import { pv06 } from './pv-06';
import { pv07 } from './pv-07';
import { pv08 } from './pv-08';
import { pv09 } from './pv-09';
import { pv10 } from './pv-10';
import { pv11 } from './pv-11';
import { pv12 } from './pv-12';
import { pv13 } from './pv-13';
import { pv14 } from './pv-14';
import { pv15 } from './pv-15';
import { pv16 } from './pv-16';
import { pv17 } from './pv-17';
import { pv18 } from './pv-18';
import { pv20 } from './pv-20';
import { pv21 } from './pv-21';
import { pv22 } from './pv-22';
import { pv23 } from './pv-23';
import type { Row } from './row';

/** Every row that the committed output meets, in order. */
export const rows: readonly Row[] = [
  mr01,
  mr02,
  mr03,
  mr04,
  mr05,
  mr06,
  mr07,
  mr08,
  mr09,
  mr10,
  ps01,
  ps02,
  ps03,
  ps04,
  ps05,
  ps06,
  ps07,
  ps08,
  ps09,
  ps10,
  ps11,
  ps12,
  ps13,
  ps14,
  ps15,
  pv01,
  pv02,
  pv03,
  pv04,
  pv05,
  pv06,
  pv07,
  pv08,
  pv09,
  pv10,
  pv11,
  pv12,
  pv13,
  pv14,
  pv15,
  pv16,
  pv17,
  pv18,
  pv20,
  pv21,
  pv22,
  pv23,
  an01,
  an02,
  an03,
  an04,
  an05,
  an06,
  an07,
  an08,
  an09,
  an11,
  an12,
  all01,
  all02,
  all03,
];
