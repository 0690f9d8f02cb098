import type { Entrance } from '../../schemas/contract/connection';
import { entrancesBehind, exposeFieldOf, type Expose } from '../../schemas/contract/expose';
import type { Reader } from '../../schemas/contract/output';

/** Ways into a workload from load balancers, by name. */
export const exposeField = exposeFieldOf('By default those of the namespace.');

export interface Exposed {
  readonly port: number;
  readonly expose: Expose;
}

/** Ways in from load balancers; a host that is not stated is the namespace's. */
export function entrancesOf({ port, expose }: Exposed, namespace: Reader): Entrance[] {
  return entrancesBehind(expose, { port, targetType: 'ip', hosts: () => namespace.list('hosts') });
}
