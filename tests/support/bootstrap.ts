import type { JsonObject } from '../../schemas/primitives/artifact';
import { checkTerraform } from '../../synth/check/terraform';
import { schemas } from '../fixtures/terraform/kit';
import { bootstrapped, type RenderedSystem } from './system';

export const s3 = {
  bucket: 'acme-terraform-state',
  region: 'us-east-1',
  lockTable: 'acme-terraform-locks',
  kmsKey: 'alias/acme-terraform-state',
};
export const settingsFile = 'workspaces/acme-bootstrap/_workspace.tf.json';

export function statements(system: RenderedSystem, id: string): JsonObject[] {
  const document = bootstrapped(system, 'aws_iam_policy_document', { section: 'data' })[id];
  return document?.['statement'] as JsonObject[];
}

export function statement(system: RenderedSystem, id: string, sid: string): JsonObject {
  const found = statements(system, id).filter((each) => each['sid'] === sid);
  expect(found).toHaveLength(1);
  return found[0] as JsonObject;
}

export async function judge(system: RenderedSystem): Promise<unknown> {
  const artifacts = [...system.environments.flatMap(({ built }) => built?.artifacts ?? []), ...system.system.artifacts];
  const only = new Set(['acme-bootstrap', 'acme-bootstrap-444455556666']);
  const verdict = await checkTerraform(artifacts, { schemas, only });
  return { findings: verdict.findings.filter(({ severity }) => severity === 'error'), unknown: verdict.unknown };
}
