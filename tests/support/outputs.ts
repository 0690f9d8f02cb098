import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { Output } from '../../synth/write/output';

/** An artifact with a place in the description. */
export function artifact(path: string, content: JsonObject | string, line = 1): Artifact {
  const plane = path.startsWith('workspaces/')
    ? 'terraform'
    : path.startsWith('clusters/')
      ? 'kubernetes'
      : 'repository';
  const at = { file: 'environments/pingvas/prod.yaml', line, column: 3 };
  return { path, plane, content, origin: { at, subject: `pingvas/prod line ${line}` } };
}

/** The output of an environment: a value for each path. */
export function output(owner: string, contents: Readonly<Record<string, unknown>>): Output {
  const artifacts = Object.entries(contents).map(([path, value], index) =>
    artifact(path, typeof value === 'string' ? value : { value: value as JsonObject }, index + 1),
  );
  return { owner, source: `environments/${owner}.yaml`, artifacts };
}

/** What a test asserts of findings: code, severity and place. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, severity, at }) => `${severity} ${code} ${at.file}:${at.line}:${at.column}`);
}

/** The files that a finding lists. */
export function listed(findings: readonly Finding[], code: string): string[] {
  return findings
    .filter((finding) => finding.code === code)
    .flatMap(({ related }) => related?.map(({ at }) => at.file) ?? []);
}
