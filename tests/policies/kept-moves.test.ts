import fc from 'fast-check';
import { movesIn } from '../../schemas/graph/moves';
import { TerraformGraph } from '../../schemas/graph/terraform';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { keptMoves } from '../../synth/build/kept-moves';
import { checkTerraform } from '../../synth/check/terraform';
import { schemas } from '../fixtures/terraform/kit';
import { built, run, terraformOf } from '../support/kept';

const name = 'acme-reports';
const data = (key: string, environment = 'test'): string => `workspaces/acme-${environment}-data/${key}.tf.json`;
const bucket = (key: string): string => `aws_s3_bucket.${key}`;
const move = (from: string, to: string) => ({ from: bucket(from), to: bucket(to) });

/** `moved` blocks of buckets in a file. */
function moves(files: Readonly<Record<string, JsonObject>>, path: string): JsonObject[] {
  const { moved = [] } = files[path] as { moved?: JsonObject[] };
  return moved.filter(({ from }) => typeof from === 'string' && from.startsWith('aws_s3_bucket.'));
}

/** Output that is committed: `reports` was made, and then renamed to `monthly`. */
async function renamed(): Promise<Artifact[]> {
  const first = terraformOf([await built({ bucket: { reports: { name }, other: {} } })]);
  const after = await built({ bucket: { monthly: { name, renamedFrom: 'reports' }, other: {} } });
  const { findings, artifacts } = run([after], first);
  expect(findings).toEqual([]);
  return artifacts;
}

async function terraformFindings(artifacts: readonly Artifact[]) {
  return (await checkTerraform(artifacts, { schemas })).findings.filter(({ code }) => code.startsWith('terraform-'));
}

describe('a renaming that is committed, and applied nowhere yet', () => {
  it('stays in the output, as it is, when renamedFrom is taken out', async () => {
    const before = await renamed();
    const { findings, files } = run([await built({ bucket: { monthly: { name }, other: {} } })], before);
    expect(findings).toEqual([]);
    expect(files).toEqual(Object.fromEntries(before.map(({ path, content }) => [path, content])));
  });

  it('stays beside a further one', async () => {
    const after = await built({ bucket: { yearly: { name, renamedFrom: 'monthly' }, other: {} } });
    const { findings, files, artifacts } = run([after], await renamed());
    expect(findings).toEqual([]);
    expect(moves(files, data('yearly'))).toEqual([move('monthly', 'yearly'), move('reports', 'monthly')]);
    expect(await terraformFindings(artifacts)).toEqual([]);
    expect(run([after], artifacts).files).toEqual(files);
  });

  it.each([
    ['forget', false],
    ['destroy', true],
  ])(
    'stays beside what a tombstone that says %s takes out, so that it reaches the old address too',
    async (fate, destroy) => {
      const gone = await built({ bucket: { other: {} } }, { settings: { removed: { monthly: fate } } });
      const { findings, files, artifacts } = run([gone], await renamed());
      expect(findings.filter(({ code }) => code !== 'destroy-refused')).toEqual([]);
      expect(moves(files, data('monthly'))).toEqual([move('reports', 'monthly')]);
      expect(files[data('monthly')]?.['removed']).toContainEqual({ from: bucket('monthly'), lifecycle: { destroy } });
      expect(await terraformFindings(artifacts)).toEqual([]);
      expect(run([gone], artifacts)).toMatchObject({ findings: [], files });
    },
  );

  it('is undone by renaming it back, whether it was applied or not', async () => {
    const after = await built({ bucket: { reports: { name, renamedFrom: 'monthly' }, other: {} } });
    const { findings, files } = run([after], await renamed());
    expect(findings).toEqual([]);
    expect(moves(files, data('reports'))).toEqual([move('monthly', 'reports')]);
  });

  it('is told of where something new gets the old key', async () => {
    const before = await renamed();
    const after = await built({ bucket: { monthly: { name }, reports: {}, other: {} } });
    const { findings, files, artifacts } = run([after], before);
    expect(findings).toEqual([expect.objectContaining({ code: 'rename-withdrawn', subject: bucket('reports') })]);
    expect(moves(files, data('monthly'))).toEqual([]);
    expect(await terraformFindings(artifacts)).toEqual([]);
  });

  it('is over once its blocks are taken out of the committed file', async () => {
    const applied = (await renamed()).map((artifact) => {
      const { moved: _, ...content } = artifact.content as JsonObject;
      return { ...artifact, content };
    });
    const { findings, files } = run([await built({ bucket: { monthly: { name }, reports: {}, other: {} } })], applied);
    expect(findings).toEqual([]);
    expect(moves(files, data('monthly'))).toEqual([]);
  });
});

