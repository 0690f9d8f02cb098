import type { Volume, VolumeMount } from 'cdk8s-plus-28/lib/imports/k8s';
import { Type, type Static } from '@sinclair/typebox';
import { group, optional, reference, text } from '../../schemas/contract/fields';
import type { OutputContext } from '../../schemas/contract/output';

/** Semantic version, without a leading `v`. @see https://semver.org */
export const versionPattern =
  '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?$';

/** Form of the name of a model: the first part of its folder. */
export const modelName = { pattern: '^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$', 'x-form': 'a name such as ner' };

/** Models that a workload loads, each at a stated version: another one, or the last again, is one line. */
export const modelsField = optional(
  group('Models that it loads from a volume, in folders `<name>-v<version>`, which `model-sync` fills.', {
    volume: reference('Volume that holds them.', ['volume']),
    path: text('Folder that the volume is mounted at, to read alone.', {
      pattern: '^/[^ ]*[^/ ]$',
      default: '/models',
    }),
    load: Type.Record(
      Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }),
      group('One model.', {
        name: text('Name.', modelName),
        version: text('Version.', { pattern: versionPattern, 'x-form': 'a semantic version such as 1.2.0' }),
      }),
      {
        description: 'Models by the variable that holds the path of their folder, such as `MODEL_PATH`.',
        additionalProperties: false,
        minProperties: 1,
      },
    ),
  }),
);

type Models = Static<typeof modelsField> | undefined;

const mountName = 'loaded-models';

/** Folder of one version of a model. */
export function modelFolder(name: string, version: string): string {
  return `${name}-v${version}`;
}

export function modelVariables(models: Models): Record<string, string> {
  return Object.fromEntries(
    Object.entries(models?.load ?? {}).map(([variable, { name, version }]) => [
      variable,
      `${models?.path ?? ''}/${modelFolder(name, version)}`,
    ]),
  );
}

/** Folders of the models that a workload loads, for what fills and clears their volume. */
export function modelFolders(models: Models): string | undefined {
  return (
    models &&
    Object.values(models.load)
      .map(({ name, version }) => modelFolder(name, version))
      .sort()
      .join(' ')
  );
}

/** Access of what keeps the models of a workload: their folders, in `<PREFIX>_MODELS`. */
export const modelsAccess = {
  description: 'Know which models it loads, to keep them.',
  variables: () => ({ MODELS: { output: 'models' } }),
} as const;

export function modelVolumes(models: Models, ref: OutputContext['ref']): Volume[] {
  if (!models) return [];
  const claimName = ref(models.volume).text('claim');
  return [{ name: mountName, persistentVolumeClaim: { claimName, readOnly: true } }];
}

export function modelMounts(models: Models): VolumeMount[] {
  return models ? [{ name: mountName, mountPath: models.path, readOnly: true }] : [];
}
