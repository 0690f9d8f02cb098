import type { Offer, Variable } from '../../../schemas/contract/connection';
import type { SecurityGroup } from '../../../schemas/contract/kind';
import { bound, known, runtime, type Output, type OutputContext } from '../../../schemas/contract/output';
import { keyOutput } from '../key';
import { dataSubnetCidrs, networkRegion } from '../placement';
import { databaseAccess, hasMasterSecret, masterSecret } from './access';

/** What RDS calls each form of database. */
const forms = {
  instance: {
    type: 'aws_db_instance',
    identifier: 'identifier',
    name: 'rds-instance',
    arn: 'db',
    resourceId: 'resource_id',
  },
  cluster: {
    type: 'aws_rds_cluster',
    identifier: 'clusterIdentifier',
    name: 'rds-cluster',
    arn: 'cluster',
    resourceId: 'cluster_resource_id',
  },
} as const;

export type DatabaseForm = keyof typeof forms;

/** Props of a database, as far as others read it. */
interface Database {
  readonly network: string;
  readonly database: string;
  readonly port: number;
  readonly iamUsers: readonly string[];
  readonly key?: string;
  readonly existing?: {
    readonly identifier?: string;
    readonly clusterIdentifier?: string;
    readonly securityGroupId: string;
    readonly managedMasterPassword: boolean;
  };
}

type Context = OutputContext<Database>;

/** Reads an attribute of a database: of the one that is made, or of the one that is looked up. */
export function ofDatabase(form: DatabaseForm, attribute: string) {
  const { type } = forms[form];
  return (context: Context): string => context.attribute(context.props.existing ? `data.${type}` : type, attribute);
}

/**
 * Outputs of a database of either form, beside its hosts.
 *
 * @param keepsMaster whether a secret of its own, of role `master`, holds the password, since AWS keeps none of it
 */
export function databaseOutputs<Props extends Database>(
  form: DatabaseForm,
  keepsMaster: (props: Props) => boolean = () => false,
): Readonly<Record<string, Output<Props>>> {
  const { identifier, name, arn, resourceId } = forms[form];
  const master = (attribute: string) => ofDatabase(form, `master_user_secret[0].${attribute}`);
  return {
    port: known('Port.', ({ props }) => String(props.port)),
    database: known('Database.', ({ props }) => props.database),
    [identifier]: known(
      `Identifier of the ${form}.`,
      ({ self, props }) => props.existing?.[identifier] ?? self.physicalName(name),
    ),
    arn: known(`ARN of the ${form}.`, (context) => {
      const { partition, account } = context.self.settings.aws;
      return `arn:${partition}:rds:${networkRegion(context)}:${account}:${arn}:${context.own(identifier)}`;
    }),
    resourceId: runtime(`Id of the ${form} in IAM policies of its users.`, 'data', ofDatabase(form, resourceId)),
    masterSecretArn: bound('Secret of the master user, in Secrets Manager.', 'data', (context) => {
      if (!hasMasterSecret(context.props)) return undefined;
      return keepsMaster(context.props)
        ? context.attribute('aws_secretsmanager_secret', 'arn', 'master')
        : master('secret_arn')(context);
    }),
    masterSecretKeyArn: runtime('KMS key of that secret.', 'data', (context) =>
      hasMasterSecret(context.props) && !keepsMaster(context.props) ? master('kms_key_id')(context) : undefined,
    ),
    keyArn: {
      ...keyOutput,
      value: (context) => (context.props.existing ? undefined : keyOutput.value(context, '')),
    },
  };
}

/** What others may do with a database. `hosts`: outputs by suffix of the variable. */
export function databaseOffers<Props extends Database>(hosts: Readonly<Record<string, Variable>>): Offer<Props> {
  const address = { ...hosts, PORT: { output: 'port' }, DATABASE: { output: 'database' } };
  return {
    ports: ({ props }) => ({ postgres: { port: props.port } }),
    cidrs: dataSubnetCidrs,
    secrets: ({ props }) => masterSecret(props),
    access: (props) => databaseAccess(props, address),
  };
}

/** The security group of a database, without a rule: connections add them. @param what `Aurora cluster` */
export function databaseGroup(what: string) {
  return ({ self, props }: Context): SecurityGroup => ({
    description: `${what} ${self.nameKey}`,
    egress: 'none',
    network: props.network,
    ...(props.existing ? { existingId: props.existing.securityGroupId } : {}),
  });
}
