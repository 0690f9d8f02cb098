import type { Json } from '../schemas/primitives/artifact';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below, type Place } from '../schemas/graph/place';
import { containersOf, type PodTemplate } from '../schemas/graph/pod-templates';
import { isObject, select, textAt } from '../schemas/graph/values';
import { defineRule, type RuleFinding } from './rule';

/** Items of which no two may have one name. */
interface Names {
  readonly from: KubernetesObject;
  readonly what: string;
  readonly items: readonly { readonly name: string; readonly place: Place }[];
}

/** Names within a pod or a Service are there once: the second one silently wins, or is refused. */
export const rule = defineRule<Names>({
  id: 'duplicate-name',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) => [
      ...cluster.templates.flatMap(namesOf),
      ...cluster.ofKind('Service').flatMap(servicePorts),
    ]),
  judge: ({ from, what, items }) => {
    const first = new Map<string, Place>();
    return items.flatMap(({ name, place }): RuleFinding[] => {
      const other = first.get(name);
      if (!other) {
        first.set(name, place);
        return [];
      }
      return [
        {
          place,
          subject: subjectOf(from),
          message: `two ${what} are called ${name}`,
          fix: 'Give one of them another name.',
          related: [{ place: other, message: 'the first one' }],
        },
      ];
    });
  },
});

interface Listed {
  readonly at: Place;
  readonly value: Json;
  /** @default its `name` */
  readonly name?: (value: Json) => string | undefined;
}

function namesOf(template: PodTemplate): Names[] {
  const { owner: from, place, spec } = template;
  const containers = containersOf(template);
  const list = (what: string, path: string, { name = byName, ...root }: Listed): Names => ({
    from,
    what,
    items: select(root.value, path).flatMap(({ pointer, value }) => {
      const found = name(value);
      return found === undefined ? [] : [{ name: found, place: below(root.at, pointer) }];
    }),
  });
  return [
    { from, what: 'containers', items: containers },
    list('volumes', '/volumes/*', { at: below(place, '/spec'), value: spec }),
    ...containers.flatMap((container) => {
      const root = { at: container.place, value: container.body };
      return [
        list(`variables of ${container.name}`, '/env/*', root),
        list(`ports of ${container.name}`, '/ports/*', root),
        list(`ports of ${container.name}`, '/ports/*', { ...root, name: byPort('containerPort') }),
        list(`mounts of ${container.name}`, '/volumeMounts/*', { ...root, name: byKey('mountPath') }),
      ];
    }),
  ];
}

function servicePorts(from: KubernetesObject): Names[] {
  const items = (name: (value: Json) => string | undefined) =>
    select(from.body, '/spec/ports/*').flatMap(({ pointer, value }) => {
      const found = name(value);
      return found === undefined ? [] : [{ name: found, place: below(from.place, pointer) }];
    });
  return [
    { from, what: 'ports', items: items(byName) },
    { from, what: 'ports', items: items(byPort('port')) },
  ];
}

const byKey = (key: string) => (value: Json) =>
  isObject(value) && typeof value[key] === 'string' ? value[key] : undefined;

const byName = byKey('name');

const byPort = (key: string) => (value: Json) => {
  if (!isObject(value) || typeof value[key] !== 'number') return undefined;
  return [value[key], textAt(value, '/protocol') ?? 'TCP', textAt(value, '/hostIP') ?? '']
    .filter((part) => part !== '')
    .join('/');
};
