import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { typeNames } from '../schemas/graph/type-names';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule, type RuleFinding } from './rule';

/** Types whose names are unique. */
const named = Object.keys(typeNames).filter((type) => typeNames[type]?.unique !== undefined);

/** Types that an account has one of in each region, under no name: whoever makes a second replaces the first. */
const single: ReadonlySet<string> = new Set([
  'aws_ecr_registry_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
]);

/** Names that AWS gives to one thing alone are given once, across all workspaces. */
export const rule = defineRule({
  id: 'duplicate-aws-name',
  subjects: ({ terraform }) =>
    groupBy(
      [...named, ...single].flatMap((type) => terraform.ofType(type)),
      (resource) => keyOf(resource, terraform),
    ).values(),
  judge: ([first, ...others], { terraform }) =>
    others.map((other) => {
      if (single.has(other.type)) return second(other, first);
      const { argument = '', unique: scope } = typeNames[other.type] ?? {};
      const name = terraform.literal(other.body[argument], other.workspace) ?? '';
      return {
        place: inside(other.place, argument),
        subject: other.address,
        cause: `name ${name}`,
        message: `the name ${name} is that of ${first?.address ?? ''} in ${first?.workspace ?? ''}`,
        expected: scope === 'global' ? 'a name that nobody in AWS has' : `one thing of a name in each ${scope ?? ''}`,
        fix: 'Give one of the two another name.',
        related: first ? [{ place: inside(first.place, argument), message: 'the other one' }] : [],
      };
    }),
});

function second(other: TerraformResource, first: TerraformResource | undefined): RuleFinding {
  return {
    place: other.place,
    subject: other.address,
    message: `an account has one ${other.type} in each region, and that is ${first?.address ?? ''} in ${first?.workspace ?? ''}`,
    expected: 'one of this type in each account and region',
    fix: 'Describe it once, with the rules of both.',
    related: first ? [{ place: first.place, message: 'the other one' }] : [],
  };
}

function keyOf(resource: TerraformResource, terraform: TerraformGraph): string | undefined {
  const { type, body, workspace } = resource;
  const { account, region } = terraform.realm(resource);
  if (single.has(type)) return [type, account, region].join(' ');
  const { argument = '', unique: scope, beside } = typeNames[type] ?? {};
  const name = terraform.literal(body[argument], workspace);
  if (name === undefined) return undefined;
  const place = { global: '', account, region: `${account}/${region}` }[scope ?? 'region'];
  const other = beside === undefined ? undefined : body[beside];
  const within = terraform.identity(other, workspace) ?? JSON.stringify(other ?? '');
  return [type, place, within, name].join(' ');
}
