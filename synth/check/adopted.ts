import { dataTypes, importIdOf, importedByOf, isIdOf } from '../../schemas/graph/data-types';
import { inside, type Place } from '../../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { textAt } from '../../schemas/graph/values';
import type { Finding } from '../../schemas/primitives/finding';
import { findingAt } from './terraform-place';

/** An id to import by that is of something else than the description names: Terraform would import that, and replace it. */
export function checkAdopted(graph: TerraformGraph, workspaces: Iterable<string>): Finding[] {
  return [...workspaces].flatMap((workspace) =>
    graph.blocks(workspace, 'import').flatMap(({ body, place }) => {
      const resource = graph.resource(workspace, textAt(body, '/to') ?? '');
      const id = textAt(body, '/id');
      return resource && id !== undefined ? judge(graph, resource, { id, place: inside(place, 'id') }) : [];
    }),
  );
}

interface Stated {
  readonly id: string;
  readonly place: Place;
}

function judge(graph: TerraformGraph, resource: TerraformResource, { id, place }: Stated): Finding[] {
  const named = importName(graph, resource);
  if (named === undefined || isIdOf(id, named)) return [];
  const { address, body, workspace } = resource;
  const literal = (argument: string): string | undefined => graph.literal(body[argument], workspace);
  const expected = importIdOf(resource, { literal, realm: graph.realm(resource) }) ?? named;
  return [
    findingAt('adopted-another', place, {
      subject: address,
      message: `the id ${id} is of something else than ${named}, which is described: Terraform would import it, and replace it`,
      expected,
      fix: fixOf(resource, { id, expected, own: literal(importedByOf(resource.type) ?? '') !== undefined }),
    }),
  ];
}

interface Names {
  readonly id: string;
  readonly expected: string;
  /** Its name stands in it, and not in what it is a part of. */
  readonly own: boolean;
}

/** What is to be stated: `name:` of a component is that of its main resource, and others are named after it. */
function fixOf(resource: TerraformResource, { id, expected, own }: Names): string {
  const { type, address } = resource;
  const asDescribed = `adopt: { ${address}: ${expected} }`;
  const argument = importedByOf(type);
  if (own && argument !== undefined && typeNames[type]?.referredTo === true)
    return `state the name that it has in AWS: patches: { ${address}: { ${argument}: ${plainId(id)} } }`;
  return own && isHelper(resource)
    ? `adopt the one that is described: ${asDescribed}; where there is none, take the line out, and it is made`
    : `state the name that it has in AWS, or its id: ${asDescribed}`;
}

/** What belongs to the main resource of a component and loses no data when it is made anew. A file has the key of its component. */
function isHelper({ name, place, type }: TerraformResource): boolean {
  const key = /([^/]+)\.tf\.json$/.exec(place.artifact.path)?.[1] ?? '';
  return name !== key.replaceAll('-', '_') && dataTypes[type] === undefined;
}

/** The name in the id that a resource is imported by: its own, or that of what it is a part of. */
function importName(graph: TerraformGraph, { type, workspace, address, body }: TerraformResource): string | undefined {
  const argument = importedByOf(type);
  const value = argument === undefined ? undefined : body[argument];
  const literal = graph.literal(value, workspace);
  if (literal !== undefined) return literal;
  const whole = graph.resourceOf(value, workspace);
  // Where a part says the id of the whole, both are imported by it.
  const byId = whole !== undefined && graph.identity(value, workspace)?.endsWith('.id') === true;
  return byId && whole.address !== address ? importName(graph, whole) : undefined;
}

/** The id without the account or region that may follow the name. */
function plainId(id: string): string {
  return id.split(/[@,]/)[0] ?? id;
}
