import { annotations } from '../../schemas/contract/annotations';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Position } from '../../schemas/primitives/position';
import type { Files } from '../host/host';
import { ManifestJudge, type JudgeOptions } from './kubernetes-schema-judge';
import { emptyReport, type ManifestReport } from './kubernetes-schema-report';
import { positionIn } from './terraform-place';

export interface CheckManifestsOptions extends JudgeOptions {
  readonly files: Pick<Files, 'readText' | 'readBytes'>;
  /** Version of Kubernetes that the cluster of a rendered file runs. */
  readonly versionOf: (artifact: Artifact) => string;
}

/** Judges every rendered manifest against the schema of its kind and the rules that the schema carries. */
export async function checkManifests(
  artifacts: readonly Artifact[],
  { files, versionOf, ...options }: CheckManifestsOptions,
): Promise<ManifestReport> {
  const judge = new ManifestJudge(files, options);
  const report = emptyReport();
  for (const artifact of artifacts) {
    if (artifact.plane !== 'kubernetes') continue;
    if (artifact.opaque !== undefined)
      report.judgements.push({ path: artifact.path, subject: artifact.path, state: 'opaque', reason: artifact.opaque });
    else await judgeArtifact(artifact, { judge, version: versionOf(artifact) }, report);
  }
  return report;
}

async function judgeArtifact(
  artifact: Artifact,
  by: { readonly judge: ManifestJudge; readonly version: string },
  report: ManifestReport,
): Promise<void> {
  const positionOf = (pointer: string, ofKey = false): Position => positionIn({ artifact, pointer }, ofKey);
  if (typeof artifact.content === 'string') {
    const { judgeText } = await import('./kubernetes-schema-text');
    await judgeText({ text: artifact.content, path: artifact.path, version: by.version, positionOf }, by.judge, report);
    return;
  }
  const place = { path: artifact.path, pointer: '', positionOf };
  await by.judge.judge({ object: artifact.content, place, version: by.version }, report);
  const reason = opaqueContent(artifact.content);
  if (reason !== undefined)
    report.judgements.push({ path: artifact.path, subject: `what ${artifact.path} brings`, state: 'opaque', reason });
}

/** An object that is judged itself may bring others that nobody here has seen, such as those of an upstream chart. */
function opaqueContent(object: JsonObject): string | undefined {
  const metadata = object['metadata'] as { readonly annotations?: Readonly<Record<string, string>> } | undefined;
  return metadata?.annotations?.[annotations.opaque];
}
