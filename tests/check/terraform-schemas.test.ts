import fc from 'fast-check';
import { extractMembers } from '../../schemas/upstream/terraform/extract';
import { terraformFunctions } from '../../schemas/upstream/terraform/functions';
import { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type Member, type Members, type TypeKey } from '../../schemas/upstream/terraform/type-schema';
import { awsMembers, awsValues } from '../../schemas/upstream/terraform/overlay-aws';
import { awsChoices } from '../../schemas/upstream/terraform/overlay-aws-choices';
import type { Installation } from '../../synth/host/host';
import { checkTerraform, terraformTypesIn } from '../../synth/check/terraform';
import { checkInstalled } from '../../synth/check/terraform-installed';
import { loadCompiled } from '../../synth/check/terraform-compiled';
import { TypeJudge } from '../../synth/check/terraform-validators';
import { compileTerraformValidators, typesImported } from '../../tools/schemas/terraform-compile';
import { argumentFaults } from '../fixtures/terraform/argument-faults';
import { artifactsOf, compileValid, edit, reader, schemas, validFiles } from '../fixtures/terraform/kit';

function members(key: TypeKey): Members {
  const found = schemas.lookup(...splitKey(key));
  if (found.kind !== 'known') throw new Error(`no ${key}`);
  return found.schema.members;
}

/** A member by its path, through lists and objects. */
function member(key: TypeKey, path: string): Member | undefined {
  let at: Members = members(key);
  let found: Member | undefined;
  for (const name of path.split('.')) {
    found = at[name];
    const type = found?.type;
    const item =
      typeof type === 'object' && 'list' in type
        ? type.list
        : typeof type === 'object' && 'set' in type
          ? type.set
          : type;
    at = typeof item === 'object' && 'object' in item ? item.object : {};
  }
  return found;
}

/** Folders of a provider package: its types, by the names that its index gives. */
function foldersOf(packageName: string): string[] {
  const index = reader.readText(packageName, 'lib/lazy-index.js') ?? '';
  return [...index.matchAll(/require\('\.\/([\w-]+)'\)/g)].map(([, folder = '']) => folder);
}

/** An installation whose build made these files. */
function installationOf(built: { readonly code?: string; readonly cache?: Uint8Array }, read: string[]): Installation {
  const files: Record<string, Uint8Array | undefined> = {
    'built/terraform.js': built.code === undefined ? undefined : Buffer.from(built.code, 'latin1'),
    'built/terraform.cache': built.cache,
  };
  return {
    files: {
      exists: (path) => files[path] !== undefined,
      readBytes: (path) => files[path] ?? new Uint8Array(),
      readText: () => '',
    },
    readPackage: (name, path) => {
      read.push(path);
      return reader.readText(name, path);
    },
  };
}

