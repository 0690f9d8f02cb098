import { compareText, type Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import type { LoadedComponent, LoadedEnvironment } from '../load/model';
import { locate, metricsOf, type Environment } from '../model';
import type { Constraint, ConstraintContext, Violation } from '../../schemas/contract/kind';
import type { Component } from '../../schemas/contract/component';
import type { OpenReferences } from './references';

interface ConstraintInput {
  readonly environment: Environment;
  readonly loaded: LoadedEnvironment;
  /** Components of composite kinds, which the environment has the parts of. */
  readonly composites: readonly Judged[];
  readonly open: OpenReferences;
}

/** A component and what it is described as. */
interface Judged {
  readonly described: LoadedComponent;
  readonly component: Component;
}

/** What each kind refuses beyond what its schema says. */
export function checkConstraints({ environment, loaded, composites, open }: ConstraintInput): Finding[] {
  const parts = loaded.components.flatMap((described) => {
    const component = environment.components.get(described.name);
    return component ? [{ described, component }] : [];
  });
  const all = [...composites, ...parts];
  const components = all.map(({ component }) => component).sort((a, b) => compareText(a.name, b.name));
  const findings = all.flatMap(({ described, component }) => {
    const constraints = environment.kinds.get(described.kind)?.constraints ?? [];
    const context = constraintContext(environment, component, components);
    return constraints.flatMap((constraint) =>
      constraint.violations(component.props, context).map((violation) => {
        const { lacks } = violation;
        const ambiguous = lacks === undefined ? undefined : open.get(described.pointer + lacks);
        return ambiguous ?? refusal(environment, { described, constraint, violation });
      }),
    );
  });
  // Many places may lack the one reference.
  return [...new Set(findings)];
}

interface Refused {
  readonly described: LoadedComponent;
  readonly constraint: Constraint;
  readonly violation: Violation;
}

function refusal(environment: Environment, { described, constraint, violation }: Refused): Finding {
  const { kind, name } = described;
  return {
    code: 'refused-combination',
    severity: 'error',
    at: placeOf(environment, described, violation.at),
    subject: `${environment.label} ${kind} ${name}`,
    message: `${violation.found} (${kind}/${constraint.id})`,
    expected: constraint.meaning,
    fix: violation.fix ?? constraint.fix,
  };
}

/** Of a map or list its key, since no line of it is at fault more than another; of anything else the value. */
function placeOf(environment: Environment, { pointer, props }: LoadedComponent, at: string): Position {
  const keys = at.split('/').slice(1);
  const value = keys.reduce<unknown>((holder, key) => (isHolder(holder) ? holder[unescaped(key)] : undefined), props);
  return isHolder(value) ? environment.keyPositionOf(pointer + at) : environment.positionOf(pointer + at);
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function constraintContext(
  environment: Environment,
  component: Component,
  components: readonly Component[],
): ConstraintContext {
  const refuse = (): never => {
    throw new Error(`a constraint of ${component.kind} reads an output`);
  };
  return {
    self: component,
    props: component.props,
    ref: (key) => {
      const found = locate(environment, key);
      if (!found) throw new Error(`${component.origin.subject} reads ${key}, which does not exist`);
      return {
        component: found.component,
        text: refuse,
        list: refuse,
        has: refuse,
        metric: refuse,
        metrics: () => metricsOf(found),
      };
    },
    own: refuse,
    attribute: refuse,
    uses: environment.connections.filter(({ from }) => from === component),
    usedBy: environment.connections.filter(({ to }) => to === component),
    siblings: (kind) => components.filter((other) => other.kind === kind),
  };
}
