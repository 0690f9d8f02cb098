import { bootstrapPath } from '../../schemas/contract/layers';
import type { PolicyStatement } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import { bootstrapArn, type Phase } from './names';

/** What the rendered workspaces of an environment hold that its roles need more for than AWS's own policies give. */
export interface EnvironmentNeeds {
  /** Names by type of IAM resource that do not begin with `<system>-<environment>-`. */
  readonly foreignNames: Readonly<Partial<Record<IamType, readonly string[]>>>;
  /** Names of secrets whose versions are in a state: the provider reads a version to see that it is there. */
  readonly readSecrets: readonly string[];
  /** Names of encrypted parameters: the provider decrypts each one that it refreshes, also where it then drops the value. */
  readonly readParameters: readonly string[];
  /** Reads of content that a refresh of its resources needs after all. */
  readonly contentReads: readonly string[];
  /** Passwords are made by Secrets Manager while planning and applying. */
  readonly makesPasswords: boolean;
}

/** IAM resources whose ARN holds a name that the description gives. */
const iamTypes = {
  aws_iam_role: 'role',
  aws_iam_policy: 'policy',
  aws_iam_instance_profile: 'instance-profile',
} as const;
export type IamType = keyof typeof iamTypes;
export const iamTypeNames = Object.keys(iamTypes) as readonly IamType[];

/** Reads of content, which a plan of a pull request has no business with. `ReadOnlyAccess` allows them. */
const contentReads = [
  'athena:GetQueryResults',
  'codecommit:GitPull',
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'ecr:GetDownloadUrlForLayer',
  'kinesis:GetRecords',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  'logs:GetQueryResults',
  'logs:StartQuery',
  'rds:DownloadDBLogFilePortion',
  's3:GetObject',
  's3:GetObjectVersion',
  'sqs:ReceiveMessage',
];

export function planStatements(settings: Settings, needs: EnvironmentNeeds): PolicyStatement[] {
  const { s3 } = settings.terraform.backend;
  const states =
    s3 === undefined
      ? []
      : [
          `arn:${settings.aws.partition}:s3:::${s3.bucket}/*`,
          ...(s3.lockTable === undefined ? [] : [lockTableArn(settings.aws, s3.region, s3.lockTable)]),
        ];
  return [
    {
      sid: 'NoContent',
      effect: 'Deny',
      actions: contentReads.filter((action) => !needs.contentReads.includes(action)),
      ...(states.length === 0
        ? { resources: ['*'], why: 'a denial of all content' }
        : { resources: [], notResources: states }),
    },
    ...secretStatements(settings, needs),
    ...parameterStatements(settings, needs),
  ];
}

/** @see https://github.com/hashicorp/terraform-provider-aws/pull/44876 the provider reads write-only versions, too, until then */
function secretStatements({ aws }: Settings, needs: EnvironmentNeeds): PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  if (needs.makesPasswords)
    statements.push({
      sid: 'MakePasswords',
      actions: ['secretsmanager:GetRandomPassword'],
      resources: ['*'],
      why: 'a password is no resource yet',
    });
  if (needs.readSecrets.length === 0) return statements;
  const secrets = needs.readSecrets.map(
    // Secrets Manager adds a hyphen and six characters of its own.
    (name) => `arn:${aws.partition}:secretsmanager:*:${aws.account}:secret:${name}-??????`,
  );
  return [
    ...statements,
    { sid: 'ReadOwnSecrets', actions: ['secretsmanager:GetSecretValue'], resources: secrets },
    {
      sid: 'DecryptOwnSecrets',
      actions: ['kms:Decrypt'],
      resources: [`arn:${aws.partition}:kms:*:${aws.account}:key/*`],
      conditions: [
        { test: 'StringLike', variable: 'kms:ViaService', values: ['secretsmanager.*.amazonaws.com'] },
        { test: 'StringLike', variable: 'kms:EncryptionContext:SecretARN', values: secrets },
      ],
    },
  ];
}

/**
 * `ReadOnlyAccess` gets parameters, and decrypts none.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
 */
function parameterStatements({ aws }: Settings, { readParameters }: EnvironmentNeeds): PolicyStatement[] {
  if (readParameters.length === 0) return [];
  const parameters = readParameters.map(
    (name) => `arn:${aws.partition}:ssm:*:${aws.account}:parameter${name.startsWith('/') ? '' : '/'}${name}`,
  );
  return [
    {
      sid: 'DecryptOwnParameters',
      actions: ['kms:Decrypt'],
      resources: [`arn:${aws.partition}:kms:*:${aws.account}:key/*`],
      conditions: [
        { test: 'StringLike', variable: 'kms:ViaService', values: ['ssm.*.amazonaws.com'] },
        { test: 'StringLike', variable: 'kms:EncryptionContext:PARAMETER_ARN', values: parameters },
      ],
    },
  ];
}

/** Actions that change what a role may do. */
const grantingActions = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
];

