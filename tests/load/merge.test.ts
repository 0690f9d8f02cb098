import fc from 'fast-check';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { mergeDocuments } from '../../synth/load/merge';
import { readYaml, type SourcedDocument } from '../../synth/load/yaml-document';

function document(file: string, text: string): SourcedDocument {
  const read = readYaml({ file, bytes: Buffer.from(text) });
  if (!read.document) throw new Error(read.findings.map(({ message }) => message).join('; '));
  return read.document;
}

const system = document(
  'system.yaml',
  `owner: platform
components:
  bucket:
    images: { expireAfterDays: 30, versioned: true, zones: [a, b] }
    logs: { expireAfterDays: 7 }
  queue:
    jobs: { retentionDays: 4 }
`,
);

const prod = document(
  'prod.yaml',
  `components:
  bucket:
    images:
      expireAfterDays: 90
      zones: [c]
    logs: null
  cache:
    sessions: { nodes: 2 }
`,
);

/** What RFC 7386 says, in its own words: the pseudocode of section 2. */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: JsonObject =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

function at(
  place: { readonly file: string; readonly line: number; readonly column: number } | undefined,
): string | undefined {
  return place && `${place.file}:${place.line}:${place.column}`;
}

describe('layers of a description', () => {
  const merged = mergeDocuments([system, prod]);

  test('maps merge, null removes, lists and scalars replace', () => {
    expect(merged.value).toEqual({
      owner: 'platform',
      components: {
        bucket: { images: { expireAfterDays: 90, versioned: true, zones: ['c'] } },
        queue: { jobs: { retentionDays: 4 } },
        cache: { sessions: { nodes: 2 } },
      },
    });
    expect(merged.findings).toEqual([]);
  });

  test('each part knows its file and line, the layer, and what it overrides', () => {
    expect(at(merged.describe('/components/bucket/images/expireAfterDays')?.position)).toBe('prod.yaml:4:24');
    expect(merged.describe('/components/bucket/images/expireAfterDays')?.layer).toBe(1);
    expect(merged.describe('/components/bucket/images/expireAfterDays')?.overrides.map(at)).toEqual([
      'system.yaml:4:32',
    ]);
    expect(at(merged.describe('/components/bucket/images/versioned')?.keyPosition)).toBe('system.yaml:4:36');
    expect(at(merged.describe('/components/bucket/images/zones/0')?.position)).toBe('prod.yaml:5:15');
    expect(at(merged.describe('/components/queue/jobs')?.keyPosition)).toBe('system.yaml:7:5');
    expect(at(merged.keyPositionOf('/components/bucket/images'))).toBe('prod.yaml:3:5');
    expect(merged.describe('/components/bucket/images/zones/1')).toBeUndefined();
  });

  test('what no file names has the place of its nearest parent', () => {
    expect(at(merged.positionOf('/components/bucket/images/storageClass'))).toBe('prod.yaml:3:5');
    expect(at(merged.keyPositionOf('/components/queue/none/deeper'))).toBe('system.yaml:6:3');
  });

  test('what was removed says where, and has no place of its own', () => {
    expect(at(merged.removedAt('/components/bucket/logs'))).toBe('prod.yaml:6:5');
    expect(merged.removedAt('/components/bucket/images')).toBeUndefined();
    expect(merged.describe('/components/bucket/logs')).toBeUndefined();
    expect(at(merged.keyPositionOf('/components/bucket/logs/expireAfterDays'))).toBe('prod.yaml:2:3');
  });

  test('what one layer removes a later one may set again', () => {
    const again = mergeDocuments([
      system,
      prod,
      document('later.yaml', 'components: { bucket: { logs: { versioned: true } } }\n'),
    ]);
    expect((again.value as JsonObject)['components']).toMatchObject({ bucket: { logs: { versioned: true } } });
    expect(at(again.describe('/components/bucket/logs/versioned')?.position)).toBe('later.yaml:1:44');
    expect(again.describe('/components/bucket/logs/expireAfterDays')).toBeUndefined();
  });

  test('null that removes nothing is a warning at its place', () => {
    const { findings, value } = mergeDocuments([
      system,
      document('prod.yaml', 'components:\n  bucket:\n    logs: { versioned: null }\n    nothing: null\n'),
    ]);
    expect(findings.map(({ code, severity, at: place }) => `${severity} ${code} ${at(place) ?? ''}`)).toEqual([
      'warning nothing-to-remove prod.yaml:3:24',
      'warning nothing-to-remove prod.yaml:4:14',
    ]);
    expect((value as { components: { bucket: JsonObject } }).components.bucket).not.toHaveProperty('nothing');
  });

  test('null is kept where it is a value', () => {
    const patched = document(
      'prod.yaml',
      'patches: { aws_s3_bucket.images: { force_destroy: null } }\nplain: { x: null }\n',
    );
    const { value, findings } = mergeDocuments([patched], { keepsNull: ([first]) => first === 'patches' });
    expect(value).toEqual({ patches: { 'aws_s3_bucket.images': { force_destroy: null } }, plain: {} });
    expect(findings.map(({ code }) => code)).toEqual(['nothing-to-remove']);
  });

  test('the merged value shares nothing with the documents', () => {
    const fresh = mergeDocuments([system]);
    (fresh.value as { components: { bucket: { images: { zones: string[] } } } }).components.bucket.images.zones.push(
      'z',
    );
    expect(mergeDocuments([system]).value).not.toEqual(fresh.value);
  });

  test('a document made by hand can not reach the prototype of objects', () => {
    const hostile: SourcedDocument = {
      ...system,
      value: JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {"admin": true}}}') as Json,
    };
    const { value } = mergeDocuments([hostile, prod]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as JsonObject)).toEqual(['components']);
  });

  test('a scalar is known as it is written', () => {
    const written = mergeDocuments([document('prod.yaml', 'version: 1.30\nname: "x"\nmap: {}\n')]);
    expect([
      written.writtenAt('/version'),
      written.writtenAt('/name'),
      written.writtenAt('/map'),
      written.writtenAt('/none'),
    ]).toEqual(['1.30', '"x"', undefined, undefined]);
  });
});

