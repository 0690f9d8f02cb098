import { allMade, made } from './profit-sentinel';
import type { Row } from './row';
import { pick, text } from './values';

export const ps08: Row = {
  id: 'PS-08',
  title: 'ECR repository profit-sentinel-gpu: scanned on push, a life cycle, tags that never move',
  states: {
    'the repository is called profit-sentinel-gpu, as the commands of the document have it': (output) => {
      const repositories = Object.values(allMade(output, 'foundation', 'aws_ecr_repository'));
      expect(repositories.map(({ name }) => name)).toEqual(['profit-sentinel-gpu']);
    },
    'every image is scanned when it is pushed': (output) => {
      const repository = made(output, 'foundation', 'aws_ecr_repository.registry_gpu_api');
      expect(repository['image_scanning_configuration']).toEqual({ scan_on_push: true });
    },
    'no tag ever moves: `latest`, which the document pushes as well, is left out': (output) => {
      const repository = made(output, 'foundation', 'aws_ecr_repository.registry_gpu_api');
      expect(repository['image_tag_mutability']).toBe('IMMUTABLE');
      expect(Object.keys(repository)).not.toContain('image_tag_mutability_exclusion_filter');
    },
    'images without a tag go after a week, and the newest twenty of the others stay': (output) => {
      const lifecycle = made(output, 'foundation', 'aws_ecr_lifecycle_policy.registry_gpu_api');
      expect(lifecycle['repository']).toBe('${aws_ecr_repository.registry_gpu_api.name}');
      const { rules } = JSON.parse(text(lifecycle['policy'])) as { rules: { selection: never; action: never }[] };
      expect(
        rules.map(({ selection, action }) => ({
          ...pick(selection, ['tagStatus', 'countType', 'countNumber']),
          ...pick(action, ['type']),
        })),
      ).toEqual([
        { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 7, type: 'expire' },
        { tagStatus: 'tagged', countType: 'imageCountMoreThan', countNumber: 20, type: 'expire' },
      ]);
    },
    'images are encrypted, and Terraform never destroys the repository': (output) => {
      const repository = made(output, 'foundation', 'aws_ecr_repository.registry_gpu_api');
      expect(pick(repository, ['encryption_configuration', 'force_delete', 'lifecycle'])).toEqual({
        encryption_configuration: [{ encryption_type: 'AES256' }],
        force_delete: false,
        lifecycle: { prevent_destroy: true },
      });
    },
  },
};
