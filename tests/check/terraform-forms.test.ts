import type { JsonObject } from '../../schemas/primitives/artifact';
import { edit, faults, oneFile, validFiles, type Files } from '../fixtures/terraform/kit';

const main = 'workspaces/acme-test/main.tf.json#';

describe('forms that Terraform accepts', () => {
  it.each<[string, JsonObject]>([
    ['blocks in lists at every level', { resource: [{ aws_vpc: [{ main: [{ cidr_block: '10.0.0.0/16' }] }] }] }],
    [
      'comments in blocks',
      { '//': 'x', resource: { '//': 'x', aws_vpc: { main: { '//': { a: 1 }, cidr_block: '10.0.0.0/16' } } } },
    ],
    [
      'expressions in the place of numbers, booleans, lists and maps',
      {
        locals: { all: '${{a = "b"}}', list: '${["a"]}', number: 7, yes: true },
        resource: {
          aws_cloudwatch_log_group: {
            a: { retention_in_days: '${local.number}', skip_destroy: '${local.yes}', tags: '${local.all}' },
          },
          aws_ami_launch_permission: { a: { account_id: '${local.list[0]}', image_id: 'ami-1' } },
        },
      },
    ],
    [
      'numbers and booleans as text, and text as numbers',
      { resource: { aws_sqs_queue: { a: { delay_seconds: '5', fifo_queue: 'false', name: 7 } } } },
    ],
    ['null for what is left out', { resource: { aws_vpc: { main: { cidr_block: '10.0.0.0/16', tags: null } } } }],
    [
      'dynamic blocks',
      {
        resource: {
          aws_launch_template: {
            a: {
              dynamic: {
                block_device_mappings: {
                  for_each: '${toset(["/dev/sda"])}',
                  content: { device_name: '${block_device_mappings.value}', ebs: { volume_type: 'gp3' } },
                },
                network_interfaces: [{ for_each: [1], iterator: 'card', content: { device_index: '${card.key}' } }],
              },
            },
          },
        },
      },
    ],
    [
      'an object without its instances, all instances, and one of them',
      {
        resource: {
          aws_eip: { a: { count: 2 }, b: { for_each: '${toset(["x"])}' } },
          terraform_data: {
            a: {
              input: [
                '${aws_eip.a[*].id}',
                '${aws_eip.a[1].id}',
                '${aws_eip.b["x"].id}',
                '${values(aws_eip.b)[*].id}',
                '${aws_eip.a}',
              ],
            },
          },
        },
      },
    ],
    [
      'preconditions, triggers, provisioners and checks',
      {
        check: { health: { assert: { condition: '${terraform_data.a.id != ""}', error_message: 'gone' } } },
        resource: {
          terraform_data: {
            a: {
              lifecycle: {
                postcondition: [{ condition: '${self.output == "x"}', error_message: 'no' }],
                replace_triggered_by: ['terraform_data.b.output'],
              },
              provisioner: [{ 'local-exec': { command: 'echo ${self.id}', when: 'destroy' } }],
            },
            b: {},
          },
        },
      },
    ],
    [
      'ephemeral values in write-only arguments',
      {
        ephemeral: { aws_secretsmanager_random_password: { db: { password_length: 32 } } },
        locals: { password: '${ephemeral.aws_secretsmanager_random_password.db.random_password}' },
        resource: {
          aws_secretsmanager_secret: { db: { name: 'db' } },
          aws_secretsmanager_secret_version: {
            db: {
              secret_id: '${aws_secretsmanager_secret.db.id}',
              secret_string_wo:
                '${jsonencode({password = ephemeral.aws_secretsmanager_random_password.db.random_password, other = local.password})}',
              secret_string_wo_version: 1,
            },
          },
        },
      },
    ],
    [
      'moves in a chain',
      {
        moved: [
          { from: 'terraform_data.x', to: 'terraform_data.y' },
          { from: 'terraform_data.y', to: 'terraform_data.a' },
        ],
        resource: { terraform_data: { a: {} } },
      },
    ],
    [
      'version ranges that hold the version of the schemas',
      {
        terraform: {
          required_providers: {
            aws: { version: '~> 6.25.0' },
            tfe: { version: '>= 0.60, < 1.0, != 0.70.1' },
            other: { version: '1.0' },
          },
        },
      },
    ],
    [
      'blocks of networks that are expressions, or of a network that is elsewhere',
      {
        resource: {
          aws_subnet: {
            a: { cidr_block: '${cidrsubnet(aws_vpc.main.cidr_block, 4, 1)}', vpc_id: '${aws_vpc.main.id}' },
            b: { cidr_block: '10.9.0.0/24', vpc_id: 'vpc-0123' },
          },
          aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
          aws_vpc_peering_connection: { a: { peer_vpc_id: 'vpc-0123', vpc_id: '${aws_vpc.main.id}' } },
        },
      },
    ],
  ])('%s', async (_form, content) => {
    expect(await faults(oneFile(content))).toStrictEqual([]);
  });
});

