import type { Finding } from '../../schemas/primitives/finding';
import type { Environment } from '../model';

export interface RenamedKey {
  readonly side: 'images' | 'bindings';
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What to do where a file beside the description still has the key that a renamed component had. */
export function renamedKey(
  environment: Environment,
  { side, file, from, to }: RenamedKey,
): Pick<Finding, 'fix' | 'related'> {
  const at = environment.sideKeyAt(side, from);
  return {
    fix: `rename the key ${from} to ${to} in ${file}, as the component was renamed`,
    ...(at ? { related: [{ at, message: `what it has is here, under ${from}` }] } : {}),
  };
}
