import { group, input, reference } from '../../schemas/contract/fields';
import { defineAwsKind, type Kind } from '../../schemas/contract/kind';
import { catalogue } from '../../synth/catalogue';
import { network, statements } from '../support/data-stores';
import { render, resources } from '../support/render';

/** Code on an instance, and nothing else about it. */
const instance = defineAwsKind({
  kind: 'test-instance',
  summary: 'An instance.',
  creates: [],
  input: input({ network: reference('Network.', ['network']), options: group('Nothing.', {}, { default: {} }) }),
  examples: {},
  outputs: {},
  securityGroup: ({ props }) => ({ description: 'Instance', egress: 'none', network: props['network'] }),
  workload: () => ({ runs: 'instance' }),
  layers: {},
});

beforeAll(() => {
  Object.assign(catalogue, { 'test-instance': (): Promise<Kind> => Promise.resolve(instance) });
});

afterAll(() => {
  Reflect.deleteProperty(catalogue, 'test-instance');
});

const stores = {
  ...network,
  secret: { app: { entries: { token: {}, other: {} } } },
  parameter: { conf: { entries: { 'jwt/secret': {} } } },
  redis: { cache: {} },
};

describe('secrets of an instance', () => {
  test('it reads those that it uses itself, since nothing copies them for it', async () => {
    const uses = { app: 'token', conf: 'jwt/secret' };
    const rendered = await render({ components: { ...stores, 'test-instance': { host: { uses } } } });
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'host_grant_app')[0]).toMatchObject({
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      resources: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:acme/test/token-??????'],
    });
    expect(statements(rendered, 'host_grant_conf')[0]).toMatchObject({
      actions: ['ssm:GetParameter', 'ssm:GetParameters'],
      resources: ['arn:aws:ssm:us-east-1:111122223333:parameter/acme/test/jwt/secret'],
    });
  });

  test('a store with a password lets it read the password, opens the port, and makes its address no dependency', async () => {
    const rendered = await render({
      components: { ...stores, 'test-instance': { host: { uses: { cache: 'write' } } } },
    });
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'host_grant_cache')[0]?.['resources']).toEqual([
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:acme/test/cache-??????',
    ]);
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')).toHaveProperty('host_to_cache_redis');
    const settings = rendered.files['workspaces/acme-test-platform/_workspace.tf.json'];
    const states = (settings?.['data'] as Record<string, object>)['terraform_remote_state'] ?? {};
    expect(Object.keys(states)).toEqual(['foundation']);
  });

  test('without a use it has a role that may do nothing', async () => {
    const rendered = await render({ components: { ...stores, 'test-instance': { host: {} } } });
    expect(resources(rendered, 'aws_iam_role')).toHaveProperty('host_role');
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy'))).toEqual([]);
  });
});