describe('forms that Terraform refuses', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'a fault in the content of a dynamic block',
      {
        resource: {
          aws_launch_template: {
            a: {
              block_device_mappings: { device_name: 'a' },
              dynamic: {
                block_device_mappings: { for_each: [1], content: { devicename: '${block_device_mapping.key}' } },
              },
            },
          },
        },
      },
      [
        'terraform-argument-unknown /resource/aws_launch_template/a/dynamic/block_device_mappings/content/devicename',
        'terraform-reference-undeclared /resource/aws_launch_template/a/dynamic/block_device_mappings/content/devicename',
      ],
    ],
    [
      'a dynamic block of a name that the type does not have',
      { resource: { aws_vpc: { a: { dynamic: { tag: { for_each: [1], content: {} } } } } } },
      ['terraform-argument-unknown /resource/aws_vpc/a/dynamic/tag'],
    ],
    [
      'an expression where Terraform needs a literal',
      { locals: { x: true }, resource: { terraform_data: { a: { lifecycle: { prevent_destroy: '${local.x}' } } } } },
      ['terraform-argument-type /resource/terraform_data/a/lifecycle/prevent_destroy'],
    ],
    [
      'count beside for_each',
      { resource: { terraform_data: { a: { count: 1, for_each: '${toset(["a"])}' } } } },
      ['terraform-argument-choice /resource/terraform_data/a'],
    ],
    [
      'an ephemeral value that the state would keep, and faults in its block',
      {
        ephemeral: { aws_secretsmanager_random_password: { db: { length: 32 } } },
        resource: { aws_sqs_queue: { a: { name: 'x-${ephemeral.aws_secretsmanager_random_password.db.password}' } } },
      },
      [
        'terraform-argument-unknown /ephemeral/aws_secretsmanager_random_password/db/length',
        'terraform-reference-attribute /resource/aws_sqs_queue/a/name',
        'terraform-reference-scope /resource/aws_sqs_queue/a/name',
      ],
    ],
    [
      'a backend beside Terraform Cloud',
      { terraform: [{ cloud: { organization: 'a' } }, { backend: { s3: { bucket: 'b', key: 'k' } } }] },
      ['terraform-duplicate /terraform/1/backend/s3'],
    ],
    [
      'one resource twice in a list',
      { resource: { terraform_data: { a: [{}, {}] } } },
      ['terraform-duplicate /resource/terraform_data/a/1'],
    ],
    [
      'two provider configurations without alias',
      { provider: { aws: [{ region: 'a' }, { region: 'b' }] } },
      ['terraform-duplicate /provider/aws/1'],
    ],
    [
      'a local value that needs itself',
      { locals: { a: '${local.b}', b: '${local.a}' } },
      ['terraform-cycle /locals/a'],
    ],
    [
      'a trigger that is no resource',
      {
        locals: { a: 1 },
        resource: { terraform_data: { a: { input: '${local.a}', lifecycle: { replace_triggered_by: ['local.a'] } } } },
      },
      ['terraform-expression-invalid /resource/terraform_data/a/lifecycle/replace_triggered_by/0'],
    ],
    [
      'a misnamed type of Terraform’s own provider',
      { resource: { terraform_dta: { a: {} } } },
      ['terraform-type-misnamed /resource/terraform_dta/a'],
    ],
    [
      'a condition without message',
      { resource: { terraform_data: { a: { lifecycle: { precondition: { condition: true } } } } } },
      ['terraform-argument-missing /resource/terraform_data/a/lifecycle/precondition'],
    ],
    [
      'a peering of networks that share addresses',
      {
        resource: {
          aws_vpc: { a: { cidr_block: '10.0.0.0/16' }, b: { cidr_block: '10.0.128.0/17' } },
          aws_vpc_peering_connection: { ab: { peer_vpc_id: '${aws_vpc.b.id}', vpc_id: '${aws_vpc.a.id}' } },
        },
      },
      ['terraform-cidr-overlap /resource/aws_vpc_peering_connection/ab'],
    ],
    [
      'a transit gateway between networks that share addresses',
      {
        resource: {
          aws_ec2_transit_gateway: { main: {} },
          aws_ec2_transit_gateway_vpc_attachment: {
            a: {
              subnet_ids: ['a'],
              transit_gateway_id: '${aws_ec2_transit_gateway.main.id}',
              vpc_id: '${aws_vpc.a.id}',
            },
            b: {
              subnet_ids: ['b'],
              transit_gateway_id: '${aws_ec2_transit_gateway.main.id}',
              vpc_id: '${aws_vpc.b.id}',
            },
          },
          aws_vpc: { a: { cidr_block: '10.0.0.0/16' }, b: { cidr_block: '10.0.0.0/16' } },
        },
      },
      ['terraform-cidr-overlap /resource/aws_ec2_transit_gateway_vpc_attachment/a'],
    ],
  ])('%s', async (_form, content, expected) => {
    const found = (await faults(oneFile(content))).map((fault) => fault.replace(main, ''));
    expect(found.sort()).toStrictEqual(expected);
  });
});

