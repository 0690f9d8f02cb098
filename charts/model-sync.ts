import type { Static } from '@sinclair/typebox';
import {
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  quantity,
  reference,
  statedReference,
  text,
} from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { clusterBase } from './facets/examples';
import { modelFolder, modelName, versionPattern } from './facets/models';

const Input = input({
  namespace: optionalReference('Namespace that it runs in. By default the only one in reach.', ['namespace']),
  bucket: statedReference('Bucket that holds the models, in folders `<name>-v<version>/`.', ['bucket']),
  prefix: optional(
    text('Folder of the bucket that these folders are in. By default its root.', {
      pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)*$',
    }),
  ),
  volume: reference('Volume that they go to.', ['volume']),
  models: mapOf(
    'Models, by name.',
    group('One model.', {
      keep: integer('How many versions stay on the volume, the newest ones.', { minimum: 1, maximum: 100, default: 3 }),
      pinned: list(
        'Versions that stay whatever comes after them, such as one that is in use.',
        text('Version.', { pattern: versionPattern, 'x-form': 'a semantic version such as 1.2.0' }),
        { default: [], uniqueItems: true },
      ),
    }),
    { minProperties: 1, propertyNames: { pattern: modelName.pattern } },
  ),
  loadedBy: list(
    'Services and workers whose versions stay, whatever comes after them: those that load these models.',
    reference('Service or worker.', ['service', 'worker']),
    { default: [], uniqueItems: true },
  ),
  settleSeconds: integer(
    'Time without a new object after which a version counts as uploaded whole, in seconds: none is fetched before.',
    { minimum: 0, maximum: 3600, default: 300 },
  ),
  schedule: text('When it looks, as five cron fields.', { default: '*/15 * * * *' }),
  timeoutSeconds: integer('Longest run, in seconds.', { minimum: 60, maximum: 86_400, default: 3600 }),
  cpu: quantity('CPU request, in cores.', { default: '500m' }),
  memory: quantity('Memory request and limit, in bytes.', { default: '512Mi' }),
});

type Props = Static<typeof Input>;

const source = 'SOURCE';

/** Prefix of the variable that names the models of one of those that load some. */
function loadedPrefix(index: number): string {
  return `LOADED_${index + 1}`;
}

/** What has been uploaded comes to where services read it. Its image needs bash and the AWS CLI, such as `public.ecr.aws/aws-cli/aws-cli`. */
export const modelSync = defineCompositeKind<typeof Input>({
  kind: 'model-sync',
  summary: 'Versions of models from a bucket to a volume, on a schedule: whole ones alone, the last ones kept.',
  creates: ['`<key>` (job): a CronJob of the AWS CLI, with a role that reads the bucket, and the volume to write'],
  input: Input,
  examples: {
    'the last three versions of two models': {
      input: {
        bucket: 'models',
        prefix: 'release',
        volume: 'model-store',
        models: { ner: {}, embeddings: { keep: 2, pinned: ['1.0.0'] } },
      },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        bucket: { models: {} },
        'file-system': { files: { accessPoints: { models: { path: '/models' } } } },
        volume: { 'model-store': { fileSystem: 'files', accessPoint: 'models' } },
      },
    },
  },
  outputs: {},
  expand: ({ name, props }) => ({ job: { [name]: jobOf(props) } }),
});

function jobOf(props: Props) {
  const { namespace, bucket, volume, prefix, loadedBy, schedule, timeoutSeconds, cpu, memory } = props;
  return withoutAbsent({
    namespace,
    schedule,
    timeoutSeconds,
    command: ['/bin/bash', '/config/sync.sh'],
    environment: {
      // The CLI writes its cache there.
      HOME: '/tmp',
      PREFIX: prefix === undefined ? '' : `${prefix}/`,
      TARGET: '/models',
    },
    files: { 'sync.sh': script(props) },
    resources: { cpu, memory },
    volumes: { models: { volume, path: '/models' } },
    uses: {
      [bucket]: { access: 'read', as: source },
      ...Object.fromEntries(loadedBy.map((name, index) => [name, { access: 'models', as: loadedPrefix(index) }])),
    },
  });
}

