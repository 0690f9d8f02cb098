import { dataTypes } from '../../schemas/graph/data-types';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { keepData } from '../../synth/build/data-safety';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { built, run, terraformOf } from '../support/kept';
import { render } from '../support/render';

const bucketFile = 'workspaces/acme-test-data/images.tf.json';
const twoZones = {
  'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
  'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
};
const tombstone = (fate: string) => ({ settings: { removed: { images: fate } } });

describe('a component that holds data and is taken out', () => {
  it('is missed where nothing says what becomes of it', async () => {
    const before = terraformOf([await built({ bucket: { images: {}, other: {} } })]);
    expect(run([await built({ bucket: { other: {} } })], before).findings).toEqual([
      { code: 'missing-tombstone', place: 'environments/acme/test.yaml#/removed', subject: 'acme/test images' },
    ]);
  });

  it.each([
    ['forget', false],
    ['destroy', true],
  ])('yields removed blocks for a tombstone that says %s', async (fate, destroy) => {
    const before = terraformOf([await built({ bucket: { images: {}, other: {} } })]);
    const { files, findings } = run([await built({ bucket: { other: {} } }, tombstone(fate))], before);
    expect(findings.filter(({ code }) => code !== 'destroy-refused')).toEqual([]);
    const { removed } = files[bucketFile] as { removed: JsonObject[] };
    expect(removed).toContainEqual({ from: 'aws_s3_bucket.images', lifecycle: { destroy } });
    expect(removed.map(({ from }) => from)).toEqual(removed.map(({ from }) => from).sort());
  });

  it('says nothing of the component that has come in its place', async () => {
    const database = { 'aurora-postgres': { db: { database: 'app', capacity: { minimum: 0.5, maximum: 1 } } } };
    const network = { network: { main: { cidr: '10.0.0.0/16', zones: twoZones } } };
    const gone = { settings: { removed: { db: 'destroy' } } };
    const before = terraformOf([await built({ ...network, ...database })]);
    const after = await built({ ...network, postgres: { db: { database: 'app' } } }, gone);
    const first = run([after], before);
    expect(first.findings.map(({ code }) => code)).toEqual(['destroy-refused']);
    expect(run([after], first.artifacts).findings).toEqual([]);
  });

  it('says that AWS will refuse to destroy what is protected', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    expect(run([await built({ bucket: { other: {} } }, tombstone('destroy'))], before).findings).toEqual([
      { code: 'destroy-refused', place: 'environments/acme/test.yaml#/removed/images', subject: 'acme/test images' },
    ]);
  });

  it.each([
    ['bucket', { images: {} }, 'empty it first, with all versions of all objects; '],
    ['repositories', { images: { repositories: { web: {} } } }, 'delete all images in it first; '],
    ['postgres', { images: { database: 'app' } }, 'lift it first: describe the component without the protection, '],
  ])('says what to do first so that a %s can be destroyed', async (kind, described, fix) => {
    const network = { network: { main: { cidr: '10.0.0.0/16', zones: twoZones } } };
    const before = terraformOf([await built({ ...network, [kind]: described })]);
    const { findings } = keepData([await built(network, tombstone('destroy'))], before);
    expect(findings.map((finding) => [finding.code, finding.fix.startsWith(fix)])).toEqual([['destroy-refused', true]]);
  });

  it('needs nothing done first where AWS deletes it with all that it holds', async () => {
    const patches = { 'aws_s3_bucket.images': { force_destroy: true } };
    const before = terraformOf([await built({ bucket: { images: { patches } } })]);
    expect(run([await built({ bucket: { other: {} } }, tombstone('destroy'))], before).findings).toEqual([]);
  });

  it('keeps its blocks on the next run, and its workspace, where nothing else is in it', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    const gone = await built({ zone: { public: { domain: 'acme.test' } } }, tombstone('forget'));
    const first = run([gone], before);
    const second = run([gone], first.artifacts);
    expect(first.findings).toEqual([]);
    expect(Object.keys(first.files)).toContain('workspaces/acme-test-data/_workspace.tf.json');
    expect(second.files).toEqual(first.files);
    expect(second.findings).toEqual([]);
  });

  it('needs no tombstone once it has been forgotten, which nobody here can know', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    const forgotten = run([await built({ bucket: { other: {} } }, tombstone('forget'))], before).artifacts;
    const after = run([await built({ bucket: { other: {} } })], forgotten);
    expect(new Set(after.findings.map(({ code }) => code))).toEqual(new Set(['tombstone-withdrawn']));
    expect(after.files[bucketFile]).toBeUndefined();
  });

  it('is not missed where it holds no data', async () => {
    const before = terraformOf([
      await built({ zone: { public: { domain: 'acme.test', protect: false } }, bucket: { other: {} } }),
    ]);
    expect(run([await built({ bucket: { other: {} } })], before).findings).toEqual([]);
  });

  it('keeps the provider of another region, through which it was made', async () => {
    const before = terraformOf([await built({ bucket: { images: { region: 'dr' }, other: {} } })]);
    const { files } = run([await built({ bucket: { other: {} } }, tombstone('forget'))], before);
    const settings = files['workspaces/acme-test-data/_workspace.tf.json'] as { provider: { aws: JsonObject[] } };
    expect(settings.provider.aws.map(({ alias }) => alias)).toEqual([undefined, 'dr']);
  });
});

