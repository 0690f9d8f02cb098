import type { JsonObject } from '../../schemas/primitives/artifact';
import { usedByPod, statements as grants } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

type Components = Record<string, Record<string, unknown>>;

async function rendered(input: object = {}, others: Components = {}): Promise<Rendered> {
  return render({ components: { ...others, bucket: { ...others['bucket'], images: input } } });
}

/** Ids of the constraints that refuse the input, and where. */
async function refusals(input: object, others: Components = {}): Promise<string[]> {
  const { findings } = await rendered(input, others);
  return findings.map(
    ({ message, at }) => `${/\((.*)\)$/.exec(message)?.[1] ?? message} ${at.file.replace(/^.*#\/components/, '')}`,
  );
}

/** Statements of a policy document of the platform workspace. */
function statements(result: Rendered, id = 'images'): JsonObject[] {
  const content = Object.values(result.files).find(
    (file) =>
      (file['resource'] as JsonObject | undefined)?.['aws_s3_bucket_policy'] &&
      JSON.stringify(file).includes(`"${id}"`),
  );
  const documents = (content?.['data'] as Record<string, Record<string, JsonObject>>)['aws_iam_policy_document'];
  return documents?.[id]?.['statement'] as JsonObject[];
}

function lifecycleRules(result: Rendered): JsonObject[] {
  return resources(result, 'aws_s3_bucket_lifecycle_configuration')['images']?.['rule'] as JsonObject[];
}

