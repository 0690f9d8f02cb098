import type { Component } from '../../schemas/contract/component';
import type { Connection } from '../../schemas/contract/connection';
import type { Kind } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import type { Finding } from '../../schemas/primitives/finding';
import { nameKey, physicalName, secretName, type NameRule } from '../../schemas/primitives/names';
import type { LoadedComponent, LoadedEnvironment } from '../load/model';
import { locate, type Environment, type NameUse } from '../model';
import { checkComposites } from './composites';
import { resolveConnections } from './connections';
import { checkConstraints } from './constraints';
import { checkPartition } from './partition';
import { resolveReferences, type OpenReferences } from './references';

export interface ResolveInput {
  readonly loaded: LoadedEnvironment;
  /** Kinds of every component, expansions included. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** The environment that this one stands on. */
  readonly base?: Environment;
}

/** Gives components their identity and their references, and connections their ends. What does not exist, collides or is refused is a finding. */
export function resolveEnvironment({ loaded, kinds, base }: ResolveInput): {
  readonly environment: Environment;
  readonly findings: Finding[];
} {
  const findings: Finding[] = [];
  const names: NameUse[] = [];
  const components = new Map<string, Component>();
  const connections: Connection[] = [];
  const open: OpenReferences = new Map();
  const environment: Environment = {
    label: `${loaded.system}/${loaded.name}`,
    system: loaded.system,
    name: loaded.name,
    file: loaded.file,
    settings: settingsOf(loaded),
    ...(base === undefined ? {} : { base }),
    components,
    connections,
    kinds,
    images: loaded.images,
    bindings: loaded.bindings,
    exampleBindings: loaded.exampleBindings,
    removed: loaded.description.removed ?? {},
    positionOf: (pointer) => loaded.positionOf(pointer),
    keyPositionOf: (pointer) => loaded.keyPositionOf(pointer),
    sideKeyAt: (side, key) => loaded.sideKeyAt(side, key),
    statedAt: (pointer) => loaded.statedAt(pointer),
    collided: [],
    names,
  };
  for (const described of loaded.components) addComponent({ environment, components, findings }, described);
  const unchecked = checkComposites({ environment, loaded, findings, open });
  for (const described of unchecked.references) resolveReferences({ environment, described, findings, open });
  connections.push(...resolveConnections(environment, unchecked.uses, findings));
  if (findings.length === 0) {
    const composites = loaded.composites.map((described) => ({
      described,
      component: componentOf(environment, described),
    }));
    findings.push(...checkConstraints({ environment, loaded, composites, open }));
  }
  findings.push(...checkPartition(environment));
  return { environment, findings };
}

function settingsOf({ system, name, description }: LoadedEnvironment): Settings {
  const { owner, costCentre, aws, terraform, repository, logRetentionDays, delivery, tags = {} } = description;
  const shared = { owner, costCentre, aws, terraform, repository, logRetentionDays, tags };
  return { system, environment: name, ...shared, ...(delivery === undefined ? {} : { delivery }) };
}

interface Addition {
  readonly environment: Environment;
  readonly components: Map<string, Component>;
  readonly findings: Finding[];
}

function addComponent({ environment, components, findings }: Addition, described: LoadedComponent): void {
  const other = locate(environment, described.name);
  if (other) {
    environment.collided.push(described);
    findings.push({
      code: 'colliding-components',
      severity: 'error',
      at: environment.keyPositionOf(described.pointer),
      subject: `${environment.label} ${described.name}`,
      message: `the key ${described.name} is taken by a component of kind ${other.component.kind} of ${other.environment.label}`,
      fix: 'give one of the two another key',
      related: [{ at: other.component.keyPositionOf(''), message: `the other ${described.name}` }],
    });
    return;
  }
  components.set(described.name, componentOf(environment, described));
}

function componentOf(environment: Environment, described: LoadedComponent): Component {
  const at = environment.positionOf(described.pointer);
  const owner = {
    system: environment.system,
    environment: environment.name,
    key: described.name,
    given: described.common.name,
  };
  const named = (rule: NameRule, suffix: string, under: NameUse['under']): string => {
    const name = under(owner.given);
    environment.names.push({ rule, name, suffix, component, under });
    return name;
  };
  const component: Component = {
    system: environment.system,
    environment: environment.name,
    kind: described.kind,
    name: described.name,
    id: described.name.replace(/-/g, '_'),
    props: described.props,
    common: described.common,
    origin: { at, subject: `${environment.label} ${described.kind} ${described.name}` },
    described: describedAs(described),
    positionOf: (pointer) => environment.statedAt(`${described.pointer}${pointer}`) ?? at,
    keyPositionOf: (pointer) => environment.keyPositionOf(`${described.pointer}${pointer}`),
    settings: environment.settings,
    physicalName: (rule, suffix = '') =>
      named(rule, suffix, (given) => physicalName(rule, { ...owner, given }, suffix)),
    secretName: (suffix = '') => named('secret', suffix, (given) => secretName({ ...owner, given }, suffix)),
    nameKey: nameKey(owner),
  };
  return component;
}

/** Keys of kinds and components hold nothing that a pointer escapes. */
function describedAs({ pointer, kind, name, nameField }: LoadedComponent): Component['described'] {
  const [, , ofKind = kind, key = name] = pointer.split('/');
  return { kind: ofKind, name: key, ...(nameField === undefined ? {} : { nameField }) };
}
