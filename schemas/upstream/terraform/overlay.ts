import { awsChoices } from './overlay-aws-choices';
import { awsMembers, awsValues } from './overlay-aws';
import { wafv2Definitions } from './overlay-wafv2';
import type { Choice, Member, MemberOverlay, Members, TypeKey, ValueType } from './type-schema';

/** Shapes that name themselves. */
export const definitions: Readonly<Record<string, Members>> = wafv2Definitions;

/** @see https://registry.terraform.io/providers/hashicorp/tfe/0.71.0/docs */
const tfeValues: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'resource.tfe_workspace': { execution_mode: ['remote', 'local', 'agent'] },
  'resource.tfe_workspace_settings': { execution_mode: ['remote', 'local', 'agent'] },
  'resource.tfe_variable': { category: ['terraform', 'env', 'policy-set'] },
  'resource.tfe_team_access': { access: ['admin', 'read', 'plan', 'write'] },
  'resource.tfe_team_project_access': { access: ['admin', 'maintain', 'write', 'read', 'custom'] },
};

/** `dont_delete` is an empty block; the generator forgets that it may be left out. */
const tfeMembers: Readonly<Record<string, Readonly<Record<string, MemberOverlay>>>> = {
  'resource.tfe_data_retention_policy': { dont_delete: { use: 'optional' } },
};

const tfeChoices: Readonly<Record<string, readonly Choice[]>> = {
  'resource.tfe_data_retention_policy': [{ rule: 'one', of: ['delete_older_than', 'dont_delete'] }],
  'resource.tfe_variable': [{ rule: 'one', of: ['variable_set_id', 'workspace_id'] }],
};

const values = { ...awsValues, ...tfeValues };
const members = { ...awsMembers, ...tfeMembers };
const choices = { ...awsChoices, ...tfeChoices };

/** The members of a type with its overlay laid on. @throws where the overlay names a member that the type does not have */
export function overlaid(key: TypeKey, extracted: Members): Members {
  const patches: [string, Patch][] = [
    ...Object.entries(members[key] ?? {}),
    ...Object.entries(values[key] ?? {}).map(([path, allowed]): [string, Patch] => [path, { values: allowed }]),
  ];
  const patched = patches.reduce((result, [path, patch]) => patchMember(result, path.split('.'), patch), extracted);
  return key.startsWith('resource.') ? withComputedId(patched) : patched;
}

type Patch = MemberOverlay & Pick<Member, 'values'>;

export function choicesOf(key: TypeKey): readonly Choice[] {
  return choices[key] ?? [];
}

/**
 * CDKTF lets every resource set `id`, since the plugin SDK adds an `id` to every schema; the provider refuses it where
 * it is not an argument of the resource's own, which then is a required one.
 */
function withComputedId(extracted: Members): Members {
  const id = extracted['id'];
  return id?.use === 'optional' ? { ...extracted, id: { ...id, use: 'computed' } } : extracted;
}

function patchMember(extracted: Members, [name = '', ...rest]: readonly string[], patch: Patch): Members {
  const member = extracted[name];
  if (member === undefined) throw new Error(`the overlay names ${name}, which the type does not have`);
  if (rest.length === 0) return { ...extracted, [name]: { ...member, ...patch } };
  return {
    ...extracted,
    [name]: { ...member, type: mapObject(member.type, (inner) => patchMember(inner, rest, patch)) },
  };
}

function mapObject(type: ValueType, change: (members: Members) => Members): ValueType {
  if (typeof type === 'string' || 'definition' in type)
    throw new Error('the overlay goes into a value that has no members');
  if ('list' in type) return { list: mapObject(type.list, change) };
  if ('set' in type) return { set: mapObject(type.set, change) };
  if ('map' in type) return { map: mapObject(type.map, change) };
  return { object: change(type.object) };
}
