import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Files, RuleCase } from './output';

const account = '111122223333';
const secretArn = (name: string): string => `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}`;

interface Home {
  readonly environment: string;
  readonly layer: 'data' | 'platform';
  /** Workspaces whose states it reads. */
  readonly reads?: Readonly<Record<string, string>>;
}

/** A workspace of acme, with what it says of its provider. */
function workspace({ environment, layer, reads = {} }: Home, content: JsonObject): Files {
  const folder = `workspaces/acme-${environment}-${layer}`;
  const tags = { system: 'acme', environment };
  const states = Object.entries(reads).map(([id, name]) => [
    id,
    { backend: 'remote', config: { workspaces: { name } } },
  ]);
  return {
    [`${folder}/_workspace.tf.json`]: {
      provider: { aws: [{ region: 'us-east-1', allowed_account_ids: [account], default_tags: [{ tags }] }] },
      data: { terraform_remote_state: Object.fromEntries(states) as JsonObject },
    },
    [`${folder}/user.tf.json`]: content,
  };
}

const cluster = { manage_master_user_password: true };
/** A database that AWS keeps the password of, and one whose password a secret keeps. */
const shared = workspace(
  { environment: 'shared', layer: 'data' },
  {
    resource: {
      aws_rds_cluster: { db: cluster, global: { master_password_wo: '${ephemeral.x.y.z}' } },
      aws_secretsmanager_secret: {
        global_master: { name: 'acme/shared/global-master' },
        mail: { name: 'acme/shared/mail' },
      },
    },
    output: {
      db_master_secret_arn: { value: '${aws_rds_cluster.db.master_user_secret[0].secret_arn}' },
      mail_arn: { value: '${aws_secretsmanager_secret.mail.arn}' },
    },
  },
);
const secretsOf = (environment: string): Files =>
  workspace(
    { environment, layer: 'data' },
    {
      resource: {
        aws_secretsmanager_secret: { jwt: { name: `acme/${environment}/jwt` } },
        aws_ssm_parameter: {
          mode: { name: `/acme/${environment}/mode`, type: 'String' },
          token: { name: `/acme/${environment}/token`, type: 'SecureString' },
        },
      },
    },
  );

/** A role of dev, or of another environment, that may do something with some secrets. */
function role(resources: readonly string[], actions = ['secretsmanager:GetSecretValue'], environment = 'dev'): Files {
  const statement = [{ effect: 'Allow', actions, resources: [...resources] }];
  const own = { data: `acme-${environment}-data` };
  const reads = environment === 'shared' ? own : { ...own, shared_data: 'acme-shared-data' };
  return workspace(
    { environment, layer: 'platform', reads },
    {
      data: { aws_iam_policy_document: { user: { statement } } },
      resource: {
        aws_iam_role_policy: { user: { policy: '${data.aws_iam_policy_document.user.json}', role: 'user' } },
      },
    },
  );
}

const fired = 'workspaces/acme-dev-platform/user.tf.json#/resource/aws_iam_role_policy/user/policy';
const all = { ...shared, ...secretsOf('dev'), ...secretsOf('prod') };
const master = '${data.terraform_remote_state.shared_data.outputs.db_master_secret_arn}';

/** Who may read which secret. */
export const secretCases = {
  'foreign-secret': [
    {
      situation: 'an environment reads the password of the master user of a database that it shares',
      files: { ...all, ...role([master]) },
      fires: [fired],
    },
    {
      situation: 'the password of a global database is in a secret of its own',
      files: { ...all, ...role([secretArn('acme/shared/global-master-??????')]) },
      fires: [fired],
    },
    {
      situation: 'a wildcard, a parameter by its path, and an ARN in full reach another environment',
      files: {
        ...all,
        ...role(
          [
            secretArn('acme/*'),
            `arn:aws:ssm:us-east-1:${account}:parameter/acme/prod/*`,
            secretArn('acme/prod/jwt-a1B2c3'),
          ],
          ['secretsmanager:Get*', 'ssm:GetParameter'],
        ),
      },
      // The wildcard reaches the global database’s password and prod’s key, which the full ARN names once more; and a token.
      fires: [fired, fired, fired],
    },
    {
      situation: 'secrets of its own, and one that the environment below keeps for it',
      files: {
        ...all,
        ...role([
          secretArn('acme/dev/jwt-??????'),
          secretArn('acme/shared/mail-??????'),
          '${data.terraform_remote_state.shared_data.outputs.mail_arn}',
        ]),
      },
      fires: [],
    },
    {
      situation: 'the environment of the database reads its password; others describe secrets and read none',
      files: {
        ...all,
        ...role(['${data.terraform_remote_state.data.outputs.db_master_secret_arn}'], undefined, 'shared'),
        ...role(['*'], ['secretsmanager:DescribeSecret', 'secretsmanager:GetRandomPassword']),
      },
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
