import { bootstrapName } from '../../schemas/contract/layers';
import type { Place } from '../../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { groupBy } from '../../schemas/primitives/group-by';
import { grantsOf, matcher } from './iam-grants';

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
  readonly reads: readonly Read[];
}

/** A statement that reads secrets of one service. */
interface Read {
  readonly service: Service;
  /** ARNs of secrets, as they stand there. */
  readonly resources: readonly string[];
  readonly except: readonly string[];
}

type Service = 'secretsmanager' | 'ssm';

/** Which actions read a secret of a service. */
const readingActions: Readonly<Record<Service, readonly string[]>> = {
  secretsmanager: ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
  ssm: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
};

/** What keeps secrets: which ARN it has, up to what AWS puts behind it, and which are secret. */
const stores: readonly {
  readonly type: string;
  readonly service: Service;
  readonly path: (name: string) => string;
  readonly secret: (resource: TerraformResource) => boolean;
}[] = [
  {
    type: 'aws_secretsmanager_secret',
    service: 'secretsmanager',
    path: (name) => `secret:${name}-??????`,
    secret: () => true,
  },
  {
    type: 'aws_ssm_parameter',
    service: 'ssm',
    path: (name) => `parameter${name.startsWith('/') ? '' : '/'}${name}`,
    secret: ({ body }) => body['type'] === 'SecureString',
  },
];

/** Databases, with what RDS calls the secret of a master user whose password it keeps: this, and a UUID. */
const databases: Readonly<Record<string, string>> = { aws_db_instance: 'rds!db-', aws_rds_cluster: 'rds!cluster-' };
const uuid = '?'.repeat(36);

/** Who has a policy that reads secrets. The bootstrap workspace is by itself: its roles apply environments. */
export function secretReaders(terraform: TerraformGraph): SecretReader[] {
  return grantsOf(terraform).flatMap(({ resource, place, allowed }) => {
    const environment = environmentOf(terraform, resource);
    const reads = allowed.flatMap(({ covers, resources, except }) =>
      services
        .filter((service) => readingActions[service].some(covers))
        .map((service) => ({ service, resources, except })),
    );
    if (environment === undefined || reads.length === 0) return [];
    return [{ subject: resource.address, place, workspace: resource.workspace, environment, reads }];
  });
}

const services: readonly Service[] = ['secretsmanager', 'ssm'];

/** The secrets that a policy lets read. */
export function secretsRead(
  terraform: TerraformGraph,
  known: KnownSecrets,
  { workspace, reads }: SecretReader,
): KnownSecret[] {
  const read = reads.flatMap(({ service, resources, except }) => {
    const behind = (arns: readonly string[]) =>
      arns.flatMap((arn) => secretsBehind(terraform, known, { workspace, arn }));
    const spared = new Set(behind(except));
    return behind(resources).filter((secret) => secret.service === service && !spared.has(secret));
  });
  return [...new Set(read)];
}

/** The secrets that an ARN, a pattern of ARNs or a reference stands for. */
function secretsBehind(
  terraform: TerraformGraph,
  { all, byAddress, byArn }: KnownSecrets,
  { workspace, arn }: { readonly workspace: string; readonly arn: string },
): readonly KnownSecret[] {
  const identity = terraform.identity(arn, workspace) ?? arn;
  const [, home = '', address = ''] = /^([^:$]+):(?:\$\{)?(aws_\w+\.[\w-]+)\b/.exec(identity) ?? [];
  if (address !== '') return byAddress.get(`${home}:${address}`) ?? [];
  // Where it stands in full, so do the six characters that AWS puts behind the name of a secret, and the UUID of RDS.
  const pattern = identity
    .replace(/^arn:[\w-]+:/, 'arn:aws:')
    .replace(/^(arn:aws:secretsmanager:.*)-\w{6}$/, '$1-??????')
    .replace(/(:secret:rds!(?:cluster|db)-)[0-9a-f-]{36}/, `$1${uuid}`);
  // Most name one secret in full: only a pattern has to be compared with each.
  if (!/[*?]/.test(pattern.replace(uuid, '').replace(/-\?{6}$/, ''))) return byArn.get(pattern.toLowerCase()) ?? [];
  const matches = matcher(pattern);
  return all.filter((secret) => matches(secret.arn));
}

/** A secret that a workspace makes, with its ARN as far as it is known. */
export interface KnownSecret extends StoredSecret {
  readonly service: Service;
  readonly resource: TerraformResource;
  readonly arn: string;
}

/** The secrets of the output, and where to find one by what a policy says. */
export interface KnownSecrets {
  readonly all: readonly KnownSecret[];
  /** By workspace and address: `pingvas-shared-data:aws_db_instance.orders`. */
  readonly byAddress: ReadonlyMap<string, readonly KnownSecret[]>;
  /** In lower case, since IAM does not tell cases apart here. */
  readonly byArn: ReadonlyMap<string, readonly KnownSecret[]>;
}

export function knownSecrets(terraform: TerraformGraph): KnownSecrets {
  const all = [...kept(terraform), ...ofDatabases(terraform)];
  return {
    all,
    byAddress: groupBy(all, ({ resource }) => `${resource.workspace}:${resource.address}`),
    byArn: groupBy(all, ({ arn }) => arn.toLowerCase()),
  };
}

/** Secrets that a component makes. */
function kept(terraform: TerraformGraph): KnownSecret[] {
  return stores.flatMap(({ type, service, path, secret }) =>
    terraform
      .ofType(type)
      .filter(secret)
      .flatMap((resource) => {
        const name = terraform.literal(resource.body['name'], resource.workspace);
        const master = keptMaster(terraform, resource);
        const masterOf = master ? { masterOf: master } : {};
        return name === undefined ? [] : known(terraform, resource, { service, name, path: path(name), ...masterOf });
      }),
  );
}

/** Passwords of master users that RDS keeps. */
function ofDatabases(terraform: TerraformGraph): KnownSecret[] {
  return Object.entries(databases).flatMap(([type, prefix]) =>
    terraform
      .ofType(type)
      .filter(({ body }) => body['manage_master_user_password'] === true)
      .flatMap((database) =>
        known(terraform, database, {
          service: 'secretsmanager',
          name: `the password of the master user of ${database.address}`,
          path: `secret:${prefix}${uuid}-??????`,
          masterOf: database,
        }),
      ),
  );
}

function known(
  terraform: TerraformGraph,
  resource: TerraformResource,
  { path, ...secret }: Pick<KnownSecret, 'service' | 'name' | 'masterOf'> & { readonly path: string },
): KnownSecret[] {
  const environment = environmentOf(terraform, resource);
  if (environment === undefined) return [];
  const { account, region } = terraform.realm(resource);
  return [{ ...secret, resource, environment, arn: `arn:aws:${secret.service}:${region}:${account}:${path}` }];
}

/** AWS keeps the password of a master user but where a database is global: then a secret of its component does. */
function keptMaster(terraform: TerraformGraph, { type, name, workspace }: TerraformResource) {
  if (type !== 'aws_secretsmanager_secret' || !name.endsWith('_master')) return undefined;
  const owner = name.replace(/_master$/, '');
  return Object.keys(databases)
    .map((database) => terraform.resource(workspace, `${database}.${owner}`))
    .find((database) => database?.body['master_password_wo'] !== undefined);
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
