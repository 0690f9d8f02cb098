import type { Component } from '../../schemas/contract/component';
import type { Connection, OfferedSecret, SecretService, Statement, Variable } from '../../schemas/contract/connection';
import type { InstanceVariable } from '../../schemas/contract/kind';
import { compareText } from '../../schemas/primitives/finding';
import type { Environment, Located } from '../model';
import { contextOf, reader, type Standpoint } from './outputs';
import { accessOf, kindOf, workloadOf } from './paths';

/** A variable that a connection gives to a workload, and where its value comes from. */
export interface SourcedVariable {
  readonly name: string;
  readonly connection: Connection;
  readonly source: Variable;
}

/** Variables that the connections of a component give to its code. */
export function sourcedVariables(
  environment: Environment,
  component: Component,
  standpoint: Standpoint,
): SourcedVariable[] {
  return environment.connections
    .filter((connection) => connection.from === component)
    .flatMap((connection) => {
      const { target, access } = accessOf(connection, environment);
      const given = access.variables?.(contextOf(target, standpoint)) ?? {};
      return Object.entries(given).map(([suffix, source]) => ({
        name: suffix === '' ? connection.prefix : `${connection.prefix}_${suffix}`,
        connection,
        source,
      }));
    });
}

/** A secret that the variables of a workload refer to. */
export interface TakenSecret {
  readonly connection: Connection;
  readonly target: Located;
  /** Its key among those that the target offers. */
  readonly key: string;
  readonly offered: OfferedSecret;
}

/** Secrets that a component takes over its connections, each once. */
export function takenSecrets(environment: Environment, component: Component, standpoint: Standpoint): TakenSecret[] {
  const taken = new Map<string, TakenSecret>();
  for (const { connection, source } of sourcedVariables(environment, component, standpoint)) {
    if (!('secret' in source)) continue;
    const { target } = accessOf(connection, environment);
    taken.set(`${connection.to.name}/${source.secret}`, {
      connection,
      target,
      key: source.secret,
      offered: offeredSecret(target, source.secret, standpoint),
    });
  }
  return [...taken.values()];
}

export function offeredSecret(target: Located, key: string, standpoint: Standpoint): OfferedSecret {
  const kind = kindOf(target);
  const offered = kind.offers?.secrets?.(contextOf(target, standpoint))[key];
  if (!offered) throw new Error(`${kind.kind} gives a variable from the secret ${key}, which it does not offer`);
  return offered;
}

/** Variables that the connections of a component give to code on instances, in order of name. */
export function instanceVariables(component: Component, standpoint: TerraformStandpoint): InstanceVariable[] {
  const { environment } = standpoint;
  return sourcedVariables(environment, component, standpoint)
    .map(({ name, connection, source }): InstanceVariable => {
      if ('value' in source) return { name, value: source.value };
      const { target } = accessOf(connection, environment);
      if (!('secret' in source)) return { name, value: reader(target, standpoint).text(source.output) };
      const { store = 'secrets-manager', output, keys } = offeredSecret(target, source.secret, standpoint);
      if (store === 'kubernetes') throw new Error(`${component.name} runs on instances and has no Kubernetes secrets`);
      const secretId = reader(target, standpoint).text(output);
      return { name, service: store, secretId, ...(keys === undefined ? {} : { secretKey: source.key }) };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** Statements that open a secret of the target of a connection. */
export type SecretGrants = readonly { readonly connection: Connection; readonly statements: readonly Statement[] }[];

type TerraformStandpoint = Standpoint & { readonly plane: 'terraform' };

/** What an instance may do to read the secrets that its variables refer to. */
export function ownSecretGrants(component: Component, standpoint: TerraformStandpoint): SecretGrants {
  return takenAside(component, standpoint).map((secret) => grantOf(secret, standpoint));
}

/** What a store may do: read the secrets that pods of its namespace take from its service, and nothing else. */
export function copiedSecretGrants(
  store: { readonly namespace: string | undefined; readonly service: SecretService },
  standpoint: TerraformStandpoint,
): SecretGrants {
  const { environment } = standpoint;
  return [...environment.components.values()]
    .filter((component) => {
      const workload = workloadOf({ component, environment });
      return workload?.runs === 'pod' && workload.namespace === store.namespace;
    })
    .flatMap((component) => takenAside(component, standpoint))
    .filter(({ offered }) => (offered.store ?? 'secrets-manager') === store.service)
    .map((secret) => grantOf(secret, standpoint));
}

/** Only the statements are rendered: what the variables beside them read is no dependency of this workspace. */
function takenAside(component: Component, standpoint: TerraformStandpoint): TakenSecret[] {
  return takenSecrets(standpoint.environment, component, { ...standpoint, reads: new Map() });
}

function grantOf({ connection, target, offered }: TakenSecret, standpoint: Standpoint): SecretGrants[number] {
  return { connection, statements: offered.statements?.(contextOf(target, standpoint)) ?? [] };
}
