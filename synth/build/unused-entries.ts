import { compareText, type Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { formerKey, locate, type Environment, type Located } from '../model';
import { imagesFile } from './images';
import { bindingsFile, outputsOf, valueOf } from './outputs';

/** Containers whose images were asked for while an environment was built, by the key of their component. */
export type Containers = ReadonlyMap<string, ReadonlySet<string>>;

/** What is wrong with the key of an image that no container takes. */
export interface UnusedImage {
  readonly message: string;
  readonly expected?: string;
  /** The key that was most likely meant. */
  readonly near?: string;
  /** The environment below this one that has the component. */
  readonly home?: Environment;
}

/** Why no container takes the image of a key; nothing where one does. */
export function unusedImage(environment: Environment, containers: Containers, key: string): UnusedImage | undefined {
  const [name = '', container] = key.split('.');
  const asked = containers.get(name);
  if (!asked) return ofNothing(environment, containers, name);
  const own = [...asked].filter((each) => environment.images[`${name}.${each}`] !== undefined);
  if (container === undefined ? own.length < asked.size : asked.has(container)) return undefined;
  const keys = [...asked].sort(compareText).map((each) => (each === name ? name : `${name}.${each}`));
  const near = keys.length === 1 ? keys[0] : nearest(key, keys);
  return {
    message:
      container === undefined
        ? `each container of ${name} has an image of its own`
        : `${name} has no container ${container}`,
    expected: keys.join(' or '),
    ...(near === undefined || near === key ? {} : { near }),
  };
}

function ofNothing(environment: Environment, containers: Containers, name: string): UnusedImage {
  const keys = [...containers.keys()].sort(compareText);
  const located = locate(environment, name);
  const heir = [...environment.components.values()].find((component) => component.common.renamedFrom === name);
  const near = heir && containers.has(heir.name) ? heir.name : nearest(name, keys);
  const more = {
    ...(keys.length > 0 ? { expected: `${keys.length > 1 ? 'one of ' : ''}${keys.join(', ')}` } : {}),
    ...(near === undefined ? {} : { near }),
  };
  if (!located) return { message: `${environment.label} has no component ${name}`, ...more };
  const { component, environment: home } = located;
  if (home === environment) return { message: `the ${component.kind} ${name} runs no container`, ...more };
  return { message: `${name} is a component of ${home.label}, and its image stands there`, home };
}

/** Entries of the files beside a description that nothing reads: mostly a key that is spelt in another way than the component's. */
export function unusedEntries(environment: Environment, containers: Containers): Finding[] {
  return [...unusedImages(environment, containers), ...unusedBindings(environment)];
}

function unusedImages(environment: Environment, containers: Containers): Finding[] {
  const { images } = environment;
  return Object.keys(images).flatMap((key): Finding[] => {
    const unused = unusedImage(environment, containers, key);
    if (!unused || isAwaited(environment, key, (to) => images[to] === undefined)) return [];
    const { message, expected, near, home } = unused;
    const place = home && `move it to ${imagesFile(home)}, or take it out`;
    return [
      {
        ...entry(environment, 'images', key),
        code: 'unused-image',
        severity: 'error',
        message: `no container takes this image: ${message}`,
        ...(expected === undefined ? {} : { expected }),
        fix: place ?? (near === undefined || images[near] ? 'take it out' : `did you mean ${near}?`),
      },
    ];
  });
}

function unusedBindings(environment: Environment): Finding[] {
  const { bindings, components, label } = environment;
  return Object.entries(bindings).flatMap(([key, values]): Finding[] => {
    const component = components.get(key);
    if (isAwaited(environment, key, (to) => bindings[to] === undefined)) return [];
    const unread = Object.keys(values).filter((name) => !component || !isBound({ component, environment }, name));
    if (unread.length === 0 && component) return [];
    const of = component ? `the ${component.kind} ${key} has no output ${unread.join(', ')} that is bound` : undefined;
    return [
      {
        ...entry(environment, 'bindings', key),
        code: 'unused-binding',
        severity: 'warning',
        message: `nothing can read this: ${of ?? `${label} has no component ${key}`}`,
        fix: `correct it or take it out, or let slipway bind ${label} do so`,
      },
    ];
  });
}

/** It stands under the key that a component had before, which has nothing under its new one: what lacks it says so. */
function isAwaited(environment: Environment, key: string, lacks: (to: string) => boolean): boolean {
  const [name, ...container] = key.split('.');
  return [...environment.components.values()].some(
    (component) => formerKey({ component, environment }) === name && lacks([component.name, ...container].join('.')),
  );
}

function isBound(located: Located, name: string): boolean {
  const output = outputsOf(located)[name];
  return output?.how === 'bound' && valueOf(located, output) !== undefined;
}

function entry(environment: Environment, side: 'images' | 'bindings', key: string): Pick<Finding, 'at' | 'subject'> {
  const file = side === 'images' ? imagesFile(environment) : bindingsFile(environment);
  return {
    at: environment.sideKeyAt(side, key) ?? { file, line: 1, column: 1 },
    subject: `${environment.label} ${side} ${key}`,
  };
}