describe('a bucket', () => {
  it('is encrypted, versioned, closed to the public, kept, and reachable over TLS alone', async () => {
    const result = await rendered();
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_s3_bucket')['images']).toEqual({
      bucket: 'acme-test-images',
      lifecycle: { prevent_destroy: true },
    });
    expect(resources(result, 'aws_s3_bucket_versioning')['images']).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(JSON.stringify(resources(result, 'aws_s3_bucket_server_side_encryption_configuration'))).toContain('AES256');
    expect(resources(result, 'aws_s3_bucket_ownership_controls')['images']).toMatchObject({
      rule: { object_ownership: 'BucketOwnerEnforced' },
    });
    expect(resources(result, 'aws_s3_bucket_public_access_block')['images']).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(statements(result)).toEqual([
      expect.objectContaining({
        effect: 'Deny',
        actions: ['s3:*'],
        resources: ['arn:aws:s3:::acme-test-images', 'arn:aws:s3:::acme-test-images/*'],
        condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      }),
    ]);
    expect(lifecycleRules(result)[0]).toMatchObject({
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      noncurrent_version_expiration: [{ noncurrent_days: 90 }],
    });
  });

  it('moves its objects to cheaper storage and deletes them, as stated', async () => {
    const result = await rendered({
      transitions: [
        { afterDays: 90, to: 'STANDARD_IA' },
        { afterDays: 180, to: 'GLACIER' },
      ],
      expireAfterDays: 365,
      expireNoncurrentAfterDays: 7,
    });
    expect(lifecycleRules(result)[0]).toMatchObject({
      transition: [
        { days: 90, storage_class: 'STANDARD_IA' },
        { days: 180, storage_class: 'GLACIER' },
      ],
      expiration: [{ days: 365 }],
      noncurrent_version_expiration: [{ noncurrent_days: 7 }],
    });
  });

  it('keeps replaced and deleted versions for good where it is told to, and those of a prefix where that is', async () => {
    const expiring = async (input: JsonObject) =>
      lifecycleRules(await rendered(input))
        .filter((rule) => rule['noncurrent_version_expiration'] !== undefined)
        .map(({ id }) => id);
    const [kept, gone] = [{ expireAfterDays: 30, expireNoncurrentAfterDays: 0 }, { expireAfterDays: 1 }];
    expect(await expiring({ expireNoncurrentAfterDays: 0, prefixes: { 'tmp/': gone } })).toEqual([]);
    expect(await expiring({ prefixes: { 'mail/': kept, 'tmp/': gone } })).toEqual(['default', 'prefix-tmp/']);
  });

  it('archives what nobody reads', async () => {
    const result = await rendered({
      transitions: [{ afterDays: 0, to: 'INTELLIGENT_TIERING' }],
      archive: { afterDays: 90, deepAfterDays: 180 },
    });
    expect(resources(result, 'aws_s3_bucket_intelligent_tiering_configuration')['images']).toMatchObject({
      tiering: [
        { access_tier: 'ARCHIVE_ACCESS', days: 90 },
        { access_tier: 'DEEP_ARCHIVE_ACCESS', days: 180 },
      ],
    });
  });

  it('keeps no versions, and may go, where that is said', async () => {
    const result = await rendered({ versioning: false, protect: false });
    expect(resources(result, 'aws_s3_bucket_versioning')['images']).toMatchObject({
      versioning_configuration: { status: 'Suspended' },
    });
    expect(resources(result, 'aws_s3_bucket')['images']).not.toHaveProperty('lifecycle');
  });

  it('copies its objects to a bucket of another region', async () => {
    const result = await rendered(
      { replication: { to: 'copy', storageClass: 'STANDARD_IA', within15Minutes: true } },
      { bucket: { copy: { region: 'dr' } } },
    );
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_s3_bucket')['copy']).toMatchObject({ provider: 'aws.dr' });
    expect(resources(result, 'aws_s3_bucket_replication_configuration')['images']).toMatchObject({
      bucket: '${aws_s3_bucket_versioning.images.bucket}',
      role: '${aws_iam_role.images_replication.arn}',
      rule: [
        {
          status: 'Enabled',
          delete_marker_replication: { status: 'Enabled' },
          destination: {
            bucket: 'arn:aws:s3:::${aws_s3_bucket_versioning.copy.bucket}',
            storage_class: 'STANDARD_IA',
            replication_time: { status: 'Enabled', time: { minutes: 15 } },
          },
        },
      ],
    });
    expect(JSON.stringify(result.files)).toContain('"s3:ReplicateObject"');
  });

  it('measures how far a copy is behind, whether or not AWS promises 15 minutes', async () => {
    const result = await rendered({ replication: { to: 'copy' } }, { bucket: { copy: { region: 'dr' } } });
    const rule = resources(result, 'aws_s3_bucket_replication_configuration')['images']?.['rule'] as JsonObject[];
    expect(rule[0]?.['destination']).toEqual({
      bucket: 'arn:aws:s3:::${aws_s3_bucket_versioning.copy.bucket}',
      metrics: { status: 'Enabled' },
    });
  });

  it('copies to a bucket that is there already', async () => {
    const copy = { name: 'acme-archive', existing: true, region: 'dr' };
    const result = await rendered({ replication: { to: 'copy' } }, { bucket: { copy } });
    expect(result.findings).toEqual([]);
    expect(JSON.stringify(resources(result, 'aws_s3_bucket_replication_configuration'))).toContain(
      'arn:aws:s3:::${data.aws_s3_bucket.copy.id}',
    );
    expect(JSON.stringify(result.files)).toContain('"arn:aws:s3:::acme-archive/*"');
  });

  it('deletes what begins with a prefix sooner, its old versions too', async () => {
    const result = await rendered({
      expireAfterDays: 365,
      prefixes: { 'uploads/': { expireAfterDays: 30, expireNoncurrentAfterDays: 7 }, 'tmp/': { expireAfterDays: 1 } },
    });
    expect(result.findings).toEqual([]);
    expect(lifecycleRules(result).slice(1, 3)).toEqual([
      {
        id: 'prefix-tmp/',
        status: 'Enabled',
        filter: [{ prefix: 'tmp/' }],
        expiration: [{ days: 1 }],
        noncurrent_version_expiration: [{ noncurrent_days: 90 }],
      },
      {
        id: 'prefix-uploads/',
        status: 'Enabled',
        filter: [{ prefix: 'uploads/' }],
        expiration: [{ days: 30 }],
        noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      },
    ]);
  });

  it('is left as it is where it exists already', async () => {
    const result = await rendered({ name: 'acme-uploads', existing: true });
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_s3_bucket')).toEqual({});
    expect(resources(result, 'aws_s3_bucket_policy')).toEqual({});
    expect(JSON.stringify(result.files)).toContain('${data.aws_s3_bucket.images.id}');
  });

  it.each([
    [
      'infrequent access in the first 30 days',
      { transitions: [{ afterDays: 10, to: 'STANDARD_IA' }] },
      'bucket/infrequent-access-too-early /bucket/images/transitions/0/afterDays',
    ],
    [
      'moves up the storage classes',
      {
        transitions: [
          { afterDays: 30, to: 'GLACIER' },
          { afterDays: 90, to: 'STANDARD_IA' },
        ],
      },
      'bucket/transitions-out-of-order /bucket/images/transitions/1',
    ],
    [
      'instant retrieval out of one zone',
      {
        transitions: [
          { afterDays: 30, to: 'ONEZONE_IA' },
          { afterDays: 90, to: 'GLACIER_IR' },
        ],
      },
      'bucket/transitions-out-of-order /bucket/images/transitions/1',
    ],
    [
      'less than 30 days in infrequent access',
      {
        transitions: [
          { afterDays: 30, to: 'STANDARD_IA' },
          { afterDays: 45, to: 'GLACIER' },
        ],
      },
      'bucket/transitions-out-of-order /bucket/images/transitions/1',
    ],
    [
      'deletion before the last move',
      { transitions: [{ afterDays: 90, to: 'GLACIER' }], expireAfterDays: 90 },
      'bucket/expiry-before-transition /bucket/images/expireAfterDays',
    ],
    [
      'deep archive before archive',
      { transitions: [{ afterDays: 0, to: 'INTELLIGENT_TIERING' }], archive: { afterDays: 365, deepAfterDays: 180 } },
      'bucket/archive-order /bucket/images/archive/deepAfterDays',
    ],
    [
      'an archive without intelligent tiering',
      { archive: { afterDays: 90 } },
      'bucket/archive-without-tiering /bucket/images/archive',
    ],
    [
      'rules for a bucket that is left as it is',
      { existing: true, expireAfterDays: 30 },
      'bucket/existing-left-as-it-is /bucket/images/expireAfterDays',
    ],
    [
      'a prefix that goes no sooner than the bucket',
      { expireAfterDays: 30, prefixes: { 'tmp/': { expireAfterDays: 30 } } },
      'bucket/prefix-of-no-effect /bucket/images/prefixes/tmp~1/expireAfterDays',
    ],
    [
      'a prefix that goes no sooner than a shorter one',
      { prefixes: { 'a/': { expireAfterDays: 7 }, 'a/b/': { expireAfterDays: 30 } } },
      'bucket/prefix-of-no-effect /bucket/images/prefixes/a~1b~1/expireAfterDays',
    ],
    [
      'prefixes of a bucket that is left as it is',
      { existing: true, prefixes: { 'tmp/': { expireAfterDays: 1 } } },
      'bucket/existing-left-as-it-is /bucket/images/prefixes',
    ],
    ['a region without a name', { region: 'far' }, 'bucket/unknown-region /bucket/images/region'],
  ])('refuses %s', async (_, input, expected) => {
    expect(await refusals(input)).toEqual([expected]);
  });

  it('refuses copies without versions at both ends, and copies to itself', async () => {
    const replication = { to: 'copy' };
    expect(await refusals({ versioning: false, replication }, { bucket: { copy: {} } })).toEqual([
      'bucket/replication-without-versions /bucket/images/versioning',
    ]);
    expect(await refusals({ replication }, { bucket: { copy: { versioning: false } } })).toEqual([
      'bucket/replication-without-versions /bucket/images/replication/to',
    ]);
    expect(await refusals({ replication: { to: 'images' } })).toEqual([
      'bucket/replication-without-versions /bucket/images/replication/to',
    ]);
  });
});

