import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { allMade, fromLayer, made, workspaceOf, zones } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

const elsewhere = 'aws.recovery';

export const ps15: Row = {
  id: 'PS-15',
  title: 'Each recovery objective is met by a resource that bears it: instance, zone, region, data',
  states: {
    'an instance fails, 2 minutes and nothing lost: it gets no requests after 60 seconds, and the group replaces it': (
      output,
    ) => {
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(objectives(output, list(group['tag']))).toEqual(['2', '0']);
      expect(pick(group, ['health_check_type', 'desired_capacity'])).toEqual({
        health_check_type: 'ELB',
        desired_capacity: 2,
      });
      const { health_check: check } = made(output, 'platform', 'aws_lb_target_group.gpu_api_entrance_main');
      expect(pick(check, ['interval', 'unhealthy_threshold'])).toEqual({ interval: 30, unhealthy_threshold: 2 });
    },
    'a zone fails, 5 minutes and nothing lost: load balancer, instances and a way out are in both': (output) => {
      const alb = made(output, 'platform', 'aws_lb.alb');
      expect(tagged(alb)).toEqual(['5', '0', undefined]);
      expect(alb['subnets']).toEqual(
        [0, 1].map((index) => fromLayer('foundation', `main_public_subnet_ids[${index}]`)),
      );
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(group['vpc_zone_identifier']).toEqual(
        [0, 1].map((index) => fromLayer('foundation', `main_private_subnet_ids[${index}]`)),
      );
      for (const zone of zones)
        expect(made(output, 'foundation', `aws_route.main_private_${zone}`)['nat_gateway_id']).toBe(
          `\${aws_nat_gateway.main_nat_${zone}.id}`,
        );
    },
    'the database fails over to a reader in the other zone, which shares its storage': (output) => {
      const instances = allMade(output, 'data', 'aws_rds_cluster_instance');
      const places = ['database_writer', 'database_reader'].map((id) => [
        instances[id]?.['availability_zone'],
        instances[id]?.['cluster_identifier'],
      ]);
      expect(places).toEqual(['us-east-1a', 'us-east-1b'].map((zone) => [zone, '${aws_rds_cluster.database.id}']));
    },
    'data is spoilt, 1 hour and 5 minutes lost: any second of seven days can be restored, and buckets keep versions': (
      output,
    ) => {
      for (const layer of ['foundation', 'data', 'platform'] as const) {
        const file = output.file(`workspaces/${workspaceOf(layer)}/_workspace.tf.json`);
        expect(tagged(at(file, 'provider', 'aws', 0, 'default_tags', 0))).toEqual(['60', '5', undefined]);
      }
      expect(made(output, 'data', 'aws_rds_cluster.database')['backup_retention_period']).toBe(7);
      for (const bucket of ['uploads', 'models']) {
        const versioning = made(output, 'data', `aws_s3_bucket_versioning.${bucket}`);
        expect(versioning['versioning_configuration']).toEqual({ status: 'Enabled' });
      }
    },
    'the region fails, 4 hours and 1 hour lost: the database has a copy in us-west-2, as a global database': (
      output,
    ) => {
      const copy = made(output, 'data', 'aws_rds_cluster.database_copy_recovery');
      expect(tagged(copy)).toEqual(['240', '60', failure]);
      expect(pick(copy, ['provider', 'source_region', 'global_cluster_identifier', 'storage_encrypted'])).toEqual({
        provider: elsewhere,
        source_region: 'us-east-1',
        global_cluster_identifier: '${aws_rds_global_cluster.database.id}',
        storage_encrypted: true,
      });
      const original = made(output, 'data', 'aws_rds_cluster.database');
      expect(original['global_cluster_identifier']).toBe('${aws_rds_global_cluster.database.id}');
      expect(regionOf(output, elsewhere)).toBe('us-west-2');
    },
    'uploads and models are copied there within 15 minutes': (output) => {
      for (const name of ['uploads', 'models']) {
        const rule = at(made(output, 'data', `aws_s3_bucket_replication_configuration.${name}`), 'rule', 0);
        expect([at(rule, 'status'), at(rule, 'filter')]).toEqual(['Enabled', {}]);
        expect(pick(at(rule, 'destination'), ['bucket', 'replication_time'])).toEqual({
          bucket: `arn:aws:s3:::\${aws_s3_bucket_versioning.${name}_copy.bucket}`,
          replication_time: { status: 'Enabled', time: { minutes: 15 } },
        });
        const copy = made(output, 'data', `aws_s3_bucket.${name}_copy`);
        expect([copy['provider'], ...tagged(copy)]).toEqual([elsewhere, '240', '60', failure]);
        const versioning = made(output, 'data', `aws_s3_bucket_versioning.${name}_copy`);
        expect(versioning['versioning_configuration']).toEqual({ status: 'Enabled' });
      }
    },
    'images are copied there, with tags that never move': (output) => {
      const { replication_configuration: replication } = made(
        output,
        'foundation',
        'aws_ecr_replication_configuration.registry',
      );
      expect(at(replication, 'rule')).toEqual([
        {
          destination: [{ region: 'us-west-2', registry_id: '222233334444' }],
          repository_filter: [{ filter: 'profit-sentinel-gpu', filter_type: 'PREFIX_MATCH' }],
        },
      ]);
      const [template] = Object.values(allMade(output, 'foundation', 'aws_ecr_repository_creation_template'));
      expect(pick(template, ['provider', 'prefix', 'applied_for', 'image_tag_mutability'])).toEqual({
        provider: elsewhere,
        prefix: 'ROOT',
        applied_for: ['REPLICATION'],
        image_tag_mutability: 'IMMUTABLE',
      });
    },
    'secrets are copied there, each under a key of that region': (output) => {
      const copies = {
        app_secrets_api_key: 'app_secrets_replica_key_arn_recovery',
        app_secrets_db_credentials: 'app_secrets_replica_key_arn_recovery',
        app_secrets_supabase_service_key: 'app_secrets_replica_key_arn_recovery',
        database_master: 'database_copy_key_arn_recovery',
      };
      const secrets = allMade(output, 'data', 'aws_secretsmanager_secret');
      expect(Object.keys(secrets).sort()).toEqual(Object.keys(copies));
      for (const [id, key] of Object.entries(copies))
        expect(secrets[id]?.['replica']).toEqual([{ region: 'us-west-2', kms_key_id: fromLayer('foundation', key) }]);
      for (const key of ['app_secrets_replica_recovery', 'database_copy_recovery'])
        expect(made(output, 'foundation', `aws_kms_key.${key}`)['provider']).toBe(elsewhere);
    },
  },
};

const failure = 'Region failure - the copy serves within four hours and lacks an hour at most';

/** Time and point objective of a resource in minutes, and why they are others than those of its environment. */
function tagged(resource: Json | undefined): (Json | undefined)[] {
  return ['recovery-time-objective', 'recovery-point-objective', 'recovery-exception'].map((tag) =>
    at(resource, 'tags', tag),
  );
}

/** The same, of a list of tags. */
function objectives(output: OutputTree, tags: readonly Json[]): (Json | undefined)[] {
  return ['recovery-time-objective', 'recovery-point-objective'].map((name) => {
    const tag = output.seek(() => tags.find((each) => at(each, 'key') === name)) as JsonObject | undefined;
    return at(tag, 'value');
  });
}

/** Region of the provider with an alias, in the workspace of the data. */
function regionOf(output: OutputTree, provider: string): Json | undefined {
  const file = output.file(`workspaces/${workspaceOf('data')}/_workspace.tf.json`);
  const providers = list(at(file, 'provider', 'aws'));
  return at(
    output.seek(() => providers.find((each) => at(each, 'alias') === provider.replace('aws.', ''))),
    'region',
  );
}