describe('reads of other workspaces', () => {
  const producer: JsonObject = { output: { id: { value: 'x' }, ids: { value: ['a', 'b'] } } };

  it.each<[string, JsonObject, JsonObject]>([
    [
      'by the name of the workspace',
      { terraform: { cloud: { organization: 'acme', workspaces: { name: 'base' } } } },
      {
        terraform_remote_state: {
          base: { backend: 'remote', config: { organization: 'acme', workspaces: { name: 'base' } } },
        },
      },
    ],
    [
      'by another name than the folder, which the workspace gives itself',
      { terraform: { backend: { remote: { organization: 'acme', workspaces: { name: 'renamed' } } } } },
      {
        terraform_remote_state: {
          base: { backend: 'remote', config: { organization: 'acme', workspaces: [{ name: 'renamed' }] } },
        },
      },
    ],
    [
      'by the key in S3',
      { terraform: { backend: { s3: { bucket: 'b', key: 'base/terraform.tfstate' } } } },
      {
        terraform_remote_state: {
          base: { backend: 's3', config: { bucket: 'b', key: 'base/terraform.tfstate', region: 'a' } },
        },
      },
    ],
    [
      'by the key in S3 alone',
      {},
      { terraform_remote_state: { base: { backend: 's3', config: { bucket: 'b', key: 'base/terraform.tfstate' } } } },
    ],
  ])('%s are followed', async (_form, settings, data) => {
    const read = (output: string) => ({
      'workspaces/base/main.tf.json': { ...producer, ...settings },
      'workspaces/top/main.tf.json': {
        data,
        resource: { aws_sqs_queue: { a: { name: `\${data.terraform_remote_state.base.outputs.${output}}` } } },
      },
    });
    expect(await faults(read('id'))).toStrictEqual([]);
    expect(await faults(read('ids[0]'))).toStrictEqual([]);
    const at = 'workspaces/top/main.tf.json#/resource/aws_sqs_queue/a/name';
    expect(await faults(read('idd'))).toStrictEqual([`terraform-output-unknown ${at}`]);
    expect(await faults(read('ids'))).toStrictEqual([`terraform-reference-type ${at}`]);
    expect(await faults(read('id.x'))).toStrictEqual([`terraform-reference-attribute ${at}`]);
  });

  it('through tfe_outputs are followed too', async () => {
    const files = (output: string): Files => ({
      'workspaces/base/main.tf.json': producer,
      'workspaces/top/main.tf.json': {
        data: { tfe_outputs: { base: { organization: 'acme', workspace: 'base' } } },
        output: { x: { sensitive: true, value: `\${data.tfe_outputs.base.values.${output}}` } },
      },
    });
    expect(await faults(files('id'))).toStrictEqual([]);
    expect(await faults(files('no'))).toStrictEqual([
      'terraform-output-unknown workspaces/top/main.tf.json#/output/x/value',
    ]);
  });

  it('of a kind that says nothing about the workspace are left alone', async () => {
    const files = oneFile({
      data: { terraform_remote_state: { x: { backend: 'local', config: { path: 'x' } } } },
      output: { x: { value: '${data.terraform_remote_state.x.outputs.y}' } },
    });
    expect(await faults(files)).toStrictEqual([]);
  });

  it('in the configuration of a backend are judged like the backend', async () => {
    const at = 'workspaces/acme-prod-data/terraform.tf.json#/data/terraform_remote_state/foundation/config';
    expect(await faults(edit(validFiles(), `${at}/organisation`, 'acme'))).toStrictEqual([
      `terraform-argument-unknown ${at}/organisation`,
    ]);
  });
});
