import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { checkClusterVersions } from '../../synth/check/cluster-versions';

const at = { file: 'environments/acme/shared.yaml', line: 7, column: 5 };

function cluster(version: string): Artifact {
  return {
    path: 'workspaces/acme-shared-platform/eks.tf.json',
    plane: 'terraform',
    content: { resource: { aws_eks_cluster: { eks: { name: 'acme', version } as JsonObject } } },
    origin: { at, subject: 'acme/shared cluster eks' },
  };
}

const judged = (version: string, day: string): string[] =>
  checkClusterVersions([cluster(version)], day).map(({ code, severity }) => `${severity} ${code}`);

describe('the version of a cluster', () => {
  it('that EKS has ended is an error at the cluster, with those that are supported', () => {
    expect(checkClusterVersions([cluster('1.28')], '2026-11-21')).toStrictEqual([
      {
        code: 'cluster-version-ended',
        severity: 'error',
        at,
        subject: 'aws_eks_cluster.eks',
        message: 'EKS has ended Kubernetes 1.28: extended support ran until 2025-11-26',
        expected: 'in standard support on 2026-11-21: 1.34, 1.35',
        fix: 'state a later version: one minor version at a time, the control plane before its nodes',
        output: 'workspaces/acme-shared-platform/eks.tf.json#/resource/aws_eks_cluster/eks/version',
      },
    ]);
  });

  it('in extended support is a warning, from the day after standard support to the last', () => {
    expect(judged('1.33', '2026-07-30')).toStrictEqual(['warning cluster-version-extended']);
    expect(judged('1.33', '2027-07-29')).toStrictEqual(['warning cluster-version-extended']);
    expect(judged('1.33', '2027-07-30')).toStrictEqual(['error cluster-version-ended']);
  });

  it('is warned of 90 days before the end of standard support', () => {
    expect(judged('1.35', '2026-12-27')).toStrictEqual([]);
    expect(judged('1.35', '2026-12-28')).toStrictEqual(['warning cluster-version-ends-soon']);
    expect(judged('1.35', '2027-03-27')).toStrictEqual(['warning cluster-version-ends-soon']);
    expect(judged('1.35', '2027-03-28')).toStrictEqual(['warning cluster-version-extended']);
  });

  it('whose dates nobody knows yet is let pass, and so is what is no cluster', () => {
    expect(judged('1.36', '2026-11-21')).toStrictEqual([]);
    expect(checkClusterVersions([{ ...cluster('1.28'), content: { resource: {} } }], '2026-11-21')).toStrictEqual([]);
  });
});
