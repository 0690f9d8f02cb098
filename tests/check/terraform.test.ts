import type { Json } from '../../schemas/primitives/artifact';
import { check, edit, faults, validFiles } from '../fixtures/terraform/kit';

const foundation = 'workspaces/acme-prod-foundation';
const data = 'workspaces/acme-prod-data';
const platform = 'workspaces/acme-prod-platform';
const control = 'workspaces/acme-control';
const network = `${foundation}/network.tf.json#`;
const edge = `${foundation}/edge.tf.json#`;
const database = `${data}/database.tf.json#`;
const images = `${data}/images.tf.json#`;
const cluster = `${platform}/cluster.tf.json#`;
const app = `${platform}/app.tf.json#`;
const control1 = `${control}/workspaces.tf.json#`;

/** What is changed in the realistic files, and the one finding that it yields. */
interface Fault {
  readonly situation: string;
  readonly at: string;
  readonly value: Json | undefined;
  readonly code: string;
  /** Where the finding points; the edited place where left out. */
  readonly found?: string;
}

const vpc = `${network}/resource/aws_vpc/main`;
const rules = `${edge}/resource/aws_wafv2_web_acl/site/rule`;
const lifecycle = `${images}/resource/aws_s3_bucket_lifecycle_configuration/images/rule/0`;
const eks = `${cluster}/resource/aws_eks_cluster/main`;
const subnet = `${network}/resource/aws_subnet/private_a`;

