import type { JsonObject } from '../../schemas/primitives/artifact';
import { terraform, type Files, type RuleCase } from './output';

const foundation = 'acme-prod-foundation';
const platform = 'acme-prod-platform';
const file = `workspaces/${platform}/user.tf.json#/resource`;

/** Two groups in foundation, with the outputs that platform reads them by. */
const groups: Files = {
  [`workspaces/${foundation}/groups.tf.json`]: {
    resource: { aws_security_group: { api: { name: 'api' }, db: { name: 'db' } } },
    output: {
      api_id: { value: '${aws_security_group.api.id}' },
      db_id: { value: '${aws_security_group.db.id}' },
    },
  },
  [`workspaces/${platform}/_workspace.tf.json`]: {
    data: {
      terraform_remote_state: { foundation: { backend: 'remote', config: { workspaces: { name: foundation } } } },
    },
    provider: { aws: [{ region: 'us-east-1', allowed_account_ids: ['111122223333'] }] },
  },
};
const state = (output: string): string => `\${data.terraform_remote_state.foundation.outputs.${output}}`;
const ingress = (group: string, peer: string, port: number): JsonObject => ({
  security_group_id: group,
  referenced_security_group_id: peer,
  ip_protocol: 'tcp',
  from_port: port,
  to_port: port,
});
const ingressRules = (rules: JsonObject, workspace = platform): Files =>
  terraform({ aws_vpc_security_group_ingress_rule: rules }, workspace);
const listenerRules = (rules: JsonObject): Files => terraform({ aws_lb_listener_rule: rules });
const subnets = (zones: Readonly<Record<string, string>>): JsonObject => ({
  aws_subnet: Object.fromEntries(Object.entries(zones).map(([id, zone]) => [id, { availability_zone: zone }])),
});
const inA = '${aws_subnet.a.id}';
const inB = '${aws_subnet.b.id}';
const database = (zone: string): Files =>
  terraform({
    ...subnets({ a: 'us-east-1a', b: 'us-east-1b' }),
    aws_db_subnet_group: { db: { name: 'db', subnet_ids: [inA, inB] } },
    aws_rds_cluster_instance: {
      db: { availability_zone: zone, db_subnet_group_name: '${aws_db_subnet_group.db.name}' },
    },
    aws_lb: { public: { subnets: [inA, inB] } },
  });

