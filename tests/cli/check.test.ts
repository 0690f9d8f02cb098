import { resolve } from 'node:path';
import { judgeByKubeconform } from '../../synth/cli/second-engine';
import { createNodeHost } from '../../synth/host/node-host';
import { synthesize } from '../../synth/pipeline';

describe('slipway check --kubeconform', () => {
  test('agrees with the schemas of every run on each committed manifest', async () => {
    const host = createNodeHost({ root: resolve(__dirname, '../..') });
    const synthesis = await synthesize(host, []);
    const manifests = synthesis.outputs.flatMap(({ artifacts }) =>
      artifacts.filter(({ plane }) => plane === 'kubernetes'),
    );
    expect(synthesis.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(manifests.length).toBeGreaterThan(200);
    expect(await judgeByKubeconform(host, synthesis)).toEqual({
      findings: [],
      unknown: 0,
      line: `kubeconform: ${manifests.length} objects, ${manifests.length} valid, 0 unknown`,
    });
  }, 120_000);
});