/** Beside `PowerUserAccess`, which allows everything but IAM: IAM on what bears the names of the environment. */
export function applyStatements(settings: Settings, { foreignNames }: EnvironmentNeeds): PolicyStatement[] {
  const { system, environment, aws } = settings;
  const arns = (type: IamType): string[] =>
    [`${system}-${environment}-*`, ...(foreignNames[type] ?? [])].map(
      (name) => `arn:${aws.partition}:iam::${aws.account}:${iamTypes[type]}/${name}`,
    );
  const roles = arns('aws_iam_role');
  return [
    { sid: 'ReadIam', actions: ['iam:Get*', 'iam:List*'], resources: ['*'], why: 'reads alone; a refresh lists' },
    {
      sid: 'ManageRoles',
      actions: [
        'iam:DeleteRole',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      resources: roles,
    },
    { sid: 'GrantToRoles', actions: grantingActions, resources: roles, ...withBoundary(settings) },
    { sid: 'PassRoles', actions: ['iam:PassRole'], resources: roles },
    ...namedStatements(arns),
    { sid: 'NotItself', effect: 'Deny', actions: ['iam:*'], resources: untouchable(settings) },
  ];
}

/** What is named beside roles. */
function namedStatements(arns: (type: IamType) => string[]): PolicyStatement[] {
  return [
    {
      sid: 'ManageInstanceProfiles',
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:TagInstanceProfile',
        'iam:UntagInstanceProfile',
      ],
      resources: arns('aws_iam_instance_profile'),
    },
    {
      sid: 'ManagePolicies',
      actions: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
        'iam:TagPolicy',
        'iam:UntagPolicy',
      ],
      resources: arns('aws_iam_policy'),
    },
  ];
}

function withBoundary(settings: Settings): Pick<PolicyStatement, 'conditions'> {
  const { permissionsBoundary } = settings.aws;
  if (permissionsBoundary === undefined) return {};
  const values = [bootstrapArn(settings, 'policy', permissionsBoundary)];
  return { conditions: [{ test: 'StringEquals', variable: 'iam:PermissionsBoundary', values }] };
}

/** What no workspace but the bootstrap one may change. */
function untouchable({ aws }: Settings): string[] {
  const iam = `arn:${aws.partition}:iam::${aws.account}`;
  return [`${iam}:role${bootstrapPath}*`, `${iam}:policy${bootstrapPath}*`];
}

/** Everything, but neither the means to get out of the boundary nor the account itself. */
export function boundaryStatements(settings: Settings, name: string): PolicyStatement[] {
  const { aws } = settings;
  const boundary = bootstrapArn(settings, 'policy', name);
  return [
    {
      sid: 'AtMost',
      actions: ['*'],
      resources: ['*'],
      why: 'a boundary grants nothing: what a role may do is what its own policies say, less what is denied here',
    },
    {
      sid: 'NotBootstrap',
      effect: 'Deny',
      actions: ['iam:*'],
      resources: [...untouchable(settings), `arn:${aws.partition}:iam::${aws.account}:oidc-provider/*`],
    },
    {
      sid: 'NoRoleWithoutBoundary',
      effect: 'Deny',
      actions: grantingActions,
      resources: ['*'],
      why: 'a denial for every role that does not carry this boundary',
      conditions: [{ test: 'StringNotEquals', variable: 'iam:PermissionsBoundary', values: [boundary] }],
    },
    {
      sid: 'NoWayOut',
      effect: 'Deny',
      actions: [
        'account:*',
        'iam:AddUserToGroup',
        'iam:AttachGroupPolicy',
        'iam:AttachUserPolicy',
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateUser',
        'iam:DeleteRolePermissionsBoundary',
        'iam:PutGroupPolicy',
        'iam:PutUserPolicy',
        'iam:UpdateLoginProfile',
        'organizations:*',
      ],
      resources: ['*'],
      why: 'a denial of all of it',
    },
  ];
}

/** The states that an environment keeps in S3. */
export interface StateAccess {
  readonly bucket: string;
  readonly region: string;
  readonly account: string;
  readonly lockTable?: string;
  readonly kmsKey?: string;
  /** Keys of its own workspaces, and of those it reads. */
  readonly own: readonly string[];
  readonly read: readonly string[];
}

function lockTableArn(
  { partition, account }: Pick<Settings['aws'], 'partition' | 'account'>,
  region: string,
  table: string,
): string {
  return `arn:${partition}:dynamodb:${region}:${account}:table/${table}`;
}

/**
 * A plan reads states and locks its own; an apply writes its own, too.
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export function stateStatements(partition: string, state: StateAccess, phase: Phase): PolicyStatement[] {
  const bucket = `arn:${partition}:s3:::${state.bucket}`;
  const objects = (keys: readonly string[], suffix = ''): string[] => keys.map((key) => `${bucket}/${key}${suffix}`);
  const { kmsKey, lockTable, region, account } = state;
  const keyArn = kmsKey?.startsWith('alias/') === true ? `arn:${partition}:kms:${region}:${account}:key/*` : kmsKey;
  return [
    { sid: 'ListStates', actions: ['s3:ListBucket'], resources: [bucket] },
    { sid: 'ReadStates', actions: ['s3:GetObject'], resources: objects([...state.own, ...state.read]) },
    ...(phase === 'apply' ? [{ sid: 'WriteStates', actions: ['s3:PutObject'], resources: objects(state.own) }] : []),
    {
      sid: 'LockStates',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: objects(state.own, '.tflock'),
    },
    ...(lockTable === undefined
      ? []
      : [
          {
            sid: 'LockTable',
            actions: ['dynamodb:DeleteItem', 'dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:PutItem'],
            resources: [
              lockTableArn({ partition: partition as Settings['aws']['partition'], account }, region, lockTable),
            ],
          },
        ]),
    ...(keyArn === undefined
      ? []
      : [
          {
            sid: 'StateKey',
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [keyArn],
            ...(kmsKey?.startsWith('alias/') === true
              ? { conditions: [{ test: 'StringEquals', variable: 'kms:ResourceAliases', values: [kmsKey] }] }
              : {}),
          },
        ]),
  ];
}
