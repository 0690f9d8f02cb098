import type { Access, OfferedSecret, Variable } from '../../schemas/contract/connection';
import { defineAwsKind } from '../../schemas/contract/kind';
import { bound, forEach, known, type OutputContext } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { keyOutput } from '../facets/key';
import { dataSubnetCidrs, networkRegion } from '../facets/placement';
import { readSecret, secretArnPattern } from '../facets/secret';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { metrics, nodesOf } from './metrics';
import { addCache, addCacheKey } from './resources';
import { users } from './users';

type Context = OutputContext<Props>;
type Level = keyof typeof users;

/** A store in memory: cache, queue, sessions. */
export const redis = defineAwsKind<typeof Input>({
  kind: 'redis',
  summary: 'Redis or Valkey in ElastiCache: encrypted at rest and in transit, with a password, failing over by itself.',
  creates: [
    'the replication group in the network’s data or private subnets: one node, a primary with replicas, or shards',
    'a KMS key, unless one is named',
    'with authentication: two users with random passwords in Secrets Manager, in neither plan nor state',
    'subnet group, parameter group, log groups of engine and slow commands',
    'a security group without a rule: connections add them',
  ],
  input: Input,
  examples: {
    'a primary and a replica': { input: { nodeType: 'cache.t4g.small', nodes: 2 }, with: { network: twoZones } },
    'one node for development, without snapshots': {
      input: { nodes: 1, authentication: false, snapshotRetentionDays: 0, zones: ['us-east-1a'] },
      with: { network: twoZones },
    },
    'cluster mode': {
      input: { engine: 'valkey', nodeType: 'cache.r7g.large', nodes: 2, shards: 3 },
      with: { network: twoZones },
    },
  },
  passedOn: (_, { id }) => ({
    [`/resource/aws_elasticache_replication_group/${id}/node_type`]: '/nodeType',
  }),
  holdsData: true,
  outputs: {
    endpoint: bound('Host of the primary; in cluster mode, the host that knows all shards.', 'data', (context) =>
      group(context, context.props.shards > 1 ? 'configuration_endpoint_address' : 'primary_endpoint_address'),
    ),
    readerEndpoint: bound('Host that spreads connections over the replicas.', 'data', (context) =>
      context.props.shards > 1 ? undefined : group(context, 'reader_endpoint_address'),
    ),
    port: known('Port.', ({ props }) => String(props.port)),
    scheme: known('Scheme of its addresses.', () => 'rediss'),
    replicationGroupId: known('Id of the replication group.', ({ self }) =>
      self.physicalName('elasticache-replication-group'),
    ),
    nodeId: forEach(
      nodesOf,
      known('Id of a node.', ({ own }: Context, node: string) => `${own('replicationGroupId')}-${node}`),
    ),
    arn: known('ARN of the replication group.', (context) => {
      const { partition, account } = context.self.settings.aws;
      const prefix = `arn:${partition}:elasticache:${networkRegion(context)}:${account}:replicationgroup`;
      return `${prefix}:${context.own('replicationGroupId')}`;
    }),
    secretName: known('Secret that holds its users and their passwords.', ({ self, props }) =>
      props.authentication ? self.secretName() : undefined,
    ),
    keyArn: keyOutput,
  },
  offers: {
    ports: ({ props }) => ({ redis: { port: props.port } }),
    cidrs: dataSubnetCidrs,
    secrets: ({ props }): Readonly<Record<string, OfferedSecret<Props>>> =>
      props.authentication ? { read: offeredUser('read'), write: offeredUser('write') } : {},
    access: {
      read: access('read', 'Read, at the host of the replicas.'),
      write: access('write', 'Read and write.'),
    },
  },
  securityGroup: ({ self, props }) => ({
    description: `Redis ${self.nameKey}`,
    egress: 'none',
    network: props.network,
  }),
  metrics,
  constraints,
  layers: { foundation: addCacheKey, data: addCache },
});

function group({ attribute }: Context, name: string): string {
  return attribute('aws_elasticache_replication_group', name);
}

function offeredUser(level: Level): OfferedSecret<Props> {
  const { name, usernameKey, passwordKey } = users[level];
  return {
    description: `Name and password of the user ${name}.`,
    output: 'secretName',
    keys: [usernameKey, passwordKey],
    statements: (context) => {
      const region = networkRegion(context);
      const arn = secretArnPattern(context.self.settings, region, context.own('secretName'));
      return readSecret(arn, context.own('keyArn'), region);
    },
  };
}

function access(level: Level, description: string): Access<Props> {
  return {
    description,
    ports: ['redis'],
    variables: (context) => ({ ...address(context, level), ...credentials(context.props, level) }),
  };
}

/** Addresses with the scheme and the first database; the password is not in them. */
function address({ own, props }: Context, level: Level): Record<string, Variable> {
  const host = level === 'read' && props.shards === 1 ? 'readerEndpoint' : 'endpoint';
  return {
    HOST: { output: host },
    PORT: { output: 'port' },
    SCHEME: { output: 'scheme' },
    URL: { value: `rediss://${own(host)}:${props.port}/0` },
    ...(props.shards === 1 ? { READER_HOST: { output: 'readerEndpoint' } } : {}),
  };
}

function credentials({ authentication }: Props, level: Level): Record<string, Variable> {
  if (!authentication) return {};
  const { usernameKey, passwordKey } = users[level];
  return { USERNAME: { secret: level, key: usernameKey }, PASSWORD: { secret: level, key: passwordKey } };
}
