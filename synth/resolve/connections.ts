import { accessLevels, type Connection } from '../../schemas/contract/connection';
import { usesLines, type UsesLine } from '../../schemas/contract/uses';
import { token } from '../../schemas/graph/place';
import { withArticle } from '../../schemas/primitives/article';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { LoadedComponent } from '../load/model';
import { inReach, locate, meantBy, type Environment, type Located } from '../model';

interface Line extends UsesLine {
  readonly environment: Environment;
  readonly described: LoadedComponent;
}

/** One connection for each `uses` line, and each that a kind's input implies, whose two ends fit; a finding for each that does not. */
export function resolveConnections(
  environment: Environment,
  components: readonly LoadedComponent[],
  findings: Finding[],
): Connection[] {
  return components.flatMap((described) => {
    const seen = new Set<string>();
    const lines = linesOf(environment, described).filter(({ target }) => !isCollided(environment, target));
    return lines.flatMap((line) => {
      const asked = `${line.target} ${line.access}`;
      const repeated = seen.has(asked);
      seen.add(asked);
      const connection = resolveLine({ ...line, environment, described }, findings, repeated);
      return connection ? [connection] : [];
    });
  });
}

/** Which of two is meant is not known until one has another key. */
function isCollided({ collided }: Environment, key: string): boolean {
  return collided.some(({ name }) => name === key);
}

/** What is stated, and what the input implies beyond that. */
function linesOf(environment: Environment, described: LoadedComponent): UsesLine[] {
  const stated = usesLines(described.uses);
  const component = environment.components.get(described.name);
  const implied = component ? environment.kinds.get(component.kind)?.implies?.(component.props) : undefined;
  const isStated = ({ target, access }: UsesLine): boolean =>
    stated.some((line) => line.target === target && line.access === access);
  return [...stated, ...usesLines(implied ?? {}).filter((line) => !isStated(line))];
}

function resolveLine(line: Line, findings: Finding[], repeated: boolean): Connection | undefined {
  const { environment, described, target: key, access, as } = line;
  const from = environment.components.get(described.name);
  const target = locate(environment, key);
  const fault = target ? faultOf(line, target, repeated) : unknownTarget(environment, key);
  if (fault) report(line, findings, fault);
  if (!from || !target || fault) return undefined;
  const prefix = as ?? key.toUpperCase().replace(/-/g, '_');
  return { from, to: target.component, access, prefix, at: environment.positionOf(pointerOf(line)) };
}

function faultOf({ described, access }: Line, target: Located, repeated: boolean): Fault | undefined {
  const { component } = target;
  if (component.name === described.name)
    return { code: 'uses-itself', key: true, message: `${component.name} uses itself`, fix: 'remove the line' };
  const offer = target.environment.kinds.get(component.kind)?.offers;
  if (!offer) {
    const message = `${component.name} is ${withArticle(component.kind)}, which nothing connects to`;
    return { code: 'offers-nothing', key: true, message, fix: 'remove the line' };
  }
  const levels = Object.keys(accessLevels(offer, component.props));
  if (!levels.includes(access)) return unknownAccess(target, access, levels);
  const message = `${described.name} asks for the access ${access} to ${component.name} twice`;
  return repeated ? { code: 'repeated-use', message, fix: 'keep one of the prefixes' } : undefined;
}

function pointerOf({ described, pointer }: Line): string {
  return `${described.pointer}/uses${pointer}`;
}

/** With `key`, it is the name of the target that is wrong. */
type Fault = Pick<Finding, 'code' | 'message' | 'fix' | 'expected'> & { readonly key?: true };

function report(line: Line, findings: Finding[], { key, ...said }: Fault): void {
  const { environment, described } = line;
  findings.push({
    severity: 'error',
    at: key
      ? environment.keyPositionOf(`${described.pointer}/uses${token(line.target)}`)
      : environment.positionOf(pointerOf(line)),
    subject: `${environment.label} ${described.kind} ${described.name}`,
    ...said,
  });
}

function unknownTarget(environment: Environment, key: string): Fault {
  const names = inReach(environment).flatMap(({ component, environment: at }) =>
    at.kinds.get(component.kind)?.offers ? [component.name] : [],
  );
  return {
    code: 'unknown-component',
    key: true,
    message: `there is no component ${key}`,
    ...(names.length > 0 ? { expected: `one of ${names.join(', ')}` } : {}),
    fix: meantBy(environment, key, names),
  };
}

function unknownAccess({ component }: Located, access: string, offered: readonly string[]): Fault {
  const near = nearest(access, offered);
  return {
    code: 'unknown-access',
    message: `${withArticle(component.kind)} does not offer the access ${access}`,
    expected: `one of ${offered.join(', ')}`,
    fix: near === undefined ? 'use one of these' : `did you mean ${near}?`,
  };
}