const argumentFaults: Fault[] = [
  {
    situation: 'a misspelled argument',
    at: `${vpc}/cidr_blok`,
    value: '10.0.0.0/16',
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an argument that only the provider sets',
    at: `${vpc}/arn`,
    value: 'x',
    code: 'terraform-argument-unknown',
  },
  { situation: 'an id that AWS gives', at: `${vpc}/id`, value: 'vpc-1', code: 'terraform-argument-unknown' },
  {
    situation: 'an unknown argument in a nested block',
    at: `${eks}/access_config/mode`,
    value: 'API',
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an unknown argument in an item of a list of blocks',
    at: `${lifecycle}/transition/0/day`,
    value: 90,
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an unknown statement of a WAF rule, three levels deep',
    at: `${rules}/1/statement/rate_based_statement/scope_down_statement/and_statement/statement/0/byte_matching`,
    value: {},
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an unknown meta-argument',
    at: `${vpc}/lifecycle`,
    value: { prevent: true },
    code: 'terraform-argument-unknown',
    found: `${vpc}/lifecycle/prevent`,
  },
  {
    situation: 'a missing argument',
    at: `${subnet}/vpc_id`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: subnet,
  },
  {
    situation: 'null for an argument that is required',
    at: `${subnet}/vpc_id`,
    value: null,
    code: 'terraform-argument-missing',
  },
  {
    situation: 'a missing block',
    at: `${eks}/vpc_config`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: eks,
  },
  {
    situation: 'an empty list for a block that is required',
    at: `${eks}/vpc_config`,
    value: [],
    code: 'terraform-block-count',
  },
  {
    situation: 'a missing argument in a nested block',
    at: `${images}/resource/aws_s3_bucket_versioning/images/versioning_configuration/status`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: `${images}/resource/aws_s3_bucket_versioning/images/versioning_configuration`,
  },
  {
    situation: 'a missing key in an attribute that must be complete',
    at: `${network}/resource/aws_route_table/public/route/0/ipv6_cidr_block`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: `${network}/resource/aws_route_table/public/route/0`,
  },
  {
    situation: 'a word where a boolean is expected',
    at: `${vpc}/enable_dns_support`,
    value: 'yes',
    code: 'terraform-argument-type',
  },
  {
    situation: 'a list where a boolean is expected',
    at: `${vpc}/enable_dns_support`,
    value: [true],
    code: 'terraform-argument-type',
  },
  {
    situation: 'a word where a number is expected',
    at: `${images}/resource/aws_sqs_queue/jobs/visibility_timeout_seconds`,
    value: '10m',
    code: 'terraform-argument-type',
  },
  {
    situation: 'an object where a string is expected',
    at: `${vpc}/cidr_block`,
    value: {},
    code: 'terraform-argument-type',
  },
  {
    situation: 'a string where a list is expected',
    at: `${network}/resource/aws_vpc_endpoint/s3/route_table_ids`,
    value: 'rtb-1',
    code: 'terraform-argument-type',
  },
  { situation: 'a list where a map is expected', at: `${vpc}/tags`, value: ['a'], code: 'terraform-argument-type' },
  {
    situation: 'an object as value of a map of strings',
    at: `${vpc}/tags/Name`,
    value: {},
    code: 'terraform-argument-type',
  },
  {
    situation: 'a string where a block is expected',
    at: `${eks}/access_config`,
    value: 'API',
    code: 'terraform-argument-type',
  },
  { situation: 'a string among blocks', at: `${lifecycle}`, value: 'x', code: 'terraform-argument-type' },
  {
    situation: 'two of a block that may stand once',
    at: `${eks}/access_config`,
    value: [{}, {}],
    code: 'terraform-block-count',
  },
  {
    situation: 'two filters of a lifecycle rule',
    at: `${lifecycle}/filter`,
    value: [{}, {}],
    code: 'terraform-block-count',
  },
  {
    situation: 'days that no log group can have',
    at: `${network}/resource/aws_cloudwatch_log_group/flow/retention_in_days`,
    value: 31,
    code: 'terraform-argument-value',
  },
  {
    situation: 'the same days as text',
    at: `${network}/resource/aws_cloudwatch_log_group/flow/retention_in_days`,
    value: '31',
    code: 'terraform-argument-value',
  },
  {
    situation: 'an engine that RDS does not have',
    at: `${database}/resource/aws_rds_cluster/main/engine`,
    value: 'aurora-postgres',
    code: 'terraform-argument-value',
  },
  {
    situation: 'a storage class that S3 does not have',
    at: `${lifecycle}/transition/0/storage_class`,
    value: 'GLACIER_INSTANT',
    code: 'terraform-argument-value',
  },
  {
    situation: 'a value in a list of values',
    at: `${eks}/enabled_cluster_log_types/1`,
    value: 'audits',
    code: 'terraform-argument-value',
  },
  {
    situation: 'two sources of a security group rule',
    at: `${network}/resource/aws_vpc_security_group_egress_rule/nodes_all/cidr_ipv6`,
    value: '::/0',
    code: 'terraform-argument-choice',
    found: `${network}/resource/aws_vpc_security_group_egress_rule/nodes_all`,
  },
  {
    situation: 'no source of a security group rule',
    at: `${network}/resource/aws_vpc_security_group_egress_rule/nodes_all/cidr_ipv4`,
    value: undefined,
    code: 'terraform-argument-choice',
    found: `${network}/resource/aws_vpc_security_group_egress_rule/nodes_all`,
  },
  {
    situation: 'records without a time to live',
    at: `${edge}/resource/aws_route53_record/validation/ttl`,
    value: undefined,
    code: 'terraform-argument-choice',
    found: `${edge}/resource/aws_route53_record/validation`,
  },
  {
    situation: 'an unknown argument of a provider',
    at: `${foundation}/terraform.tf.json#/provider/aws/0/regoin`,
    value: 'x',
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an unknown argument of a backend',
    at: `${control}/terraform.tf.json#/terraform/backend/s3/lock_table`,
    value: 'x',
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'a backend without its bucket',
    at: `${control}/terraform.tf.json#/terraform/backend/s3/bucket`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: `${control}/terraform.tf.json#/terraform/backend/s3`,
  },
  {
    situation: 'an unknown key of an output',
    at: `${data}/outputs.tf.json#/output/images_bucket/descripton`,
    value: 'x',
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'an output without value',
    at: `${data}/outputs.tf.json#/output/images_bucket/value`,
    value: undefined,
    code: 'terraform-argument-missing',
    found: `${data}/outputs.tf.json#/output/images_bucket`,
  },
  {
    situation: 'an unknown argument of a Terraform Cloud workspace',
    at: `${control1}/resource/tfe_workspace/data/autoapply`,
    value: true,
    code: 'terraform-argument-unknown',
  },
  {
    situation: 'a change to ignore of an argument that does not exist',
    at: `${cluster}/resource/aws_eks_node_group/system/lifecycle/ignore_changes/0`,
    value: 'scaling[0].desired_size',
    code: 'terraform-ignored-change',
  },
  { situation: 'a misnamed type', at: `${network}/resource/aws_vcp/other`, value: {}, code: 'terraform-type-misnamed' },
  {
    situation: 'a misnamed data source',
    at: `${network}/data/aws_caller_identities/x`,
    value: {},
    code: 'terraform-type-misnamed',
  },
  {
    situation: 'a type of a provider that is not here',
    at: `${network}/resource/helm_release/x`,
    value: {},
    code: 'terraform-type-unknown',
  },
  { situation: 'an unknown key of a file', at: `${network}/resources`, value: {}, code: 'terraform-structure' },
  {
    situation: 'text where blocks are expected',
    at: `${network}/resource/aws_vpc/other`,
    value: 'x',
    code: 'terraform-structure',
  },
];

