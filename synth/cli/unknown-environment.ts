import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { commandLine } from '../../schemas/primitives/position';
import type { EnvironmentFile } from '../discover';

/** Who was named on the command line is not there; `systems` may be named as well, where the command takes them. */
export function unknownEnvironment(
  where: string,
  all: readonly EnvironmentFile[],
  { systems }: { readonly systems: boolean },
): Finding {
  const names = [...all.map(({ label }) => label), ...(systems ? new Set(all.map(({ system }) => system)) : [])];
  const near = nearest(where, names);
  return {
    code: 'unknown-environment',
    severity: 'error',
    at: commandLine,
    subject: where,
    message: systems ? `there is neither an environment nor a system ${where}` : `there is no environment ${where}`,
    expected: `one of ${names.join(', ')}`,
    fix: near === undefined ? 'name one of these' : `did you mean ${near}?`,
  };
}
