import { KubeConfigMap, type Volume, type VolumeMount } from 'cdk8s-plus-28/lib/imports/k8s';
import { Type, type Static } from '@sinclair/typebox';
import type { ObjectMeta } from 'cdk8s-plus-28/lib/imports/k8s';
import { mapOf, optional, text } from '../../schemas/contract/fields';
import type { Chart } from 'cdk8s';
import { checksum } from './checksum';

/** Files that a workload reads: not secret, and part of what is rolled out. */
export const configFields = {
  files: mapOf('Small text files that it reads below /config, by name.', text('Content.'), { default: {} }),
  settings: optional(
    Type.Record(Type.String({ pattern: '^.+$' }), Type.Unknown(), {
      description: 'Settings that it reads as JSON, in /config/settings.json.',
    }),
  ),
};

interface Config {
  readonly files: Static<typeof configFields.files>;
  readonly settings?: Static<typeof configFields.settings>;
}

/** Name of the file that holds the settings. */
const settingsFile = 'settings.json';

function contents({ files, settings }: Config): Record<string, string> {
  return { ...files, ...(settings === undefined ? {} : { [settingsFile]: `${JSON.stringify(settings, null, 2)}\n` }) };
}

export function hasConfig(config: Config): boolean {
  return Object.keys(contents(config)).length > 0;
}

/** The ConfigMap, of the name of its workload. */
export function addConfig(chart: Chart, metadata: ObjectMeta, config: Config): void {
  if (hasConfig(config)) new KubeConfigMap(chart, 'files', { metadata, data: contents(config) });
}

/** A pod reads files once, at its start: others make it another pod. */
export function configAnnotations(config: Config): { readonly annotations?: Record<string, string> } {
  return hasConfig(config) ? { annotations: { 'slipway.dev/files-checksum': checksum(contents(config)) } } : {};
}

export function configVolumes(name: string, config: Config): Volume[] {
  return hasConfig(config) ? [{ name: 'config', configMap: { name } }] : [];
}

export function configMounts(config: Config): VolumeMount[] {
  return hasConfig(config) ? [{ name: 'config', mountPath: '/config', readOnly: true }] : [];
}

/** Settings and a file can't have one name. */
export const settingsTwice = {
  id: 'settings-twice',
  meaning: `The settings are the file ${settingsFile}.`,
  fix: `rename the file, or remove settings`,
  violations: ({ files, settings }: Config) =>
    settings !== undefined && files[settingsFile] !== undefined
      ? [{ at: `/files/${settingsFile}`, found: `settings make the file ${settingsFile} too` }]
      : [],
};

/** Bytes that a ConfigMap may hold. @see https://kubernetes.io/docs/concepts/configuration/configmap/ */
const mostBytes = 1_048_576;

/** What they hold together stands in one ConfigMap. */
export const filesTooLarge = {
  id: 'files-too-large',
  meaning: 'Files and settings have 1 MiB at most, all together.',
  fix: 'put what is large into the image or into a bucket',
  violations: (config: Config) => {
    const bytes = Object.values(contents(config)).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    const at = Object.keys(config.files).length > 0 ? '/files' : '/settings';
    return bytes > mostBytes ? [{ at, found: `${bytes} bytes` }] : [];
  },
};
