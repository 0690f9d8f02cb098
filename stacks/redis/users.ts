import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group';
import type { AwsContext } from '../../schemas/contract/kind';
import { randomPassword } from '../facets/ephemeral';
import { jsonDocument } from '../facets/generated';
import { inRegionOfNetwork } from '../facets/placement';
import { addSecret, addSecretValue } from '../facets/secret';
import type { Props } from './input';

type Context = AwsContext<Props>;

const passwords = { length: 48, punctuation: false };

/** Redis takes a password without a user name as that of `default`. */
export const users = {
  write: { name: 'default', passwordKey: 'password', usernameKey: 'username' },
  read: { name: 'reader', passwordKey: 'read_password', usernameKey: 'read_username' },
} as const;

/** What each user may do. @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html */
const rights = {
  write: 'on ~* &* +@all',
  read: 'on ~* &* -@all +@read +@connection +info',
} as const;

/**
 * The users with their passwords. The provider's own resource keeps passwords in its state; CloudFormation reads them
 * from Secrets Manager when it applies, so that neither state nor template holds one.
 * @see docs/adr/0005-passwords-that-no-state-holds.md
 */
export function addUsers(context: Context): void {
  const { scope, self, props, own } = context;
  const elsewhere = inRegionOfNetwork(context);
  const secret = addSecret(scope, {
    id: 'users$secret',
    name: own('secretName'),
    description: `Users of Redis ${self.name}`,
    keyArn: own('keyArn'),
    recoveryDays: props.protect ? 30 : 7,
    protect: props.protect,
    ...elsewhere,
  });
  const version = addSecretValue(scope, {
    id: 'users$secret-value',
    secret,
    version: props.passwordVersion,
    expression: jsonDocument({
      [users.write.usernameKey]: JSON.stringify(users.write.name),
      [users.write.passwordKey]: randomPassword(scope, 'writer', passwords),
      [users.read.usernameKey]: JSON.stringify(users.read.name),
      [users.read.passwordKey]: randomPassword(scope, 'reader', passwords),
    }),
    ...elsewhere,
  });
  const stack = new CloudformationStack(scope, 'users$stack', {
    name: self.physicalName('cloudformation-stack', 'users'),
    templateBody: template(context, `\${${version}.version_id}`),
    ...elsewhere,
  });
  new ElasticacheUserGroup(scope, 'users$group', {
    engine: props.engine,
    userGroupId: self.physicalName('elasticache-user'),
    userIds: (['write', 'read'] as const).map((level) => userId(context, level)),
    dependsOn: [stack],
    ...elsewhere,
  });
}

function userId({ self }: Context, level: keyof typeof users): string {
  return self.physicalName('elasticache-user', level);
}

/** The version of the secret stands in the reference: a new one is a change that CloudFormation sees. */
function template(context: Context, version: string): string {
  const { props, own } = context;
  const user = (level: keyof typeof users) => ({
    Type: 'AWS::ElastiCache::User',
    Properties: {
      Engine: props.engine,
      UserId: userId(context, level),
      UserName: users[level].name,
      AccessString: rights[level],
      AuthenticationMode: {
        Type: 'password',
        Passwords: [
          `{{resolve:secretsmanager:${own('secretName')}:SecretString:${users[level].passwordKey}::${version}}}`,
        ],
      },
    },
  });
  return JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Users of a cache, with passwords that only Secrets Manager knows',
    Resources: { Reader: user('read'), Writer: user('write') },
  });
}
