import { KubePersistentVolume, KubePersistentVolumeClaim, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { choice, input, optional, optionalReference, quantity, reference, text } from '../schemas/contract/fields';
import { clusterBase } from './examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { environmentApp, standardLabels } from './object';

const Input = input({
  namespace: reference('Namespace of the workloads that mount it.', ['namespace']),
  fileSystem: optionalReference('EFS file system that it is. Left out, a storage class makes the volume.', [
    'file-system',
  ]),
  storageClass: optional(text('Storage class that makes the volume.')),
  path: optional(text('Folder of the file system. By default its root.', { pattern: '^/' })),
  access: choice('Who may mount it at once.', ['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOnce'], {
    default: 'ReadWriteMany',
  }),
  size: quantity('Size; a file system has no limit and takes this as a label alone.', { default: '100Gi' }),
});

type Props = Static<typeof Input>;

const keep = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };

/** Storage for workloads: an EFS file system that many may mount, or a volume that a storage class makes. */
export const volume = defineKubernetesKind<typeof Input>({
  kind: 'volume',
  summary: 'A volume: an EFS file system mounted by many pods, or what a storage class makes.',
  creates: [
    'a PersistentVolumeClaim, kept when its Application goes',
    'for a file system: the PersistentVolume, with TLS in transit',
  ],
  input: Input,
  holdsData: true,
  examples: {
    'models on a file system, read by many': {
      input: { fileSystem: 'model-files', access: 'ReadOnlyMany' },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        'file-system': { 'model-files': {} },
      },
    },
  },
  outputs: { claim: known('Name of the claim.', ({ self }) => self.name) },
  constraints: [
    {
      id: 'one-source',
      meaning: 'A volume is either a file system or made by a storage class.',
      fix: 'state one of fileSystem and storageClass',
      violations: ({ fileSystem, storageClass }) => {
        if (fileSystem === undefined && storageClass === undefined)
          return [{ at: '', found: 'neither a file system nor a storage class is stated' }];
        return fileSystem !== undefined && storageClass !== undefined
          ? [{ at: '/storageClass', found: 'both a file system and a storage class are stated' }]
          : [];
      },
    },
    {
      id: 'shared-block-storage',
      meaning: 'EBS volumes are mounted by one node at a time.',
      fix: 'use a file system, or access: ReadWriteOnce',
      violations: ({ storageClass, access }) =>
        storageClass !== undefined && /^(gp2|gp3|io1|io2|ebs)/.test(storageClass) && access !== 'ReadWriteOnce'
          ? [{ at: '/access', found: `${access} on storage class ${storageClass}` }]
          : [],
    },
  ],
  app: environmentApp,
  build(context) {
    const { chart, self, props, ref } = context;
    const namespace = ref(props.namespace).text('name');
    const bound =
      props.fileSystem === undefined
        ? { storageClassName: props.storageClass as string }
        : { storageClassName: '', volumeName: addPersistentVolume(context, props.fileSystem) };
    new KubePersistentVolumeClaim(chart, 'claim', {
      metadata: { name: self.name, namespace, labels: standardLabels(self), annotations: keep },
      spec: {
        accessModes: [props.access],
        resources: { requests: { storage: Quantity.fromString(props.size) } },
        ...bound,
      },
    });
  },
});

/** @see https://github.com/kubernetes-sigs/aws-efs-csi-driver (static provisioning) */
function addPersistentVolume({ chart, self, props, ref }: KubernetesContext<Props>, fileSystem: string): string {
  const name = `${self.system}-${self.environment}-${self.name}`;
  const namespace = ref(props.namespace).text('name');
  new KubePersistentVolume(chart, 'volume', {
    metadata: { name, labels: standardLabels(self), annotations: keep },
    spec: {
      capacity: { storage: Quantity.fromString(props.size) },
      accessModes: [props.access],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      volumeMode: 'Filesystem',
      mountOptions: ['tls'],
      claimRef: { namespace, name: self.name },
      csi: {
        driver: 'efs.csi.aws.com',
        volumeHandle: `${ref(fileSystem).text('fileSystemId')}${props.path === undefined ? '' : `:${props.path}`}`,
      },
    },
  });
  return name;
}
