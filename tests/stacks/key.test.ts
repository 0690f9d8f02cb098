import type { JsonObject } from '../../schemas/primitives/artifact';
import { resources } from '../support/render';
import { only, refused, renderInNetwork, statements, usedByPod } from '../support/data-stores';

function key(input: JsonObject = {}) {
  return renderInNetwork({ key: { shared: input } });
}

describe('key', () => {
  test('is rotated every year, not destroyed, and has an alias', async () => {
    const rendered = await key();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_kms_key')).toMatchObject({
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      deletion_window_in_days: 30,
      multi_region: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(only(rendered, 'aws_kms_alias')).toEqual({
      name: 'alias/acme-test-shared',
      target_key_id: '${aws_kms_key.shared.key_id}',
    });
  });

  test('one that signs is a pair and is not rotated', async () => {
    const made = only(await key({ purpose: 'sign' }), 'aws_kms_key');
    expect(made).toMatchObject({ key_usage: 'SIGN_VERIFY', customer_master_key_spec: 'ECC_NIST_P256' });
    expect(made).not.toHaveProperty('enable_key_rotation');
  });

  test('services may use it for this account alone', async () => {
    const [account, logs, sns] = statements(await key({ services: ['logs', 'sns'] }), 'shared');
    expect(account).toMatchObject({ sid: 'AccountAdministersKey' });
    expect(logs).toMatchObject({ principals: [{ identifiers: ['logs.us-east-1.amazonaws.com'] }] });
    expect(sns).toMatchObject({
      principals: [{ identifiers: ['sns.amazonaws.com'] }],
      condition: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: ['111122223333'] }],
    });
  });

  test.each([
    ['encrypt', 'decrypt', ['kms:Decrypt']],
    ['encrypt', 'encrypt', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']],
    ['sign', 'verify', ['kms:GetPublicKey', 'kms:Verify']],
    ['sign', 'sign', ['kms:GetPublicKey', 'kms:Verify', 'kms:Sign']],
  ])('a key to %s offers %s', async (purpose, access, actions) => {
    const rendered = await usedByPod({ key: { shared: { purpose } } }, { shared: access });
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_grant_shared')).toEqual([
      { effect: 'Allow', actions, resources: ['${data.terraform_remote_state.foundation.outputs.shared_arn}'] },
    ]);
  });

  test('a key that signs does not encrypt for others', async () => {
    const rendered = await usedByPod({ key: { shared: { purpose: 'sign' } } }, { shared: 'decrypt' });
    expect(rendered.findings.map(({ code }) => code)).toEqual(['unknown-access']);
  });

  test('one of another region is made there', async () => {
    expect(only(await key({ region: 'dr' }), 'aws_kms_key')).toMatchObject({ provider: 'aws.dr' });
  });

  test('it has copies in other regions, each with policy and alias of its own', async () => {
    const rendered = await key({ replicas: ['dr'], services: ['logs'] });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_kms_key')).toMatchObject({ multi_region: true });
    expect(only(rendered, 'aws_kms_replica_key')).toMatchObject({
      primary_key_arn: '${aws_kms_key.shared.arn}',
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
      provider: 'aws.dr',
    });
    expect(resources(rendered, 'aws_kms_alias')['shared_replica_dr']).toEqual({
      name: 'alias/acme-test-shared',
      target_key_id: '${aws_kms_replica_key.shared_replica_dr.key_id}',
      provider: 'aws.dr',
    });
    expect(JSON.stringify(statements(rendered, 'shared_replica_dr'))).toContain('logs.us-west-2.amazonaws.com');
  });

  test.each<[string, JsonObject, string]>([
    ['a copy where it is already', { region: 'dr', replicas: ['dr'] }, 'replica-regions at /replicas/0'],
    ['services of a key that signs', { purpose: 'sign', services: ['logs'] }, 'signing-key-of-services at /services'],
    ['a region that has no name', { region: 'west' }, 'unknown-region at /region'],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await key(input))).toEqual([`key/${expected.replace(' at ', ' at /key/shared')}`]);
  });
});
