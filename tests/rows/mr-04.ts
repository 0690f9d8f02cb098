import { inEach, namespace, podOf, statementsOf, variableIn } from './marketresearch';
import type { Row } from './row';
import { at, list, text } from './values';

const takers = { 'inference-api': 'Deployment', embedder: 'CronJob' } as const;
const workloads = { ...takers, 'ner-service': 'Deployment', 'model-sync': 'CronJob' } as const;

/** Name of the copy that a workload takes. */
const copyFor = (name: string) => `${name}-marketresearch-secrets-openai-api-key`;

export const mr04: Row = {
  id: 'MR-04',
  title: 'Secrets from Secrets Manager by External Secrets; a role instead of keys where S3 is all that is needed',
  states: {
    'the keys of OpenAI and of AWS have their places in Secrets Manager, encrypted with a key of their own': (
      output,
    ) => {
      inEach(output, (own, environment, workspace) => {
        const secrets = own.resources(workspace('data'), 'aws_secretsmanager_secret');
        for (const name of ['openai-api-key', 'aws-access-key']) {
          const secret = secrets[`marketresearch_secrets_${name.replaceAll('-', '_')}`];
          expect(secret?.['name']).toBe(`marketresearch/${environment}/${name}`);
          expect(secret?.['kms_key_id']).toBe(
            '${data.terraform_remote_state.foundation.outputs.marketresearch_secrets_key_arn}',
          );
        }
      });
    },
    'no value of them stands in any file: the only secret that Terraform writes is the generated login of Grafana, and it writes that without keeping it':
      (output) => {
        inEach(output, (own, _, workspace) => {
          const versions = own.resources(workspace('data'), 'aws_secretsmanager_secret_version');
          expect(Object.keys(versions)).toEqual(['grafana_login_grafana']);
          expect(Object.keys(versions['grafana_login_grafana'] ?? {})).not.toContain('secret_string');
          expect(own.manifests('Secret')).toHaveLength(0);
        });
      },
    'External Secrets copies the key of OpenAI to the Inference API and to the embedder, which read it as OPENAI_API_KEY':
      (output) => {
        inEach(output, (own, environment) => {
          for (const [name, kind] of Object.entries(takers)) {
            const copy = own.manifest('ExternalSecret', copyFor(name), namespace);
            expect(at(copy, 'spec', 'data')).toEqual([
              {
                remoteRef: { key: `marketresearch/${environment}/openai-api-key`, property: 'api_key' },
                secretKey: 'api_key',
              },
            ]);
            expect([at(copy, 'spec', 'secretStoreRef', 'name'), at(copy, 'spec', 'target', 'name')]).toEqual([
              'secrets',
              copyFor(name),
            ]);
            const variable = variableIn(own, own.manifest(kind, name, namespace), 'OPENAI_API_KEY');
            expect(variable).toEqual({
              name: 'OPENAI_API_KEY',
              valueFrom: { secretKeyRef: { key: 'api_key', name: copyFor(name), optional: true } },
            });
          }
        });
      },
    'the key of OpenAI is a fallback: both start without it, and nothing waits for its copy': (output) => {
      inEach(output, (own) => {
        for (const [name, kind] of Object.entries(takers)) {
          const variable = variableIn(own, own.manifest(kind, name, namespace), 'OPENAI_API_KEY');
          expect(at(variable, 'valueFrom', 'secretKeyRef', 'optional')).toBe(true);
          const copy = own.manifest('ExternalSecret', copyFor(name), namespace);
          expect(at(copy, 'metadata', 'annotations', 'argocd.argoproj.io/ignore-healthcheck')).toBe('true');
        }
      });
    },
    'nothing else is copied to the namespace, and the store that copies may read this one secret alone': (output) => {
      inEach(output, (own, environment, workspace) => {
        const copies = own.manifests('ExternalSecret', { namespace }).map((copy) => at(copy, 'metadata', 'name'));
        expect([...copies].sort()).toEqual(Object.keys(takers).map(copyFor).sort());
        const store = at(own.manifest('SecretStore', 'secrets', namespace), 'spec', 'provider', 'aws');
        expect([at(store, 'service'), at(store, 'role')]).toEqual([
          'SecretsManager',
          `arn:aws:iam::444455556666:role/marketresearch-${environment}-secrets`,
        ]);
        const [read, ...others] = list(
          statementsOf(own, workspace('platform'), 'secrets_grant_marketresearch_secrets'),
        );
        expect([at(read, 'actions'), at(read, 'resources')]).toEqual([
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          [`arn:aws:secretsmanager:us-east-1:444455556666:secret:marketresearch/${environment}/openai-api-key-??????`],
        ]);
        expect(others.map((statement) => at(statement, 'actions'))).toEqual([['kms:Decrypt']]);
      });
    },
    'the sync has a role by Pod Identity in place of keys': (output) => {
      inEach(output, (own, environment, workspace) => {
        const id = 'model_sync_identity';
        const association = own.resource(workspace('platform'), 'aws_eks_pod_identity_association', id);
        expect([association['namespace'], association['service_account'], association['role_arn']]).toEqual([
          namespace,
          'model-sync',
          '${aws_iam_role.model_sync_role.arn}',
        ]);
        const pod = podOf(own.manifest('CronJob', 'model-sync', namespace));
        expect(pod['serviceAccountName']).toBe('model-sync');
        const role = own.resource(workspace('platform'), 'aws_iam_role', 'model_sync_role');
        expect(role['name']).toBe(`marketresearch-${environment}-model-sync`);
      });
    },
    'no pod carries keys of AWS': (output) => {
      inEach(output, (own) => {
        for (const [name, kind] of Object.entries(workloads)) {
          const containers = own.seek(() => JSON.stringify(podOf(own.manifest(kind, name, namespace))));
          expect(text(containers)).not.toMatch(/AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|aws-access-key/);
        }
      });
    },
  },
};