describe('a bucket under a key', () => {
  const keys = { here: {}, there: { region: 'dr' } };
  const copy = { region: 'dr', key: 'there' };

  it('has its objects encrypted by it, and so have its readers and its writers', async () => {
    const result = await usedByPod(
      { bucket: { images: { key: 'shared' }, plain: {} }, key: { shared: {} } },
      { images: 'write', plain: 'read' },
    );
    expect(result.findings).toEqual([]);
    expect(resources(result, 'aws_s3_bucket_server_side_encryption_configuration')['images']?.['rule']).toEqual([
      {
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: '${data.terraform_remote_state.foundation.outputs.shared_arn}',
        },
        bucket_key_enabled: true,
      },
    ]);
    expect(grants(result, 'api_grant_images').at(-1)).toMatchObject({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      condition: [{ variable: 'kms:ViaService', values: ['s3.us-east-1.amazonaws.com'] }],
    });
    expect(JSON.stringify(grants(result, 'api_grant_plain'))).not.toContain('kms:');
  });

  it('is copied under the key of the other region', async () => {
    const result = await rendered({ key: 'here', replication: { to: 'copy' } }, { bucket: { copy }, key: keys });
    expect(result.findings).toEqual([]);
    const rule = resources(result, 'aws_s3_bucket_replication_configuration')['images']?.['rule'] as JsonObject[];
    const there = '${data.terraform_remote_state.foundation.outputs.there_arn}';
    expect(rule[0]).toMatchObject({
      source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
      destination: { encryption_configuration: { replica_kms_key_id: there } },
    });
    expect(grants(result, 'images_replication_grant').slice(-2)).toMatchObject([
      { actions: ['kms:Decrypt'], condition: [{ values: ['s3.us-east-1.amazonaws.com'] }] },
      {
        actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
        resources: [there],
        condition: [{ values: ['s3.us-west-2.amazonaws.com'] }],
      },
    ]);
  });

  it('is refused where the key is of another region, or one end of a copy has none', async () => {
    expect(await refusals({ key: 'there' }, { key: keys })).toEqual([
      'bucket/key-of-another-region /bucket/images/key',
    ]);
    expect(await refusals({ replication: { to: 'copy' } }, { bucket: { copy }, key: keys })).toEqual([
      'bucket/replication-keys /bucket/images/replication/to',
    ]);
    expect(
      await refusals({ key: 'here', replication: { to: 'copy' } }, { bucket: { copy: { region: 'dr' } }, key: keys }),
    ).toEqual(['bucket/replication-keys /bucket/images/replication/to']);
  });

  it('is not what a distribution serves', async () => {
    const cdn = { edge: { uses: { images: 'serve' } } };
    expect(await refusals({ key: 'here' }, { cdn, key: { here: {} } })).toEqual([
      'bucket/delivery-under-key /bucket/images/key',
    ]);
  });
});