const referenceFaults: Fault[] = [
  {
    situation: 'a resource that is not declared',
    at: `${subnet}/vpc_id`,
    value: '${aws_vpc.mian.id}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a variable that is not declared',
    at: `${subnet}/vpc_id`,
    value: '${var.vpc}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a local value that is not declared',
    at: `${subnet}/vpc_id`,
    value: '${local.zone[0]}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a module that is not declared',
    at: `${subnet}/vpc_id`,
    value: '${module.x.y}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a word that names nothing',
    at: `${subnet}/vpc_id`,
    value: '${vpc}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a resource of another workspace',
    at: `${database}/resource/aws_rds_cluster/main/vpc_security_group_ids/0`,
    value: '${aws_security_group.database.id}',
    code: 'terraform-reference-elsewhere',
  },
  {
    situation: 'an attribute that does not exist',
    at: `${subnet}/vpc_id`,
    value: '${aws_vpc.main.idd}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an attribute that does not exist, in the middle of a text',
    at: `${vpc}/tags/Name`,
    value: 'x-${aws_internet_gateway.main.name}-y',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an attribute of a block without naming the block',
    at: `${data}/outputs.tf.json#/output/database_secret_arn/value`,
    value: '${aws_rds_cluster.main.master_user_secret.secret_arn}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an attribute that a nested object does not have',
    at: `${data}/outputs.tf.json#/output/database_secret_arn/value`,
    value: '${aws_rds_cluster.main.master_user_secret[0].arn}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an element of a set by its number',
    at: `${edge}/resource/aws_acm_certificate_validation/site/validation_record_fqdns`,
    value: ['${aws_acm_certificate.site.domain_validation_options[0].resource_record_name}'],
    code: 'terraform-reference-attribute',
    found: `${edge}/resource/aws_acm_certificate_validation/site/validation_record_fqdns/0`,
  },
  {
    situation: 'an attribute of a string',
    at: `${subnet}/vpc_id`,
    value: '${aws_vpc.main.id.value}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an instance of a resource that has none',
    at: `${subnet}/vpc_id`,
    value: '${aws_vpc.main[0].id}',
    code: 'terraform-reference-instance',
  },
  {
    situation: 'a counted resource without its number',
    at: `${data}/outputs.tf.json#/output/instance_endpoints/value`,
    value: '${aws_rds_cluster_instance.main.endpoint}',
    code: 'terraform-reference-instance',
  },
  {
    situation: 'a number where the instances have keys',
    at: `${foundation}/outputs.tf.json#/output/vpc_id/value`,
    value: '${aws_route_table_association.private[0].id}',
    code: 'terraform-reference-instance',
  },
  {
    situation: 'each without for_each',
    at: `${subnet}/availability_zone`,
    value: '${each.key}',
    code: 'terraform-reference-scope',
  },
  {
    situation: 'count without count',
    at: `${subnet}/availability_zone`,
    value: '${count.index}',
    code: 'terraform-reference-scope',
  },
  {
    situation: 'self outside a provisioner',
    at: `${subnet}/availability_zone`,
    value: '${self.id}',
    code: 'terraform-reference-scope',
  },
  {
    situation: 'a path that does not exist',
    at: `${subnet}/availability_zone`,
    value: '${path.modul}',
    code: 'terraform-reference-scope',
  },
  {
    situation: 'a list where a string is expected',
    at: `${subnet}/availability_zone`,
    value: '${data.aws_availability_zones.here.names}',
    code: 'terraform-reference-type',
  },
  {
    situation: 'a list in the middle of a text',
    at: `${vpc}/tags/Name`,
    value: 'in ${data.aws_availability_zones.here.names}',
    code: 'terraform-reference-type',
  },
  {
    situation: 'a string where a list is expected',
    at: `${network}/resource/aws_vpc_endpoint/s3/route_table_ids`,
    value: '${aws_route_table.private.id}',
    code: 'terraform-reference-type',
  },
  {
    situation: 'a list of another workspace where a string is expected',
    at: `${app}/resource/aws_lb_target_group/app/vpc_id`,
    value: '${data.terraform_remote_state.foundation.outputs.private_subnet_ids}',
    code: 'terraform-reference-type',
  },
  {
    situation: 'an output that the other workspace does not declare',
    at: `${app}/resource/aws_lb_target_group/app/vpc_id`,
    value: '${data.terraform_remote_state.foundation.outputs.vpc}',
    code: 'terraform-output-unknown',
  },
  {
    situation: 'a key that an output of the other workspace does not have',
    at: `${database}/resource/aws_rds_cluster/main/vpc_security_group_ids/0`,
    value: '${data.terraform_remote_state.foundation.outputs.security_groups.db}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'an attribute that a resource behind an output does not have',
    at: `${app}/resource/aws_route53_record/site/zone_id`,
    value: '${data.terraform_remote_state.foundation.outputs.zone.zone}',
    code: 'terraform-reference-attribute',
  },
  {
    situation: 'the state of a workspace that nothing renders',
    at: `${data}/terraform.tf.json#/data/terraform_remote_state/foundation/config/workspaces/name`,
    value: 'acme-prd-foundation',
    code: 'terraform-workspace-unknown',
    found: `${data}/terraform.tf.json#/data/terraform_remote_state/foundation`,
  },
  {
    situation: 'text that is no expression',
    at: `${subnet}/availability_zone`,
    value: '${aws:username}',
    code: 'terraform-expression-invalid',
  },
  {
    situation: 'an expression without end',
    at: `${subnet}/availability_zone`,
    value: '${local.zones[0]',
    code: 'terraform-expression-invalid',
  },
  {
    situation: 'an expression in the key of a map',
    at: `${vpc}/tags/\${var.x}`,
    value: 'x',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'an expression under for',
    at: `${edge}/resource/aws_acm_certificate_validation/site/validation_record_fqdns`,
    value: '${[for record in aws_route53_record.validations : record.fqdn]}',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a function that does not exist',
    at: `${subnet}/cidr_block`,
    value: '${cidrsubnets4(aws_vpc.main.cidr_block)}',
    code: 'terraform-function-unknown',
  },
  {
    situation: 'too few arguments',
    at: `${subnet}/cidr_block`,
    value: '${cidrsubnet(aws_vpc.main.cidr_block, 3)}',
    code: 'terraform-function-arguments',
  },
  {
    situation: 'too many arguments',
    at: `${subnet}/cidr_block`,
    value: '${upper("a", "b")}',
    code: 'terraform-function-arguments',
  },
  {
    situation: 'a dependency that is not declared',
    at: `${network}/resource/aws_eip/nat/depends_on/0`,
    value: 'aws_internet_gateway.mian',
    code: 'terraform-reference-undeclared',
  },
  {
    situation: 'a dependency that is no address',
    at: `${network}/resource/aws_eip/nat/depends_on/0`,
    value: 'local.zones',
    code: 'terraform-expression-invalid',
  },
  {
    situation: 'a dependency written as an expression',
    at: `${network}/resource/aws_eip/nat/depends_on/0`,
    value: '${aws_internet_gateway.main}',
    code: 'terraform-expression-invalid',
  },
];

