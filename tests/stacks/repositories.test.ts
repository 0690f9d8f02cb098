import { clusterBase } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused, renderInNetwork, statements, usedByPod } from '../support/data-stores';
import { manifest, render, resources } from '../support/render';

function repositories(input: JsonObject = {}) {
  return renderInNetwork({ repositories: { images: { repositories: { api: {} }, ...input } } });
}

describe('repositories', () => {
  test('are scanned and encrypted, with tags that never move', async () => {
    const rendered = await repositories({ name: 'pingvas' });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ecr_repository')).toEqual({
      name: 'pingvas/api',
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: 'AES256' }],
      image_tag_mutability: 'IMMUTABLE',
      force_delete: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test('keep the newest images and drop those without a tag', async () => {
    const rendered = await repositories({ repositories: { api: {}, worker: { keepImages: 3 } }, keepImages: 20 });
    const policies = resources(rendered, 'aws_ecr_lifecycle_policy');
    const counts = Object.values(policies).map((policy) => {
      const { rules } = JSON.parse(policy['policy'] as string) as { rules: { selection: JsonObject }[] };
      return rules.map(({ selection }) => [selection['tagStatus'], selection['countType'], selection['countNumber']]);
    });
    expect(counts).toEqual([
      [
        ['untagged', 'sinceImagePushed', 7],
        ['tagged', 'imageCountMoreThan', 20],
      ],
      [
        ['untagged', 'sinceImagePushed', 7],
        ['tagged', 'imageCountMoreThan', 3],
      ],
    ]);
  });

  test('images of an environment are kept only where its tags are none of another one’s pattern', async () => {
    expect(refused(await repositories({ keepOf: { prod: 5, 'prod-eu': 2 } }))).toEqual([
      'repositories/keep-of-one-name-within-another at /repositories/images/keepOf/prod-eu',
    ]);
    expect((await repositories({ keepOf: { prod: 5, 'eu-prod': 2, production: 2 } })).findings).toEqual([]);
  });

  test('images of an environment are counted for themselves, before all others', async () => {
    const rendered = await repositories({ repositories: { api: {} }, keepOf: { prod: 5, canary: 2 } });
    const { rules } = JSON.parse(only(rendered, 'aws_ecr_lifecycle_policy')['policy'] as string) as {
      rules: { rulePriority: number; selection: JsonObject }[];
    };
    const told = rules.map(({ rulePriority, selection }) => [
      rulePriority,
      selection['tagPatternList'],
      selection['countNumber'],
    ]);
    expect(told).toEqual([
      [1, undefined, 7],
      [2, ['canary-*'], 2],
      [3, ['prod-*'], 5],
      [4, ['*'], 20],
    ]);
  });

  test('tags that are named may move, or all of them', async () => {
    expect(only(await repositories({ mutableTags: ['latest'] }), 'aws_ecr_repository')).toMatchObject({
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter: 'latest', filter_type: 'WILDCARD' }],
    });
    expect(only(await repositories({ immutableTags: false }), 'aws_ecr_repository')).toMatchObject({
      image_tag_mutability: 'MUTABLE',
    });
  });

  test('roles that are named may pull or push, and nobody else by the repository’s own policy', async () => {
    const rendered = await repositories({ pullRoles: ['nodes'], pushRoles: ['ci'] });
    const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
    expect(statements(rendered, 'images_api')).toEqual([
      {
        sid: 'Pull',
        effect: 'Allow',
        actions: pull,
        principals: [{ type: 'AWS', identifiers: ['arn:aws:iam::111122223333:role/nodes'] }],
      },
      {
        sid: 'Push',
        effect: 'Allow',
        actions: [...pull, 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'],
        principals: [{ type: 'AWS', identifiers: ['arn:aws:iam::111122223333:role/ci'] }],
      },
    ]);
    expect(resources(await repositories(), 'aws_ecr_repository_policy')).toEqual({});
  });

  test('access to pull and to push names each repository; the token alone has no resource', async () => {
    const arn = 'arn:aws:ecr:us-east-1:111122223333:repository/acme/test/tool';
    const grantsOf = async (access: string) =>
      statements(
        await usedByPod({ repositories: { images: { repositories: { tool: {} } } } }, { images: access }),
        'api_grant_images',
      );
    expect(await grantsOf('pull')).toEqual([
      {
        effect: 'Allow',
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [arn],
      },
      { effect: 'Allow', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    ]);
    const [push] = await grantsOf('push');
    expect(push?.['actions']).toContain('ecr:PutImage');
    expect(push?.['resources']).toEqual([arn]);
  });

  test('an image that names no repository is pulled from the one of its name, in the registry of the account', async () => {
    const rendered = await render({
      components: {
        ...clusterBase,
        repositories: { images: { repositories: { api: {} } } },
        namespace: { apps: {} },
        service: { api: { port: 8080 } },
      },
      images: { api: { tag: 'v1' } },
    });
    expect(rendered.findings).toEqual([]);
    expect(JSON.stringify(manifest(rendered, 'Deployment', 'api'))).toContain(
      '"111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/test/api:v1"',
    );
  });

  test('one that states its whole name has it, and images of that component are pulled from there', async () => {
    const rendered = await render({
      components: {
        ...clusterBase,
        repositories: { images: { repositories: { api: { name: 'shop-api' }, worker: {} } } },
        namespace: { apps: {} },
        service: { api: { port: 8080 }, worker: { port: 8080 } },
      },
      images: { api: { tag: 'v1' }, worker: { tag: 'v1' } },
    });
    expect(rendered.findings).toEqual([]);
    const names = Object.values(resources(rendered, 'aws_ecr_repository')).map(({ name }) => name);
    expect(names).toEqual(['shop-api', 'acme/test/worker']);
    const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
    expect(JSON.stringify(manifest(rendered, 'Deployment', 'api'))).toContain(`"${registry}/shop-api:v1"`);
    expect(JSON.stringify(manifest(rendered, 'Deployment', 'worker'))).toContain(`"${registry}/acme/test/worker:v1"`);
  });

  test('copies of those that state their whole name are made too, each by the template of its path', async () => {
    const named = { api: { name: 'shop-api' }, web: { name: 'shop/web' }, worker: {} };
    const rendered = await repositories({ repositories: named, replicas: ['dr'] });
    expect(only(rendered, 'aws_ecr_replication_configuration')).toMatchObject({
      replication_configuration: {
        rule: [{ repository_filter: ['shop-api', 'shop/', 'acme/test/'].map((filter) => ({ filter })) }],
      },
    });
    const templates = Object.entries(resources(rendered, 'aws_ecr_repository_creation_template'));
    expect(templates.map(([id, { prefix }]) => [id, prefix])).toEqual([
      ['images_replica_dr_root', 'ROOT'],
      ['images_replica_dr_shop', 'shop'],
      ['images_replica_dr', 'acme/test'],
    ]);
  });

  test('a key of the environment encrypts them', async () => {
    const rendered = await renderInNetwork({
      repositories: { images: { repositories: { api: {} }, key: 'shared' } },
      key: { shared: {} },
    });
    expect(only(rendered, 'aws_ecr_repository')['encryption_configuration']).toEqual([
      { encryption_type: 'KMS', kms_key: '${aws_kms_key.shared.arn}' },
    ]);
  });

  test('another region keeps a copy of those under their prefix', async () => {
    const rendered = await repositories({ name: 'shop', replicas: ['dr'], mutableTags: ['latest'] });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ecr_replication_configuration')).toEqual({
      replication_configuration: {
        rule: [
          {
            destination: [{ region: 'us-west-2', registry_id: '111122223333' }],
            repository_filter: [{ filter: 'shop/', filter_type: 'PREFIX_MATCH' }],
          },
        ],
      },
    });
  });

  test('copies have tags that do not move and a bound on what they keep, like their originals', async () => {
    const input = { name: 'shop', repositories: { api: {}, worker: { keepImages: 50 } }, replicas: ['dr'] };
    const template = only(
      await repositories({ ...input, mutableTags: ['latest'] }),
      'aws_ecr_repository_creation_template',
    );
    expect(template).toMatchObject({
      provider: 'aws.dr',
      prefix: 'shop',
      applied_for: ['REPLICATION'],
      encryption_configuration: [{ encryption_type: 'AES256' }],
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter: 'latest', filter_type: 'WILDCARD' }],
    });
    expect(JSON.stringify(JSON.parse(template['lifecycle_policy'] as string))).toContain('"countNumber":50');
    expect(resources(await repositories(), 'aws_ecr_repository_creation_template')).toEqual({});
  });

  test('copies under a key are refused: what ECR makes elsewhere has none', async () => {
    const images = { repositories: { api: {} }, key: 'shared', replicas: ['dr'] };
    expect(refused(await renderInNetwork({ repositories: { images }, key: { shared: {} } }))).toEqual([
      'repositories/replicas-under-key at /repositories/images/replicas',
    ]);
  });

  test('those that are there already are used as they are', async () => {
    const rendered = await repositories({ existing: true });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_ecr_repository')).toEqual({});
  });

  test('two groups of repositories in one environment do not collide', async () => {
    const rendered = await renderInNetwork({
      repositories: { images: { repositories: { api: {} } }, tools: { repositories: { lint: {} } } },
    });
    expect(rendered.findings).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    [
      'tags that may move among tags that all may',
      { immutableTags: false, mutableTags: ['latest'] },
      'movable-tags at /mutableTags',
    ],
    ['a region that has no name', { replicas: ['west'] }, 'replica-regions at /replicas/0'],
    ['copies of what is there already', { existing: true, replicas: ['dr'] }, 'replicas-of-existing at /replicas'],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await repositories(input))).toEqual([
      `repositories/${expected.replace(' at ', ' at /repositories/images')}`,
    ]);
  });
});