describe('defaults', () => {
  test('what is filled in says which kind it comes from, what files name does not', () => {
    const filled = mergeDocuments([prod]).withDefaults({
      at: '/components/bucket/images',
      value: { expireAfterDays: 90, zones: ['c'], encryption: { algorithm: 'aws:kms' } },
      from: 'default of kind bucket',
    });
    expect(filled.defaultOf('/components/bucket/images/encryption/algorithm')).toBe('default of kind bucket');
    expect(filled.defaultOf('/components/bucket/images/encryption')).toBe('default of kind bucket');
    expect(filled.defaultOf('/components/bucket/images/expireAfterDays')).toBeUndefined();
    expect(filled.defaultOf('/components/bucket/images/none')).toBeUndefined();
    expect(filled.defaultOf('/components/cache/sessions/nodes')).toBeUndefined();
    expect(filled.describe('/components/bucket/images/encryption')).toBeUndefined();
    expect(at(filled.positionOf('/components/bucket/images/encryption/algorithm'))).toBe('prod.yaml:3:5');
  });

  test('values that were filled in place are known too, and the nearest default wins', () => {
    const merged = mergeDocuments([prod]);
    const images = (merged.value as { components: { bucket: { images: JsonObject } } }).components.bucket.images;
    images['rules'] = { first: { weight: 1 } };
    const filled = merged
      .withDefaults({ at: '/components/bucket/images', from: 'default of kind bucket' })
      .withDefaults({ at: '/components/bucket/images/rules', from: 'default of a rule' });
    expect(filled.defaultOf('/components/bucket/images/rules/first/weight')).toBe('default of a rule');
    expect(filled.defaultOf('/components/bucket/images/rules')).toBe('default of a rule');
  });

  test('the value before stays as it was', () => {
    const merged = mergeDocuments([prod]);
    merged.withDefaults({ at: '/components/cache', value: {}, from: 'default' });
    expect((merged.value as JsonObject)['components']).toHaveProperty('cache.sessions.nodes', 2);
  });
});

describe('any layers', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd/e', 'f~g', '0');
  const { tree } = fc.letrec<{ tree: Json; map: JsonObject }>((tie) => ({
    map: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.integer({ min: -9, max: 9 }),
      fc.constantFrom('x', 'y', ''),
      fc.boolean(),
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(null)), { maxLength: 3 }),
      tie('map'),
    ),
  }));
  const layer = fc.dictionary(key, tree, { maxKeys: 5, noNullPrototype: true });

  test('merge as RFC 7386 merges, and every part of the result has a place in the layer that set it', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 4 }), (layers) => {
        const documents = layers.map((value, index) => document(`${index}.yaml`, JSON.stringify(value, null, 1)));
        const merged = mergeDocuments(documents);
        expect(merged.value).toEqual(
          layers.reduce<Json | undefined>((target, patch) => mergePatch(target, patch), undefined),
        );
        const misplaced = parts(merged.value, '').filter(([pointer, value]) => {
          const described = merged.describe(pointer);
          const source = described && documents[described.layer];
          const placed = source && at(described.position) === at(source.positionOf(pointer));
          return !placed || (typeof value !== 'object' && JSON.stringify(value) !== merged.writtenAt(pointer));
        });
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 500, seed: 7386 },
    );
  });
});

/** Every part of a value with its pointer. */
function parts(value: Json, pointer: string): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const children = Object.entries(value).flatMap(([key, child]) =>
    parts(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [[pointer, value], ...children];
}
