import { terraformCheckCodes } from '../../schemas/codes/check-terraform';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { checkTerraform, terraformTypesIn } from '../../synth/check/terraform';
import { argumentFaults } from '../fixtures/terraform/argument-faults';
import { cidrFaults } from '../fixtures/terraform/cidr-faults';
import { graphFaults } from '../fixtures/terraform/graph-faults';
import { artifactsOf, check, edit, faults, oneFile, schemas, validFiles, type Files } from '../fixtures/terraform/kit';
import { database, network, subnet, vpc } from '../fixtures/terraform/places';
import { referenceFaults } from '../fixtures/terraform/reference-faults';

/** The findings of resources alone, without the warnings about what a short test does not use. */
async function said(files: Files): Promise<Pick<Finding, 'code' | 'message' | 'expected' | 'fix'>[]> {
  const { findings } = await check(files);
  return findings.map(({ code, message, expected, fix }) => ({
    code,
    message,
    ...(expected === undefined ? {} : { expected }),
    fix,
  }));
}

const main = 'workspaces/acme-test/main.tf.json#';

/** One workspace with resources. */
function resources(resource: JsonObject, more: JsonObject = {}): Files {
  return oneFile({ resource, ...more });
}

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

  it('show every code of the catalogue', () => {
    const tables = [argumentFaults, referenceFaults, graphFaults, cidrFaults].flat();
    const shown = new Set(tables.map(({ code }) => code));
    expect(Object.keys(terraformCheckCodes).filter((code) => !shown.has(code))).toStrictEqual([]);
  });

  it('show all of their faults at once, without one hiding another', async () => {
    let files = validFiles();
    files = edit(files, `${vpc}/cidr_blok`, '10.0.0.0/16');
    files = edit(files, `${vpc}/enable_dns_support`, 'yes');
    files = edit(files, `${subnet}/vpc_id`, '${aws_vpc.main.idd}');
    files = edit(files, `${database}/moved/0/from`, 'aws_rds_cluster.main');
    expect((await faults(files)).sort()).toStrictEqual([
      `terraform-argument-type ${vpc}/enable_dns_support`,
      `terraform-argument-unknown ${vpc}/cidr_blok`,
      `terraform-moved ${database}/moved/0`,
      `terraform-reference-attribute ${subnet}/vpc_id`,
    ]);
  });
});

describe('a finding', () => {
  it.each([
    [
      'offers the nearest argument',
      { aws_vpc: { main: { cidr_blok: '10.0.0.0/16' } } },
      {
        code: 'terraform-argument-unknown',
        message: 'it has no argument cidr_blok',
        expected: 'one of its 22 arguments',
        fix: 'Write cidr_block.',
      },
    ],
    [
      'says what a missing argument takes',
      { aws_kms_alias: { data: { name: 'alias/data' } } },
      {
        code: 'terraform-argument-missing',
        message: 'it lacks the argument target_key_id',
        expected: 'a string',
        fix: 'Set target_key_id.',
      },
    ],
    [
      'lists the values that are allowed',
      { aws_ebs_volume: { a: { availability_zone: 'eu-west-1a', type: 'gp4' } } },
      {
        code: 'terraform-argument-value',
        message: 'type can\'t be "gp4"',
        expected: 'one of standard, io1, io2, gp2, gp3, sc1, st1',
        fix: 'Write gp2.',
      },
    ],
    [
      'names the block that a fault is in',
      { aws_s3_bucket_versioning: { a: { bucket: 'a', versioning_configuration: { status: 'enabled' } } } },
      {
        code: 'terraform-argument-value',
        message: 'versioning_configuration.status can\'t be "enabled"',
        expected: 'one of Enabled, Suspended, Disabled',
        fix: 'Write Enabled.',
      },
    ],
    [
      'says how a list is read',
      { aws_eip: { a: { count: 2 } }, aws_nat_gateway: { a: { allocation_id: '${aws_eip.a.id}', subnet_id: 's-1' } } },
      {
        code: 'terraform-reference-instance',
        message: 'aws_eip.a has count',
        fix: 'Name an instance (aws_eip.a[0]) or all of them (aws_eip.a[*]).',
      },
    ],
    [
      'names both ends of a circle',
      {
        terraform_data: {
          a: { input: '${terraform_data.c.id}' },
          b: { input: '${terraform_data.a.id}' },
          c: { input: '${terraform_data.b.id}' },
        },
      },
      {
        code: 'terraform-cycle',
        message:
          'resources need each other in a circle: terraform_data.a → terraform_data.c → terraform_data.b → terraform_data.a',
        fix: 'Take one of these references out.',
      },
    ],
  ])('%s', async (_situation, resource, expected) => {
    expect(await said(resources(resource))).toStrictEqual([expected]);
  });

  it('says which workspace has a resource that is read from another one', async () => {
    const files = edit(validFiles(), `${database}/resource/aws_rds_cluster/main/kms_key_id`, '${aws_vpc.main.arn}');
    expect(await said(files)).toStrictEqual([
      {
        code: 'terraform-reference-elsewhere',
        message: 'aws_vpc.main is in acme-prod-foundation, not in acme-prod-data',
        fix: 'Declare an output there and read it with data.terraform_remote_state.',
      },
    ]);
  });

  it('stands at the line of the description that made the place, the nearest one that is known', async () => {
    const content: JsonObject = { resource: { aws_vpc: { main: { cidr_block: [], tags: 3 } } } };
    const origin = (line: number) => ({
      at: { file: 'environments/acme/prod.yaml', line, column: 3 },
      subject: 'acme/prod network main',
    });
    const artifact: Artifact = {
      path: 'workspaces/acme-test/main.tf.json',
      plane: 'terraform',
      content,
      origin: origin(1),
      origins: { '/resource/aws_vpc/main': origin(7), '/resource/aws_vpc/main/cidr_block': origin(9) },
    };
    const { findings } = await checkTerraform([artifact], { schemas });
    const places = findings.map(({ at, output }) => [at.line, output]);
    expect(places.sort()).toStrictEqual([
      [7, `${main}/resource/aws_vpc/main/tags`],
      [9, `${main}/resource/aws_vpc/main/cidr_block`],
    ]);
  });
});

