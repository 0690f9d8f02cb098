import { inTransit, nothingPublic } from './all-03-access';
import { atRest } from './all-03-at-rest';
import { logs, notDeleted } from './all-03-kept';
import type { Row } from './row';

export const all03: Row = {
  id: 'ALL-03',
  title: 'Encrypted at rest and in transit, nothing public, logs kept for a stated time, data protected from deletion',
  states: { ...atRest, ...inTransit, ...nothingPublic, ...logs, ...notDeleted },
};
