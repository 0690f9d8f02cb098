import { dataTypes } from '../../schemas/graph/data-types';
import { TerraformGraph } from '../../schemas/graph/terraform';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { keepData } from '../../synth/build/data-safety';
import { globalTypes } from '../../synth/check/data-moved';
import { checkDataSafety } from '../../synth/check/data-safety';
import { reader, schemas } from '../fixtures/terraform/kit';
import type { Components } from '../support/edits';
import { built, terraformOf } from '../support/kept';

const here = { account: '111122223333', region: 'eu-west-1', regions: { recovery: 'eu-central-1' } };

/** Components in an environment whose `aws` says this. */
interface Described {
  readonly components: Components;
  readonly aws?: JsonObject;
}

async function rendered({ components, aws = {} }: Described) {
  return built(components, { settings: { aws: { ...here, ...aws } } });
}

/** What is said of an environment whose output is committed, once it is described in another way. */
async function said(was: Described, is: Described, changed = (committed: Artifact[]) => committed): Promise<Finding[]> {
  const committed = changed(terraformOf([await rendered(was)]));
  const kept = keepData([await rendered(is)], committed);
  const lost = checkDataSafety(
    kept.built.map(({ environment }) => environment),
    { before: new TerraformGraph(committed), after: new TerraformGraph(terraformOf(kept.built)) },
  );
  return [...kept.findings, ...lost];
}

/** Of each finding its code, and what moves from where to where. */
function moves(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ code, subject, message }) => `${code}: ${message.split(':')[0]?.replace(/^it/, subject) ?? ''}`,
  );
}

/** A database in a network with zones of a region. */
function database(region: string, network: JsonObject = {}): Components {
  const zone = (letter: string, cidr: string) => [`${region}${letter}`, { private: cidr }] as const;
  const zones = Object.fromEntries([zone('a', '10.0.11.0/24'), zone('b', '10.0.12.0/24')]);
  return {
    network: { main: { cidr: '10.0.0.0/16', natGateways: 'none', flowLogs: { enabled: false }, zones, ...network } },
    postgres: { hr: { database: 'hr' } },
  };
}

const bucket = { files: {}, pictures: {} };
const copies = (region: JsonObject) => ({ bucket: { 'files-copy': region } });
const domain = { zone: { public: { domain: 'acme.test' } } };

describe('an environment that is described in another region', () => {
  const was = { components: { ...database('eu-west-1'), bucket, ...domain } };
  const is = { components: { ...database('eu-west-2'), bucket, ...domain }, aws: { region: 'eu-west-2' } };

  it('is told of each component that holds data in a region, once', async () => {
    expect(moves(await said(was, is))).toEqual([
      'data-replaced: aws_db_instance.hr moves from eu-west-1 to eu-west-2',
      'data-replaced: aws_s3_bucket.files moves from eu-west-1 to eu-west-2',
      'data-replaced: aws_s3_bucket.pictures moves from eu-west-1 to eu-west-2',
    ]);
  });

  it('is told what becomes of the data, and what to do', async () => {
    const [finding] = await said(was, is);
    expect(finding).toMatchObject({
      severity: 'error',
      at: { file: 'environments/acme/test.yaml#/components/postgres/hr' },
      message: expect.stringMatching(/a new, empty one is made there, .*; so it is with aws_kms_key\.hr$/) as string,
      expected: 'eu-west-1',
      fix: 'keep aws.region at eu-west-1; to move for good, describe another environment in eu-west-2, and copy or restore the data into it; where nothing of it was ever applied, delete workspaces/acme-test-data/hr.tf.json, workspaces/acme-test-foundation/hr.tf.json',
    });
  });

  it('is told nothing of what was never rendered, or whose place nobody knows', async () => {
    expect(await said({ components: domain }, is)).toEqual([]);
    const placeless = (committed: Artifact[]) => committed.filter(({ path }) => !path.endsWith('/_workspace.tf.json'));
    expect(await said(was, is, placeless)).toEqual([]);
  });

  it('is told nothing where all stays where it is', async () => {
    const aws = { regions: { recovery: 'eu-central-1', other: 'eu-west-3' } };
    expect(await said(was, { ...was, aws })).toEqual([]);
  });
});

describe('an environment that is described in another account', () => {
  const components = { bucket: { files: {} }, ...domain };

  it('is told of what is in no region too', async () => {
    const findings = await said({ components }, { components, aws: { account: '444455556666' } });
    expect(moves(findings)).toEqual([
      'data-replaced: aws_route53_zone.public moves from account 111122223333 to account 444455556666',
      'data-replaced: aws_s3_bucket.files moves from account 111122223333 to account 444455556666',
    ]);
    expect(findings[0]?.fix).toContain(
      'keep aws.account at 111122223333; to move for good, describe another environment',
    );
  });

  it('is told of both where its region changes with it', async () => {
    const aws = { account: '444455556666', region: 'eu-west-2' };
    const [, second] = await said({ components }, { components, aws });
    expect(second?.message).toContain('from eu-west-1 in account 111122223333 to eu-west-2 in account 444455556666: ');
    expect(second?.fix).toContain('keep aws.account at 111122223333 and keep aws.region at eu-west-1; ');
  });
});

