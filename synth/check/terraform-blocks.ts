import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { objectsIn } from './terraform-expressions';
import { findingAt, inside, type Place } from './terraform-place';
import type { Edge } from './terraform-references';
import type { Block, Resource, TerraformWorkspace } from './terraform-workspace';

/** `moved`, `removed` and `import` blocks against what the workspace declares. */
export function checkRefactorings(workspace: TerraformWorkspace): Finding[] {
  return [...checkMoved(workspace), ...checkRemoved(workspace), ...checkImports(workspace)];
}

function checkMoved(workspace: TerraformWorkspace): Finding[] {
  const findings: Finding[] = [];
  const ends = { from: new Map<string, Place>(), to: new Map<string, Place>() };
  const say = (place: Place, subject: string, message: string): void => {
    const fix = 'Let `from` name what is gone and `to` what takes its place.';
    findings.push(findingAt('terraform-moved', place, { subject, message, fix }));
  };
  for (const { body, place } of workspace.moved) {
    const { from, to } = body;
    if (typeof from !== 'string' || typeof to !== 'string') continue;
    if (from === to) say(place, from, `${from} is moved to itself`);
    else if (declares(workspace, from)) say(place, from, `${from} is moved, and still declared`);
    else if (!declares(workspace, to) && !goesOn(workspace, to)) {
      say(place, to, `${from} is moved to ${to}, which ${workspace.name} does not declare`);
    }
    for (const end of ['from', 'to'] as const) {
      const address = end === 'from' ? from : to;
      const first = ends[end].get(address);
      if (first !== undefined)
        say(place, address, `two moved blocks have ${end === 'from' ? 'the origin' : 'the target'} ${address}`);
      ends[end].set(address, first ?? place);
    }
  }
  return findings;
}

/** What is moved to an address may move on from there, or be let go of. */
function goesOn({ moved, removed }: TerraformWorkspace, address: string): boolean {
  return [...moved, ...removed].some(({ body }) => body['from'] === address);
}

function checkRemoved(workspace: TerraformWorkspace): Finding[] {
  return workspace.removed.flatMap(({ body, place }) => {
    const { from } = body;
    if (typeof from !== 'string' || !declares(workspace, from)) return [];
    return findingAt('terraform-removed', place, {
      subject: from,
      message: `${from} is removed, and still declared`,
      fix: 'Remove the resource, or the removed block.',
    });
  });
}

function checkImports(workspace: TerraformWorkspace): Finding[] {
  const findings: Finding[] = [];
  const targets = new Map<string, Place>();
  const ids = new Map<string, string>();
  for (const { body, place } of workspace.imports) {
    const { to, id, identity, for_each: each } = body;
    if (typeof to !== 'string') continue;
    const say = (message: string, fix: string, at = place): void => {
      findings.push(findingAt('terraform-import', at, { subject: to, message, fix }));
    };
    if (!declares(workspace, to)) {
      const near = nearest(to, workspace.resources.keys());
      say(
        `${to} is imported, and ${workspace.name} does not declare it`,
        near === undefined ? 'Declare the resource.' : `Write ${near}.`,
      );
    }
    if (each === undefined && targets.has(to)) say(`${to} is imported twice`, 'Remove one of the two import blocks.');
    targets.set(to, place);
    if (identity === undefined && (typeof id !== 'string' || id.trim() === '')) {
      say(`the import of ${to} has no id`, 'Write the id that AWS knows the resource by.', inside(place, 'id'));
    } else if (typeof id === 'string') {
      const key = `${to.split('.')[0] ?? ''} ${id}`;
      const other = ids.get(key);
      if (other !== undefined && other !== to)
        say(`${id} is imported as ${other} already`, 'Import every resource once.', inside(place, 'id'));
      ids.set(key, to);
    }
  }
  return findings;
}

/** An address may name an instance: `aws_eip.nat[0]`. */
function declares(workspace: TerraformWorkspace, address: string): boolean {
  const plain = address.replace(/\[[^\]]*\]$/, '');
  return plain.startsWith('module.')
    ? workspace.modules.has(plain.split('.')[1] ?? '')
    : workspace.resources.has(plain.replace(/^resource\./, ''));
}

/** A workspace keeps its state in one place. */
export function checkBackends(workspace: TerraformWorkspace): Finding[] {
  const places: Place[] = [];
  for (const { body, place } of workspace.settings) {
    for (const [at] of objectsIn(body['cloud'] ?? null, inside(place, 'cloud'))) places.push(at);
    for (const [at, kinds] of objectsIn(body['backend'] ?? null, inside(place, 'backend'))) {
      for (const kind of Object.keys(kinds)) places.push(inside(at, kind));
    }
  }
  return places.slice(1).map((place) =>
    findingAt('terraform-duplicate', place, {
      subject: 'terraform',
      message: `${workspace.name} declares two places for its state`,
      fix: 'Keep one backend, or the cloud block.',
      related: places.slice(0, 1).map((first) => ({ place: first, message: 'the first one' })),
    }),
  );
}

