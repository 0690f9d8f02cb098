import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { textAt } from '../../schemas/graph/values';
import type { Finding } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import type { TerraformChange } from './committed-literal';
import { keyOf } from './data-replaced';
import { neverApplied } from './never-applied';
import { findingAt } from './terraform-place';

type Realm = ReturnType<TerraformGraph['realm']>;

/** What holds data and is now made in another account or another region than the committed output has it in. */
export interface Relocation {
  readonly was: TerraformResource;
  readonly now: TerraformResource;
  readonly from: Realm;
  readonly to: Realm;
  /** What of both differs. */
  readonly fields: readonly (keyof Realm)[];
}

/**
 * Types that are in no region: where they are is their account alone.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export const globalTypes =
  /^aws_(?:account|budgets|ce|cloudfront|globalaccelerator|iam|networkmanager|organizations|route53(?!_resolver|_records)|route53domains|shield|waf)_/;

/** Whether a resource is to be in another place of AWS than it is; nothing of what is unknown of either. */
export function relocationOf(
  { was, now }: { readonly was: TerraformResource; readonly now: TerraformResource },
  { before, after }: TerraformChange,
): Relocation | undefined {
  const [from, to] = [before.realm(was), after.realm(now)];
  const fields = (['account', 'region'] as const).filter(
    (field) =>
      isKnown(from[field]) &&
      isKnown(to[field]) &&
      from[field] !== to[field] &&
      (field === 'account' || !globalTypes.test(now.type)),
  );
  return fields.length === 0 ? undefined : { was, now, from, to, fields };
}

function isKnown(value: string): boolean {
  return value !== '' && !value.includes('${');
}

/** One finding for all of a component that goes the same way, at what is least of a part. */
export function relocatedFindings(environment: Environment, relocations: readonly Relocation[]): Finding[] {
  const wayOf = ({ now, from, to, fields }: Relocation): string =>
    [keyOf(now), placeIn(from, fields), placeIn(to, fields)].join(' ');
  return [...new Set(relocations.map(wayOf))].flatMap((way) => {
    const together = relocations.filter((each) => wayOf(each) === way).sort((a, b) => partness(a) - partness(b));
    const [main, ...others] = together;
    if (!main) return [];
    const { now, from, to, fields } = main;
    const more = others.length === 0 ? '' : `; so it is with ${others.map((each) => each.now.address).join(', ')}`;
    return findingAt('data-replaced', now.place, {
      subject: now.address,
      message: `it moves from ${placeIn(from, fields)} to ${placeIn(to, fields)}: a new, empty one is made there, and the old one is deleted, or left behind where Terraform knows nothing of it${more}`,
      expected: placeIn(from, fields),
      fix: `${fixOf(environment, main, keyOf(now))}; ${neverApplied(together.map(({ was }) => was.place.artifact.path))}`,
    });
  });
}

/** A key is there for what it encrypts, and a part has a longer name than the whole. */
function partness({ now: { type, name } }: Relocation): number {
  return name.length + (type.startsWith('aws_kms_') ? 1000 : 0);
}

function placeIn({ account, region }: Realm, fields: readonly (keyof Realm)[]): string {
  if (fields.length === 2) return `${region} in account ${account}`;
  return fields.includes('account') ? `account ${account}` : region;
}

/** What to do: to take back what made it move; or another environment, where all of this one moves, or component. */
function fixOf(environment: Environment, relocation: Relocation, key: string): string {
  const { from, to, fields } = relocation;
  const settings = fields.map((field) => settingOf(environment, relocation, field));
  const back = fields.map((field, index) => {
    const setting = settings[index];
    return setting === undefined ? ownRegionOf(environment, relocation, key) : `keep ${setting} at ${from[field]}`;
  });
  const there = placeIn(to, fields);
  const anew = settings.every((setting) => setting === 'aws.account' || setting === 'aws.region')
    ? `describe another environment in ${there}, and copy or restore the data into it`
    : `describe another component in ${there}, copy or restore the data into it, and give this one a tombstone`;
  return `${back.join(' and ')}; to move for good, ${anew}`;
}

/** The setting of the environment that says where something is; nothing where a component says which region. */
function settingOf({ settings }: Environment, { was, now }: Relocation, field: keyof Realm): string | undefined {
  if (field === 'account') return 'aws.account';
  const alias = aliasOf(now);
  if (alias !== aliasOf(was) || [was, now].some(({ body }) => body['region'] !== undefined)) return undefined;
  return alias === undefined ? 'aws.region' : `aws.regions.${regionName(settings, alias)}`;
}

/** How a component, or a network that it is in, says again which region it is in. */
function ownRegionOf({ settings }: Environment, { was, now, from }: Relocation, key: string): string {
  const alias = aliasOf(was);
  if (alias === aliasOf(now)) return `keep ${key} in ${from.region}`;
  return alias === undefined
    ? `take region out of ${key}, or of the network that it is in`
    : `put region: ${regionName(settings, alias)} back into ${key}, or into the network that it is in`;
}

/** Name in `aws.regions` of the region that a provider of this alias is for. */
function regionName({ aws: { regions = {} } }: Environment['settings'], alias: string): string {
  return Object.keys(regions).find((name) => name.replaceAll('-', '_') === alias) ?? alias;
}

/** Alias of the provider that makes it; nothing for the one of the environment's own region. */
function aliasOf({ body }: TerraformResource): string | undefined {
  return /^(?:\$\{)?aws\.([\w-]+)/.exec(textAt(body, '/provider') ?? '')?.[1];
}
