import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import type { Construct } from 'constructs';
import type { PolicyStatement } from '../../schemas/contract/kind';

/**
 * A policy document as a data source, which reads as a structure in a diff where a JSON string would be one long line.
 * Returns the expression of its JSON.
 */
export function policyDocument(scope: Construct, id: string, statements: readonly PolicyStatement[]): string {
  const document = new DataAwsIamPolicyDocument(scope, id, { statement: statements.map(toBlock) });
  return `\${data.aws_iam_policy_document.${document.friendlyUniqueId}.json}`;
}

function toBlock(statement: PolicyStatement) {
  return {
    ...(statement.sid === undefined ? {} : { sid: statement.sid }),
    effect: statement.effect ?? 'Allow',
    ...(statement.actions.length === 0 ? {} : { actions: [...statement.actions] }),
    ...(statement.notActions === undefined ? {} : { notActions: [...statement.notActions] }),
    ...(statement.resources.length === 0 ? {} : { resources: [...statement.resources] }),
    ...(statement.notResources === undefined ? {} : { notResources: [...statement.notResources] }),
    ...(statement.principals === undefined
      ? {}
      : { principals: statement.principals.map(({ type, identifiers }) => ({ type, identifiers: [...identifiers] })) }),
    ...(statement.conditions === undefined
      ? {}
      : {
          condition: statement.conditions.map(({ test, variable, values }) => ({
            test,
            variable,
            values: [...values],
          })),
        }),
  };
}

/** Trust policy of a role that AWS services assume. */
export function serviceTrust(
  services: readonly string[],
  actions: readonly string[] = ['sts:AssumeRole'],
): PolicyStatement[] {
  return [{ actions, resources: [], principals: [{ type: 'Service', identifiers: services }] }];
}
