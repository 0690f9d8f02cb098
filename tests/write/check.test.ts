import { applyWrite } from '../../synth/write/apply';
import { checkWrite } from '../../synth/write/check';
import { planWrite } from '../../synth/write/plan';
import { MemoryHost } from '../support/memory-host';
import { brief, listed, output } from '../support/outputs';
import { all, check, some, write } from '../support/writing';

const data = 'workspaces/pingvas-prod-data/main.tf.json';
const user = 'clusters/main/user/deployment-user.yaml';

describe('files of others', () => {
  const prod = output('pingvas/prod', { [data]: 1, [user]: 2 });

  it('in folders of output are reported and left: a warning for a write, an error for a check', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.put('workspaces/pingvas-prod-data/extra.tf', 'resource');
    host.put('workspaces/pingvas-prod-data/sub/more.tf', 'resource');
    host.put('clusters/other/x.yaml', 'x');
    const result = await write(host, [prod]);
    expect(brief(result.findings)).toEqual([
      'warning output-foreign clusters/other/x.yaml:1:1',
      'warning output-foreign workspaces/pingvas-prod-data/extra.tf:1:1',
    ]);
    expect(listed(result.findings, 'output-foreign')).toEqual([
      'clusters/other/x.yaml',
      'workspaces/pingvas-prod-data/extra.tf',
      'workspaces/pingvas-prod-data/sub/more.tf',
    ]);
    expect(await check(host, [prod])).toEqual([
      'error output-foreign clusters/other/x.yaml:1:1',
      'error output-foreign workspaces/pingvas-prod-data/extra.tf:1:1',
    ]);
    expect(host.exists('workspaces/pingvas-prod-data/extra.tf')).toBe(true);
  });

  it('are looked for, by a limited run, only in its own folders', async () => {
    const host = new MemoryHost();
    await write(host, [prod, output('pingvas/dev', { 'clusters/dev/user/x.yaml': 1 })]);
    host.put('clusters/main/user/extra.yaml', 'x');
    host.put('clusters/dev/user/extra.yaml', 'x');
    expect(listed((await write(host, [prod], some)).findings, 'output-foreign')).toEqual([
      'clusters/main/user/extra.yaml',
    ]);
  });

  it('that tools leave there are nobody’s fault', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.put('workspaces/pingvas-prod-data/.terraform/providers/x', 'x');
    host.put('workspaces/pingvas-prod-data/.terraform.lock.hcl', 'x');
    expect(await check(host, [prod])).toEqual([]);
  });

  it('in the place of an output are never replaced', async () => {
    const host = new MemoryHost({ [user]: 'mine' });
    const result = await write(host, [prod]);
    expect([result.done, brief(result.findings)]).toEqual([false, [`error output-in-the-way ${user}:1:1`]]);
    expect(host.tree('workspaces', 'clusters/main/user')).toEqual({ 'clusters/main/user': null, [user]: 'mine' });
    expect(await check(host, [prod])).toContain(`error output-in-the-way ${user}:1:1`);
  });

  it('are adopted where they are what would be written, or carry the mark of a lost list', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.drop('.slipway-owned');
    expect(await write(host, [prod])).toMatchObject({ done: true, written: 0, unchanged: 2, findings: [] });
    host.drop('.slipway-owned');
    const result = await write(host, [output('pingvas/prod', { [data]: 5, [user]: 6 })]);
    expect([result.done, brief(result.findings)]).toEqual([true, [`warning output-hand-edited ${user}:1:1`]]);
    expect(host.readText(`.slipway/hand-edited/${user}`)).toContain('value: 2');
  });

  it.each([
    ['a folder', 'clusters/main/user/deployment-user.yaml/mine', 'clusters/main/user/deployment-user.yaml'],
    ['a file where a folder must be', 'clusters/main/user', 'clusters/main/user/deployment-user.yaml'],
  ])('that are %s block the write', async (_, place, at) => {
    const host = new MemoryHost({ [place]: 'mine' });
    const result = await write(host, [prod]);
    expect([result.done, brief(result.findings.filter(({ severity }) => severity === 'error'))]).toEqual([
      false,
      [`error output-in-the-way ${at}:1:1`],
    ]);
    expect(host.readText(place)).toBe('mine');
  });
});

