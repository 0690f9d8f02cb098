import type { Json } from '../../schemas/primitives/artifact';
import type { Found, OutputTree } from './output-tree';
import type { Row } from './row';
import { allOf, beside, environmentOf, statementsOf, told } from './stores';
import { systems } from './systems';
import { at, list, pick, sorted, text } from './values';

/** Parameter group of a database: the field that names it, and its type. */
const parameters = {
  aws_rds_cluster: ['db_cluster_parameter_group_name', 'aws_rds_cluster_parameter_group'],
  aws_db_instance: ['parameter_group_name', 'aws_db_parameter_group'],
} as const;
/** Stores that AWS serves over the network by policy: the type of the policy, and its field that names the store. */
const guarded = {
  aws_s3_bucket: ['aws_s3_bucket_policy', 'bucket'],
  aws_efs_file_system: ['aws_efs_file_system_policy', 'file_system_id'],
  aws_sns_topic: ['aws_sns_topic_policy', 'arn'],
  aws_sqs_queue: ['aws_sqs_queue_policy', 'queue_url'],
} as const;
const withoutTls = {
  effect: 'Deny',
  condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
  principals: [{ identifiers: ['*'] }],
};
const redirect = [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' } }];
const closed = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

/** What travels is encrypted, in every system. */
export const inTransit: Row['states'] = {
  'databases refuse connections without TLS': (output) => {
    for (const [type, [field, groupType]] of Object.entries(parameters))
      for (const database of allOf(output, type)) {
        const name = new RegExp(`^\\$\\{${groupType}\\.(\\w+)\\.name\\}$`).exec(text(database.block[field]))?.[1];
        const stated = list(beside(output, database, `${groupType}.${name}`).block['parameter']);
        const forced = output.seek(() => stated.find((each) => at(each, 'name') === 'rds.force_ssl'));
        expect(told(database, at(forced, 'value'))).toEqual(told(database, '1'));
      }
  },
  'caches speak TLS alone': (output) => {
    for (const cache of allOf(output, 'aws_elasticache_replication_group'))
      expect(told(cache, cache.block['transit_encryption_enabled'], cache.block['transit_encryption_mode'])).toEqual(
        told(cache, true, 'required'),
      );
  },
  'every bucket, file system, topic and queue has a policy that refuses what comes without TLS': (output) => {
    for (const [type, [policyType, field]] of Object.entries(guarded)) {
      const policies = allOf(output, policyType);
      expect(sorted(policies.map((policy) => [environmentOf(policy), targetOf(text(policy.block[field]))]))).toEqual(
        sorted(allOf(output, type).map((store) => [environmentOf(store), store.id])),
      );
      for (const policy of policies) {
        const statements = list(statementsOf(output, policy, 'policy'));
        const refusal = output.seek(() => statements.find((each) => at(each, 'sid') === 'TlsOnly'));
        expect(refusal).toMatchObject(withoutTls);
      }
    }
  },
  'load balancers speak TLS 1.2 or newer, those of Pingvas 1.3, and send what comes without TLS to where it is spoken':
    (output) => {
      for (const { name, tls } of systems.filter(({ compute }) => compute !== 'ingress')) {
        const own = output.of(name);
        for (const { block } of allOf(own, 'aws_lb')) expect(block['load_balancer_type']).toBe('application');
        const listeners = allOf(own, 'aws_lb_listener');
        const plain = listeners.filter(({ id }) => id.endsWith('_http'));
        expect(plain).toHaveLength(listeners.length / 2);
        for (const each of plain)
          expect(told(each, each.block['port'], each.block['default_action'])).toEqual(told(each, 80, redirect));
        for (const each of listeners.filter((one) => !plain.includes(one)))
          expect(told(each, ...Object.values(pick(each.block, ['port', 'protocol', 'ssl_policy'])))).toEqual(
            told(each, 443, 'HTTPS', tls),
          );
      }
    },
  'so do those that an Ingress asks for': (output) => {
    for (const { name, tls } of systems.filter(({ compute }) => compute === 'ingress')) {
      const ingresses = output.of(name).manifests('Ingress');
      expect(ingresses).toHaveLength(2);
      for (const ingress of ingresses) {
        const said = (key: string) => at(ingress, 'metadata', 'annotations', `alb.ingress.kubernetes.io/${key}`);
        expect([said('listen-ports'), said('ssl-redirect'), said('ssl-policy')]).toEqual([
          '[{"HTTP":80},{"HTTPS":443}]',
          '443',
          tls,
        ]);
      }
    }
  },
  'the CDN speaks TLS alone, to users and to what it serves': (output) => {
    for (const cdn of allOf(output, 'aws_cloudfront_distribution')) {
      const ways = [at(cdn.block, 'default_cache_behavior'), ...list(cdn.block['ordered_cache_behavior'])];
      expect(told(cdn, ...ways.map((way) => at(way as Json, 'viewer_protocol_policy')))).toEqual(
        told(cdn, ...ways.map(() => 'redirect-to-https')),
      );
      expect(at(cdn.block, 'viewer_certificate', 'minimum_protocol_version')).toMatch(/^TLSv1\.(2_2021|3_2025)$/);
    }
  },
};

/** Nothing that holds data is public, in any system. */
export const nothingPublic: Row['states'] = {
  'no database has a public address': (output) => {
    for (const instance of allOf(output, 'aws_db_instance', 'aws_rds_cluster_instance'))
      expect(told(instance, instance.block['publicly_accessible'])).toEqual(told(instance, false));
  },
  'databases, caches and file systems stand in all private subnets of their network, which nothing outside reaches': (
    output,
  ) => {
    for (const group of allOf(output, 'aws_db_subnet_group', 'aws_elasticache_subnet_group'))
      expect(told(group, subnetsOf(output, group, list(group.block['subnet_ids'])))).toEqual(told(group, 'all'));
    for (const files of allOf(output, 'aws_efs_file_system')) {
      const mounts = Object.values(output.resources(files.workspace, 'aws_efs_mount_target'));
      const own = mounts.filter(({ file_system_id: id }) => id === `\${aws_efs_file_system.${files.id}.id}`);
      const subnets = own.map(({ subnet_id: subnet }) => subnet as Json);
      expect(told(files, subnetsOf(output, files, subnets))).toEqual(told(files, 'all'));
    }
  },
  'every bucket is closed to the public, and what is in it is its account’s': (output) => {
    for (const bucket of allOf(output, 'aws_s3_bucket')) {
      const reference = `\${aws_s3_bucket.${bucket.id}.id}`;
      const block = beside(output, bucket, `aws_s3_bucket_public_access_block.${bucket.id}`);
      expect(told(bucket, pick(block.block, ['bucket', ...Object.keys(closed)]))).toEqual(
        told(bucket, { bucket: reference, ...closed }),
      );
      const owner = beside(output, bucket, `aws_s3_bucket_ownership_controls.${bucket.id}`);
      expect(told(bucket, owner.block['bucket'], at(owner.block, 'rule', 'object_ownership'))).toEqual(
        told(bucket, reference, 'BucketOwnerEnforced'),
      );
    }
  },
  'the whole world comes in at ports 80 and 443 of load balancers, and nowhere else': (output) => {
    const open = allOf(output, 'aws_vpc_security_group_ingress_rule').filter((rule) =>
      output.seek(() => rule.block['cidr_ipv4'] === '0.0.0.0/0' || rule.block['cidr_ipv6'] === '::/0'),
    );
    expect(open.map((rule) => told(rule, ...Object.values(pick(rule.block, ruleFields))))).toEqual(
      open.map((rule) => told(rule, ...doorOf(rule))),
    );
    expect(open).toHaveLength(14);
  },
  'no policy lets in everybody without a condition': (output) => {
    const documents = output.everywhere('aws_iam_policy_document', 'data');
    const toAll = output.seek(() => documents.filter((document) => list(document.block['statement']).some(unbound)));
    expect(toAll.map(({ workspace, id }) => [workspace, id])).toEqual([]);
  },
  'control planes of clusters are asked from inside their network alone': (output) => {
    for (const cluster of allOf(output, 'aws_eks_cluster')) {
      const { endpoint_public_access: outside, endpoint_private_access: within } = pick(cluster.block['vpc_config'], [
        'endpoint_public_access',
        'endpoint_private_access',
      ]);
      expect(told(cluster, outside, within)).toEqual(told(cluster, false, true));
    }
  },
};

const subnetOf =
  /^\$\{data\.terraform_remote_state\.(shared_)?foundation\.outputs\.(\w+_(?:private|data))_subnet_ids\[\d\]\}$/;
const ruleFields = ['security_group_id', 'cidr_ipv4', 'ip_protocol', 'from_port', 'to_port'];

/** `all` when these are the subnets of one tier, not the public one, each once; else what they are. */
function subnetsOf(output: OutputTree, store: Found, subnets: readonly Json[]): Json {
  const [, shared, tier = ''] = subnetOf.exec(text(subnets[0])) ?? [];
  const own = environmentOf(store);
  const foundation = `${shared === undefined ? own : own.replace(/-\w+$/, '-shared')}-foundation`;
  const made = Object.keys(output.resources(foundation, 'aws_subnet')).filter((id) => id.startsWith(`${tier}_`));
  const state = `data.terraform_remote_state.${shared ?? ''}foundation.outputs`;
  const expected = made.map((_, index) => `\${${state}.${tier}_subnet_ids[${index}]}`);
  return made.length > 0 && JSON.stringify(expected) === JSON.stringify(subnets) ? 'all' : [...subnets];
}

/** What a rule that lets in the world has to be: one of the two doors of a load balancer. */
function doorOf({ id }: Found): unknown[] {
  const [, group, scheme] = /^(alb|edge_ingress)_(https?)$/.exec(id) ?? [];
  const port = scheme === 'http' ? 80 : 443;
  return [`\${aws_security_group.${group}.id}`, '0.0.0.0/0', 'tcp', port, port];
}

/** Id of the store that a reference leads to. */
function targetOf(reference: string): string | undefined {
  return /^\$\{(?:data\.terraform_remote_state\.data\.outputs\.(\w+)_id|\w+\.(\w+)\.(?:id|arn|url))\}$/
    .exec(reference)
    ?.slice(1)
    .find(Boolean);
}

/** A statement that allows something to whoever asks. */
function unbound(statement: Json): boolean {
  const everybody = list(at(statement, 'principals')).some((each) => list(at(each, 'identifiers')).includes('*'));
  return at(statement, 'effect') !== 'Deny' && everybody && list(at(statement, 'condition')).length < 1;
}
