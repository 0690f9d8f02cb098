import { render, resources, type TestDescription } from '../support/render';

const network = {
  main: {
    cidr: '10.0.0.0/16',
    natGateways: 'none',
    zones: { 'us-east-1a': { private: '10.0.11.0/24' }, 'us-east-1b': { private: '10.0.12.0/24' } },
  },
};

/** What is said of patches of one component, each with its fix. */
async function said(components: TestDescription['components']): Promise<string[]> {
  const { findings } = await render({ components });
  return findings.map(({ code, message, fix }) => `${code}: ${message}; ${fix}`);
}

const leave = 'leave the name as it is: it is made of that of the component, which name: changes wherever it stands';
const use = (name: string): string =>
  `use name: ${name} on the component instead: whatever refers to it has that name then`;

describe('a patch of what others know a resource by', () => {
  it('is refused for a bucket, whose name stands in policies and variables', async () => {
    const patches = { 'aws_s3_bucket.images': { bucket: 'acme-pictures', tags: { team: 'images' } } };
    const rendered = await render({ components: { bucket: { images: { patches } } } });
    expect(rendered.findings).toMatchObject([
      {
        code: 'patch-of-identity',
        at: { file: 'environments/acme/test.yaml#/components/bucket/images/patches/aws_s3_bucket.images/bucket' },
        message: 'the patch of aws_s3_bucket.images changes its bucket',
        fix: use('acme-pictures'),
      },
    ]);
    expect(resources(rendered, 'aws_s3_bucket')['images']).toMatchObject({ bucket: 'acme-test-images' });
  });

  it.each([
    { kind: 'postgres', address: 'aws_db_instance.data', argument: 'identifier', value: 'ledger', fix: use('ledger') },
    {
      kind: 'redis',
      address: 'aws_elasticache_replication_group.data',
      argument: 'replication_group_id',
      value: 'sessions',
      fix: use('sessions'),
    },
    { kind: 'redis', address: 'aws_secretsmanager_secret.data_users', argument: 'name', value: 'sessions', fix: leave },
    { kind: 'postgres', address: 'aws_iam_role.data_monitoring', argument: 'name', value: 'Monitoring', fix: leave },
    { kind: 'file-system', address: 'aws_efs_file_system.data', argument: 'creation_token', value: null, fix: leave },
  ])('is refused for a $kind: $address', async ({ kind, address, argument, value, fix }) => {
    const input = kind === 'postgres' ? { database: 'app' } : {};
    const patches = { [address]: { [argument]: value } };
    expect(await said({ network, [kind]: { data: { ...input, patches } } })).toEqual([
      `patch-of-identity: the patch of ${address} changes its ${argument}; ${fix}`,
    ]);
  });

  it.each([
    ['another namespace', { metadata: { namespace: 'other' } }, 'metadata.namespace'],
    ['another kind', { kind: 'Secret' }, 'kind'],
    ['no metadata at all', { metadata: null }, 'metadata.name and metadata.namespace'],
  ])('is refused for a manifest that would have %s', async (_, patch, changed) => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'flags', namespace: 'apps' }, data: {} };
    const flags = { manifest, patches: { 'ConfigMap/flags': patch } };
    const cluster = { eks: { version: '1.35' } };
    expect(await said({ network, cluster, namespace: { apps: {} }, manifest: { flags } })).toEqual([
      `patch-of-identity: the patch of ConfigMap/flags changes its ${changed}; use name: or renamedFrom: on the component instead`,
    ]);
  });
});

describe('a patch of what nothing is known by', () => {
  it.each([
    ['another field', 'bucket', { 'aws_s3_bucket.data': { force_destroy: true } }],
    ['a tag that is called a name', 'bucket', { 'aws_s3_bucket.data': { tags: { Name: 'pictures' } } }],
    ['a group that the database refers to', 'postgres', { 'aws_db_subnet_group.data': { name: 'ledger-subnets' } }],
    ['an alias that nothing refers to', 'postgres', { 'aws_kms_alias.data': { name: 'alias/ledger' } }],
  ])('is made: %s', async (_, kind, patches) => {
    const input = kind === 'postgres' ? { database: 'app' } : {};
    expect(await said({ network, [kind]: { data: { ...input, patches } } })).toEqual([]);
  });

  it('is made beside a name that name: gives', async () => {
    const patches = { 'aws_s3_bucket.images': { bucket: 'acme-pictures', force_destroy: true } };
    const rendered = await render({ components: { bucket: { images: { name: 'acme-pictures', patches } } } });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_s3_bucket')['images']).toMatchObject({
      bucket: 'acme-pictures',
      force_destroy: true,
    });
  });
});
