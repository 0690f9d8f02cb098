import { join } from 'node:path';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { parse } from 'yaml';
import { MemoryHost } from '../support/memory-host';
import { print, readTree, type Printed } from './system-files';

const small = readTree(join(__dirname, '../fixtures/systems/accepted-small-system'), 'environments');
const file = 'environments/acme/prod.yaml';

/** The small system with one line of it replaced. */
async function printWith(line: string, replacement: string, committed: Printed['files'] = {}): Promise<Printed> {
  const text = small[file] ?? '';
  expect(text.split(line)).toHaveLength(2);
  return print(new MemoryHost({ ...small, ...committed, [file]: text.replace(line, replacement) }));
}

const bucketLine = '    images: {}\n';
const serviceLine = '    api: { port: 8080, uses: { images: read } }\n';

/** What files of some ending, taken together, hold. */
function blocks({ files }: Printed, name: string): JsonObject[] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith('workspaces/acme-prod-') && path.endsWith('.tf.json'))
    .flatMap(([, text]) => ((JSON.parse(text) as JsonObject)[name] ?? []) as JsonObject[]);
}

function resource({ files }: Printed, type: string, id: string): JsonObject {
  const all = Object.entries(files)
    .filter(([path]) => path.startsWith('workspaces/acme-prod-'))
    .map(
      ([, text]) =>
        (JSON.parse(text) as { resource?: Record<string, Record<string, JsonObject>> }).resource?.[type]?.[id],
    );
  return all.find((found) => found !== undefined) ?? {};
}

function deployment({ files }: Printed): JsonObject {
  const text = Object.entries(files).find(([path]) => path.endsWith('/deployment-api.yaml'))?.[1] ?? '{}';
  return parse(text) as JsonObject;
}

describe('renamedFrom', () => {
  it('moves every resource of a component from the address that its old key made', async () => {
    const before = await print(new MemoryHost(small));
    const addresses = Object.values(before.files)
      .filter((text) => text.startsWith('{'))
      .flatMap((text) => Object.entries((JSON.parse(text) as { resource?: Record<string, JsonObject> }).resource ?? {}))
      .flatMap(([type, byId]) =>
        Object.keys(byId)
          .filter((id) => /^images(_|$)/.test(id))
          .map((id) => `${type}.${id}`),
      );
    const text = (small[file] ?? '').replace('uses: { images: read }', 'uses: { pictures: read }');
    const after = await print(
      new MemoryHost({
        ...small,
        ...before.files,
        [file]: text.replace(bucketLine, '    pictures: { renamedFrom: images, name: acme-prod-images }\n'),
      }),
    );
    expect(after.findings).toEqual([]);
    const moves = blocks(after, 'moved') as unknown as { from: string; to: string }[];
    expect(moves.map(({ from }) => from).sort()).toEqual([...new Set(addresses)].sort());
    expect(moves.filter(({ from, to }) => from.replace('.images', '.pictures') !== to)).toEqual([]);
    expect(moves.length).toBeGreaterThan(3);
  });
});

describe('adopt', () => {
  it('imports the existing resource into the one that the component makes, and changes nothing else', async () => {
    const before = await print(new MemoryHost(small));
    const after = await printWith(bucketLine, '    images: { adopt: { aws_s3_bucket.images: acme-prod-images } }\n');
    expect(after.findings).toEqual([]);
    expect(blocks(after, 'import')).toEqual([{ id: 'acme-prod-images', to: 'aws_s3_bucket.images' }]);
    const changed = Object.keys(after.files).filter((path) => after.files[path] !== before.files[path]);
    expect(changed).toEqual(['workspaces/acme-prod-data/images.tf.json']);
  });
});

describe('a patch', () => {
  it('of a resource sets arguments, and removes those that it sets to null', async () => {
    const patch =
      '{ aws_s3_bucket.images: { force_destroy: true, tags: { team: images }, lifecycle: { prevent_destroy: null } } }';
    const after = await printWith(bucketLine, `    images: { patches: ${patch} }\n`);
    const bucket = resource(after, 'aws_s3_bucket', 'images');
    expect(bucket).toMatchObject({ force_destroy: true, tags: { team: 'images' } });
    expect(bucket['lifecycle']).toEqual({});
  });

  it('of a list in a resource changes the element of that name, and adds one of a new name', async () => {
    const patch =
      '{ aws_s3_bucket_lifecycle_configuration.images: { rule: { delete-markers: { status: Disabled } } } }';
    const plain = resource(await print(new MemoryHost(small)), 'aws_s3_bucket_lifecycle_configuration', 'images');
    const after = await printWith(bucketLine, `    images: { patches: ${patch} }\n`);
    const statuses = (of: JsonObject) => (of['rule'] as JsonObject[]).map(({ id, status }) => [id, status]);
    expect(statuses(plain)).toContainEqual(['delete-markers', 'Enabled']);
    expect(statuses(resource(after, 'aws_s3_bucket_lifecycle_configuration', 'images'))).toEqual(
      statuses(plain).map(([id, status]) => [id, id === 'delete-markers' ? 'Disabled' : status]),
    );
    expect(after.findings).toEqual([]);
  });

  it('of a manifest changes the container, the variable and the volume of that name', async () => {
    const pod =
      '{ terminationGracePeriodSeconds: 77, containers: { api: { env: { REGION: { value: eu } }, workingDir: /srv, volumeMounts: { scratch: { mountPath: /scratch } } } }, volumes: { scratch: { emptyDir: {} } } }';
    const after = await printWith(
      serviceLine,
      `    api:\n      port: 8080\n      environment: { LEVEL: info }\n      uses: { images: read }\n      patches: { Deployment/api: { spec: { template: { spec: ${pod} } } } }\n`,
    );
    expect(after.findings).toEqual([]);
    const spec = (deployment(after) as { spec: { template: { spec: Record<string, unknown> } } }).spec.template.spec;
    const [container, ...others] = spec['containers'] as {
      name: string;
      workingDir: string;
      image: string;
      env: unknown[];
    }[];
    expect(others).toEqual([]);
    expect(container).toMatchObject({ name: 'api', workingDir: '/srv', image: 'public.ecr.aws/acme/app:0.1.0' });
    expect(container?.env).toEqual(
      expect.arrayContaining([
        { name: 'REGION', value: 'eu' },
        { name: 'LEVEL', value: 'info' },
      ]),
    );
    expect(spec['terminationGracePeriodSeconds']).toBe(77);
    expect((spec['volumes'] as { name: string }[]).map(({ name }) => name)).toEqual(['tmp', 'scratch']);
  });

  it('of a manifest removes the element of a list that it sets to null', async () => {
    const without = await printWith(
      serviceLine,
      '    api:\n      port: 8080\n      environment: { LEVEL: info }\n      uses: { images: read }\n      patches: { Deployment/api: { spec: { template: { spec: { containers: { api: { env: { LEVEL: null } } } } } } } }\n',
    );
    expect(without.findings).toEqual([]);
    expect(JSON.stringify(deployment(without))).not.toContain('LEVEL');
  });
});
