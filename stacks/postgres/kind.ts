import { defineAwsKind } from '../../schemas/contract/kind';
import { bound } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { databaseGroup, databaseOffers, databaseOutputs, ofDatabase } from '../facets/postgres/outputs';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { metrics } from './metrics';
import { addInstance, addInstanceKey } from './resources';

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
  passedOn: (_, { id }) => ({
    [`/resource/aws_db_instance/${id}/engine_version`]: '/engineVersion',
    [`/resource/aws_db_instance/${id}/instance_class`]: '/instanceClass',
  }),
  holdsData: (props) => props.existing === undefined,
  outputs: {
    endpoint: bound('Host.', 'data', ofDatabase('instance', 'address')),
    ...databaseOutputs<Props>('instance'),
  },
  offers: databaseOffers<Props>({ HOST: { output: 'endpoint' } }),
  securityGroup: databaseGroup('PostgreSQL'),
  metrics,
  constraints,
  layers: { foundation: addInstanceKey, data: addInstance },
});
