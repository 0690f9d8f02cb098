import { createNodeHost } from '../../synth/host/node-host';
import { applyWrite } from '../../synth/write/apply';
import type { Output } from '../../synth/write/output';
import { planWrite } from '../../synth/write/plan';
import { recover } from '../../synth/write/recover';

/** Two outputs that differ in every way; a process writes one after the other until it is killed. */
export const trees: readonly (readonly Output[])[] = [0, 1].map((version) => [
  {
    owner: 'pingvas/prod',
    source: 'environments/pingvas/prod.yaml',
    artifacts: Array.from({ length: 40 }, (_, index) => ({
      path: index % 4 === 0 ? `clusters/main/only-${version}/${index}.yaml` : `clusters/main/both/${index}.yaml`,
      plane: 'kubernetes' as const,
      content: { version: index % 4 === 1 ? 0 : version, filler: 'x'.repeat(index * 50) },
      origin: { at: { file: 'environments/pingvas/prod.yaml', line: index + 1, column: 1 }, subject: 'pingvas/prod' },
    })),
  },
]);

async function writeForever(root: string, times: number): Promise<void> {
  const host = createNodeHost({ root });
  for (let round = 0; round < times; round += 1) {
    const found = await recover(host);
    const plan = await planWrite(host, trees[round % 2] ?? [], { complete: true });
    const { done, findings } = await applyWrite(host, plan);
    const errors = [...found, ...findings].filter(({ severity }) => severity === 'error');
    // Warm by now: what is measured from here is writing, not starting.
    if (round === 0) host.stdout.write('ready\n');
    if (times !== Infinity)
      host.stdout.write(done ? `done ${round % 2}\n` : `${errors[0]?.code ?? 'nothing'} ${errors[0]?.message ?? ''}\n`);
  }
}

// Only when it is the program, not when a test reads `trees`.
if (process.argv[1]?.endsWith('write-forever.cjs') === true) {
  void writeForever(process.argv[2] ?? '', process.argv[3] === 'forever' ? Infinity : Number(process.argv[3]));
}
