import { KubePersistentVolume, KubePersistentVolumeClaim, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { choice, input, optional, optionalReference, quantity, reference, text } from '../schemas/contract/fields';
import { clusterBase } from './facets/examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { environmentApp, standardLabels } from './facets/object';

const Input = input({
  namespace: reference('Namespace of the workloads that mount it.', ['namespace']),
  fileSystem: optionalReference('EFS file system that it is. Left out, a storage class makes the volume.', [
    'file-system',
  ]),
  storageClass: optional(text('Storage class that makes the volume.')),
  path: optional(text('Folder of the file system. By default its root.', { pattern: '^/' })),
  accessPoint: optional(
    text(
      'Access point of the file system: all is read and written as its user, below its folder. Pods that are not root need one to write.',
      { pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$' },
    ),
  ),
  access: choice('Who may mount it at once.', ['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOnce'], {
    default: 'ReadWriteMany',
  }),
  size: quantity('Size; a file system has no limit and takes this as a label alone.', {
    pattern: '^(?=.*[1-9])[0-9]+(\\.[0-9]+)?(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$',
    'x-form': 'a Kubernetes quantity of more than 0 bytes such as 100Gi',
    default: '100Gi',
  }),
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
    'an index that non-root pods write': {
      input: { fileSystem: 'index-files', accessPoint: 'index' },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        'file-system': { 'index-files': { accessPoints: { index: { path: '/index', uid: 10_001, gid: 10_001 } } } },
      },
    },
    'models on a file system, for many': {
      input: { fileSystem: 'model-files' },
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
      id: 'unknown-access-point',
      meaning: 'An access point is one of its file system, and says the folder itself.',
      fix: 'name one of accessPoints of the file system, and leave path out',
      violations: ({ fileSystem, accessPoint, path }, { ref }) => {
        if (accessPoint === undefined) return [];
        const points = fileSystem === undefined ? {} : (ref(fileSystem).component.props['accessPoints'] as object);
        if (!Object.hasOwn(points, accessPoint))
          return [{ at: '/accessPoint', found: `${fileSystem ?? 'a storage class'} has no ${accessPoint}` }];
        return path === undefined ? [] : [{ at: '/path', found: 'both a path and an access point are stated' }];
      },
    },
    {
      id: 'read-only-file-system',
      meaning: 'The driver of EFS mounts nothing with ReadOnlyMany: who mounts the volume says that it only reads.',
      fix: 'leave access out, and state readOnly: true where the volume is mounted',
      violations: ({ fileSystem, access }) =>
        fileSystem !== undefined && access === 'ReadOnlyMany'
          ? [{ at: '/access', found: `${access} on the file system ${fileSystem}` }]
          : [],
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

/** @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/502 (access modes), and its examples of static provisioning */
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
        volumeHandle: [
          ref(fileSystem).text('fileSystemId'),
          props.path ?? '',
          props.accessPoint === undefined ? '' : ref(fileSystem).text(`accessPointId/${props.accessPoint}`),
        ]
          .join(':')
          .replace(/:+$/, ''),
      },
    },
  });
  return name;
}
