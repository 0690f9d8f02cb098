import type { CodeEntry } from './entry';

/** Findings about rendered Terraform files. */
export const terraformCheckCodes = {
  'terraform-structure': {
    meaning: 'A Terraform JSON file holds something in a place where Terraform reads something else.',
    example: '`{"resources": {}}`: the key is `resource`.',
    fix: 'Write the block under the key and with the labels that Terraform expects.',
  },
  'terraform-type-misnamed': {
    meaning: 'The provider has no resource or data source of this type.',
    example: '`"resource": {"aws_s3_buckett": {…}}`',
    fix: 'Write the type as the provider names it.',
  },
  'terraform-type-unknown': {
    meaning: 'No schema of this type is at hand, so that its content is not judged.',
    example: '`"resource": {"helm_release": {…}}` without the package of the helm provider.',
    fix: 'Install the CDKTF package of the provider, or make the resource in another way.',
  },
  'terraform-argument-unknown': {
    meaning: 'A block sets an argument that its type does not have, or one that only the provider sets.',
    example: '`"aws_vpc": {"main": {"cidr_blok": "10.0.0.0/16"}}`',
    fix: 'Correct the name, or take the argument out.',
  },
  'terraform-argument-missing': {
    meaning: 'A block lacks an argument or a nested block that its type requires.',
    example: '`"aws_subnet": {"a": {"cidr_block": "10.0.0.0/20"}}`: `vpc_id` is missing.',
    fix: 'Set the argument.',
  },
  'terraform-argument-type': {
    meaning: 'The value of an argument has another type than the argument.',
    example: '`"retention_in_days": "a month"`: a number is expected.',
    fix: 'Write a value of the expected type, or an expression that yields one.',
  },
  'terraform-argument-value': {
    meaning: 'The value of an argument is none of those that AWS takes.',
    example: '`"retention_in_days": 31` of a log group.',
    fix: 'Write one of the allowed values.',
  },
  'terraform-argument-choice': {
    meaning: 'A block sets arguments that exclude each other, or none of several of which one is needed.',
    example: '`cidr_ipv4` and `prefix_list_id` in one `aws_vpc_security_group_ingress_rule`.',
    fix: 'Set exactly as many of the arguments as the message says.',
  },
  'terraform-block-count': {
    meaning: 'A nested block appears more often, or less often, than its type allows.',
    example: 'Two `access_config` blocks in one `aws_eks_cluster`.',
    fix: 'Write the block as often as the message says.',
  },
  'terraform-expression-invalid': {
    meaning: 'A string with `${` or `%{` is no expression that Terraform can read.',
    example: '`"${aws:username}"` in a policy.',
    fix: 'Correct the expression, or write `$${` (`%%{`) where the text itself is meant.',
  },
  'terraform-function-unknown': {
    meaning: 'An expression calls a function that Terraform does not have.',
    example: '`"${cidrsubnets4(…)}"`',
    fix: 'Correct the name of the function.',
  },
  'terraform-function-arguments': {
    meaning: 'An expression calls a function with too few or too many arguments.',
    example: '`"${cidrsubnet(var.cidr, 4)}"`: it takes three.',
    fix: 'Give the function as many arguments as it takes.',
  },
  'terraform-reference-undeclared': {
    meaning:
      'An expression names a resource, data source, variable, local value or module that its workspace does not declare.',
    example: '`"${aws_vpc.mian.id}"` where the VPC is `aws_vpc.main`.',
    fix: 'Correct the name, or declare what it names.',
  },
  'terraform-reference-elsewhere': {
    meaning: 'An expression names a resource of another workspace, which Terraform does not see from here.',
    example: '`"${aws_vpc.main.id}"` in the data workspace; the VPC is in foundation.',
    fix: 'Declare an output there and read it with `data.terraform_remote_state`.',
  },
  'terraform-reference-attribute': {
    meaning:
      'An expression reads an attribute that the type does not have, or reads into a value in a way that its type does not allow.',
    example: '`"${aws_vpc.main.arnn}"`',
    fix: 'Correct the name of the attribute or the way it is read.',
  },
  'terraform-reference-instance': {
    meaning:
      'An expression reads one instance of a resource that has no `count` or `for_each`, or none of one that has.',
    example: '`"${aws_eip.nat.id}"` where `aws_eip.nat` has `count`.',
    fix: 'Name an instance (`[0]`, `["key"]`), all of them (`[*]`), or the resource itself.',
  },
  'terraform-reference-scope': {
    meaning:
      'An expression reads `each`, `count` or `self` where there is none, or an unknown value of `path` or `terraform`.',
    example: '`"${each.key}"` in a resource without `for_each`.',
    fix: 'Read it where it is defined.',
  },
  'terraform-reference-type': {
    meaning: 'An expression puts a value into a place of another type.',
    example: '`"vpc_id": "${aws_subnet.a[*].vpc_id}"`: a list where a string is expected.',
    fix: 'Read a single value, or give the list to an argument that takes one.',
  },
  'terraform-output-unknown': {
    meaning: 'A workspace reads an output that the other workspace does not declare.',
    example: '`"${data.terraform_remote_state.foundation.outputs.vpc_idd}"`',
    fix: 'Correct the name, or declare the output in the workspace that is read.',
  },
  'terraform-workspace-unknown': {
    meaning: 'A remote state names a workspace that no environment renders.',
    example: '`terraform_remote_state` with `workspaces.name: pingvas-prd-data`.',
    fix: 'Correct the name of the workspace.',
  },
  'terraform-workspace-cycle': {
    meaning: 'Workspaces read each other in a circle, so that none can be applied first.',
    example: 'data reads an output of platform, and platform one of data.',
    fix: 'Move one of the resources, or compute the value instead of reading it.',
  },
  'terraform-duplicate': {
    meaning: 'A workspace declares the same thing twice; Terraform refuses it, also across files.',
    example: '`aws_vpc.main` in `network.tf.json` and in `cluster.tf.json`.',
    fix: 'Rename or remove one of the two.',
  },
  'terraform-cycle': {
    meaning: 'Resources of a workspace need each other in a circle.',
    example: 'Two security groups whose inline rules name each other.',
    fix: 'Take one reference out: rules of their own instead of inline ones, for example.',
  },
  'terraform-unused': {
    meaning: 'A variable or a local value is declared and never read.',
    example: '`"locals": {"region": "eu-west-1"}` that nothing names.',
    fix: 'Remove it.',
  },
  'terraform-provider-undeclared': {
    meaning: 'A block names a provider configuration that its workspace does not have.',
    example: '`"provider": "aws.us_east_1"` without a provider block with that alias.',
    fix: 'Declare the provider block with the alias, or correct the name.',
  },
  'terraform-provider-version': {
    meaning: 'A workspace pins another provider version than the one whose schemas judge it.',
    example: '`"version": "5.0.0"` with schemas of 6.25.0.',
    fix: 'Pin the version of the schemas, or install the provider package of the pinned version.',
  },
  'terraform-moved': {
    meaning: 'A `moved` block leads nowhere or contradicts another one.',
    example: '`from` and `to` are the same address.',
    fix: 'Let `from` name what is gone and `to` what takes its place.',
  },
  'terraform-removed': {
    meaning: 'A `removed` block names a resource that is still declared.',
    example: '`{"removed": {"from": "aws_s3_bucket.images"}}` beside that bucket.',
    fix: 'Remove the resource, or the `removed` block.',
  },
  'terraform-import': {
    meaning: 'An `import` block has no target that is declared, or no id.',
    example: '`{"import": {"to": "aws_s3_bucket.images", "id": ""}}`',
    fix: 'Name a declared resource and the id that AWS knows it by.',
  },
  'terraform-ignored-change': {
    meaning: '`ignore_changes` names an argument that the type does not have.',
    example: '`"ignore_changes": ["desired_capacty"]`',
    fix: 'Correct the name of the argument.',
  },
  'terraform-cidr-invalid': {
    meaning: 'A text is no CIDR block, or its host bits are set.',
    example: '`10.0.37.0/20`: the block is `10.0.32.0/20`.',
    fix: 'Write the block with its first address.',
  },
  'terraform-cidr-size': {
    meaning: 'A VPC or subnet is larger than /16 or smaller than /28; AWS refuses both.',
    example: 'A subnet `10.0.0.0/29`.',
    fix: 'Choose a prefix length from 16 to 28.',
  },
  'terraform-cidr-outside': {
    meaning: 'A subnet does not lie in a block of its VPC.',
    example: 'Subnet `10.1.0.0/20` in the VPC `10.0.0.0/16`.',
    fix: 'Choose a block inside the VPC, or add the block to the VPC.',
  },
  'terraform-cidr-overlap': {
    meaning: 'Two subnets of a VPC, or two of its blocks, share addresses; so do two VPCs that are joined.',
    example: 'Subnets `10.0.0.0/20` and `10.0.8.0/21`.',
    fix: 'Choose blocks without common addresses.',
  },
} as const satisfies Record<string, CodeEntry>;
