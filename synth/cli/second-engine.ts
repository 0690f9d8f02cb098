import { compareText, type Finding } from '../../schemas/primitives/finding';
import type { Host } from '../host/host';
import type { Synthesis } from '../pipeline';
import { counted } from './session';

/** What kubeconform says of the committed manifests of a run, and how many it has looked at. */
export async function judgeByKubeconform(
  host: Host,
  { built, outputs }: Synthesis,
): Promise<{ findings: readonly Finding[]; line: string; unknown: number }> {
  const { runKubeconform } = await import('../check/kubeconform');
  const versions = new Map(
    built.flatMap(({ apps, kubernetesVersion }) => apps.map(({ cluster }) => [cluster, kubernetesVersion] as const)),
  );
  const manifests = outputs.flatMap(({ artifacts }) => artifacts.filter(({ plane }) => plane === 'kubernetes'));
  const origins = new Map(manifests.map(({ path, origin }) => [path, origin.at]));
  // What is not written yet is a finding of the comparison; this engine reads files.
  const paths = [...origins.keys()].filter((path) => host.exists(path)).sort(compareText);
  const { findings, verdicts } = await runKubeconform(paths, {
    host,
    versionOf: (path) => versions.get(path.split('/')[1] ?? '') ?? '',
    positionOf: (path) => origins.get(path) ?? { file: path, line: 1, column: 1 },
  });
  const unknown = verdicts.filter(({ state }) => state === 'unknown').length;
  const valid = verdicts.filter(({ state }) => state === 'valid').length;
  return {
    findings,
    unknown,
    line: `kubeconform: ${counted(verdicts.length, 'object')}, ${valid} valid, ${unknown} unknown`,
  };
}