describe('a tombstone', () => {
  it('of a component that is there is a finding', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    expect(run([await built({ bucket: { images: {} } }, tombstone('forget'))], before).findings).toEqual([
      {
        code: 'tombstone-of-present',
        place: 'environments/acme/test.yaml#/removed/images',
        subject: 'acme/test images',
      },
    ]);
  });

  it('of a component that never was is a finding', async () => {
    const after = await built({ bucket: { other: {} } }, tombstone('forget'));
    expect(run([after], []).findings).toEqual([
      {
        code: 'tombstone-of-unknown',
        place: 'environments/acme/test.yaml#/removed/images',
        subject: 'acme/test images',
      },
    ]);
  });

  it('lets go of what a component has made, and now finds as it is', async () => {
    const before = terraformOf([await built({ bucket: { images: { name: 'acme-images' } } })]);
    const existing = { bucket: { images: { name: 'acme-images', existing: true } } };
    expect(run([await built(existing)], before).findings.map(({ code }) => code)).toEqual(['missing-tombstone']);
    const { files, findings } = run([await built(existing, tombstone('forget'))], before);
    expect(findings).toEqual([]);
    expect((files[bucketFile] as { removed: JsonObject[] }).removed).toContainEqual({
      from: 'aws_s3_bucket.images',
      lifecycle: { destroy: false },
    });
  });
});

describe('a component that has another key', () => {
  it('moves its resources and is not missed', async () => {
    const before = terraformOf([await built({ bucket: { images: { name: 'acme-images' } } })]);
    const after = await built({ bucket: { pictures: { name: 'acme-images', renamedFrom: 'images' } } });
    const { files, findings } = run([after], before);
    expect(findings).toEqual([]);
    const { moved } = files['workspaces/acme-test-data/pictures.tf.json'] as { moved: JsonObject[] };
    expect(moved).toContainEqual({ from: 'aws_s3_bucket.images', to: 'aws_s3_bucket.pictures' });
  });

  it('would be replaced where its physical name follows the key', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    const after = await built({ bucket: { pictures: { renamedFrom: 'images' } } });
    expect(run([after], before).findings.map(({ code }) => code)).toEqual(['data-replaced']);
  });
});

describe('what AWS can not change in place', () => {
  it('is a finding at the component, for the physical name', async () => {
    const before = terraformOf([await built({ bucket: { images: { name: 'acme-images' } } })]);
    const after = await built({ bucket: { images: { name: 'acme-pictures' } } });
    expect(run([after], before).findings).toEqual([
      expect.objectContaining({ code: 'data-replaced', subject: 'aws_s3_bucket.images' }),
    ]);
  });

  it('may change where it is no more than a setting', async () => {
    const before = terraformOf([await built({ bucket: { images: {} } })]);
    expect(run([await built({ bucket: { images: { versioning: false } } })], before).findings).toEqual([]);
  });
});

