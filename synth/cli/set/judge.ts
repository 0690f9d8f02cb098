import type { Code } from '../../../schemas/codes/catalogue';
import type { Finding } from '../../../schemas/primitives/finding';
import type { EnvironmentFile } from '../../discover';
import { resolveEnvironments } from '../../environments';
import type { Sources } from '../../load/load';

/**
 * What is found only once something is built of a description, and is the fault of the line that says it. What the next
 * command may bring (an image, a value of AWS, a tombstone) is no reason to refuse this one.
 */
const ofTheLine: ReadonlySet<Code> = new Set<Code>([
  'unknown-adopted-resource',
  'unknown-patch-target',
  'patch-without-effect',
  'patch-of-identity',
  'invalid-name',
  'colliding-names',
]);

/** What environments would be told with these sources that they are not told with those that stand. */
export async function newFindings(
  { all, selected }: { readonly all: readonly EnvironmentFile[]; readonly selected: readonly EnvironmentFile[] },
  { now, then }: { readonly now: Sources; readonly then: Sources },
): Promise<Finding[]> {
  const judged = await judge(then, all, selected);
  if (judged.length === 0) return [];
  const known = new Set((await judge(now, all, selected)).map(identity));
  return judged.filter((finding) => !known.has(identity(finding)));
}

async function judge(
  sources: Sources,
  all: readonly EnvironmentFile[],
  selected: readonly EnvironmentFile[],
): Promise<Finding[]> {
  const { environments, findings } = await resolveEnvironments(sources, all, selected);
  const { buildEnvironment } = await import('../../build/build');
  const built = environments.flatMap((environment) => buildEnvironment(environment).findings);
  return [...findings, ...built.filter(({ code }) => ofTheLine.has(code))];
}

/** Without the place: lines move. */
function identity({ code, subject, message }: Finding): string {
  return `${code}\n${subject}\n${message}`;
}
