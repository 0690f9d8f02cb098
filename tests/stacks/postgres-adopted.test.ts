import { print } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';

const system = `owner: platform
costCentre: cc-1
aws: { account: "111122223333", region: us-east-1 }
terraform: { backend: { cloud: { organization: acme } } }
repository: { url: https://github.com/acme/infrastructure }
`;
const network = `components:
  network:
    main:
      cidr: 10.0.0.0/16
      natGateways: none
      zones:
        us-east-1a: { private: 10.0.11.0/24 }
        us-east-1b: { private: 10.0.12.0/24 }
  key:
    shared: {}
`;

const keyId = '0a1b2c3d-1111-2222-3333-444444444444';

/** What is said of a database `hr`, stated line by line, each finding with the line that it stands at. */
async function said(kind: string, ...lines: readonly string[]) {
  const hr = [`  ${kind}:`, '    hr:', ...['name: hr-2018', 'database: hr', ...lines].map((line) => `      ${line}`)];
  const file = `${network}${hr.join('\n')}\n`;
  const host = new MemoryHost({
    'environments/acme/system.yaml': system,
    'environments/acme/prod.yaml': file,
  });
  const { findings } = await print(host);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ at, message, fix }) => ({ line: file.split('\n')[at.line - 1]?.trim(), message, fix }));
}

const adopted = 'adopt: { aws_db_instance.hr: hr-2018 }';
const stated = [
  'masterUser: hr_admin',
  'engineVersion: "15.7"',
  'instanceClass: db.m6g.xlarge',
  'storage: { gibibytes: 500 }',
];
const withKey = `adopt: { aws_db_instance.hr: hr-2018, aws_kms_key.hr: ${keyId} }`;
const leaveKey =
  'adopt its key (adopt: { aws_kms_key.hr: <key id> }), name the component of it (key:), or leave it as it is (patches: { aws_db_instance.hr: { kms_key_id: null } })';

describe('a database that is adopted', () => {
  it('is refused, at its key, with all that a default may replace or change', async () => {
    expect(await said('postgres', adopted)).toEqual([
      {
        line: 'hr:',
        message:
          'defaults may replace what is adopted: masterUser (postgres), key (a new one); defaults may change what is adopted: engineVersion (17.9), instanceClass (db.t4g.micro), storage.gibibytes (20) (postgres/adopted-as-it-is)',
        fix: `state what it has in AWS: masterUser, engineVersion, instanceClass, storage.gibibytes; ${leaveKey}`,
      },
    ]);
  });

  it('is refused for its key alone, where that is all that is left out', async () => {
    expect(await said('postgres', adopted, ...stated)).toMatchObject([
      { message: 'defaults may replace what is adopted: key (a new one) (postgres/adopted-as-it-is)', fix: leaveKey },
    ]);
  });

  it('is refused for a size that is left out of its volume', async () => {
    const others = stated.filter((line) => !line.startsWith('storage'));
    expect(await said('postgres', withKey, ...others, 'storage: { maximumGibibytes: 600 }')).toMatchObject([
      { fix: 'state what it has in AWS: storage.gibibytes' },
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['adopted with it', [withKey]],
    ['a component', [adopted, 'key: shared']],
    ['left as it is', [adopted, 'patches: { aws_db_instance.hr: { kms_key_id: null } }']],
  ])('is taken with all of it stated and its key %s', async (_, lines) => {
    expect(await said('postgres', ...stated, ...lines)).toEqual([]);
  });

  it('is taken where a patch states it, or a value that is the default', async () => {
    const values =
      '{ username: hr_admin, engine_version: "15.7", instance_class: db.m6g.large, allocated_storage: 500 }';
    expect(await said('postgres', withKey, `patches: { aws_db_instance.hr: ${values} }`)).toEqual([]);
    const defaults = ['masterUser: postgres', 'engineVersion: "17.9"', 'instanceClass: db.t4g.micro'];
    expect(await said('postgres', withKey, ...defaults, 'storage: { gibibytes: 20 }')).toEqual([]);
  });

  it('is one whose instance is adopted: of one that is new, defaults are taken', async () => {
    expect(await said('postgres')).toEqual([]);
    expect(await said('postgres', `adopt: { aws_kms_key.hr: ${keyId} }`)).toEqual([]);
  });

  it('may be a cluster of Aurora', async () => {
    const cluster = 'adopt: { aws_rds_cluster.hr: hr-2018 }';
    expect(await said('aurora-postgres', cluster)).toMatchObject([
      {
        message:
          'defaults may replace what is adopted: masterUser (postgres), key (a new one); defaults may change what is adopted: engineVersion (17.9), capacity.minimum (0.5), capacity.maximum (4) (aurora-postgres/adopted-as-it-is)',
      },
    ]);
    const all = ['masterUser: hr', 'engineVersion: "15.7"', 'capacity: { minimum: 2, maximum: 16 }', 'key: shared'];
    expect(await said('aurora-postgres', cluster, ...all)).toEqual([]);
  });
});

describe('a version that AWS offers no more', () => {
  it('is refused of a new database, with what to state where it exists', async () => {
    expect(await said('postgres', ...stated)).toMatchObject([
      {
        line: 'engineVersion: "15.7"',
        fix: 'take one of these versions; where the database exists already, keep its version and state in the same edit: adopt: { aws_db_instance.hr: hr-2018 }',
      },
    ]);
  });
});
