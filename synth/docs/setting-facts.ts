import { bindingsSchema, descriptionSchema, imagesSchema } from '../../schemas/contract/description';
import { awsRegion } from '../../schemas/contract/fields';
import type { Json } from '../../schemas/primitives/artifact';
import { asSchema, type Schema } from '../load/schema-lookup';
import { fieldsOf, takes, type FieldFacts } from './fields';

/** What a file beside the components may state: the one source of `slipway explain settings` and of `docs/settings.md`. */
export interface SettingsFile {
  readonly title: string;
  /** What the file is for, and what becomes of what it states. */
  readonly about: string;
  readonly fields: readonly FieldFacts[];
}

/** One setting of the description with all below it. */
export interface SettingFacts {
  readonly name: string;
  readonly fields: readonly FieldFacts[];
}

/** Forty names in a row say less than this, and three fields have them. */
const everyRegion = takes(asSchema(awsRegion('')) ?? {}, 'region');
const oneRegion = 'name of an AWS region such as `us-east-1`';

/** Every setting of a system file or an environment file, in the order in which the schema states them. */
export function settingFacts(): SettingFacts[] {
  const fields = facts(descriptionSchema);
  return settingNames().map((name) => ({
    name,
    fields: fields.filter(({ path }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)),
  }));
}

export function settingNames(): string[] {
  return Object.keys(descriptionSchema.properties);
}

/** Those of the two files beside a description. */
export function besideFacts(): SettingsFile[] {
  return [
    {
      title: '<environment>.images.yaml',
      about: 'What runs, apart from how it runs. `slipway set --image` and the delivery workflows write it.',
      fields: facts(imagesSchema),
    },
    {
      title: '<environment>.bindings.yaml',
      about: 'What only AWS knows, for manifests to name. `slipway bind` writes it.',
      fields: facts(bindingsSchema),
    },
  ];
}

function facts(schema: Schema): FieldFacts[] {
  return fieldsOf(schema)
    .filter(({ description }) => description !== '')
    .map((field) => ({ ...field, takes: field.takes.replace(everyRegion, oneRegion) }));
}

/** Every setting once, as a file would state it. Which of them belong together is up to the environment. */
export const settingsExample = {
  owner: 'platform',
  costCentre: 'shop',
  base: 'shared',
  aws: { account: '111122223333', region: 'eu-west-1', regions: { global: 'us-east-1', recovery: 'eu-central-1' } },
  terraform: { backend: { cloud: { organization: 'shop', project: 'shop' } }, version: '1.11.4' },
  repository: { url: 'https://github.com/shop/infrastructure', branch: 'main' },
  delivery: { application: 'shop/api', on: 'release', tags: 'v*', approval: true },
  tags: { 'data-class': 'internal' },
  logRetentionDays: 30,
  removed: { reports: 'forget' },
  awaits: ['quota of GPU instances'],
  components: { bucket: { images: { transitions: [{ afterDays: 90, to: 'STANDARD_IA' }] } } },
} satisfies Record<string, Json>;