describe('a component that holds data and gets another region', () => {
  const regions = { recovery: 'eu-central-1', 'far-away': 'us-east-1' };

  it.each([
    {
      way: 'eu-central-1 to eu-west-1',
      was: { region: 'recovery' },
      is: {},
      fix: 'put region: recovery back into files-copy, or ',
    },
    {
      way: 'us-east-1 to eu-central-1',
      was: { region: 'far-away' },
      is: { region: 'recovery' },
      fix: 'put region: far-away back into ',
    },
    {
      way: 'eu-west-1 to eu-central-1',
      was: {},
      is: { region: 'recovery' },
      fix: 'take region out of files-copy, or ',
    },
  ])('would be empty there: $way', async ({ way, was, is, fix }) => {
    const aws = { regions };
    const findings = await said({ components: copies(was), aws }, { components: copies(is), aws });
    expect(moves(findings)).toEqual([`data-replaced: aws_s3_bucket.files_copy moves from ${way}`]);
    expect(findings[0]?.fix).toContain(fix);
    expect(findings[0]?.fix).toContain('describe another component in ');
  });

  it('is told so where the name of its region comes to mean another one', async () => {
    const components = copies({ region: 'far-away' });
    const aws = { regions: { ...regions, 'far-away': 'us-west-2' } };
    const [finding, ...others] = await said({ components, aws: { regions } }, { components, aws });
    expect([finding?.message, others]).toEqual([expect.stringContaining(' moves from us-east-1 to us-west-2: '), []]);
    expect(finding?.fix).toContain('keep aws.regions.far-away at us-east-1; ');
  });

  it('stays where it is where its region has another name', async () => {
    const aws = { regions: { ...regions, second: 'eu-central-1' } };
    const is = { components: copies({ region: 'second' }), aws };
    expect(await said({ components: copies({ region: 'recovery' }), aws }, is)).toEqual([]);
  });

  it('is told so where its network goes there, and where an argument says so', async () => {
    const is = { components: database('eu-central-1', { region: 'recovery' }) };
    expect(moves(await said({ components: database('eu-west-1') }, is))).toEqual([
      'data-replaced: aws_db_instance.hr moves from eu-west-1 to eu-central-1',
    ]);
    const patches = { 'aws_s3_bucket.files_copy': { region: 'eu-north-1' } };
    const findings = await said({ components: copies({}) }, { components: copies({ patches }) });
    expect(moves(findings)).toEqual(['data-replaced: aws_s3_bucket.files_copy moves from eu-west-1 to eu-north-1']);
    expect(findings[0]?.fix).toMatch(/^keep files-copy in eu-west-1; /);
  });

  it('is told of the place alone where its name changes as well', async () => {
    const is = { components: copies({ name: 'acme-other' }) };
    expect(moves(await said({ components: copies({ region: 'recovery' }) }, is))).toEqual([
      'data-replaced: aws_s3_bucket.files_copy moves from eu-central-1 to eu-west-1',
    ]);
  });

  it('is told so under another key too', async () => {
    const is = { components: { bucket: { files: { name: 'acme-test-files-copy', renamedFrom: 'files-copy' } } } };
    expect(moves(await said({ components: copies({ region: 'recovery' }) }, is))).toEqual([
      'data-replaced: aws_s3_bucket.files moves from eu-central-1 to eu-west-1',
    ]);
  });

  it('may go there once a tombstone has let go of it', async () => {
    const forgotten = await built({ bucket: { other: {} } }, { settings: { aws: here, removed: { files: 'forget' } } });
    const before = terraformOf([await rendered({ components: { bucket } })]);
    const { built: kept } = keepData([forgotten], before);
    const left = terraformOf(kept);
    const is = { components: { bucket: { files: { region: 'recovery' }, other: {} } } };
    const findings = await said({ components: {} }, is, () => left);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a type that is in no region', () => {
  const regionOf = (type: string) => {
    const found = schemas.lookup('resource', type);
    return found.kind === 'known' ? found.schema.members['region'] : undefined;
  };

  it('takes none, and every other that holds data does', () => {
    const index = reader.readText('@cdktf/provider-aws', 'lib/lazy-index.js') ?? '';
    const folders = [...index.matchAll(/require\('\.\/([\w-]+)'\)/g)].map(([, folder = '']) => folder);
    const types = folders
      .map((folder) => `aws_${folder.replaceAll('-', '_')}`)
      .filter((type) => globalTypes.test(type));
    expect(types).toContain('aws_route53_zone');
    expect(types.filter(regionOf)).toEqual([]);
    expect(Object.keys(dataTypes).filter((type) => globalTypes.test(type) || !regionOf(type))).toEqual([]);
  });
});