const graphFaults: Fault[] = [
  {
    situation: 'a resource that stands in two files',
    at: `${edge}/resource/aws_vpc/main`,
    value: { cidr_block: '10.0.0.0/16' },
    code: 'terraform-duplicate',
    found: `${network}/resource/aws_vpc/main`,
  },
  {
    situation: 'an output that stands in two files',
    at: `${network}/output/vpc_id`,
    value: { value: 'x' },
    code: 'terraform-duplicate',
    found: `${foundation}/outputs.tf.json#/output/vpc_id`,
  },
  {
    situation: 'resources that need each other',
    at: `${vpc}/tags/Gateway`,
    value: '${aws_internet_gateway.main.id}',
    code: 'terraform-cycle',
    found: `${network}/resource/aws_internet_gateway/main/vpc_id`,
  },
  {
    situation: 'a resource that needs itself',
    at: `${vpc}/tags/Self`,
    value: '${aws_vpc.main.id}',
    code: 'terraform-cycle',
  },
  {
    situation: 'a circle through depends_on and a local value',
    at: `${network}/data/aws_availability_zones/here/depends_on`,
    value: ['aws_subnet.private_a'],
    code: 'terraform-cycle',
    found: `${network}/resource/aws_subnet/private_a/availability_zone`,
  },
  {
    situation: 'workspaces that read each other',
    at: `${network}/data/terraform_remote_state/data`,
    value: { backend: 'remote', config: { organization: 'acme', workspaces: { name: 'acme-prod-data' } } },
    code: 'terraform-workspace-cycle',
    found: `${data}/terraform.tf.json#/data/terraform_remote_state/foundation`,
  },
  {
    situation: 'a local value that nothing reads',
    at: `${network}/locals/region`,
    value: 'x',
    code: 'terraform-unused',
  },
  {
    situation: 'a variable that nothing reads',
    at: `${network}/variable/region`,
    value: { type: 'string' },
    code: 'terraform-unused',
  },
  {
    situation: 'a provider alias that is not declared',
    at: `${edge}/resource/aws_acm_certificate/site/provider`,
    value: 'aws.us_east_2',
    code: 'terraform-provider-undeclared',
  },
  {
    situation: 'another provider version than that of the schemas',
    at: `${data}/terraform.tf.json#/terraform/required_providers/aws/version`,
    value: '5.100.0',
    code: 'terraform-provider-version',
  },
  {
    situation: 'a move to where it is',
    at: `${database}/moved/0/from`,
    value: 'aws_rds_cluster.main',
    code: 'terraform-moved',
    found: `${database}/moved/0`,
  },
  {
    situation: 'a move of what is still declared',
    at: `${database}/moved/0/from`,
    value: 'aws_kms_key.data',
    code: 'terraform-moved',
    found: `${database}/moved/0`,
  },
  {
    situation: 'a move to nowhere',
    at: `${database}/moved/0/to`,
    value: 'aws_rds_cluster.gone',
    code: 'terraform-moved',
    found: `${database}/moved/0`,
  },
  {
    situation: 'two moves to one place',
    at: `${database}/moved/1`,
    value: { from: 'aws_rds_cluster.older', to: 'aws_rds_cluster.main' },
    code: 'terraform-moved',
  },
  {
    situation: 'a removal of what is still declared',
    at: `${database}/removed/0/from`,
    value: 'aws_sqs_queue.jobs',
    code: 'terraform-removed',
    found: `${database}/removed/0`,
  },
  {
    situation: 'an import into nothing',
    at: `${images}/import/0/to`,
    value: 'aws_s3_bucket.log',
    code: 'terraform-import',
    found: `${images}/import/0`,
  },
  { situation: 'an import without id', at: `${images}/import/0/id`, value: '', code: 'terraform-import' },
  {
    situation: 'an import of one thing as two',
    at: `${images}/import/1`,
    value: { id: 'acme-prod-logs', to: 'aws_s3_bucket.images' },
    code: 'terraform-import',
    found: `${images}/import/1/id`,
  },
  {
    situation: 'an import by nothing that is a block',
    at: `${images}/import/0`,
    value: 'x',
    code: 'terraform-structure',
  },
];

