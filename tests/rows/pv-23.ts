import type { OutputTree } from './output-tree';
import { environments, services } from './pingvas';
import type { Row } from './row';
import { at, list, text } from './values';

const workspace = 'pingvas-shared-foundation';
const names = [...Object.keys(services), 'generation-worker', 'pgbouncer'];
const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
const pull = 'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly';

export const pv23: Row = {
  id: 'PV-23',
  title: 'A repository for each image: scanned, bounded, pulled by nodes, pushed by the delivery workflows',
  states: {
    'each service, the worker and the pool have a repository': (output) => {
      const found = Object.values(output.resources(workspace, 'aws_ecr_repository')).map(({ name }) => name);
      expect(found.sort()).toEqual(names.map((name) => `pingvas/shared/${name}`).sort());
    },
    'every image is scanned when it is pushed, its tag never moves, and it is encrypted': (output) => {
      for (const name of names) {
        const repository = repositoryOf(output, name);
        expect(at(repository, 'image_scanning_configuration', 'scan_on_push')).toBe(true);
        expect(repository['image_tag_mutability']).toBe('IMMUTABLE');
        expect(repository['encryption_configuration']).toEqual([{ encryption_type: 'AES256' }]);
        expect(repository['force_delete']).toBe(false);
      }
    },
    'images without a tag go after 7 days; the newest 20 of prod stay, and the newest 20 of all': (output) => {
      for (const name of names) {
        const policy = output.resource(workspace, 'aws_ecr_lifecycle_policy', idOf(name));
        expect(policy['repository']).toBe(`\${aws_ecr_repository.${idOf(name)}.name}`);
        const { rules } = JSON.parse(text(policy['policy'])) as { rules: { selection: object; action: object }[] };
        expect(rules.map(({ selection, action }) => ({ ...selection, ...action }))).toEqual([
          { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7, type: 'expire' },
          ...['prod-*', '*'].map((pattern) => ({
            tagStatus: 'tagged',
            tagPatternList: [pattern],
            countType: 'imageCountMoreThan',
            countNumber: 20,
            type: 'expire',
          })),
        ]);
      }
    },
    'pods run the images of these repositories': (output) => {
      for (const environment of environments) {
        for (const name of names) {
          const image = at(
            output.manifest('Deployment', name, environment),
            ...['spec', 'template', 'spec', 'containers', 0, 'image'],
          );
          expect(image).toMatch(new RegExp(`^${registry}/pingvas/shared/${name}:[0-9a-z.]+$`));
        }
      }
    },
    'nodes may pull, and only pull': (output) => {
      for (const id of ['system', 'karpenter_access_node']) {
        const attachment = output.resource('pingvas-shared-platform', 'aws_iam_role_policy_attachment', `${id}_pull`);
        expect(attachment['policy_arn']).toBe(pull);
        expect(attachment['role']).toBe(`\${aws_iam_role.${id}.name}`);
      }
    },
    'the delivery workflows push from develop and from release tags, to these repositories alone': (output) => {
      const documents = output.blocks('pingvas-bootstrap', 'data', 'aws_iam_policy_document');
      expect(at(documents['image_push'], 'statement', 0, 'condition', 1)).toEqual({
        test: 'StringLike',
        values: ['repo:Pinksea-AI/InvokeAI:ref:refs/heads/develop', 'repo:Pinksea-AI/InvokeAI:ref:refs/tags/v*'],
        variable: 'token.actions.githubusercontent.com:sub',
      });
      const push = output.seek(() =>
        list(at(documents['image_push_push'], 'statement')).find((each) => at(each, 'sid') === 'Push'),
      );
      expect([...list(at(push, 'resources'))]).toEqual(
        [...names].sort().map((name) => `arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/${name}`),
      );
      expect([...list(at(push, 'actions'))]).toEqual([
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:DescribeImageScanFindings',
        'ecr:DescribeImages',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ]);
      const role = output.resource('pingvas-bootstrap', 'aws_iam_role_policy', 'image_push');
      expect(role['policy']).toBe('${data.aws_iam_policy_document.image_push_push.json}');
      expect(role['role']).toBe('${aws_iam_role.image_push.name}');
    },
  },
};

function idOf(name: string): string {
  return `registry_${name.replaceAll('-', '_')}`;
}

function repositoryOf(output: OutputTree, name: string) {
  return output.resource(workspace, 'aws_ecr_repository', idOf(name));
}
