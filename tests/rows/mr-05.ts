import { inEach, mountOf, namespace, valueIn } from './marketresearch';
import type { Row } from './row';
import { at, text } from './values';

export const mr05: Row = {
  id: 'MR-05',
  title: 'The version of the model is configuration: the last three are kept, and going back is one line',
  states: {
    'the NER service loads one semantic version, by its path': (output) => {
      inEach(output, (own) => {
        const ner = own.manifest('Deployment', 'ner-service', namespace);
        const path = text(valueIn(own, ner, 'MODEL_PATH'));
        expect(path).toBe('/models/ner-v1.1.0');
        expect(path).toMatch(/^\/models\/ner-v\d+\.\d+\.\d+$/);
      });
    },
    'the version stands with the service, where another one rolls the pods, and with what keeps it for them': (
      output,
    ) => {
      inEach(output, (own) => {
        const files = own.seek(() =>
          own.paths(/./).filter((path) => JSON.stringify(own.file(path)).includes('ner-v1.1.0')),
        );
        expect(files).toHaveLength(2);
        expect(files[0]).toMatch(/\/cronjob-model-sync\.yaml$/);
        expect(files[1]).toMatch(/\/deployment-ner-service\.yaml$/);
      });
    },
    'the version that the service loads stays on the volume, however many come after it': (output) => {
      inEach(output, (own) => {
        expect(valueIn(own, own.manifest('CronJob', 'model-sync', namespace), 'LOADED_1_MODELS')).toBe('ner-v1.1.0');
        const script = text(at(own.manifest('ConfigMap', 'model-sync', namespace), 'data', 'sync.sh'));
        expect(script).toContain('\nloaded="$LOADED_1_MODELS"\n');
        expect(script).toContain(
          '\n  for name in $loaded; do\n    if [[ "$name" == "$model"-v[0-9]* ]]; then wanted="$wanted $name"; fi\n  done\n',
        );
      });
    },
    'a version counts as uploaded once five minutes have brought no further object': (output) => {
      inEach(output, (own) => {
        const script = text(at(own.manifest('ConfigMap', 'model-sync', namespace), 'data', 'sync.sh'));
        expect(script).toContain('\nsettle=300\n');
        expect(script).toContain('\n  if [ "$(date -d "$newest" +%s)" -gt "$(($(date +%s) - settle))" ]; then\n');
      });
    },
    'the last three versions stay on the volume': (output) => {
      inEach(output, (own) => {
        const script = text(at(own.manifest('ConfigMap', 'model-sync', namespace), 'data', 'sync.sh'));
        expect(script).toContain('\nkeep_model ner 3\n');
        expect(script).toContain('  wanted="$(versions_of "$model" | tail -n "$2")"\n');
        // What half came, what is no longer wanted, and the folder of the former: no other line takes anything away.
        expect(script.match(/rm -rf/g)).toHaveLength(3);
        expect(script.endsWith('rm -rf "$TARGET/.incoming"\nexit "$failed"\n')).toBe(true);
      });
    },
    'the service reads the volume that they are on, and cannot write it': (output) => {
      inEach(output, (own) => {
        expect(mountOf(own, own.manifest('Deployment', 'ner-service', namespace), 'loaded-models')).toEqual([
          '/models',
          'model-store',
          false,
        ]);
      });
    },
    'what is replaced or deleted in the bucket can be had back for 90 days': (output) => {
      inEach(output, (own, _, workspace) => {
        const versioning = own.resource(workspace('data'), 'aws_s3_bucket_versioning', 'models');
        expect(at(versioning, 'versioning_configuration', 'status')).toBe('Enabled');
        const lifecycle = own.resource(workspace('data'), 'aws_s3_bucket_lifecycle_configuration', 'models');
        expect(at(lifecycle, 'rule', 0, 'noncurrent_version_expiration')).toEqual([{ noncurrent_days: 90 }]);
      });
    },
  },
};
