import { network, refused, renderInNetwork } from '../support/data-stores';

const eks = { version: '1.35' };

describe('a cluster', () => {
  test('network-of-another-region: stands in the region of its environment', async () => {
    const zones = { 'us-west-2a': { private: '10.1.11.0/24' }, 'us-west-2b': { private: '10.1.12.0/24' } };
    const west = { cidr: '10.1.0.0/16', region: 'dr', natGateways: 'none', flowLogs: { enabled: false }, zones };
    const inNetwork = (name: string) =>
      renderInNetwork({ network: { ...network.network, west }, cluster: { eks: { ...eks, network: name } } });
    expect(refused(await inNetwork('west'))).toEqual(['cluster/network-of-another-region at /cluster/eks/network']);
    expect((await inNetwork('main')).findings).toEqual([]);
  });

  test('principal-twice: lets a principal in once', async () => {
    const entry = (role: string) => ({ principalArn: `arn:aws:iam::111122223333:role/${role}` });
    const entered = (b: string) =>
      renderInNetwork({ cluster: { eks: { ...eks, access: { a: entry('one'), b: entry(b) } } } });
    expect(refused(await entered('one'))).toEqual(['cluster/principal-twice at /cluster/eks/access/b/principalArn']);
    expect((await entered('two')).findings).toEqual([]);
  });
});

describe('a node group', () => {
  test.each([
    ['node-role.kubernetes.io/system', ['node-group/reserved-label at /labels/node-role.kubernetes.io~1system']],
    ['eks.amazonaws.com/pool', ['node-group/reserved-label at /labels/eks.amazonaws.com~1pool']],
    ['example.com/pool', []],
    ['pool', []],
  ])('reserved-label: %s', async (label, expected) => {
    const system = { instanceTypes: ['t3.medium'], size: 1, labels: { [label]: 'system' } };
    const rendered = await renderInNetwork({ cluster: { eks }, 'node-group': { system } });
    expect(refused(rendered).map((found) => found.replace('/node-group/system', ''))).toEqual(expected);
    expect(rendered.findings).toHaveLength(expected.length);
  });
});