/** What workspaces name. */
export const terraformCases = {
  'duplicate-security-group-rule': [
    {
      situation: 'one path, opened in two workspaces',
      files: {
        ...groups,
        ...ingressRules(
          { a: ingress('${aws_security_group.db.id}', '${aws_security_group.api.id}', 5432) },
          foundation,
        ),
        ...ingressRules({ b: ingress(state('db_id'), state('api_id'), 5432) }),
      },
      fires: [`${file}/aws_vpc_security_group_ingress_rule/b/security_group_id`],
    },
    {
      situation: 'another port, and the way back',
      files: {
        ...groups,
        ...ingressRules({
          a: ingress(state('db_id'), state('api_id'), 5432),
          b: ingress(state('db_id'), state('api_id'), 5433),
          c: ingress(state('api_id'), state('db_id'), 5432),
        }),
      },
      fires: [],
    },
  ],
  'listener-priority-collision': [
    {
      situation: 'two rules of one number on one listener',
      files: listenerRules({
        a: { listener_arn: '${aws_lb_listener.x.arn}', priority: 100 },
        b: { listener_arn: '${aws_lb_listener.x.arn}', priority: 100 },
      }),
      fires: [`${file}/aws_lb_listener_rule/b/priority`],
    },
    {
      situation: 'one number on two listeners, two numbers on one',
      files: listenerRules({
        a: { listener_arn: '${aws_lb_listener.x.arn}', priority: 100 },
        b: { listener_arn: '${aws_lb_listener.y.arn}', priority: 100 },
        c: { listener_arn: '${aws_lb_listener.x.arn}', priority: 101 },
      }),
      fires: [],
    },
  ],
  'duplicate-aws-name': [
    {
      situation: 'two target groups of one name in one region',
      files: {
        ...terraform({ aws_lb_target_group: { a: { name: 'user' } } }, foundation),
        ...terraform({ aws_lb_target_group: { b: { name: 'user' } } }),
      },
      fires: [`${file}/aws_lb_target_group/b/name`],
    },
    {
      situation: 'two components that copy the images of one registry',
      files: {
        ...groups,
        ...terraform({
          aws_ecr_replication_configuration: { a: {}, b: {}, c: { region: 'us-west-2' } },
        }),
      },
      fires: [`${file}/aws_ecr_replication_configuration/b`],
    },
    {
      situation: 'two public zones of one domain',
      files: {
        ...terraform({ aws_route53_zone: { a: { name: 'example.com' } } }, foundation),
        ...terraform({ aws_route53_zone: { b: { name: 'example.com' } } }),
      },
      fires: [`${file}/aws_route53_zone/b/name`],
    },
    {
      situation: 'a public zone and private ones of two networks',
      files: terraform({
        aws_route53_zone: {
          a: { name: 'example.com' },
          b: { name: 'example.com', vpc: [{ vpc_id: '${aws_vpc.a.id}' }] },
          c: { name: 'example.com', vpc: [{ vpc_id: '${aws_vpc.b.id}' }] },
        },
      }),
      fires: [],
    },
    {
      situation: 'one name of two types, in two regions, and in two networks',
      files: {
        ...groups,
        ...terraform({
          aws_lb_target_group: { a: { name: 'user' }, b: { name: 'user', region: 'us-west-2' } },
          aws_lb: { a: { name: 'user' } },
          aws_security_group: {
            a: { name: 'user', vpc_id: '${aws_vpc.a.id}' },
            b: { name: 'user', vpc_id: '${aws_vpc.b.id}' },
          },
        }),
      },
      fires: [],
    },
  ],
  'zone-mismatch': [
    {
      situation: 'a database instance where it has no subnet',
      files: database('us-east-1d'),
      fires: [`${file}/aws_rds_cluster_instance/db/availability_zone`],
    },
    {
      situation: 'a load balancer with two subnets of one zone, and a subnet of another region',
      files: {
        ...groups,
        ...terraform({
          ...subnets({ a: 'us-east-1a', b: 'us-east-1a', c: 'us-west-2a' }),
          aws_lb: { public: { subnets: [inA, inB] } },
        }),
      },
      fires: [`${file}/aws_lb/public/subnets/1`, `${file}/aws_subnet/c/availability_zone`],
    },
    {
      situation: 'a zone that its region has not, beside one at its edge',
      files: { ...groups, ...terraform(subnets({ a: 'us-east-1g', b: 'us-east-1-bos-1a' })) },
      fires: [`${file}/aws_subnet/a/availability_zone`],
    },
    { situation: 'zones and subnets agree', files: { ...groups, ...database('us-east-1b') }, fires: [] },
  ],
  'missing-aws-name': [
    {
      situation: 'an add-on of a cluster that no workspace makes',
      files: {
        ...terraform({ aws_eks_cluster: { eks: { name: 'acme-prod' } } }, foundation),
        ...terraform({ aws_eks_addon: { dns: { cluster_name: 'acme-prd', addon_name: 'coredns' } } }),
      },
      fires: [`${file}/aws_eks_addon/dns/cluster_name`],
    },
    {
      situation: 'the cluster of the output, by literal and by reference',
      files: {
        ...terraform(
          {
            aws_eks_cluster: { eks: { name: 'acme-prod' } },
            aws_eks_node_group: { a: { cluster_name: '${aws_eks_cluster.eks.name}' } },
          },
          foundation,
        ),
        ...terraform({ aws_eks_addon: { dns: { cluster_name: 'acme-prod' } } }),
      },
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
