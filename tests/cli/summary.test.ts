import { summaryOf } from '../../synth/cli/summary';
import { synthesize } from '../../synth/pipeline';
import { readTree, repository } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';

describe('the summary of a run', () => {
  const description = readTree(repository, 'environments');

  it('counts the workspace that a system has in common, and says what the rules found', async () => {
    const { data, lines } = summaryOf(await synthesize(new MemoryHost(description), ['pingvas']));
    const { rules } = data;
    const kept = rules.filter(({ outcome }) => outcome === 'compliant');
    expect([data.environments, data.workspaces]).toEqual([3, 10]);
    expect(rules.find(({ id }) => id === 'recovery-objective')).toMatchObject({ outcome: 'compliant' });
    expect(rules.every(({ outcome, judged }) => (outcome === 'not-applicable') === (judged === 0))).toBe(true);
    expect(lines[0]).toContain('3 environments, 10 workspaces');
    expect(lines[2]).toContain(`${kept.length} kept, 0 broken`);
  });

  it('leaves it out where one environment alone is rendered', async () => {
    const { data } = summaryOf(await synthesize(new MemoryHost(description), ['pingvas/shared']));
    expect([data.environments, data.workspaces]).toEqual([1, 3]);
  });
});
