import { accessLevels, type Connection } from '../../schemas/contract/connection';
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

/** One connection for each `uses` line whose two ends fit; a finding for each that does not. */
export function resolveConnections(
  environment: Environment,
  loaded: LoadedEnvironment,
  findings: Finding[],
): Connection[] {
  return loaded.components.flatMap((described) =>
    Object.entries(described.uses).flatMap(([key, { access, as }]) => {
      const connection = resolveLine(
        { environment, described, key, access, ...(as === undefined ? {} : { as }) },
        findings,
      );
      return connection ? [connection] : [];
    }),
  );
}

function resolveLine(line: UsesLine, findings: Finding[]): Connection | undefined {
  const { environment, described, key, access, as } = line;
  const from = environment.components.get(described.name);
  const target = locate(environment, key);
  if (!from) return undefined;
  if (!target) return report(line, findings, unknownTarget(environment, key));
  const offer = environment.kinds.get(target.component.kind)?.offers;
  if (!offer)
    return report(line, findings, {
      code: 'offers-nothing',
      message: `${key} is a ${target.component.kind}, which nothing connects to`,
      fix: 'remove the line',
    });
  const levels = accessLevels(offer, target.component.props);
  if (!Object.hasOwn(levels, access)) return report(line, findings, unknownAccess(target, access, Object.keys(levels)));
  return {
    from,
    to: target.component,
    access,
    prefix: as ?? key.toUpperCase().replace(/-/g, '_'),
    at: environment.positionOf(pointerOf(line)),
  };
}

function pointerOf({ described, key }: UsesLine): string {
  return `${described.pointer}/uses/${key}`;
}

type Fault = Pick<Finding, 'code' | 'message' | 'fix' | 'expected'>;

function report(line: UsesLine, findings: Finding[], fault: Fault): undefined {
  const { environment, described } = line;
  findings.push({
    severity: 'error',
    at: environment.positionOf(pointerOf(line)),
    subject: `${environment.label} ${described.kind} ${described.name}`,
    ...fault,
  });
  return undefined;
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