/**
 * A version that is there is never written again, and one that comes is moved to its place whole: no reader sees half of
 * one. One whose upload may go on is left for the next run. Pre-releases come by `pinned` and `loadedBy` alone.
 */
function script({ models, loadedBy, settleSeconds }: Props): string {
  const loaded = loadedBy.map((_, index) => `$${loadedPrefix(index)}_MODELS`).join(' ');
  const calls = Object.keys(models)
    .sort()
    .map((name) => {
      const { keep, pinned } = models[name] as Props['models'][string];
      return ['keep_model', name, String(keep), ...pinned.map((version) => modelFolder(name, version))].join(' ');
    });
  return [
    'set -euo pipefail',
    `loaded="${loaded}"`,
    `settle=${settleSeconds}`,
    ...head,
    ...calls,
    'rm -rf "$TARGET/.incoming"',
    'exit "$failed"',
    '',
  ].join('\n');
}

const head = [
  'failed=0',
  `bucket="$${source}_BUCKET"`,
  'folders="$(aws s3api list-objects-v2 --bucket "$bucket" --prefix "$PREFIX" --delimiter / \\',
  '  --query "CommonPrefixes[].Prefix" --output text)"',
  '',
  '# Versions of a model in the bucket, the oldest first.',
  'versions_of() {',
  '  for folder in $folders; do',
  '    name="${folder#"$PREFIX"}"',
  '    name="${name%/}"',
  '    if [[ "$name" =~ ^$1-v[0-9]+\\.[0-9]+\\.[0-9]+$ ]]; then echo "$name"; fi',
  '  done | sort -V',
  '}',
  '',
  'fetch() {',
  '  if [ -d "$TARGET/$1" ]; then return; fi',
  '  newest="$(aws s3api list-objects-v2 --bucket "$bucket" --prefix "$PREFIX$1/" \\',
  '    --query "Contents[].LastModified" --output text | tr "\\t" "\\n" | sort | tail -n 1)"',
  '  if [ -z "$newest" ] || [ "$newest" = None ]; then',
  '    echo "$1 is not in the bucket" >&2',
  '    failed=1',
  '    return',
  '  fi',
  '  if [ "$(date -d "$newest" +%s)" -gt "$(($(date +%s) - settle))" ]; then',
  '    echo "$1 may not be whole yet: its last object came at $newest"',
  '    waiting=1',
  '    return',
  '  fi',
  '  rm -rf "$TARGET/.incoming/$1"',
  '  mkdir -p "$TARGET/.incoming/$1"',
  '  aws s3 cp --recursive --only-show-errors "s3://$bucket/$PREFIX$1/" "$TARGET/.incoming/$1/"',
  '  mv "$TARGET/.incoming/$1" "$TARGET/$1"',
  '  echo "fetched $1"',
  '}',
  '',
  '# Name, number of versions, folders that stay in any case.',
  'keep_model() {',
  '  model="$1"',
  '  waiting=0',
  '  wanted="$(versions_of "$model" | tail -n "$2")"',
  '  # What the bucket does not show is no reason to remove what services read.',
  '  if [ -z "$wanted" ]; then echo "no version of $model in the bucket" >&2; exit 1; fi',
  '  wanted="$wanted ${*:3}"',
  '  for name in $loaded; do',
  '    if [[ "$name" == "$model"-v[0-9]* ]]; then wanted="$wanted $name"; fi',
  '  done',
  '  for name in $wanted; do fetch "$name"; done',
  '  # Until the newest is there, the oldest stays.',
  '  if [ "$waiting" = 1 ]; then return; fi',
  '  for path in "$TARGET/$model"-v[0-9]*; do',
  '    name="${path##*/}"',
  '    if [ -d "$path" ] && [[ " ${wanted//$\'\\n\'/ } " != *" $name "* ]]; then',
  '      rm -rf "$path"',
  '      echo "removed $name"',
  '    fi',
  '  done',
  '}',
  '',
];