describe('what a bucket offers', () => {
  it('lets the distribution that serves it read, and nobody else', async () => {
    const result = await rendered({}, { cdn: { edge: { uses: { images: 'serve' } } } });
    expect(result.findings).toEqual([]);
    expect(statements(result)[1]).toEqual({
      sid: 'ServedByEdge',
      effect: 'Allow',
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::acme-test-images/*'],
      principals: [{ type: 'Service', identifiers: ['cloudfront.amazonaws.com'] }],
      condition: [
        { test: 'StringEquals', variable: 'aws:SourceArn', values: ['${aws_cloudfront_distribution.edge.arn}'] },
      ],
    });
  });

  it('takes the logs of a distribution from its own delivery alone', async () => {
    const others = { bucket: { logs: {} }, cdn: { edge: { uses: { images: 'serve', logs: 'deliver-logs' } } } };
    const result = await rendered({}, others);
    expect(result.findings).toEqual([]);
    expect(statements(result, 'logs')[1]).toMatchObject({
      sid: 'LogsOfEdge',
      resources: ['arn:aws:s3:::acme-test-logs/AWSLogs/111122223333/*'],
      principals: [{ type: 'Service', identifiers: ['delivery.logs.amazonaws.com'] }],
      condition: [
        { variable: 's3:x-amz-acl' },
        { variable: 'aws:SourceAccount', values: ['111122223333'] },
        {
          variable: 'aws:SourceArn',
          values: ['arn:aws:logs:us-east-1:111122223333:delivery-source:acme-test-edge'],
        },
      ],
    });
  });

  it('has no policy of its own where it exists already, so that nothing can serve it', async () => {
    const cdn = { edge: { uses: { images: 'serve' } } };
    expect(await refusals({ existing: true }, { cdn })).toEqual([
      'bucket/policy-of-existing-bucket /bucket/images/existing',
    ]);
  });

  it('is served by distributions alone', async () => {
    const cdn = {
      edge: {
        uses: { images: 'serve', other: 'serve' },
        defaultOrigin: 'images',
        origins: { other: { paths: ['/o/*'] } },
      },
    };
    expect(await refusals({}, { bucket: { other: {} }, cdn })).toEqual([]);
    const balancer = { alb: { uses: { images: 'serve' }, scheme: 'internal', certificate: 'edge' } };
    const others = {
      network: {
        main: {
          cidr: '10.0.0.0/16',
          natGateways: 'none',
          zones: { 'us-east-1a': { private: '10.0.1.0/24' }, 'us-east-1b': { private: '10.0.2.0/24' } },
        },
      },
      certificate: { edge: { domain: 'example.com', existing: true } },
    };
    expect(await refusals({}, { ...others, 'load-balancer': balancer })).toEqual([
      'bucket/no-such-server /bucket/images',
    ]);
  });
});
