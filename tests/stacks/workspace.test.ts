import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { TerraformOutput, Token } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument } from '../../stacks/facets/policy';
import { Workspace } from '../../stacks/workspace';
import type { Settings } from '../../schemas/contract/settings';

const settings = {
  system: 'acme',
  environment: 'test',
  owner: 'platform',
  costCentre: 'cc-1',
  aws: { account: '111122223333', partition: 'aws', region: 'us-east-1' },
  terraform: { backend: { cloud: { organization: 'acme' } } },
  repository: { url: 'https://github.com/acme/infrastructure', branch: 'main' },
  logRetentionDays: 90,
  tags: {},
} as unknown as Settings;

/** Renders a scope with a policy document under each of these construct ids. */
function render(...ids: readonly string[]) {
  const workspace = new Workspace('data', settings);
  const scope = new Construct(workspace, 'images');
  for (const id of ids) policyDocument(scope, id, [{ actions: ['s3:GetObject'], resources: [`arn:${id}`] }]);
  return workspace.render(scope);
}

describe('what the elements of a component make', () => {
  test('stands side by side', () => {
    expect(render('read$document', 'write$document')).toMatchObject({
      data: { aws_iam_policy_document: { images_read: {}, images_write: {} } },
    });
  });

  test('is resolved where a kind refers to another element by the library’s own tokens, in texts, lists, numbers and maps', () => {
    const workspace = new Workspace('data', settings);
    const scope = new Construct(workspace, 'images');
    const key = new KmsKey(scope, 'key', { description: 'Images' });
    new KmsAlias(scope, 'alias', { targetKeyId: key.keyId, name: `alias/${key.id}` });
    new TerraformOutput(scope, 'facts', {
      value: { [key.arn]: [key.arn], days: Token.asNumber('${var.days}'), nothing: undefined },
    });
    expect(workspace.render(scope)).toEqual({
      resource: {
        aws_kms_key: { images_key: { description: 'Images' } },
        aws_kms_alias: {
          images_alias: {
            name: 'alias/${aws_kms_key.images_key.id}',
            target_key_id: '${aws_kms_key.images_key.key_id}',
          },
        },
      },
      output: {
        images_facts: {
          value: { '${aws_kms_key.images_key.arn}': ['${aws_kms_key.images_key.arn}'], days: '${var.days}' },
        },
      },
    });
  });

  test('is refused where two make one data source, whose statements would stand in one policy', () => {
    expect(() => render('read$document', 'read$policy')).toThrow(
      'two elements make data.aws_iam_policy_document.images_read',
    );
  });
});
