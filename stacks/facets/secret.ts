import { SecretsmanagerSecret, type SecretsmanagerSecretConfig } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Statement } from '../../schemas/contract/connection';
import type { Settings } from '../../schemas/contract/settings';
import { decryptThrough } from './key';

export interface Secret {
  /** Construct id. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly keyArn: string;
  /** Days in which a deleted secret can be had back. */
  readonly recoveryDays: number;
  readonly protect: boolean;
  /** Copies in other regions, each under a key of its region. */
  readonly replicas?: readonly { readonly region: string; readonly keyArn: string }[];
  readonly provider?: TerraformProvider;
}

/** A secret without a value: none is in any file. Returns the address of the resource. */
export function addSecret(scope: Construct, secret: Secret): string {
  const config: SecretsmanagerSecretConfig = {
    name: secret.name,
    description: secret.description,
    kmsKeyId: secret.keyArn,
    recoveryWindowInDays: secret.recoveryDays,
    ...(secret.replicas?.length
      ? { replica: secret.replicas.map(({ region, keyArn }) => ({ region, kmsKeyId: keyArn })) }
      : {}),
    ...(secret.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...(secret.provider ? { provider: secret.provider } : {}),
  };
  const made = new SecretsmanagerSecret(scope, secret.id, config);
  return `aws_secretsmanager_secret.${made.friendlyUniqueId}`;
}

export interface SecretValue {
  /** Construct id. */
  readonly id: string;
  /** Address of the secret. */
  readonly secret: string;
  /** Expression, without `${}`, of the value. */
  readonly expression: string;
  /** A higher number makes a new value. */
  readonly version: number;
  readonly provider?: TerraformProvider;
}

/** A value made of ephemeral ones: written once for each version, never read back, in neither plan nor state. */
export function addSecretValue(scope: Construct, value: SecretValue): string {
  const made = new SecretsmanagerSecretVersion(scope, value.id, {
    secretId: `\${${value.secret}.id}`,
    secretStringWo: `\${${value.expression}}`,
    secretStringWoVersion: value.version,
    ...(value.provider ? { provider: value.provider } : {}),
  });
  return `aws_secretsmanager_secret_version.${made.friendlyUniqueId}`;
}

/** ARN pattern of a secret: AWS puts a hyphen and six random characters behind its name. */
export function secretArnPattern({ aws }: Settings, region: string, name: string): string {
  return `arn:${aws.partition}:secretsmanager:${region}:${aws.account}:secret:${name}-??????`;
}

/** What reading a secret takes. */
export function readSecret(secretArn: string, keyArn: string, region: string): Statement[] {
  return [
    { actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], resources: [secretArn] },
    decryptThrough(keyArn, `secretsmanager.${region}`),
  ];
}
