import { TerraformGraph } from '../../schemas/graph/terraform';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { BuiltEnvironment } from '../../synth/build/build';
import { keepData, type KeptData } from '../../synth/build/data-safety';
import { checkDataSafety } from '../../synth/check/data-safety';
import { render, type TestDescription } from './render';

/** What a description makes, before it is compared with what is committed. */
export async function built(components: TestDescription['components'], more: Partial<TestDescription> = {}) {
  const rendered = await render({ components, ...more });
  expect(rendered.findings).toEqual([]);
  return rendered.built as BuiltEnvironment;
}

export function terraformOf(environments: readonly BuiltEnvironment[]): Artifact[] {
  return environments.flatMap(({ artifacts }) => artifacts.filter(({ plane }) => plane === 'terraform'));
}

/** What a run makes of environments where the output of others is committed. */
export function run(after: readonly BuiltEnvironment[], committed: readonly Artifact[]) {
  const kept: KeptData = keepData(after, committed);
  const lost = checkDataSafety(
    kept.built.map(({ environment }) => environment),
    { before: new TerraformGraph(committed), after: new TerraformGraph(terraformOf(kept.built)) },
  );
  const findings = [...kept.findings, ...lost].map(({ code, at, subject }) => ({ code, place: at.file, subject }));
  const files = Object.fromEntries(terraformOf(kept.built).map(({ path, content }) => [path, content as JsonObject]));
  return { findings, files, artifacts: terraformOf(kept.built) };
}