describe('shapes of types, read from the provider packages', () => {
  it.each<[string, `${TypeKey} ${string}`, Member]>([
    ['a required string', 'resource.aws_subnet vpc_id', { type: 'string', use: 'required' }],
    [
      'an optional number with values',
      'resource.aws_flow_log max_aggregation_interval',
      { type: 'number', use: 'optional' },
    ],
    ['an optional boolean', 'resource.aws_vpc enable_dns_support', { type: 'bool', use: 'optional' }],
    ['an attribute that only the provider sets', 'resource.aws_vpc arn', { type: 'string', use: 'computed' }],
    ['an id that can’t be set', 'resource.aws_vpc id', { type: 'string', use: 'computed' }],
    ['an id that is an argument', 'data.aws_vpc id', { type: 'string', use: 'optional' }],
    ['a map', 'resource.aws_vpc tags', { type: { map: 'string' }, use: 'optional' }],
    [
      'a list of strings',
      'resource.aws_eks_cluster enabled_cluster_log_types',
      {
        type: { set: 'string' },
        use: 'optional',
        values: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      },
    ],
    [
      'a list that keeps its order',
      'resource.aws_eks_node_group instance_types',
      { type: { list: 'string' }, use: 'optional' },
    ],
    [
      'an argument whose name is a word of JavaScript',
      'resource.aws_vpc_security_group_ingress_rule tags_all',
      { type: { map: 'string' }, use: 'computed' },
    ],
    ['an argument that CDKTF renames', 'resource.aws_security_group_rule self', { type: 'bool', use: 'optional' }],
    ['another one', 'resource.aws_instance get_password_data', { type: 'bool', use: 'optional' }],
    ['a value of any type', 'resource.aws_quicksight_analysis definition', { type: 'any', use: 'optional' }],
    [
      'a map of booleans',
      'resource.aws_api_gateway_method request_parameters',
      { type: { map: 'bool' }, use: 'optional' },
    ],
    ['an argument of the provider', 'provider.aws allowed_account_ids', { type: { list: 'string' }, use: 'optional' }],
    ['what Terraform takes in every block', 'resource.aws_vpc count', { type: 'number', use: 'optional' }],
    ['a type of Terraform itself', 'resource.terraform_data output', { type: 'any', use: 'computed' }],
    [
      'the empty block of a Terraform Cloud policy',
      'resource.tfe_data_retention_policy dont_delete',
      { type: { object: {} }, use: 'optional', block: true },
    ],
  ])('tell %s', (_what, place, expected) => {
    const [key, path] = place.split(' ') as [TypeKey, string];
    expect(member(key, path)).toStrictEqual(expected);
  });

  it.each<[string, `${TypeKey} ${string}`, Partial<Member>]>([
    ['a block that may stand once', 'resource.aws_eks_cluster access_config', { use: 'optional', block: true, max: 1 }],
    ['a block that must stand once', 'resource.aws_eks_cluster vpc_config', { use: 'required', block: true, max: 1 }],
    [
      'a block that may repeat',
      'resource.aws_cloudfront_distribution ordered_cache_behavior',
      { use: 'optional', block: true },
    ],
    [
      'a block inside blocks',
      'resource.aws_cloudfront_distribution origin.custom_origin_config',
      { use: 'optional', block: true, max: 1 },
    ],
    [
      'a count that only the overlay knows',
      'resource.aws_s3_bucket_lifecycle_configuration rule.filter',
      { block: true, max: 1 },
    ],
    ['objects that must be complete', 'resource.aws_security_group ingress', { use: 'optional', complete: true }],
    ['a shape of the overlay', 'resource.aws_wafv2_web_acl rule.statement', { use: 'required', block: true, max: 1 }],
  ])('tell %s', (_what, place, expected) => {
    const [key, path] = place.split(' ') as [TypeKey, string];
    expect(member(key, path)).toMatchObject(expected);
  });

  it('can be read for every type of the AWS and Terraform Cloud providers', () => {
    const failed: string[] = [];
    let count = 0;
    for (const provider of ['aws', 'tfe']) {
      for (const folder of foldersOf(`@cdktf/provider-${provider}`)) {
        const name = folder.replaceAll('-', '_');
        const [mode, type] =
          folder === 'provider'
            ? (['provider', provider] as const)
            : folder.startsWith(`data-${provider}-`)
              ? (['data', name.slice('data_'.length)] as const)
              : (['resource', `${provider}_${name}`] as const);
        const found = new TerraformSchemas(reader).lookup(mode, type);
        count++;
        if (found.kind !== 'known' || Object.keys(found.schema.members).length < 2) failed.push(`${mode}.${type}`);
      }
    }
    expect(failed).toStrictEqual([]);
    expect(count).toBeGreaterThan(2300);
  });

  it('are refused where the generator writes another form of code', () => {
    expect(() => extractMembers('class X {}')).toThrow('no resource, data source or provider class');
    const code =
      'class Vpc extends cdktf.TerraformResource {\n    synthesizeAttributes() {\n        return {\n            a: strange(this._a),\n        };\n    }\n}\n';
    expect(() => extractMembers(code)).toThrow('argument of an unknown form: strange(this._a)');
  });

  it('are those of the version that the package was generated from', () => {
    expect(schemas.provider('aws')).toMatchObject({ version: expect.stringMatching(/^6\.\d+\.\d+$/) as string });
    expect(schemas.provider('nowhere')).toBeUndefined();
  });
});

