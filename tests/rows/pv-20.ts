import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at } from './values';

/** Minutes of RTO and RPO. What dev and prod share has those of prod. */
const objectives = { dev: ['240', '1440'], prod: ['60', '60'], shared: ['60', '60'] } as const;

export const pv20: Row = {
  id: 'PV-20',
  title: 'Recovery objectives of dev (4 h / 24 h) and prod (1 h / 1 h), bound to resources',
  states: {
    'every resource carries the objectives of its environment, in minutes': (output) => {
      for (const [environment, [time, point]] of Object.entries(objectives))
        for (const layer of ['foundation', 'data', 'platform'])
          expect(defaults(output, `pingvas-${environment}-${layer}`)).toEqual([time, point]);
    },
    'the database can be set back to any second of the last 7 days, so that it loses no hour, and the reader in the other zone takes over':
      (output) => {
        const aurora = output.resource('pingvas-shared-data', 'aws_rds_cluster', 'aurora');
        expect([aurora['engine'], aurora['backup_retention_period'], aurora['delete_automated_backups']]).toEqual([
          'aurora-postgresql',
          7,
          false,
        ]);
        expect(Object.keys(aurora)).not.toContain('tags');
        const instances = Object.values(output.resources('pingvas-shared-data', 'aws_rds_cluster_instance'));
        expect(instances.map((each) => [each['availability_zone'], each['promotion_tier']])).toEqual([
          ['us-east-1b', 1],
          ['us-east-1a', 0],
        ]);
      },
    'images that were overwritten or deleted can be brought back': (output) => {
      for (const environment of ['dev', 'prod']) {
        const versioning = output.resource(`pingvas-${environment}-data`, 'aws_s3_bucket_versioning', 'images');
        expect(at(versioning, 'versioning_configuration', 'status')).toBe('Enabled');
      }
    },
    'Redis of prod has daily snapshots for 7 days, which cannot meet one hour: it states a day, and why': (output) => {
      const redis = output.resource('pingvas-prod-data', 'aws_elasticache_replication_group', 'redis');
      expect([redis['snapshot_retention_limit'], redis['snapshot_window']]).toEqual([7, '03:00-04:00']);
      expect([redis['automatic_failover_enabled'], redis['multi_az_enabled'], redis['num_cache_clusters']]).toEqual([
        true,
        true,
        3,
      ]);
      expect(redis['tags']).toEqual({
        'recovery-point-objective': '1440',
        'recovery-exception':
          'ElastiCache takes one snapshot a day - two replicas in other zones cover the loss of a node',
      });
    },
    'Redis of dev has no backups, and says that its loss is accepted': (output) => {
      const redis = output.resource('pingvas-dev-data', 'aws_elasticache_replication_group', 'redis');
      expect(redis['snapshot_retention_limit']).toBe(0);
      expect(redis['tags']).toEqual({
        'recovery-point-objective': 'none',
        'recovery-exception': 'Queue and cache of dev without backups - their loss is accepted',
      });
    },
    'model files are backed up weekly for 30 days, which cannot meet one hour: they state a week, and why': (
      output,
    ) => {
      const files = output.resource('pingvas-shared-data', 'aws_efs_file_system', 'model_files');
      expect(files['tags']).toEqual({
        Name: 'pingvas-shared-model-files',
        'recovery-point-objective': '10080',
        'recovery-exception': 'Model files change by release only and are kept in the bucket of models too',
      });
      const plan = at(output.resource('pingvas-shared-data', 'aws_backup_plan', 'weekly'), 'rule', 0) as JsonObject;
      expect([plan['schedule'], at(plan, 'lifecycle', 'delete_after')]).toEqual(['cron(0 5 ? * SUN *)', 30]);
      const selection = output.resource('pingvas-shared-data', 'aws_backup_selection', 'weekly');
      expect(selection['resources']).toEqual(['${aws_efs_file_system.model_files.arn}']);
      expect(selection['plan_id']).toBe('${aws_backup_plan.weekly.id}');
    },
    'the bucket of logs keeps no versions, and says that nothing is restored from it': (output) => {
      const versioning = output.resource('pingvas-shared-data', 'aws_s3_bucket_versioning', 'logs');
      expect(at(versioning, 'versioning_configuration', 'status')).toBe('Suspended');
      expect(output.resource('pingvas-shared-data', 'aws_s3_bucket', 'logs')['tags']).toEqual({
        'recovery-point-objective': 'none',
        'recovery-exception': 'Logs are written once and gone after 30 days - nothing is restored from them',
      });
    },
    'both planes are rebuilt from one Git repository': (output) => {
      const sources = Object.values(output.resources('pingvas-bootstrap', 'tfe_workspace')).map((workspace) =>
        at(workspace, 'vcs_repo', 'identifier'),
      );
      expect(sources).toEqual(Array.from({ length: 9 }, () => 'Pinksea-AI/InvokeAI'));
      const root = output.manifest('Application', 'root', 'argocd');
      expect(at(root, 'spec', 'source', 'repoURL')).toBe('https://github.com/Pinksea-AI/InvokeAI');
    },
  },
};

/** Objectives among the default tags of a workspace. */
function defaults(output: OutputTree, workspace: string): unknown[] {
  const file = output.file(`workspaces/${workspace}/_workspace.tf.json`);
  const tags = at(file, 'provider', 'aws', 0, 'default_tags', 0, 'tags');
  return [at(tags, 'recovery-time-objective'), at(tags, 'recovery-point-objective')];
}
