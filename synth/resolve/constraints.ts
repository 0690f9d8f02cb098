import type { Finding } from '../../schemas/primitives/finding';
import type { LoadedEnvironment } from '../load/model';
import { locate, metricsOf, type Environment } from '../model';
import type { ConstraintContext } from '../../schemas/contract/kind';
import type { Component } from '../../schemas/contract/component';

/** What each kind refuses beyond what its schema says. */
export function checkConstraints(environment: Environment, loaded: LoadedEnvironment): Finding[] {
  return loaded.components.flatMap((described) => {
    const component = environment.components.get(described.name);
    const constraints = environment.kinds.get(described.kind)?.constraints ?? [];
    if (!component) return [];
    const context = constraintContext(environment, component);
    return constraints.flatMap((constraint) =>
      constraint.violations(component.props, context).map(({ at, found }): Finding => ({
        code: 'refused-combination',
        severity: 'error',
        at: environment.positionOf(`${described.pointer}${at}`),
        subject: `${environment.label} ${described.kind} ${described.name}`,
        message: `${found} (${described.kind}/${constraint.id})`,
        expected: constraint.meaning,
        fix: constraint.fix,
      })),
    );
  });
}

function constraintContext(environment: Environment, component: Component): ConstraintContext {
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
  };
}