describe('the overlay', () => {
  const keys = [...new Set([...Object.keys(awsMembers), ...Object.keys(awsValues), ...Object.keys(awsChoices)])];

  it.each(keys as TypeKey[])('of %s names what the type has', (key) => {
    const shape = members(key);
    for (const path of Object.keys(awsValues[key] ?? {})) expect(member(key, path)?.use).not.toBe('computed');
    for (const { of } of awsChoices[key] ?? []) {
      for (const name of of) expect({ name, use: shape[name]?.use }).not.toStrictEqual({ name, use: undefined });
    }
  });
});

describe('the functions of Terraform', () => {
  it('are known by name with their counts of arguments', () => {
    expect(Object.keys(terraformFunctions)).toHaveLength(118);
    expect(terraformFunctions).toMatchObject({
      cidrsubnet: [3, 3],
      concat: [1, Infinity],
      lookup: [2, 3],
      timestamp: [0, 0],
    });
  });
});

describe('validators compiled ahead of time', () => {
  it('find what those compiled in the run find', async () => {
    const compiled = await compileValid();
    expect(compiled.isOf(schemas)).toBe(true);
    const stored = new TerraformSchemas({ readText: () => undefined }, compiled.members);
    for (const { at, value, code } of argumentFaults.filter((fault) => !fault.code.includes('type-'))) {
      const artifacts = artifactsOf(edit(validFiles(), at, value));
      const ahead = await checkTerraform(artifacts, { schemas: stored, compiled });
      const keys = terraformTypesIn(artifacts, schemas);
      expect(keys.every((key) => compiled.has(key))).toBe(true);
      expect(ahead.findings.map((finding) => finding.code)).toStrictEqual([code]);
    }
  });

  it('are another build’s where a package has another version', async () => {
    const { code } = await compileTerraformValidators(['resource.aws_sqs_queue'], schemas);
    expect(loadCompiled(code).isOf(schemas)).toBe(true);
    expect(loadCompiled(code.replace(/aws:"[^"]+"/, 'aws:"1.0.0"')).isOf(schemas)).toBe(false);
  });

  it('are read from the folder of the build, and passed over where they are not there or of another time', async () => {
    const types = terraformTypesIn(artifactsOf(validFiles()), schemas);
    const { code, cache } = await compileTerraformValidators(types, schemas);
    const older = code.replace(/aws:"[^"]+"/, 'aws:"1.0.0"');
    for (const files of [{ code, cache }, { code }, { code: older }, { code, cache: new Uint8Array(9) }, {}]) {
      const read: string[] = [];
      const installation = installationOf(files, read);
      const options = { only: new Set(['acme-prod-data']), compiledFolder: 'built' };
      const verdict = await checkInstalled(installation, artifactsOf(validFiles()), options);
      expect(verdict).toMatchObject({ findings: [], judged: 19 });
      // Code of provider packages is read only where the build has no shape of a type.
      expect(read.some((path) => path.endsWith('index.js'))).toBe(!('code' in files) || files.code === older);
    }
  });

  it('are made for the types whose classes a source imports', () => {
    const source = `import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { DataAwsAmi } from "@cdktf/provider-aws/lib/data-aws-ami";
import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';
import { Workspace } from '@cdktf/provider-tfe/lib/workspace';`;
    expect(typesImported(source)).toStrictEqual([
      'resource.aws_vpc',
      'data.aws_ami',
      'provider.tfe',
      'resource.tfe_workspace',
    ]);
  });

  it('accept what those of the run accept, of random blocks', async () => {
    const compiled = await compileValid();
    const keys: TypeKey[] = [
      'resource.aws_sqs_queue',
      'resource.aws_eks_cluster',
      'resource.aws_wafv2_web_acl',
      'block.output',
    ];
    const inRun = new TypeJudge(schemas);
    const answers = new Set<boolean>();
    const names = [...new Set(keys.flatMap((key) => Object.keys(members(key))))];
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, true, 1, 'x', '${a.b}', '7', '', 'API'),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('x', 'name', 'value', 'statement', 'rule', ...names.slice(0, 20)), tie('any'), {
          maxKeys: 3,
        }),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }),
        async (key, body) => {
          const accepts = compiled.accepts(key, body);
          answers.add(accepts);
          expect(accepts).toBe((await inRun.errors(key, body)).length === 0);
        },
      ),
      { numRuns: 300 },
    );
    expect([...answers].sort()).toStrictEqual([false, true]);
  });
});
