import { withArticle } from '../../schemas/primitives/article';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { inReach, locate, type Environment } from '../model';

/** What `delivery` names and the environment does not have. */
export function deliveryFaults(environment: Environment): Finding[] {
  const { notify, values = {} } = environment.settings.delivery ?? {};
  return [
    ...(notify === undefined ? [] : notifyFault(environment, notify)),
    ...Object.entries(values).flatMap(([name, { path }]) => valueFault(environment, name, path)),
  ];
}

function notifyFault(environment: Environment, key: string): Finding[] {
  const kind = locate(environment, key)?.component.kind;
  if (kind === 'notifications') return [];
  const topics = inReach(environment).flatMap(({ component }) =>
    component.kind === 'notifications' ? [component.name] : [],
  );
  const near = nearest(key, topics) ?? topics[0];
  return [
    {
      code: kind === undefined ? 'unknown-component' : 'wrong-kind-of-component',
      severity: 'error',
      at: environment.positionOf('/delivery/notify'),
      subject: environment.label,
      message: kind === undefined ? `there is no component ${key}` : `${key} is ${withArticle(kind)}`,
      expected: topics.length === 0 ? 'a component of kind notifications' : `one of ${topics.join(', ')}`,
      fix: near === undefined ? 'describe a component of kind notifications' : `did you mean ${near}?`,
    },
  ];
}

/** Environments of which `repositories` keep images, though none of that name delivers to them: of whom it was meant, none would be kept. */
export function keptFaults(environments: readonly Environment[]): Finding[] {
  return environments.flatMap((environment) => {
    const names = environments.filter((other) => standsOn(other, environment)).map(({ name }) => name);
    return [...environment.components.values()].flatMap(({ kind, props, described, origin }) => {
      if (kind !== 'repositories') return [];
      const pointer = `/components/${described.kind}/${described.name}/keepOf`;
      return Object.keys(props['keepOf'] as object)
        .filter((name) => !names.includes(name))
        .map((name) => {
          const near = nearest(name, names);
          return {
            code: 'unknown-environment',
            severity: 'error',
            at: environment.keyPositionOf(`${pointer}/${name}`),
            subject: origin.subject,
            message: `keepOf names ${name}, and no environment of that name stands on ${environment.label}`,
            expected: `one of ${names.join(', ')}`,
            fix: near === undefined ? 'name one of these, or take the line out' : `did you mean ${near}?`,
          } satisfies Finding;
        });
    });
  });
}

function standsOn(environment: Environment, other: Environment): boolean {
  return environment.label === other.label || (environment.base !== undefined && standsOn(environment.base, other));
}

/** A workflow would find out only when somebody waits for it. */
function valueFault(environment: Environment, name: string, path: string): Finding[] {
  const [key = '', ...fields] = path.split('.');
  const component = environment.components.get(key);
  const [value] = fields.reduce<readonly unknown[]>(
    ([at], field) => [typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[field] : undefined],
    [component?.props],
  );
  if (['string', 'number', 'boolean'].includes(typeof value)) return [];
  const near = component ? undefined : nearest(key, environment.components.keys());
  return [
    {
      code: 'unknown-path',
      severity: 'error',
      at: environment.positionOf(`/delivery/values/${name}/path`),
      subject: environment.label,
      message: `${path} leads to no value of ${environment.label}`,
      expected: 'a component of this environment and the fields down to one text, number or switch',
      fix: near === undefined ? 'state the value there' : `did you mean ${near}?`,
    },
  ];
}