describe('a component that moves to another environment', () => {
  const images = { bucket: { images: { name: 'acme-images' } } };
  const other = { bucket: { other: {} } };

  async function moved(more: JsonObject = {}) {
    const before = terraformOf([
      await built({ bucket: { ...images.bucket, ...other.bucket } }, { name: 'dev' }),
      await built({ bucket: { third: {} } }, { name: 'shared' }),
    ]);
    const after = [
      await built(other, { name: 'dev' }),
      await built({ bucket: { images: { ...images.bucket.images, ...more }, third: {} } }, { name: 'shared' }),
    ];
    return { before, after };
  }

  it('is forgotten there and imported here', async () => {
    const { before, after } = await moved();
    const { files, findings } = run(after, before);
    expect(findings).toEqual([]);
    expect((files['workspaces/acme-dev-data/images.tf.json'] as { removed: JsonObject[] }).removed).toContainEqual({
      from: 'aws_s3_bucket.images',
      lifecycle: { destroy: false },
    });
    expect((files['workspaces/acme-shared-data/images.tf.json'] as { import: JsonObject[] }).import).toContainEqual({
      to: 'aws_s3_bucket.images',
      id: 'acme-images',
    });
  });

  it('stays so on the next run', async () => {
    const { before, after } = await moved();
    const first = run(after, before);
    const second = run(after, first.artifacts);
    expect(second.files).toEqual(first.files);
    expect(second.findings).toEqual([]);
  });

  it('is another one where its name is another', async () => {
    const { before, after } = await moved({ name: 'acme-other-images' });
    expect(run(after, before).findings.map(({ code }) => code)).toEqual(['missing-tombstone']);
  });
});

describe('a component whose resources move to another workspace of its environment', () => {
  const network = {
    main: { cidr: '10.0.0.0/16', natGateways: 'none', zones: { 'us-east-1a': { private: '10.0.1.0/24' } } },
  };
  const moved = 'workspaces/acme-test-data/models.tf.json';
  const old = 'workspaces/acme-test-foundation/models.tf.json';

  /** The committed output, as if what is in `data` now had been in `foundation`. */
  async function before(): Promise<Artifact[]> {
    const artifacts = terraformOf([await built({ network, 'file-system': { models: { network: 'main' } } })]);
    const others = artifacts.filter(({ path }) => path !== old);
    return others.map((artifact) => (artifact.path === moved ? { ...artifact, path: old } : artifact));
  }

  it('asks for the id of what AWS has named', async () => {
    const after = await built({ network, 'file-system': { models: { network: 'main' } } });
    expect(run([after], await before()).findings).toContainEqual(
      expect.objectContaining({ code: 'missing-import-id', subject: 'acme/test file-system models' }),
    );
  });

  it('is forgotten there where the description says what to adopt', async () => {
    const adopt = { 'aws_efs_file_system.models': 'fs-0123456789abcdef0' };
    const after = await built({ network, 'file-system': { models: { network: 'main', adopt } } });
    const { files, findings } = run([after], await before());
    expect(findings.filter(({ code }) => code === 'missing-tombstone')).toEqual([]);
    expect((files[old] as { removed: JsonObject[] }).removed).toContainEqual({
      from: 'aws_efs_file_system.models',
      lifecycle: { destroy: false },
    });
    expect((files[moved] as { import: JsonObject[] }).import).toEqual([
      { to: 'aws_efs_file_system.models', id: 'fs-0123456789abcdef0' },
    ]);
  });
});

it('every kind that holds data makes a resource of a type that is known to hold data', async () => {
  const kinds = await loadKinds(Object.keys(catalogue));
  const without: string[] = [];
  for (const [name, kind] of kinds) {
    if (kind.plane !== 'aws' || kind.holdsData === undefined || name === 'aws-resource') continue;
    const [example] = Object.values(kind.examples);
    if (!example) continue;
    const { built: result } = await render({
      components: { ...example.with, [name]: { ...example.with?.[name], example: example.input } },
    });
    const types = (result?.artifacts ?? []).flatMap(({ content }) =>
      Object.keys((content as JsonObject)['resource'] ?? {}),
    );
    if (!types.some((type) => type in dataTypes)) without.push(name);
  }
  expect(without).toEqual([]);
});