describe('changes by hand', () => {
  const prod = output('pingvas/prod', { [data]: 1, [user]: 2 });

  it('are replaced with a warning, and kept aside', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.put(user, 'value: 5\n');
    const result = await write(host, [prod]);
    expect([result.done, result.written, brief(result.findings)]).toEqual([
      true,
      1,
      [`warning output-hand-edited ${user}:1:1`],
    ]);
    expect([host.readText(user), host.readText(`.slipway/hand-edited/${user}`)]).toEqual([
      expect.stringContaining('value: 2'),
      'value: 5\n',
    ]);
    expect(await check(host, [prod])).toEqual([]);
  });

  it('of a file that goes are kept aside too', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.put(user, 'mine');
    const result = await write(host, [output('pingvas/prod', { [data]: 1 })]);
    expect([result.pruned, brief(result.findings)]).toEqual([1, [`warning output-hand-edited ${user}:1:1`]]);
    expect([host.exists(user), host.readText(`.slipway/hand-edited/${user}`)]).toEqual([false, 'mine']);
  });

  it('that make what is described anyway are none', async () => {
    const host = new MemoryHost();
    await write(host, [output('pingvas/prod', { [data]: 1, [user]: 1 })]);
    const other = new MemoryHost();
    await write(other, [prod]);
    host.put(user, other.readText(user));
    expect(await write(host, [prod])).toMatchObject({ done: true, written: 0, unchanged: 2, findings: [] });
    expect(await check(host, [prod])).toEqual([]);
  });

  it('between plan and write stop the write', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    const plan = await planWrite(host, [output('pingvas/prod', { [data]: 8, [user]: 9 })], all);
    host.put(user, 'mine');
    const result = await applyWrite(host, plan);
    expect([result.done, brief(result.findings)]).toEqual([false, [`error output-changed-meanwhile ${user}:1:1`]]);
    expect([host.readText(user), JSON.parse(host.readText(data))]).toEqual([
      'mine',
      expect.objectContaining({ value: 1 }),
    ]);
  });
});

describe('a check', () => {
  const prod = output('pingvas/prod', { [data]: 1, [user]: 2, 'clusters/main/user/service.yaml': 3 });

  it('of what was just written finds nothing', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    expect(await check(host, [prod])).toEqual([]);
  });

  it('tells apart what is changed by hand, missing, new, outdated, stale and foreign, and writes nothing', async () => {
    const host = new MemoryHost();
    await write(host, [
      output('pingvas/prod', {
        [data]: 0,
        [user]: 2,
        'clusters/main/user/service.yaml': 3,
        'clusters/main/user/zz.yaml': 4,
      }),
    ]);
    host.put(user, 'mine');
    host.drop('clusters/main/user/service.yaml');
    host.put('clusters/main/user/foreign.yaml', 'x');
    const tree = host.tree('clusters', 'workspaces', '.slipway-owned', '.slipway');
    host.faultBy(() => undefined);
    const described = output('pingvas/prod', {
      [data]: 1,
      [user]: 2,
      'clusters/main/user/service.yaml': 3,
      'clusters/main/user/new.yaml': 5,
    });
    expect(await check(host, [described])).toEqual([
      `error output-hand-edited ${user}:1:1`,
      'error output-missing clusters/main/user/service.yaml:1:1',
      'error output-missing clusters/main/user/new.yaml:1:1',
      `error output-outdated ${data}:1:1`,
      'error output-stale clusters/main/user/zz.yaml:1:1',
      'error output-foreign clusters/main/user/foreign.yaml:1:1',
    ]);
    expect([host.steps.changes, host.tree('clusters', 'workspaces', '.slipway-owned', '.slipway')]).toEqual([0, tree]);
  });

  it('gathers the files of one environment in one finding that lists them all', async () => {
    const host = new MemoryHost();
    const findings = checkWrite(await planWrite(host, [prod], all));
    expect(brief(findings)).toEqual(['error output-missing clusters/main/user/deployment-user.yaml:1:1']);
    expect(findings[0]?.message).toBe('3 files of pingvas/prod are not rendered yet');
    expect(listed(findings, 'output-missing')).toEqual([user, 'clusters/main/user/service.yaml', data]);
  });

  it('finds a list that says something else than stands there, and one with the marks of a merge', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    const path = '.slipway-owned/pingvas/prod.sha256';
    const list = host.readText(path);
    host.put(path, list.replace(/[0-9a-f]{64}/, '0'.repeat(64)));
    expect(await check(host, [prod])).toEqual([`error owned-list-outdated ${path}:1:1`]);
    const [first, ...rest] = list.split('\n');
    host.put(
      path,
      [
        first,
        '<<<<<<< HEAD',
        ...rest.slice(0, 2),
        '=======',
        ...rest.slice(0, 2),
        '>>>>>>> branch',
        ...rest.slice(2),
      ].join('\n'),
    );
    expect(await check(host, [prod])).toEqual([
      `error owned-list-damaged ${path}:2:1`,
      `error owned-list-outdated ${path}:1:1`,
    ]);
    expect((await write(host, [prod])).done).toBe(true);
    expect(await check(host, [prod])).toEqual([]);
  });

  it('never passes while the journal of an interrupted run stands', async () => {
    const host = new MemoryHost();
    await write(host, [prod]);
    host.put('.slipway/journal.json', '{}');
    expect(await check(host, [prod])).toEqual(['error run-unfinished .slipway/journal.json:1:1']);
    expect((await write(host, [prod])).done).toBe(false);
  });
});
