import { inEach } from './marketresearch';
import type { Row } from './row';
import { at, entries } from './values';

/** Objectives of stores that are not those of model data: the loss allowed, in minutes, and why. */
const others = {
  aws_s3_bucket: {
    access_logs: ['none', 'Logs are written once and gone after 30 days - nothing is restored from them'],
    log_chunks: ['none', 'Logs of 30 days - nothing is restored from them'],
  },
  aws_efs_file_system: {
    index_files: ['1440', 'The index is rebuilt from its sources every day and backed up as often'],
    model_files: ['none', 'Copies alone - the bucket of models keeps every version and fills them again'],
  },
} as const;

export const mr09: Row = {
  id: 'MR-09',
  title:
    'Recovery: versions of models within 4 hours and 1 hour, a backup of the index each day, objectives of every store',
  states: {
    'the objectives of model data, 4 hours to serve again and 1 hour of loss, are on everything that states no other': (
      output,
    ) => {
      inEach(output, (own, environment, workspace) => {
        for (const layer of ['foundation', 'data', 'platform']) {
          const settings = own.file(`workspaces/${workspace(layer)}/_workspace.tf.json`);
          const tags = at(settings, 'provider', 'aws', 0, 'default_tags', 0, 'tags');
          expect([at(tags, 'recovery-time-objective'), at(tags, 'recovery-point-objective')]).toEqual(['240', '60']);
        }
        const models = own.resource(workspace('data'), 'aws_s3_bucket', 'models');
        expect([models['bucket'], models['tags']]).toEqual([`marketresearch-${environment}-models`, undefined]);
      });
    },
    'the bucket of models keeps what is overwritten or deleted, and is never destroyed': (output) => {
      inEach(output, (own, _, workspace) => {
        const versioning = own.resource(workspace('data'), 'aws_s3_bucket_versioning', 'models');
        expect([at(versioning, 'bucket'), at(versioning, 'versioning_configuration', 'status')]).toEqual([
          '${aws_s3_bucket.models.id}',
          'Enabled',
        ]);
        const bucket = own.resource(workspace('data'), 'aws_s3_bucket', 'models');
        expect(at(bucket, 'lifecycle', 'prevent_destroy')).toBe(true);
      });
    },
    'the file system of the index is backed up daily at 04:00 by AWS Backup, kept for 35 days, encrypted': (output) => {
      inEach(output, (own, _, workspace) => {
        const rule = at(own.resource(workspace('data'), 'aws_backup_plan', 'daily'), 'rule', 0);
        expect([
          at(rule, 'schedule'),
          at(rule, 'schedule_expression_timezone'),
          at(rule, 'lifecycle', 'delete_after'),
          at(rule, 'target_vault_name'),
        ]).toEqual(['cron(0 4 * * ? *)', 'Etc/UTC', 35, '${aws_backup_vault.daily.name}']);
        const selection = own.resource(workspace('data'), 'aws_backup_selection', 'daily');
        expect([selection['resources'], selection['plan_id']]).toEqual([
          ['${aws_efs_file_system.index_files.arn}'],
          '${aws_backup_plan.daily.id}',
        ]);
        expect(own.resource(workspace('data'), 'aws_backup_vault', 'daily')['kms_key_arn']).toBe(
          '${data.terraform_remote_state.foundation.outputs.daily_key_arn}',
        );
      });
    },
    'it may back up and restore': (output) => {
      inEach(output, (own, _, workspace) => {
        const attached = own.resources(workspace('data'), 'aws_iam_role_policy_attachment');
        for (const [id, policy] of [
          ['daily_backup', 'AWSBackupServiceRolePolicyForBackup'],
          ['daily_restore', 'AWSBackupServiceRolePolicyForRestores'],
        ] as const)
          expect([attached[id]?.['role'], attached[id]?.['policy_arn']]).toEqual([
            '${aws_iam_role.daily.name}',
            `arn:aws:iam::aws:policy/service-role/${policy}`,
          ]);
        const selection = own.resource(workspace('data'), 'aws_backup_selection', 'daily');
        expect(selection['iam_role_arn']).toBe('${aws_iam_role.daily.arn}');
      });
    },
    'every other store says how much of it may be lost, and why': (output) => {
      inEach(output, (own, _, workspace) => {
        for (const [type, stores] of Object.entries(others)) {
          const found = own.resources(workspace('data'), type);
          const beside = Object.keys(found).filter((id) => id !== 'models');
          expect(beside.sort()).toEqual(Object.keys(stores).sort());
          for (const [id, [point, reason]] of Object.entries(stores as Record<string, readonly [string, string]>)) {
            const tags = at(found[id], 'tags');
            expect([at(tags, 'recovery-point-objective'), at(tags, 'recovery-exception')]).toEqual([point, reason]);
          }
        }
      });
    },
    'nothing else of the environments holds data: no database, no table, no cache': (output) => {
      inEach(output, (own, _, workspace) => {
        const types = own.paths(new RegExp(`^workspaces/${workspace('data')}/`)).flatMap((path) =>
          entries(
            at(
              own.seek(() => own.file(path)),
              'resource',
            ),
          ).map(([type]) => type),
        );
        const holding = types.filter((type) => /^aws_(rds|db|dynamodb|elasticache|docdb|msk|opensearch)/.test(type));
        expect([types.length > 10, holding]).toEqual([true, []]);
      });
    },
  },
};
