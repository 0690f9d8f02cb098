import { accessLevels, type Connection } from '../../schemas/contract/connection';
import type { Uses } from '../../schemas/contract/kind';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { LoadedComponent, LoadedEnvironment } from '../load/model';
import { inReach, locate, type Environment, type Located } from '../model';

interface UsesLine {
  readonly environment: Environment;
  readonly described: LoadedComponent;
  readonly key: string;
  readonly access: string;
  readonly as?: string;
}

/** One connection for each `uses` line, and each that a kind's input implies, whose two ends fit; a finding for each that does not. */
export function resolveConnections(
  environment: Environment,
  loaded: LoadedEnvironment,
  findings: Finding[],
): Connection[] {
  return loaded.components.flatMap((described) =>
    linesOf(environment, described).flatMap(([key, { access, as }]) => {
      const connection = resolveLine(
        { environment, described, key, access, ...(as === undefined ? {} : { as }) },
        findings,
      );
      return connection ? [connection] : [];
    }),
  );
}

/** What is stated, and what the input implies beyond that. */
function linesOf(environment: Environment, described: LoadedComponent): [string, Uses[string]][] {
  const stated = Object.entries(described.uses);
  const component = environment.components.get(described.name);
  const implied = component ? environment.kinds.get(component.kind)?.implies?.(component.props) : undefined;
  const further = Object.entries(implied ?? {}).filter(([key, { access }]) => described.uses[key]?.access !== access);
  return [...stated, ...further];
}

function resolveLine(line: UsesLine, findings: Finding[]): Connection | undefined {
  const { environment, described, key, access, as } = line;
  const from = environment.components.get(described.name);
  const target = locate(environment, key);
  const fault = target ? faultOf(target, access) : unknownTarget(environment, key);
  if (fault) report(line, findings, fault);
  if (!from || !target || fault) return undefined;
  const prefix = as ?? key.toUpperCase().replace(/-/g, '_');
  return { from, to: target.component, access, prefix, at: environment.positionOf(pointerOf(line)) };
}

function faultOf(target: Located, access: string): Fault | undefined {
  const { component } = target;
  const offer = target.environment.kinds.get(component.kind)?.offers;
  if (!offer) {
    const message = `${component.name} is a ${component.kind}, which nothing connects to`;
    return { code: 'offers-nothing', message, fix: 'remove the line' };
  }
  const levels = Object.keys(accessLevels(offer, component.props));
  return levels.includes(access) ? undefined : unknownAccess(target, access, levels);
}

function pointerOf({ described, key }: UsesLine): string {
  return `${described.pointer}/uses/${key}`;
}

type Fault = Pick<Finding, 'code' | 'message' | 'fix' | 'expected'>;

function report(line: UsesLine, findings: Finding[], fault: Fault): void {
  const { environment, described } = line;
  findings.push({
    severity: 'error',
    at: environment.positionOf(pointerOf(line)),
    subject: `${environment.label} ${described.kind} ${described.name}`,
    ...fault,
  });
}

function unknownTarget(environment: Environment, key: string): Fault {
  const names = inReach(environment).flatMap(({ component, environment: at }) =>
    at.kinds.get(component.kind)?.offers ? [component.name] : [],
  );
  const near = nearest(key, names);
  return {
    code: 'unknown-component',
    message: `there is no component ${key}`,
    ...(names.length > 0 ? { expected: `one of ${names.join(', ')}` } : {}),
    fix: near === undefined ? 'name one that exists, or describe it' : `did you mean ${near}?`,
  };
}

function unknownAccess({ component }: Located, access: string, offered: readonly string[]): Fault {
  const near = nearest(access, offered);
  return {
    code: 'unknown-access',
    message: `a ${component.kind} does not offer the access ${access}`,
    expected: `one of ${offered.join(', ')}`,
    fix: near === undefined ? 'use one of these' : `did you mean ${near}?`,
  };
}