describe('what can and can’t be judged', () => {
  it('is counted: opaque files and modules with their reason, types without schema by address', async () => {
    const files = oneFile({
      module: { network: { source: './network' } },
      resource: { helm_release: { app: {} }, terraform_data: { a: { input: '${module.network.vpc_id}' } } },
    });
    const [artifact] = artifactsOf(oneFile({ anything: 1 }, 'workspaces/acme-test/foreign.tf.json'));
    const foreign = { ...(artifact as Artifact), opaque: 'written by hand' };
    const verdict = await checkTerraform([...artifactsOf(files), foreign], { schemas });
    expect({ ...verdict, findings: verdict.findings.map(({ code, severity }) => [code, severity]) }).toStrictEqual({
      findings: [['terraform-type-unknown', 'warning']],
      judged: 1,
      opaque: [
        { subject: 'workspaces/acme-test/foreign.tf.json', reason: 'written by hand' },
        { subject: 'module.network', reason: 'what a module makes is not read' },
      ],
      unknown: ['acme-test: helm_release.app'],
    });
  });

  it('is limited to the workspaces that were asked for; the others are read alone', async () => {
    const files = edit(edit(validFiles(), `${vpc}/cidr_blok`, 'x'), `${database}/resource/aws_kms_key/data/polcy`, 'x');
    const verdict = await checkTerraform(artifactsOf(files), { schemas, only: new Set(['acme-prod-data']) });
    expect(verdict.findings.map(({ output }) => output)).toStrictEqual([`${database}/resource/aws_kms_key/data/polcy`]);
    expect(verdict.judged).toBeLessThan(30);
  });

  it('leaves files of the other plane alone', async () => {
    const [artifact] = artifactsOf(oneFile({ resource: { aws_vcp: {} } }));
    const manifest: Artifact = { ...(artifact as Artifact), plane: 'kubernetes' };
    expect((await checkTerraform([manifest], { schemas })).findings).toStrictEqual([]);
  });
});

describe('the types of a run', () => {
  it('are those of resources, data sources, providers and blocks that have a schema', () => {
    const types = terraformTypesIn(artifactsOf(validFiles()), schemas);
    expect(types).toContain('resource.aws_eks_cluster');
    expect(types).toContain('data.terraform_remote_state');
    expect(types).toContain('provider.aws');
    expect(types).toContain('block.backend_s3');
    expect([...types].sort()).toStrictEqual(types);
    expect(terraformTypesIn(artifactsOf(oneFile({ resource: { helm_release: { a: {} } } })), schemas)).toStrictEqual(
      [],
    );
  });

  it('do not depend on the order of files and keys', async () => {
    const files = edit(edit(validFiles(), `${vpc}/cidr_blok`, 'x'), `${network}/resource/aws_vcp/x`, {});
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect((await faults(turned)).sort()).toStrictEqual((await faults(files)).sort());
  });
});