describe('a renaming and a move to another environment', () => {
  const other = { other: {} };
  const inDev = async (key: string, more: JsonObject = {}) => [
    await built({ bucket: { [key]: { name, ...more }, ...other } }, { name: 'dev' }),
    await built({ bucket: other }, { name: 'prod' }),
  ];
  const inProd = async (key: string, more: JsonObject = {}) => [
    await built({ bucket: other }, { name: 'dev' }),
    await built({ bucket: { [key]: { name, ...more }, ...other } }, { name: 'prod' }),
  ];
  const importOf = (key: string) => ({ to: bucket(key), id: name });
  const forgotten = (key: string) => ({ from: bucket(key), lifecycle: { destroy: false } });

  it('keeps both, where the renaming was first', async () => {
    const first = run(await inDev('monthly', { renamedFrom: 'reports' }), terraformOf(await inDev('reports')));
    const after = await inProd('monthly');
    const { findings, files, artifacts } = run(after, first.artifacts);
    expect(findings).toEqual([]);
    expect(moves(files, data('monthly', 'dev'))).toEqual([move('reports', 'monthly')]);
    expect(files[data('monthly', 'dev')]?.['removed']).toContainEqual(forgotten('monthly'));
    expect(files[data('monthly', 'prod')]?.['import']).toContainEqual(importOf('monthly'));
    expect(run(after, artifacts)).toMatchObject({ findings: [], files });
  });

  it.each(['first', 'at once'])('keeps both, where the move was %s', async (when) => {
    const start = terraformOf(await inDev('reports'));
    const committed = when === 'first' ? run(await inProd('reports'), start).artifacts : start;
    const { findings, files, artifacts } = run(await inProd('monthly', { renamedFrom: 'reports' }), committed);
    expect(findings).toEqual([]);
    expect(files[data('reports', 'dev')]?.['removed']).toContainEqual(forgotten('reports'));
    expect(files[data('monthly', 'prod')]?.['import']).toContainEqual(importOf('monthly'));
    expect(moves(files, data('monthly', 'prod'))).toEqual([move('reports', 'monthly')]);
    const withdrawn = run(await inProd('monthly'), artifacts);
    expect(withdrawn).toMatchObject({ findings: [], files });
  });
});

describe('any history of keys', () => {
  const workspace = 'acme-test-data';
  const keys = ['a', 'b', 'c', 'd'];

  function output(key: string, moved: readonly JsonObject[]): Artifact {
    const origin = { at: { file: 'x.yaml', line: 1, column: 1 }, subject: key };
    const content = {
      resource: { aws_s3_bucket: { [key]: { bucket: name } } },
      ...(moved.length > 0 ? { moved: [...moved] } : {}),
    };
    return { path: `workspaces/${workspace}/${key}.tf.json`, plane: 'terraform', content, origin };
  }

  it('leads from each address that it ever had to the last one, in a way that Terraform takes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 12 }), (history) => {
        let committed = output(history[0] as string, []);
        history.slice(1).forEach((key, index) => {
          const previous = history[index] as string;
          // A key that stays is a run in which `renamedFrom` is out.
          const stated = key === previous ? [] : [move(previous, key)];
          const kept = keptMoves(
            [workspace],
            new TerraformGraph([committed]),
            new TerraformGraph([output(key, stated)]),
          );
          committed = output(key, [...stated, ...kept.map(({ block }) => block)]);
        });
        const last = bucket(history.at(-1) as string);
        const ways = movesIn(new TerraformGraph([committed]), workspace);
        expect(new Set(ways.values()).size).toBe(ways.size);
        expect(ways.has(last)).toBe(false);
        for (const key of history) {
          let at = bucket(key);
          for (let steps = 0; at !== last && steps <= keys.length; steps += 1) at = ways.get(at) ?? 'nowhere';
          expect(at).toBe(last);
        }
      }),
    );
  });
});
