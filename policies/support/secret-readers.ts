import { bootstrapName } from '../../schemas/contract/layers';
import { inside, type Place } from '../../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { selectTexts, textAt, valueAt } from '../../schemas/graph/values';
import type { JsonObject } from '../../schemas/primitives/artifact';

/** `pingvas/dev`: a system and one of its environments. */
export type EnvironmentLabel = string;

/** A secret of the output, and whose it is. */
export interface StoredSecret {
  readonly name: string;
  readonly environment: EnvironmentLabel;
  /** The database whose master user's password it is. */
  readonly masterOf?: TerraformResource;
}

/** A policy of a role, with what it lets the role read. */
export interface SecretReader {
  readonly subject: string;
  readonly place: Place;
  readonly workspace: string;
  readonly environment: EnvironmentLabel;
  /** ARNs of secrets, as they stand there. */
  readonly resources: readonly string[];
}

/** What keeps secrets: which actions read one, which ARN it has, up to what AWS puts behind it, and which are secret. */
const stores = [
  {
    type: 'aws_secretsmanager_secret',
    service: 'secretsmanager',
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
    path: (name: string) => `secret:${name}-??????`,
    secret: () => true,
  },
  {
    type: 'aws_ssm_parameter',
    service: 'ssm',
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    path: (name: string) => `parameter${name.startsWith('/') ? '' : '/'}${name}`,
    secret: ({ body }: TerraformResource) => body['type'] === 'SecureString',
  },
] as const;

const databases = ['aws_db_instance', 'aws_rds_cluster'];

/** Roles with a policy that reads secrets. The bootstrap workspace is by itself: its roles apply environments. */
export function secretReaders(terraform: TerraformGraph): SecretReader[] {
  return terraform.ofType('aws_iam_role_policy').flatMap((resource) => {
    const environment = environmentOf(terraform, resource);
    const { body, workspace, address, place } = resource;
    const [, document] =
      /^\$\{data\.(aws_iam_policy_document\.[\w-]+)\.json\}$/.exec(textAt(body, '/policy') ?? '') ?? [];
    if (environment === undefined || document === undefined) return [];
    const resources = readableIn(terraform.dataSource(workspace, document) ?? {});
    if (resources.length === 0) return [];
    return [{ subject: address, place: inside(place, 'policy'), workspace, environment, resources }];
  });
}

function readableIn(document: JsonObject): string[] {
  return [valueAt(document, '/statement') ?? []].flat().flatMap((statement) => {
    if (valueAt(statement, '/effect') === 'Deny') return [];
    const patterns = selectTexts(statement, '/actions/*').map(({ text }) => text);
    const reads = stores.some(({ actions }) =>
      actions.some((action) => patterns.some((pattern) => matches(pattern, action))),
    );
    return reads ? selectTexts(statement, '/resources/*').map(({ text }) => text) : [];
  });
}

/** The secrets that an ARN, a pattern of ARNs or a reference stands for. */
export function secretsBehind(
  terraform: TerraformGraph,
  all: readonly KnownSecret[],
  { workspace, arn }: { readonly workspace: string; readonly arn: string },
): StoredSecret[] {
  const identity = terraform.identity(arn, workspace) ?? arn;
  const [, home = '', type = '', name = '', rest = ''] =
    /^([^:$]+):(?:\$\{)?(aws_\w+)\.([\w-]+)(\.master_user_secret\b)?/.exec(identity) ?? [];
  if (rest !== '') {
    const database = terraform.resource(home, `${type}.${name}`);
    return database && databases.includes(type) ? masterOf(terraform, database) : [];
  }
  if (type !== '')
    return all.filter(({ resource: { workspace: made, address } }) => made === home && address === `${type}.${name}`);
  // Where it stands in full, so do the six characters that AWS puts behind the name of a secret.
  const pattern = identity
    .replace(/^arn:[\w-]+:/, 'arn:aws:')
    .replace(/^(arn:aws:secretsmanager:.*)-\w{6}$/, '$1-??????');
  return all.filter((secret) => matches(pattern, secret.arn));
}

/** A secret that a workspace makes, with its ARN as far as it is known. */
export interface KnownSecret extends StoredSecret {
  readonly resource: TerraformResource;
  readonly arn: string;
}

export function knownSecrets(terraform: TerraformGraph): KnownSecret[] {
  return stores.flatMap(({ type, service, path, secret }) =>
    terraform
      .ofType(type)
      .filter(secret)
      .flatMap((resource) => {
        const name = terraform.literal(resource.body['name'], resource.workspace);
        const environment = environmentOf(terraform, resource);
        if (name === undefined || environment === undefined) return [];
        const { account, region } = terraform.realm(resource);
        const master = keptMaster(terraform, resource);
        return [
          {
            resource,
            name,
            environment,
            arn: `arn:aws:${service}:${region}:${account}:${path(name)}`,
            ...(master ? { masterOf: master } : {}),
          },
        ];
      }),
  );
}

/** AWS keeps the password of a master user but where a database is global: then a secret of its component does. */
function keptMaster(terraform: TerraformGraph, { type, name, workspace }: TerraformResource) {
  if (type !== 'aws_secretsmanager_secret' || !name.endsWith('_master')) return undefined;
  const owner = name.replace(/_master$/, '');
  return databases
    .map((database) => terraform.resource(workspace, `${database}.${owner}`))
    .find((database) => database?.body['master_password_wo'] !== undefined);
}

function masterOf(terraform: TerraformGraph, database: TerraformResource): StoredSecret[] {
  const environment = environmentOf(terraform, database);
  return environment === undefined
    ? []
    : [{ name: `the password of the master user of ${database.address}`, environment, masterOf: database }];
}

/** The environment that a resource belongs to, by the tags that all of it bears. */
function environmentOf(terraform: TerraformGraph, resource: TerraformResource): EnvironmentLabel | undefined {
  const { system, environment } = terraform.defaultTags(resource);
  if (system === undefined || environment === undefined || resource.workspace === bootstrapName(system))
    return undefined;
  return `${system}/${environment}`;
}

/** Environments by those whose states they read: what they stand on, and themselves. */
export function foundationsOf(terraform: TerraformGraph): Map<EnvironmentLabel, Set<EnvironmentLabel>> {
  const homes = new Map<string, EnvironmentLabel>();
  for (const resource of terraform.all) {
    if (homes.has(resource.workspace)) continue;
    const environment = environmentOf(terraform, resource);
    if (environment !== undefined) homes.set(resource.workspace, environment);
  }
  const found = new Map<EnvironmentLabel, Set<EnvironmentLabel>>();
  for (const [workspace, environment] of homes) {
    const below = found.get(environment) ?? new Set([environment]);
    found.set(environment, below);
    for (const read of terraform.readBy(workspace)) below.add(homes.get(read) ?? environment);
  }
  return found;
}

/** Whether a pattern of IAM, with `*` and `?`, covers a text; case counts in neither actions nor here. */
function matches(pattern: string, text: string): boolean {
  if (pattern.includes('${')) return false;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(text);
}
