import { inEach, mountOf, namespace, networks, services } from './marketresearch';
import type { Row } from './row';
import { at, text } from './values';

const volumes = { 'embeddings-index': 'index', 'model-store': 'models' } as const;

/** Where the index and the models are kept, and who mounts them. */
export const ofStorage: Row['states'] = {
  'the index and the models are on EFS, which any number of pods on any node mount at once': (output) => {
    inEach(output, (own, environment) => {
      const claims = own.manifests('PersistentVolumeClaim', { namespace });
      expect(claims).toHaveLength(Object.keys(volumes).length);
      for (const name of Object.keys(volumes)) {
        const claim = own.manifest('PersistentVolumeClaim', name, namespace);
        const volume = own.manifest('PersistentVolume', `marketresearch-${environment}-${name}`);
        expect([at(claim, 'spec', 'accessModes'), at(volume, 'spec', 'accessModes')]).toEqual([
          ['ReadWriteMany'],
          ['ReadWriteMany'],
        ]);
        expect(at(claim, 'spec', 'volumeName')).toBe(`marketresearch-${environment}-${name}`);
        expect([at(claim, 'spec', 'storageClassName'), at(volume, 'spec', 'storageClassName')]).toEqual(['', '']);
        expect(at(volume, 'spec', 'claimRef')).toEqual({ name, namespace });
        expect([at(volume, 'spec', 'csi', 'driver'), at(volume, 'spec', 'mountOptions')]).toEqual([
          'efs.csi.aws.com',
          ['tls'],
        ]);
        expect(text(at(volume, 'spec', 'csi', 'volumeHandle'))).toMatch(/^fs-[0-9a-f]{17}::fsap-[0-9a-f]{17}$/);
      }
    });
  },
  'each file system is mounted from every zone, through an entrance that belongs to the user of the pods': (output) => {
    inEach(output, (own, environment, workspace) => {
      const mounts = Object.keys(own.resources(workspace('data'), 'aws_efs_mount_target'));
      expect(mounts).toHaveLength(2 * networks[environment].private.length);
      const points = own.resources(workspace('data'), 'aws_efs_access_point');
      for (const [id, path] of [
        ['index_files_index', '/index'],
        ['model_files_models', '/models'],
      ] as const) {
        const point = points[id];
        expect(point?.['posix_user']).toEqual({ gid: 10001, uid: 10001 });
        expect(at(point, 'root_directory', 'path')).toBe(path);
      }
      for (const name of Object.keys(services)) {
        const pod = at(own.manifest('Deployment', name, namespace), 'spec', 'template', 'spec');
        expect(at(pod, 'securityContext', 'runAsUser')).toBe(10001);
      }
      const drivers = own.resource(workspace('platform'), 'aws_eks_addon', 'eks_aws_efs_csi_driver');
      expect(drivers['addon_name']).toBe('aws-efs-csi-driver');
    });
  },
  'the Inference API reads the index that the embedder writes; the NER service reads the models that the sync writes': (
    output,
  ) => {
    inEach(output, (own) => {
      const mounted = (kind: string, workload: string, name: string) =>
        mountOf(own, own.manifest(kind, workload, namespace), name);
      expect(mounted('Deployment', 'inference-api', 'index')).toEqual(['/index', 'embeddings-index', false]);
      expect(mounted('CronJob', 'embedder', 'index')).toEqual(['/index', 'embeddings-index', true]);
      expect(mounted('Deployment', 'ner-service', 'loaded-models')).toEqual(['/models', 'model-store', false]);
      expect(mounted('CronJob', 'model-sync', 'models')).toEqual(['/models', 'model-store', true]);
    });
  },
  'models are kept in a bucket of the environment': (output) => {
    inEach(output, (own, environment, workspace) => {
      const { bucket } = own.resource(workspace('data'), 'aws_s3_bucket', 'models');
      expect(bucket).toBe(`marketresearch-${environment}-models`);
    });
  },
};
