import { allMade, fromLayer, made, scriptPart } from './profit-sentinel';
import type { Row } from './row';
import { pick } from './values';

const names = ['api-key', 'db-credentials', 'supabase-service-key'] as const;

export const ps09: Row = {
  id: 'PS-09',
  title: 'Secrets profitsentinel/db-credentials, /api-key and /supabase-service-key, with no value in any file',
  states: {
    'the three secrets have the names of the document, each under a key of theirs': (output) => {
      for (const name of names) {
        const secret = made(output, 'data', `aws_secretsmanager_secret.app_secrets_${name.replaceAll('-', '_')}`);
        expect(pick(secret, ['name', 'kms_key_id', 'recovery_window_in_days'])).toEqual({
          name: `profitsentinel/${name}`,
          kms_key_id: fromLayer('foundation', 'app_secrets_key_arn'),
          recovery_window_in_days: 30,
        });
      }
    },
    'they are containers: no version of them, and so no value, is in the output': (output) => {
      for (const layer of ['foundation', 'data', 'platform'] as const)
        expect(Object.keys(allMade(output, layer, 'aws_secretsmanager_secret_version'))).toEqual(
          layer === 'data' ? ['database_master'] : [],
        );
    },
    'instances read them when they start, by name, and hand them to the container without a file on disk': (output) => {
      const read = (name: string, key: string): string =>
        `retry read_secret 'profitsentinel/${name}' | jq --exit-status --raw-output '.["${key}"]' | keep DB_${key.toUpperCase()}`;
      expect(
        scriptPart(output, "retry read_secret 'profitsentinel/api-key'", "retry read_secret 'profitsentinel/supabase"),
      ).toEqual([
        "retry read_secret 'profitsentinel/api-key' | keep API_KEY",
        ...['dbname', 'host', 'password', 'port', 'username'].map((key) => read('db-credentials', key)),
        "retry read_secret 'profitsentinel/supabase-service-key' | keep SUPABASE_SERVICE_KEY",
      ]);
      expect(scriptPart(output, 'keep()', 'keep()')).toEqual([
        'keep() { printf \'%s=%q\\n\' "$1" "$(cat)" >>/run/fleet/secrets; }',
      ]);
      expect(scriptPart(output, 'rm /run', 'rm /run')).toEqual(['rm /run/fleet/secrets']);
    },
  },
};
