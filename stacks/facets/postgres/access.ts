import type { AccessLevels, OfferedSecret, Statement, Variable } from '../../../schemas/contract/connection';
import type { OutputContext } from '../../../schemas/contract/output';
import { networkRegion } from '../placement';
import { readSecret } from '../secret';

interface Database {
  readonly network: string;
  readonly iamUsers: readonly string[];
  readonly existing?: { readonly managedMasterPassword: boolean };
}

/** Whether AWS or this system keeps a secret with the password of the master user. */
export function hasMasterSecret({ existing }: Pick<Database, 'existing'>): boolean {
  return existing?.managedMasterPassword ?? true;
}

/** Secrets that a database offers. */
export function masterSecret<Props extends Database>(props: Props): Readonly<Record<string, OfferedSecret<Props>>> {
  if (!hasMasterSecret(props)) return {};
  return {
    master: {
      description: 'User and password of the master user.',
      output: 'masterSecretArn',
      keys: ['username', 'password'],
      statements: readMasterSecret,
    },
  };
}

/** What others may do with a database at this address: outputs by suffix of the variable. */
export function databaseAccess<Props extends Database>(
  props: Props,
  address: Readonly<Record<string, Variable>>,
): AccessLevels<Props> {
  const asUsers = props.iamUsers.map(
    (user) => [`as-${user.replace(/_/g, '-')}`, signIn<Props>(user, address)] as const,
  );
  return {
    connect: {
      description: 'Reach the port; users and their passwords are the database’s own affair.',
      ports: ['postgres'],
      variables: () => address,
    },
    ...Object.fromEntries(asUsers),
    ...(hasMasterSecret(props) ? { administer: administer<Props>(address) } : {}),
  };
}

function administer<Props>(address: Readonly<Record<string, Variable>>): AccessLevels<Props>[string] {
  return {
    description: 'Reach the port with the master user’s password: for migrations.',
    ports: ['postgres'],
    variables: () => ({
      ...address,
      USER: { secret: 'master', key: 'username' },
      PASSWORD: { secret: 'master', key: 'password' },
    }),
  };
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html */
function signIn<Props extends Database>(
  user: string,
  address: Readonly<Record<string, Variable>>,
): AccessLevels<Props>[string] {
  return {
    description: `Reach the port and sign in as ${user} with a token of IAM.`,
    ports: ['postgres'],
    statements: (context) => {
      const { partition, account } = context.self.settings.aws;
      const prefix = `arn:${partition}:rds-db:${networkRegion(context)}:${account}:dbuser`;
      return [{ actions: ['rds-db:connect'], resources: [`${prefix}:${context.own('resourceId')}/${user}`] }];
    },
    variables: () => ({ ...address, USER: { value: user } }),
  };
}

function readMasterSecret(context: OutputContext<Database>): Statement[] {
  const keyArn = context.own(context.props.existing ? 'masterSecretKeyArn' : 'keyArn');
  return readSecret(context.own('masterSecretArn'), keyArn, networkRegion(context));
}
