import { defineAwsKind } from '../../schemas/contract/kind';
import { bound, forEach, known, runtime } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { databaseGroup, databaseOffers, databaseOutputs, ofDatabase } from '../facets/postgres/outputs';
import { constraints } from './constraints';
import { copyRole } from './copies';
import { Input, isGlobal, type Props } from './input';
import { metrics } from './metrics';
import { addCluster, addClusterKey } from './resources';

/** A relational database that scales by itself. */
export const auroraPostgres = defineAwsKind<typeof Input>({
  kind: 'aurora-postgres',
  summary: 'An Aurora PostgreSQL Serverless v2 cluster: encrypted, TLS only, backed up to the second.',
  creates: [
    'the cluster with its instances in the network’s data or private subnets',
    'a KMS key for storage, snapshots, log and master password, unless one is named',
    'a master password that AWS keeps in Secrets Manager and changes every seven days',
    'subnet group, parameter group, log group and the role of enhanced monitoring',
    'a security group without a rule: connections add them',
    'with copies: a global database, and in each further region a cluster with key, groups, security group and log group of its own',
    'nothing, where the cluster exists already: it is looked up',
  ],
  input: Input,
  examples: {
    'a writer and a reader in two zones': {
      input: {
        engineVersion: '15.17',
        database: 'shop',
        capacity: { minimum: 0.5, maximum: 4 },
        instances: {
          writer: { zone: 'us-east-1a', promotionTier: 0 },
          reader: { zone: 'us-east-1b', promotionTier: 1 },
        },
      },
      with: { network: twoZones },
    },
    'a copy in another region, without an instance until it is needed': {
      input: {
        network: 'main',
        engineVersion: '15.17',
        database: 'shop',
        copies: { dr: { network: 'west' } },
      },
      with: {
        network: {
          ...twoZones,
          west: {
            cidr: '10.1.0.0/16',
            region: 'dr',
            natGateways: 'none',
            zones: { 'us-west-2a': { private: '10.1.11.0/24' }, 'us-west-2b': { private: '10.1.12.0/24' } },
          },
        },
      },
    },
    'a cluster that is there already': {
      input: {
        engineVersion: '15.17',
        database: 'shop',
        existing: { clusterIdentifier: 'shop-prod', securityGroupId: 'sg-0a1b2c3d4e5f60718' },
      },
      with: { network: twoZones },
    },
  },
  passedOn: (_, { id }) => ({ [`/resource/aws_rds_cluster/${id}/engine_version`]: '/engineVersion' }),
  holdsData: (props) => props.existing === undefined,
  outputs: {
    endpoint: bound('Host of the writer.', 'data', ofDatabase('cluster', 'endpoint')),
    readerEndpoint: bound(
      'Host that spreads connections over the readers.',
      'data',
      ofDatabase('cluster', 'reader_endpoint'),
    ),
    ...databaseOutputs('cluster', isGlobal),
    globalClusterIdentifier: known('Identifier of the global database, where it has copies.', ({ self, props }) =>
      isGlobal(props) ? self.physicalName('rds-cluster', 'global') : undefined,
    ),
    copyIdentifier: forEach(
      copiesIn,
      known<Props>('Identifier of a copy.', ({ self }, name) => self.physicalName('rds-cluster', name)),
    ),
    copyReaderEndpoint: forEach(
      copiesIn,
      runtime<Props>('Host that spreads connections over the instances of a copy.', 'data', ({ attribute }, name) =>
        attribute('aws_rds_cluster', 'reader_endpoint', copyRole(name)),
      ),
    ),
    copyArn: forEach(
      copiesIn,
      runtime<Props>('ARN of a copy.', 'data', ({ attribute }, name) =>
        attribute('aws_rds_cluster', 'arn', copyRole(name)),
      ),
    ),
    copyKeyArn: forEach(
      copiesIn,
      runtime<Props>('ARN of the KMS key that encrypts a copy.', 'foundation', ({ props, ref, attribute }, name) => {
        const key = props.copies[name]?.key;
        return key === undefined ? attribute('aws_kms_key', 'arn', copyRole(name)) : ref(key).text('arn');
      }),
    ),
    copySecurityGroupId: forEach(
      copiesIn,
      runtime<Props>('Id of the security group of a copy.', 'foundation', ({ attribute }, name) =>
        attribute('aws_security_group', 'id', copyRole(name)),
      ),
    ),
  },
  offers: databaseOffers<Props>({ HOST: { output: 'endpoint' }, READER_HOST: { output: 'readerEndpoint' } }),
  securityGroup: databaseGroup('Aurora cluster'),
  metrics,
  constraints,
  layers: { foundation: addClusterKey, data: addCluster },
});

function copiesIn({ copies }: Props): string[] {
  return Object.keys(copies);
}
