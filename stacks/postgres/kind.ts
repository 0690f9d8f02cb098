import type { Variable } from '../../schemas/contract/connection';
import { defineAwsKind } from '../../schemas/contract/kind';
import { bound, known, runtime, type OutputContext } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { keyOutput } from '../facets/key';
import { dataSubnetCidrs, networkRegion } from '../facets/placement';
import { databaseAccess, hasMasterSecret, masterSecret } from '../facets/postgres/access';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { metrics } from './metrics';
import { addInstance, addInstanceKey } from './resources';

type Context = OutputContext<Props>;

/** A relational database of a fixed size. */
export const postgres = defineAwsKind<typeof Input>({
  kind: 'postgres',
  summary: 'An RDS for PostgreSQL instance: encrypted, TLS only, backed up to the second, with a standby by switch.',
  creates: [
    'the instance in the network’s data or private subnets, with a standby in another zone unless it goes without',
    'a KMS key for storage, snapshots, logs and master password, unless one is named',
    'a master password that AWS keeps in Secrets Manager and changes every seven days',
    'subnet group, parameter group, log groups and the role of enhanced monitoring',
    'a security group without a rule: connections add them',
    'nothing, where the instance exists already: it is looked up',
  ],
  input: Input,
  examples: {
    'a small instance with a standby, whose volume grows': {
      input: {
        engineVersion: '16.13',
        database: 'shop',
        instanceClass: 'db.t3.micro',
        storage: { gibibytes: 20, maximumGibibytes: 100 },
      },
      with: { network: twoZones },
    },
    'one instance for development, in a zone that is stated': {
      input: { database: 'shop', multiAz: false, zone: 'us-east-1a', monitoringSeconds: 0 },
      with: { network: twoZones },
    },
    'a volume with operations of its own': {
      input: {
        database: 'shop',
        instanceClass: 'db.r7g.large',
        storage: { gibibytes: 500, iops: 16_000, throughput: 1000 },
        insights: 'advanced',
        iamUsers: ['api'],
      },
      with: { network: twoZones },
    },
    'an instance that is there already': {
      input: { database: 'shop', existing: { identifier: 'shop-prod', securityGroupId: 'sg-0a1b2c3d4e5f60718' } },
      with: { network: twoZones },
    },
  },
  holdsData: (props) => props.existing === undefined,
  outputs: {
    endpoint: bound('Host.', 'data', instance('address')),
    port: known('Port.', ({ props }) => String(props.port)),
    database: known('Database.', ({ props }) => props.database),
    identifier: known(
      'Identifier of the instance.',
      ({ self, props }) => props.existing?.identifier ?? self.physicalName('rds-instance'),
    ),
    arn: known('ARN of the instance.', (context) => {
      const { partition, account } = context.self.settings.aws;
      return `arn:${partition}:rds:${networkRegion(context)}:${account}:db:${context.own('identifier')}`;
    }),
    resourceId: runtime('Id of the instance in IAM policies of its users.', 'data', instance('resource_id')),
    masterSecretArn: bound('Secret of the master user, in Secrets Manager.', 'data', (context) =>
      hasMasterSecret(context.props) ? instance('master_user_secret[0].secret_arn')(context) : undefined,
    ),
    masterSecretKeyArn: runtime('KMS key of that secret.', 'data', (context) =>
      hasMasterSecret(context.props) ? instance('master_user_secret[0].kms_key_id')(context) : undefined,
    ),
    keyArn: {
      ...keyOutput,
      value: (context: Context) => (context.props.existing ? undefined : keyOutput.value(context, '')),
    },
  },
  offers: {
    ports: ({ props }) => ({ postgres: { port: props.port } }),
    cidrs: dataSubnetCidrs,
    secrets: ({ props }) => masterSecret(props),
    access: (props) => databaseAccess(props, address),
  },
  securityGroup: ({ self, props }) => ({
    description: `PostgreSQL ${self.nameKey}`,
    egress: 'none',
    network: props.network,
    ...(props.existing ? { existingId: props.existing.securityGroupId } : {}),
  }),
  metrics,
  constraints,
  layers: { foundation: addInstanceKey, data: addInstance },
});

function instance(attribute: string) {
  return (context: Context): string =>
    context.attribute(context.props.existing ? 'data.aws_db_instance' : 'aws_db_instance', attribute);
}

const address: Readonly<Record<string, Variable>> = {
  HOST: { output: 'endpoint' },
  PORT: { output: 'port' },
  DATABASE: { output: 'database' },
};
