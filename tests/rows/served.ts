import type { Component } from '../../schemas/contract/component';
import type { Artifact } from '../../schemas/primitives/artifact';
import { buildEnvironment } from '../../synth/build/build';
import { inside, originOf } from '../../synth/check/terraform-place';
import { discoverEnvironments } from '../../synth/discover';
import type { ServedRow, ServedRows } from '../../synth/docs/kinds-page';
import { resolveEnvironments } from '../../synth/environments';
import type { Host } from '../../synth/host/host';
import { examplesStand } from '../support/examples';
import { rows } from './catalogue';
import { readOutput } from './coverage';
import type { OutputTree, Place } from './output-tree';
import { outputOf, type Row } from './row';

/** Those of the committed output; none where the systems that rows tell of have been taken out. */
export async function committedRows(root: string, host: Host): Promise<ServedRows> {
  return examplesStand ? servedRows(rows, readOutput(root), host) : {};
}

/** Rows by kind: a kind serves a row when a check of the row reads a value that a component of the kind has made. */
export async function servedRows(rows: readonly Row[], output: OutputTree, host: Host): Promise<ServedRows> {
  const kindsAt = await makersOf(host);
  const served: Record<string, ServedRow[]> = {};
  for (const row of rows) {
    const { id, title } = row;
    const kinds = readsOf(row, outputOf(row, output)).flatMap(kindsAt);
    for (const kind of new Set(kinds)) (served[kind] ??= []).push({ id, title });
  }
  return served;
}

function readsOf({ states }: Row, output: OutputTree): Place[] {
  return Object.values(states).flatMap((check) => output.record(() => check(output)));
}

/** Which kinds made a place in the output: that of the component and, where it is a part, that of the composite one. */
async function makersOf(host: Host): Promise<(place: Place) => readonly string[]> {
  const all = discoverEnvironments(host);
  const { environments } = await resolveEnvironments(host, all, all);
  const components = new Map(
    environments.flatMap((environment) => [...environment.components.values()].map((one) => [one.origin.subject, one])),
  );
  const artifacts = new Map(
    environments.flatMap((environment) => buildEnvironment(environment).artifacts.map((one) => [one.path, one])),
  );
  return ({ file, path }) => {
    const artifact = artifacts.get(file);
    return artifact === undefined ? [] : kindsOf(makerOf(components, artifact, path));
  };
}

/** Nobody where the environment's settings alone made it, such as the backend of a workspace. */
function makerOf(components: ReadonlyMap<string, Component>, artifact: Artifact, path: Place['path']) {
  return components.get(originOf(inside({ artifact, pointer: '' }, ...path)).subject);
}

function kindsOf(component: Component | undefined): readonly string[] {
  return component === undefined ? [] : [component.kind, component.described.kind];
}