const cidrFaults: Fault[] = [
  {
    situation: 'a subnet outside its VPC',
    at: `${subnet}/cidr_block`,
    value: '10.1.0.0/19',
    code: 'terraform-cidr-outside',
  },
  {
    situation: 'subnets that overlap',
    at: `${subnet}/cidr_block`,
    value: '10.0.96.0/24',
    code: 'terraform-cidr-overlap',
    found: `${network}/resource/aws_subnet/public_a/cidr_block`,
  },
  {
    situation: 'a subnet that is too small',
    at: `${subnet}/cidr_block`,
    value: '10.0.0.0/29',
    code: 'terraform-cidr-size',
  },
  { situation: 'a VPC that is too large', at: `${vpc}/cidr_block`, value: '10.0.0.0/8', code: 'terraform-cidr-size' },
  {
    situation: 'host bits that are set',
    at: `${subnet}/cidr_block`,
    value: '10.0.1.0/19',
    code: 'terraform-cidr-invalid',
  },
  {
    situation: 'a block without prefix length',
    at: `${subnet}/cidr_block`,
    value: '10.0.0.0',
    code: 'terraform-cidr-invalid',
  },
  {
    situation: 'host bits in a rule',
    at: `${network}/resource/aws_vpc_security_group_egress_rule/nodes_all/cidr_ipv4`,
    value: '10.0.0.1/16',
    code: 'terraform-cidr-invalid',
  },
  {
    situation: 'host bits in a route',
    at: `${network}/resource/aws_route_table/public/route/0/cidr_block`,
    value: '10.9.9.9/8',
    code: 'terraform-cidr-invalid',
  },
  {
    situation: 'a second block of a VPC that overlaps the first',
    at: `${network}/resource/aws_vpc_ipv4_cidr_block_association/more`,
    value: { cidr_block: '10.0.128.0/17', vpc_id: '${aws_vpc.main.id}' },
    code: 'terraform-cidr-overlap',
    found: `${network}/resource/aws_vpc_ipv4_cidr_block_association/more/cidr_block`,
  },
  {
    situation: 'services of a cluster in the addresses of its VPC, two workspaces away',
    at: `${eks}/kubernetes_network_config/service_ipv4_cidr`,
    value: '10.0.128.0/20',
    code: 'terraform-cidr-overlap',
  },
];

describe('realistic Terraform files', () => {
  it('have no findings, and everything in them is judged', async () => {
    const verdict = await check(validFiles());
    expect(verdict.findings).toStrictEqual([]);
    expect({ judged: verdict.judged, opaque: verdict.opaque, unknown: verdict.unknown }).toStrictEqual({
      judged: 82,
      opaque: [],
      unknown: [],
    });
  });

  describe.each([
    ['arguments and blocks', argumentFaults],
    ['expressions', referenceFaults],
    ['the graph', graphFaults],
    ['addresses of networks', cidrFaults],
  ])('with one fault in %s', (_area, table) => {
    it.each(table)('$situation is $code', async ({ at, value, code, found = at }) => {
      expect(await faults(edit(validFiles(), at, value))).toStrictEqual([`${code} ${found}`]);
    });
  });
});
