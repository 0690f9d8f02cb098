import type { JsonObject } from '../../schemas/primitives/artifact';
import { generateKeyPairSync } from 'node:crypto';
import { sealValue } from '../../schemas/primitives/seal';
import { refused } from '../support/data-stores';
import { manifest } from '../support/render';
import { renderInCluster } from './base';

const certificatePem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString();
const request = { certificatePem, scope: 'strict', namespace: 'apps', name: 'smtp' } as const;
const sealed = sealValue({ ...request, value: 'hunter2' });

function withSmtp(input: JsonObject, uses: JsonObject = {}) {
  return renderInCluster({ 'sealed-secret': { smtp: input }, service: { api: { port: 8080, uses } } });
}

describe('sealed-secret', () => {
  test('stands in Git sealed, and opens to a Secret of its name and namespace', async () => {
    const rendered = await withSmtp({ encryptedData: { password: sealed } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'SealedSecret', 'smtp')).toMatchObject({
      apiVersion: 'bitnami.com/v1alpha1',
      metadata: { name: 'smtp', namespace: 'apps' },
      spec: {
        encryptedData: { password: sealed },
        template: { type: 'Opaque', metadata: { name: 'smtp', namespace: 'apps' } },
      },
    });
    expect(JSON.stringify(rendered.files)).not.toContain('hunter2');
  });

  test('a wider scope is said where the controller looks for it', async () => {
    const rendered = await withSmtp({ encryptedData: { password: sealed }, scope: 'namespace-wide' });
    expect(manifest(rendered, 'SealedSecret', 'smtp')['metadata']).toMatchObject({
      annotations: { 'sealedsecrets.bitnami.com/namespace-wide': 'true' },
    });
  });

  test('a workload that uses it reads the Secret itself: no copy is made', async () => {
    const rendered = await withSmtp({ encryptedData: { password: sealed, 'user.name': sealed } }, { smtp: 'read' });
    expect(rendered.findings).toEqual([]);
    const { template } = manifest(rendered, 'Deployment', 'api')['spec'] as {
      template: { spec: { containers: { env: JsonObject[] }[] } };
    };
    expect(template.spec.containers[0]?.env).toEqual(
      expect.arrayContaining([
        { name: 'SMTP_PASSWORD', valueFrom: { secretKeyRef: { name: 'smtp', key: 'password' } } },
        { name: 'SMTP_USER_NAME', valueFrom: { secretKeyRef: { name: 'smtp', key: 'user.name' } } },
      ]),
    );
    expect(Object.values(rendered.files).filter(({ kind }) => kind === 'ExternalSecret')).toEqual([]);
  });

  test('keys-of-type: a type of Kubernetes has its keys', async () => {
    const type = 'kubernetes.io/tls';
    const half = { type, encryptedData: { 'tls.crt': sealed } };
    expect(refused(await withSmtp(half))).toEqual(['sealed-secret/keys-of-type at /sealed-secret/smtp/type']);
    const whole = { type, encryptedData: { 'tls.crt': sealed, 'tls.key': sealed } };
    expect((await withSmtp(whole)).findings).toEqual([]);
  });

  test('a value that is not sealed is refused, each by its key', async () => {
    const rendered = await withSmtp({ encryptedData: { good: sealed, password: 'hunter2', token: 'aHVudGVyMg==' } });
    expect(refused(rendered)).toEqual([
      'sealed-secret/sealed-values at /sealed-secret/smtp/encryptedData/password',
      'sealed-secret/sealed-values at /sealed-secret/smtp/encryptedData/token',
    ]);
    expect(JSON.stringify(rendered.findings)).not.toContain('hunter2');
  });
});
