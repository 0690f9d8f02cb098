import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { workspaceOf } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

const bootstrap = 'profit-sentinel-bootstrap';
const bucket = 'profitsentinel-terraform-state';
const table = 'profitsentinel-terraform-locks';
const layers = ['foundation', 'data', 'platform'] as const;
const workflow = '.github/workflows/profit-sentinel-terraform.yml';

export const ps13: Row = {
  id: 'PS-13',
  title: 'States in S3, locked by file and by table, made by a bootstrap with a local state, applied from CI',
  states: {
    'every workspace keeps its state in the bucket of the document, encrypted, under its own name': (output) => {
      for (const layer of layers)
        expect(pick(backend(output, layer), ['bucket', 'key', 'region', 'encrypt'])).toEqual({
          bucket,
          key: `${workspaceOf(layer)}/terraform.tfstate`,
          region: 'us-east-1',
          encrypt: true,
        });
    },
    'a run locks by the lock file, and by the table of the document for older versions': (output) => {
      for (const layer of layers)
        expect(pick(backend(output, layer), ['use_lockfile', 'dynamodb_table'])).toEqual({
          use_lockfile: true,
          dynamodb_table: table,
        });
    },
    'Terraform is new enough for the lock file': (output) => {
      for (const layer of layers)
        expect(at(terraform(output, workspaceOf(layer)), 'required_version')).toBe('>= 1.11.0');
    },
    'the bucket keeps versions, is encrypted and closed to the public, and is never destroyed': (output) => {
      const own = (type: string): JsonObject => output.resource(bootstrap, type, 'state');
      expect(pick(own('aws_s3_bucket'), ['bucket', 'lifecycle'])).toEqual({
        bucket,
        lifecycle: { prevent_destroy: true },
      });
      expect(own('aws_s3_bucket_versioning')['versioning_configuration']).toEqual({ status: 'Enabled' });
      const rule = at(own('aws_s3_bucket_server_side_encryption_configuration'), 'rule', 0);
      expect(at(rule, 'apply_server_side_encryption_by_default', 'sse_algorithm')).toBe('AES256');
      expect(own('aws_s3_bucket_public_access_block')).toEqual({
        bucket: '${aws_s3_bucket.state.id}',
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
    },
    'the table has the key LockID and is paid by request': (output) => {
      const locks = output.resource(bootstrap, 'aws_dynamodb_table', 'state_locks');
      expect(pick(locks, ['name', 'hash_key', 'attribute', 'billing_mode'])).toEqual({
        name: table,
        hash_key: 'LockID',
        attribute: [{ name: 'LockID', type: 'S' }],
        billing_mode: 'PAY_PER_REQUEST',
      });
    },
    'the workspace that makes both has a local state': (output) => {
      expect(at(terraform(output, bootstrap), 'backend')).toEqual({ local: { path: 'terraform.tfstate' } });
    },
    'a merge is applied in the order of layers, by a role that trusts jobs of this environment alone': (output) => {
      const after = { foundation: [], data: ['foundation'], platform: ['data', 'foundation'] } as const;
      for (const layer of layers) {
        const job = at(output.file(workflow), 'jobs', `apply-${workspaceOf(layer)}`);
        expect(list(at(job, 'needs'))).toEqual([
          'changes',
          ...after[layer].map((each) => `apply-${workspaceOf(each)}`),
        ]);
        expect(at(job, 'environment')).toBe('profit-sentinel-gpu-prod');
        const role = output.seek(() => list(at(job, 'steps')).find((step) => at(step, 'with', 'role-to-assume')));
        expect(at(role, 'with', 'role-to-assume')).toBe(
          'arn:aws:iam::222233334444:role/bootstrap/profit-sentinel-gpu-prod-terraform-apply',
        );
      }
      const { gpu_prod_access_terraform_apply: trust } = output.blocks(bootstrap, 'data', 'aws_iam_policy_document');
      const conditions = list(at(trust, 'statement', 0, 'condition'));
      expect(conditions[1]).toEqual({
        test: 'StringEquals',
        variable: 'token.actions.githubusercontent.com:sub',
        values: ['repo:profit-sentinel/profit-sentinel:environment:profit-sentinel-gpu-prod'],
      });
    },
  },
};

function terraform(output: OutputTree, workspace: string): JsonObject {
  return output.file(`workspaces/${workspace}/_workspace.tf.json`)['terraform'] as JsonObject;
}

function backend(output: OutputTree, layer: (typeof layers)[number]) {
  return at(terraform(output, workspaceOf(layer)), 'backend', 's3');
}
