import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below, token } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import type { Artifact, Json } from '../schemas/primitives/artifact';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';

interface Named {
  readonly object: KubernetesObject;
  /** Where the role stands in it. */
  readonly pointer: string;
  readonly name: string;
  readonly role: TerraformResource;
}

/** Groups of what External Secrets reads secrets by: stores, and generators of what is no secret yet. */
const groups: ReadonlySet<string> = new Set(['external-secrets.io', 'generators.external-secrets.io']);

/** Account and name; a path may stand before the name. */
const roleArn = /^arn:[\w-]+:iam::(\d{12}):role\/(?:[^*]*\/)?([\w+=,.@-]+)$/;

/**
 * External Secrets takes on whatever role a store names. What a namespace reads is bounded by that role alone, and the role
 * that is for a namespace is the one that the component of its store makes.
 */
export const rule = defineRule<Named>({
  id: 'foreign-store',
  subjects: ({ clusters, terraform }) => {
    const roles = rolesOf(terraform);
    return clusters
      .flatMap(({ objects }) => objects)
      .filter(({ group, place: { artifact } }) => groups.has(group) && isDescribed(artifact))
      .flatMap((object) => namedIn(terraform, roles, object));
  },
  judge: ({ object, pointer, name, role }) =>
    makerOf(role) === makerOf(object)
      ? []
      : [
          {
            place: below(object.place, pointer),
            subject: subjectOf(object),
            message: `it reads secrets as ${name}, a role that is made for ${makerOf(role)}`,
            expected: 'the role that the component of the store makes for its namespace',
            fix: 'Describe a secret-store in the namespace: it has a role of its own.',
            related: [{ place: role.place, message: 'the role' }],
          },
        ],
});

/** A committed file that is read, and not rendered, does not tell what made it. */
function isDescribed({ path, origin }: Artifact): boolean {
  return origin.at.file !== path;
}

/** `pingvas/dev secrets`: no manifest can say that another component made it. */
function makerOf({ place }: KubernetesObject | TerraformResource): string {
  return place.artifact.origin.subject;
}

function rolesOf(terraform: TerraformGraph): Map<string, TerraformResource[]> {
  return groupBy(terraform.ofType('aws_iam_role'), ({ body, workspace }) => terraform.literal(body['name'], workspace));
}

/** Roles of the output that an object names, wherever in its spec: AWS lets a store take on several, one after another. */
function namedIn(
  terraform: TerraformGraph,
  roles: ReadonlyMap<string, readonly TerraformResource[]>,
  object: KubernetesObject,
): Named[] {
  return textsBelow(object.body['spec'] ?? null, '/spec').flatMap(({ pointer, text }) => {
    const [, account = '', name = ''] = roleArn.exec(text) ?? [];
    const role = roles.get(name)?.find((made) => ['', account].includes(terraform.realm(made).account));
    return role ? [{ object, pointer, name, role }] : [];
  });
}

function textsBelow(value: Json, pointer: string): { readonly pointer: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsBelow(item, pointer + token(key)));
}