/** Provider configurations: that a named one exists, and that the pinned version is the one whose schemas judge. */
export function checkProviders(workspace: TerraformWorkspace, schemas: TerraformSchemas): Finding[] {
  const findings: Finding[] = [];
  for (const { body, place, address } of [
    ...workspace.resources.values(),
    ...workspace.imports.map((block) => ({ ...block, address: 'import' })),
  ]) {
    const name = body['provider'];
    if (typeof name !== 'string' || workspace.providers.has(name)) continue;
    const near = nearest(name, workspace.providers.keys());
    findings.push(
      findingAt('terraform-provider-undeclared', inside(place, 'provider'), {
        subject: address,
        message: `${workspace.name} has no provider configuration ${name}`,
        fix: near === undefined ? `Declare a provider block with that alias.` : `Write ${near}.`,
      }),
    );
  }
  for (const { body, place } of workspace.settings) findings.push(...checkVersions(body, place, schemas));
  return findings;
}

function checkVersions(body: JsonObject, place: Place, schemas: TerraformSchemas): Finding[] {
  const findings: Finding[] = [];
  for (const [at, providers] of objectsIn(body['required_providers'] ?? null, inside(place, 'required_providers'))) {
    for (const [name, requirement] of Object.entries(providers)) {
      const [[where, { version: pinned = null } = {}] = [inside(at, name), {}]] = objectsIn(
        requirement,
        inside(at, name),
      );
      const installed = schemas.provider(name)?.version;
      if (typeof pinned !== 'string' || installed === undefined || satisfies(installed, pinned)) continue;
      findings.push(
        findingAt('terraform-provider-version', inside(where, 'version'), {
          subject: `provider ${name}`,
          severity: 'warning',
          message: `${name} is pinned to ${pinned}; its schemas here are of ${installed}`,
          expected: installed,
          fix: `Pin ${installed}, or install the provider package of ${pinned}.`,
        }),
      );
    }
  }
  return findings;
}

/** @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
function satisfies(version: string, constraint: string): boolean {
  return constraint.split(',').every((part) => {
    const [, operator = '=', wanted = ''] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?([\d.]+)/.exec(part) ?? [];
    const order = compareVersions(version, wanted);
    if (operator === '!=') return order !== 0;
    if (operator === '>') return order > 0;
    if (operator === '<') return order < 0;
    if (operator === '>=') return order >= 0;
    if (operator === '<=') return order <= 0;
    if (operator === '=') return order === 0;
    const fixed = wanted.split('.').slice(0, -1);
    return order >= 0 && fixed.every((digits, index) => version.split('.')[index] === digits);
  });
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `ignore_changes` names arguments of the type, or is "all". */
export function checkIgnoredChanges(resource: Resource, schemas: TerraformSchemas): Finding[] {
  const found = schemas.lookup(resource.mode, resource.type);
  if (found.kind !== 'known') return [];
  const members = Object.keys(found.schema.members);
  const findings: Finding[] = [];
  for (const [place, lifecycle] of objectsIn(resource.body['lifecycle'] ?? null, inside(resource.place, 'lifecycle'))) {
    const ignored = lifecycle['ignore_changes'];
    if (!Array.isArray(ignored)) continue;
    for (const [index, item] of ignored.entries()) {
      const name = typeof item === 'string' ? /^[\w-]*/.exec(item)?.[0] : undefined;
      if (name === undefined || members.includes(name)) continue;
      const near = nearest(name, members);
      findings.push(
        findingAt('terraform-ignored-change', inside(place, 'ignore_changes', index), {
          subject: resource.address,
          message: `${resource.type} has no argument ${name} whose changes could be ignored`,
          fix: near === undefined ? 'Take it out.' : `Write ${near}.`,
        }),
      );
    }
  }
  return findings;
}

/** Variables and local values that nothing reads. */
export function checkUnused(workspace: TerraformWorkspace, edges: readonly Edge[]): Finding[] {
  // A variable's own validation does not count.
  const read = new Set(edges.filter(({ from, to }) => from.replace(/^variable\./, 'var.') !== to).map(({ to }) => to));
  const declared: (readonly [string, Pick<Block, 'place'>])[] = [
    ...[...workspace.variables].map(([name, block]) => [`var.${name}`, block] as const),
    ...[...workspace.locals].map(([name, block]) => [`local.${name}`, block] as const),
  ];
  return declared
    .filter(([address]) => !read.has(address))
    .map(([address, { place }]) =>
      findingAt('terraform-unused', place, {
        subject: address,
        severity: 'warning',
        message: `nothing in ${workspace.name} reads ${address}`,
        fix: 'Remove it.',
      }),
    );
}
