import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import type { Construct } from 'constructs';
import type { PolicyStatement } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import { githubIssuer, identityProviderArn } from './names';

/** Who may take a role on: tokens of an issuer for an audience, with one of these subjects. */
export interface Trust {
  /** Host of the issuer. */
  readonly issuer: string;
  readonly audience: string;
  /** Exact subjects; `*` in one stands for any text. */
  readonly subjects: readonly string[];
}

/** @see https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/aws-configuration#configure-trust-policy */
export function cloudTrust(hostname: string, subjects: readonly string[]): Trust {
  return { issuer: hostname, audience: 'aws.workload.identity', subjects };
}

/** @see https://docs.github.com/en/actions/reference/security/oidc */
export function githubTrust(subjects: readonly string[]): Trust {
  return { issuer: githubIssuer, audience: 'sts.amazonaws.com', subjects };
}

/** The trust policy: the audience, and subjects word for word unless one holds a `*`. */
export function trustStatements(settings: Settings, { issuer, audience, subjects }: Trust): PolicyStatement[] {
  const patterns = subjects.some((subject) => subject.includes('*'));
  return [
    {
      actions: ['sts:AssumeRoleWithWebIdentity'],
      resources: [],
      principals: [{ type: 'Federated', identifiers: [identityProviderArn(settings, issuer)] }],
      conditions: [
        { test: 'StringEquals', variable: `${issuer}:aud`, values: [audience] },
        { test: patterns ? 'StringLike' : 'StringEquals', variable: `${issuer}:sub`, values: subjects },
      ],
    },
  ];
}

/** An account has one provider an issuer: AWS verifies tokens against the issuer's own certificate. */
export function addIdentityProvider(scope: Construct, id: string, { issuer, audience }: Omit<Trust, 'subjects'>): void {
  new IamOpenidConnectProvider(scope, id, { url: `https://${issuer}`, clientIdList: [audience] });
}
