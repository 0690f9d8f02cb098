import { MemoryHost } from '../support/memory-host';
import type { RunResult } from '../../synth/host/host';
import { slipway, slipwayJson } from './kit';

/** A machine on which these commands say this. */
class Machine extends MemoryHost {
  constructor(private readonly says: Readonly<Record<string, string>>) {
    super();
  }

  override run(command?: string): Promise<RunResult> {
    const stdout = this.says[command ?? ''];
    return Promise.resolve(
      stdout === undefined
        ? { outcome: 'missing', status: -1, stdout: '', stderr: '' }
        : { outcome: 'exited', status: 0, stdout, stderr: '' },
    );
  }
}

const enough = { node: 'v20.20.2\n', git: 'git version 2.39.5\n' };

describe('slipway doctor', () => {
  it('says which tools are there, and what is not judged without the others', async () => {
    const { code, stdout } = await slipway(new Machine(enough), 'doctor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\+ {2}node +20\.20\.2 +runs slipway$/m);
    expect(stdout).toMatch(/^- {2}kubeconform +missing +manifests are judged by one engine alone/m);
    expect(stdout).toMatch(/^- {2}terraform +missing +workspaces are judged by schemas and references here/m);
  });

  it('takes the tools of the repository before those of the machine', async () => {
    const machine = new Machine({ ...enough, '.tools/bin/kubeconform': 'v0.7.0', kubeconform: 'v0.6.0' });
    const { tools } = (await slipwayJson(machine, 'doctor')) as { tools: { name: string }[] };
    expect(tools.find(({ name }) => name === 'kubeconform')).toMatchObject({
      version: '0.7.0',
      from: '.tools/bin/kubeconform',
    });
  });

  it('tells a tool that is too old', async () => {
    const { code, stdout } = await slipway(new Machine({ ...enough, terraform: 'Terraform v1.5.7' }), 'doctor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^! {2}terraform +1\.5\.7, too old/m);
  });

  it('takes a tool that does not tell its version for one that does', async () => {
    const { stdout } = await slipway(new Machine({ ...enough, kubeconform: 'development' }), 'doctor');
    expect(stdout).toMatch(/^\+ {2}kubeconform +there /m);
  });

  test.each([
    ['promtool, version 3.11.3 (branch: HEAD, revision: 3f1a9c2)\n  go version:       go1.26.8\n', '3\\.11\\.3'],
    ['promtool, version  (branch: , revision: unknown)\n  go version:       go1.26.8\n', 'there'],
  ])('does not take the version of Go for that of promtool: %j', async (says, version) => {
    const { stdout } = await slipway(new Machine({ ...enough, '.tools/bin/promtool': says }), 'doctor');
    expect(stdout).toMatch(new RegExp(`^\\+ {2}promtool +${version} +runs the tests of alert rules`, 'm'));
  });

  it('says what is not tried without promtool', async () => {
    const { stdout } = await slipway(new Machine(enough), 'doctor');
    expect(stdout).toMatch(/^- {2}promtool +missing +alert rules are not tried against series/m);
  });

  it.each([[{ git: 'git version 2.39.5' }], [{ ...enough, node: 'v18.19.0' }]])(
    'fails without a node that is new enough: %j',
    async (says) => {
      expect((await slipway(new Machine(says), 'doctor')).code).toBe(1);
    },
  );
});
