import { TerraformGraph } from '../../schemas/graph/terraform';
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
