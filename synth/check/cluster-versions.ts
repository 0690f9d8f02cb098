import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { eksSupportOn, eksVersions } from '../../schemas/upstream/aws/eks';
import { findingAt, type Place } from './terraform-place';

/** How long before the end of standard support a version is warned of, in days: time for an upgrade and its tests. */
const noticeDays = 90;

/** Judges the Kubernetes version of each rendered cluster on a day (`2026-11-21`). */
export function checkClusterVersions(artifacts: readonly Artifact[], today: string): Finding[] {
  return artifacts.flatMap((artifact) => {
    if (artifact.plane !== 'terraform' || typeof artifact.content === 'string') return [];
    const { resource } = artifact.content as { resource?: { aws_eks_cluster?: Record<string, JsonObject> } };
    return Object.entries(resource?.aws_eks_cluster ?? {}).flatMap(([id, cluster]) => {
      const { version } = cluster;
      const place = { artifact, pointer: `/resource/aws_eks_cluster/${id}/version` };
      return typeof version === 'string' ? judge(place, { id, version, today }) : [];
    });
  });
}

interface Running {
  readonly id: string;
  readonly version: string;
  readonly today: string;
}

function judge(place: Place, { id, version, today }: Running): Finding[] {
  const subject = `aws_eks_cluster.${id}`;
  const dates = eksVersions[version];
  if (!dates) return [];
  const fix = 'state a later version: one minor version at a time, the control plane before its nodes';
  switch (eksSupportOn(version, today)) {
    case 'ended':
      return [
        findingAt('cluster-version-ended', place, {
          subject,
          message: `EKS has ended Kubernetes ${version}: extended support ran until ${dates.extendedUntil}`,
          expected: supportedOn(today),
          fix,
        }),
      ];
    case 'extended':
      return [
        findingAt('cluster-version-extended', place, {
          severity: 'warning',
          subject,
          message: `Kubernetes ${version} is in extended support until ${dates.extendedUntil}, at six times the price of the control plane`,
          expected: supportedOn(today),
          fix,
        }),
      ];
    default:
      return addDays(today, noticeDays) <= dates.standardUntil
        ? []
        : [
            findingAt('cluster-version-ends-soon', place, {
              severity: 'warning',
              subject,
              message: `standard support of Kubernetes ${version} ends on ${dates.standardUntil}`,
              expected: supportedOn(addDays(today, noticeDays)),
              fix,
            }),
          ];
  }
}

function supportedOn(day: string): string {
  const versions = Object.keys(eksVersions).filter((version) => eksSupportOn(version, day) === 'standard');
  return versions.length === 0 ? 'a newer version' : `in standard support on ${day}: ${versions.join(', ')}`;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
