import { TerraformGraph } from '../../schemas/graph/terraform';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { checkAdopted } from '../../synth/check/adopted';
import { built, terraformOf } from '../support/kept';

type Adopt = Readonly<Record<string, string>>;

/** What is said of an environment whose component of a kind adopts something, each with the name that is expected. */
async function found(kind: string, input: object, adopt: Adopt) {
  const artifacts = terraformOf([await built({ [kind]: { legacy: { ...input, adopt } } })]);
  const workspaces = new Set(artifacts.map(({ path }) => path.split('/')[1] ?? ''));
  return checkAdopted(new TerraformGraph(artifacts), workspaces).map(({ code, subject, expected, at }) => [
    code,
    subject,
    expected,
    at.file.split('#')[1],
  ]);
}

const bucket = { name: 'acme-legacy-2018' };
const queue = { type: 'aws_sqs_queue', arguments: { name: 'acme-legacy-2018', sqs_managed_sse_enabled: true } };
const inputs = { bucket, key: {}, 'aws-resource': queue };
const zones = {
  'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
  'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
};
const url = 'https://sqs.us-east-1.amazonaws.com/111122223333';

describe('an id that is adopted', () => {
  it('is refused where it is of something else than the name says, at its line', async () => {
    expect(await found('bucket', bucket, { 'aws_s3_bucket.legacy': 'acme-other' })).toEqual([
      [
        'adopted-another',
        'aws_s3_bucket.legacy',
        'acme-legacy-2018',
        '/components/bucket/legacy/adopt/aws_s3_bucket.legacy',
      ],
    ]);
  });

  it.each(['aws_s3_bucket_versioning.legacy', 'aws_s3_bucket_policy.legacy'])(
    'is refused where it is that of another whole: %s',
    async (address) => {
      expect(await found('bucket', bucket, { [address]: 'acme-other' })).toMatchObject([
        ['adopted-another', address, 'acme-legacy-2018', expect.anything()],
      ]);
    },
  );

  it('is refused for a queue whose URL ends otherwise', async () => {
    const adopt = { 'aws_sqs_queue.legacy': `${url}/acme-other` };
    expect(await found('aws-resource', queue, adopt)).toMatchObject([
      ['adopted-another', 'aws_sqs_queue.legacy', `${url}/acme-legacy-2018`, expect.anything()],
    ]);
  });

  it.each<[keyof typeof inputs, Adopt]>([
    ['bucket', { 'aws_s3_bucket.legacy': 'acme-legacy-2018' }],
    ['bucket', { 'aws_s3_bucket.legacy': 'acme-legacy-2018@us-east-1' }],
    ['bucket', { 'aws_s3_bucket_versioning.legacy': 'acme-legacy-2018,111122223333' }],
    ['bucket', { 'aws_s3_bucket_policy.legacy': 'acme-legacy-2018' }],
    ['aws-resource', { 'aws_sqs_queue.legacy': `${url}/acme-legacy-2018` }],
    // Its id is one that AWS made: it says nothing of the name.
    ['key', { 'aws_kms_key.legacy': '0a1b2c3d-1111-2222-3333-444444444444' }],
  ])('may be that of the name, or one that says nothing of it: of a %s %j', async (kind, adopt) => {
    expect(await found(kind, inputs[kind], adopt)).toEqual([]);
  });
});

describe('what to do about an id of something else', () => {
  async function fixesFor(adopt: Adopt, patches: JsonObject = {}): Promise<(string | undefined)[]> {
    const network = { main: { cidr: '10.0.0.0/16', zones, flowLogs: { enabled: false } } };
    const hr = { name: 'hr-2018', database: 'hr', adopt, patches };
    const artifacts = terraformOf([await built({ network, postgres: { hr } })]);
    const workspaces = new Set(artifacts.map(({ path }) => path.split('/')[1] ?? ''));
    return checkAdopted(new TerraformGraph(artifacts), workspaces).map(({ fix }) => fix);
  }

  it.each([
    ['aws_db_subnet_group.hr', 'default-vpc-0abc'],
    ['aws_db_parameter_group.hr', 'hr-parameters'],
    ['aws_kms_alias.hr', 'alias/hr-old'],
  ])('is a patch of its name where the name of the component is that of another: %s', async (address, id) => {
    expect(await fixesFor({ [address]: id })).toEqual([
      `state the name that it has in AWS: patches: { ${address}: { name: ${id} } }`,
    ]);
    expect(await fixesFor({ [address]: id }, { [address]: { name: id } })).toEqual([]);
  });

  it('is the name of the component, or the id, for what the component is named for', async () => {
    expect(await fixesFor({ 'aws_db_instance.hr': 'hr-2017' })).toEqual([
      'state the name that it has in AWS, or its id: adopt: { aws_db_instance.hr: hr-2018 }',
    ]);
  });

  it.each([
    ['aws_cloudwatch_log_group.hr_postgresql', '/hr/logs', '/aws/rds/instance/hr-2018/postgresql'],
    ['aws_iam_role.hr_monitoring', 'rds-monitoring-role', 'hr-2018-monitoring'],
  ])('is that of the name, or none, for what nobody may name otherwise: %s', async (address, id, described) => {
    expect(await fixesFor({ [address]: id })).toEqual([
      `adopt the one that is described: adopt: { ${address}: ${described} }; where there is none, take the line out, and it is made`,
    ]);
  });
});
