import { join } from 'node:path';
import { createNodeHost } from '../../synth/host/node-host';
import { runKubeconform } from '../../synth/check/kubeconform';
import { repository, type Printed } from '../end-to-end/system-files';
import { dropTempHosts, tempHost } from '../support/temp-host';
import { said, variation } from './variation';

const file = 'environments/pingvas/shared.yaml';
const stated = [file, "version: '1.35'", "version: '1.28'"] as const;
const ended = 'error cluster-version-ended aws_eks_cluster.eks';

afterAll(dropTempHosts);

describe('PV-03: with Kubernetes 1.28, as the document states it,', () => {
  let printed: Printed;

  beforeAll(async () => {
    printed = await variation([stated]);
  }, 60_000);

  test('the check says that EKS has ended it, and says nothing else: every manifest is valid there', () => {
    expect(printed.findings.map(({ message }) => message)).toEqual([
      'EKS has ended Kubernetes 1.28: extended support ran until 2025-11-26',
    ]);
  });

  test('kubeconform, the second engine, finds every manifest valid in 1.28 too', async () => {
    const { files } = printed;
    const paths = Object.keys(files).filter((path) => path.startsWith('clusters/'));
    const host = tempHost(Object.fromEntries(paths.map((path) => [path, files[path] ?? ''])));
    const { installation } = createNodeHost({ root: repository });
    const { verdicts } = await runKubeconform(paths, {
      host: Object.defineProperty(host, 'installation', { value: installation }),
      program: join(repository, '.tools/bin/kubeconform'),
      versionOf: () => '1.28',
    });
    expect(verdicts).toHaveLength(paths.length);
    expect(verdicts.filter(({ state }) => state !== 'valid')).toEqual([]);
  }, 120_000);

  test('the cluster and its nodes are of that version, and add-ons take the versions that EKS has for it', () => {
    const { files } = printed;
    const eks = files['workspaces/pingvas-shared-platform/eks.tf.json'] ?? '';
    expect(eks).toContain('"version": "1.28"');
    expect(files['workspaces/pingvas-shared-platform/system.tf.json']).toContain('"version": "1.28"');
    expect(eks).not.toContain('"addon_version"');
  });

  test('a ValidatingAdmissionPolicy v1 is refused, with the versions that 1.28 has; 1.35 takes it', async () => {
    const policy = `
  manifest:
    no-latest:
      manifest:
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: { name: no-latest }
        spec:
          matchConstraints:
            resourceRules: [{ apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
          validations: [{ expression: 'true' }]

  network:
    main:
      cidr:`;
    const added = [file, '\n  network:\n    main:\n      cidr:', policy] as const;
    const old = await variation([stated, added]);
    expect(said(old)).toEqual(['error manifest-kind-not-served ValidatingAdmissionPolicy no-latest', ended]);
    expect(old.findings.at(0)?.expected).toContain('admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy');
    expect(said(await variation([added]))).toEqual([]);
  }, 60_000);
});
