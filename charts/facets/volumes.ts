import type { Volume, VolumeMount } from 'cdk8s-plus-28/lib/imports/k8s';
import { flag, group, mapOf, optional, reference, text } from '../../schemas/contract/fields';
import type { OutputContext } from '../../schemas/contract/output';

/** Volumes that a workload mounts, by name. */
export const volumesField = mapOf(
  'Volumes that it mounts, by name.',
  group('One mount.', {
    volume: reference('Component of kind `volume`.', ['volume']),
    path: text('Folder in the container.', { pattern: '^/[^:]*$', 'x-form': 'a path from / without a colon' }),
    folder: optional(
      text('Folder of the volume, which is made where it is not there. By default its root.', {
        pattern: '^(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9._/-]*$',
        'x-form': 'a path such as models/ner, without .. in it',
      }),
    ),
    readOnly: flag('It may not write there.', { default: false }),
  }),
  {
    default: {},
    propertyNames: {
      pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
      'x-form': 'lower-case letters, digits and hyphens, at most 63, starting and ending with a letter or digit',
    },
  },
);

interface Mount {
  readonly volume: string;
  readonly path: string;
  readonly folder?: string;
  readonly readOnly: boolean;
}

type Mounts = Readonly<Record<string, Mount>>;

/** Scratch space and the claims of the volumes. */
export function volumes(mounted: Mounts, ref: OutputContext['ref']): Volume[] {
  return Object.entries(mounted).map(([name, { volume, readOnly }]) => ({
    name,
    persistentVolumeClaim: { claimName: ref(volume).text('claim'), readOnly },
  }));
}

export function mounts(mounted: Mounts): VolumeMount[] {
  const own = Object.entries(mounted).map(([name, { path, folder, readOnly }]) => ({
    name,
    mountPath: path,
    ...(folder === undefined ? {} : { subPath: folder }),
    readOnly,
  }));
  return [{ name: 'tmp', mountPath: '/tmp' }, ...own];
}
