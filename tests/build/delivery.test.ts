import type { JsonObject } from '../../schemas/primitives/artifact';
import { renderSystem } from '../support/system';

const notifications = { notifications: { ops: { email: { ops: 'ops@example.com' } } } };

async function faultsOf(delivery: JsonObject) {
  const { system } = await renderSystem({ dev: { delivery: { on: 'push', ...delivery } }, components: notifications });
  expect(system.findings.length === 0).toBe(system.artifacts.length > 0);
  return system.findings.map(({ code, at, message, fix }) => ({ code, at: at.file, message, fix }));
}

describe('images that repositories keep of an environment', () => {
  const kept = async (keepOf: JsonObject) => (await renderSystem({ keepOf })).system.findings;

  it('are those of one that stands on theirs, or of their own', async () => {
    expect(await kept({ dev: 3, shared: 2 })).toEqual([]);
  });

  it('are none of one that there is not: the nearest is told', async () => {
    expect(await kept({ dev: 3, dve: 5 })).toMatchObject([
      {
        code: 'unknown-environment',
        at: { file: 'environments/acme/shared.yaml#/components/repositories/images/keepOf/dve' },
        message: 'keepOf names dve, and no environment of that name stands on acme/shared',
        expected: 'one of dev, shared',
        fix: 'did you mean dev?',
      },
    ]);
    expect(await kept({ canary: 5 })).toMatchObject([{ fix: 'name one of these, or take the line out' }]);
  });
});

describe('the role that tells people of deliveries', () => {
  it('publishes to the topic that the environment names, from the branch that it is delivered from, and nothing else', async () => {
    const { files } = await renderSystem({
      dev: { delivery: { on: 'push', branch: 'develop', notify: 'ops' } },
      components: notifications,
    });
    const file = files['workspaces/acme-bootstrap/dev-rollout.tf.json'] as Record<string, Record<string, JsonObject>>;
    const documents = file['data']?.['aws_iam_policy_document'] as Record<string, { statement: JsonObject[] }>;
    const [publish, key, ...others] = documents['dev_rollout_rollout']?.statement ?? [];
    expect(others).toEqual([]);
    expect(publish).toMatchObject({
      actions: ['sns:Publish'],
      resources: ['arn:aws:sns:us-east-1:111122223333:acme-dev-ops'],
    });
    expect(key).toMatchObject({ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'] });
    expect(JSON.stringify(key)).toContain('"kms:EncryptionContext:aws:sns:topicArn"');
    expect(JSON.stringify(documents)).toContain('repo:acme/infrastructure:ref:refs/heads/develop');
  });

  it('is not there where nobody is told and nothing rolls', async () => {
    const { files } = await renderSystem({ dev: { delivery: { on: 'push' } } });
    expect(Object.keys(files)).not.toContain('workspaces/acme-bootstrap/dev-rollout.tf.json');
  });
});

describe('a delivery', () => {
  it('tells a component that is there, of kind notifications', async () => {
    expect(await faultsOf({ notify: 'ops' })).toEqual([]);
    expect(await faultsOf({ notify: 'opps' })).toEqual([
      {
        code: 'unknown-component',
        at: 'environments/acme/dev.yaml#/delivery/notify',
        message: 'there is no component opps',
        fix: 'did you mean ops?',
      },
    ]);
    expect((await faultsOf({ notify: 'files' }))[0]?.code).toBe('wrong-kind-of-component');
  });

  it('sets values that are there', async () => {
    const value = (path: string) => faultsOf({ values: { tier: { path, pattern: '[a-z.0-9]+' } } });
    expect(await value('queue.nodeType')).toEqual([]);
    expect(await value('quue.nodeType')).toEqual([
      {
        code: 'unknown-path',
        at: 'environments/acme/dev.yaml#/delivery/values/tier/path',
        message: 'quue.nodeType leads to no value of acme/dev',
        fix: 'did you mean queue?',
      },
    ]);
    expect((await value('queue.nodeTipe'))[0]?.fix).toBe('state the value there');
  });
});
