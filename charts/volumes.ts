import type { Volume, VolumeMount } from 'cdk8s-plus-28/lib/imports/k8s';
import { flag, group, mapOf, reference, text } from '../schemas/contract/fields';
import type { OutputContext } from '../schemas/contract/output';

/** Volumes that a workload mounts, by name. */
export const volumesField = mapOf(
  'Volumes that it mounts, by name.',
  group('One mount.', {
    volume: reference('Component of kind `volume`.', ['volume']),
    path: text('Folder in the container.', { pattern: '^/' }),
    readOnly: flag('It may not write there.', { default: false }),
  }),
  { default: {} },
);

type Mounts = Readonly<Record<string, { readonly volume: string; readonly path: string; readonly readOnly: boolean }>>;

/** Scratch space and the claims of the volumes. */
export function volumes(mounted: Mounts, ref: OutputContext['ref']): Volume[] {
  return Object.entries(mounted).map(([name, { volume, readOnly }]) => ({
    name,
    persistentVolumeClaim: { claimName: ref(volume).text('claim'), readOnly },
  }));
}

export function mounts(mounted: Mounts): VolumeMount[] {
  const own = Object.entries(mounted).map(([name, { path, readOnly }]) => ({ name, mountPath: path, readOnly }));
  return [{ name: 'tmp', mountPath: '/tmp' }, ...own];
}
