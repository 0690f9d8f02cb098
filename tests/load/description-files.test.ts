import { Ajv } from 'ajv';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeCatalogue } from '../../schemas/codes/catalogue';
import { sortFindings, type Finding } from '../../schemas/primitives/finding';
import { mergeDocuments } from '../../synth/load/merge';
import { schemaFindings } from '../../synth/load/schema-findings';
import { readYaml, type SourcedDocument } from '../../synth/load/yaml-document';
import { sampleSchema } from './sample-schema';
import { descriptions, files } from './situations';

const fixtures = join(__dirname, '../fixtures/descriptions');

/** Findings as `code line:column`, with the file where it is not the environment's. */
function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ code, at }) => `${code} ${at.file === 'prod.yaml' ? '' : `${at.file}:`}${at.line}:${at.column}`,
  );
}

function read(text: string | Uint8Array): ReturnType<typeof readYaml> {
  return readYaml({ file: 'prod.yaml', bytes: Buffer.from(text) });
}

function readFixture(situation: string, file = 'prod.yaml'): ReturnType<typeof readYaml> {
  return readYaml({ file, bytes: readFileSync(join(fixtures, situation, file)) });
}

const validate = new Ajv({
  allErrors: true,
  strict: false,
  validateSchema: false,
  inlineRefs: false,
  formats: { 'ipv4-cidr': /\// },
}).compile(sampleSchema);

function judge(situation: string): Finding[] {
  const names = ['system.yaml', 'prod.yaml'].filter((file) => existsSync(join(fixtures, situation, file)));
  const results = names.map((file) => readFixture(situation, file));
  const documents = results
    .map(({ document }) => document)
    .filter((document): document is SourcedDocument => document !== undefined);
  const value = mergeDocuments(documents);
  validate(value.value);
  const found = schemaFindings({
    schema: sampleSchema,
    errors: validate.errors ?? [],
    value,
    at: '',
    subject: 'sample/prod',
  });
  return sortFindings([...results.flatMap(({ findings }) => findings), ...value.findings, ...found]);
}

describe('a description file', () => {
  test('each situation among the fixtures has its expectation, and each expectation its fixture', () => {
    expect([...Object.keys(files), ...Object.keys(descriptions)].sort()).toEqual(readdirSync(fixtures).sort());
  });

  test.each(Object.entries(files))('%s: is found at its place, and nothing else is', (situation, expected) => {
    const { document, findings } = readFixture(situation);
    expect(brief(findings)).toEqual(expected);
    expect(document !== undefined || findings.length > 0).toBe(true);
    for (const finding of findings) expect(Object.keys(codeCatalogue)).toContain(finding.code);
  });

  test.each(Object.entries(descriptions))(
    '%s: is found at its place in words that say what to do',
    (situation, expected) => {
      const findings = judge(situation);
      expect(brief(findings)).toEqual(expected.map(([place]) => place));
      expected.forEach(([, words], index) => {
        const { message = '', expected: wanted = '', fix = '' } = findings[index] ?? {};
        expect(`${message} | ${wanted} | ${fix}`).toContain(words);
      });
    },
  );

  test('a file of 10 MB is refused before it is read', () => {
    const { document, findings } = read(new Uint8Array(10 * 1024 * 1024).fill(0x20));
    expect(document).toBeUndefined();
    expect(brief(findings)).toEqual(['file-too-large 1:1']);
  });

  test('a small file of very many signs is refused at the place where reading stopped', () => {
    expect(brief(read(`a: [${','.repeat(300_000)}]`).findings)).toEqual(['file-too-large 1:199999']);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`, 'too-deep 1:67'],
    [
      'indented maps',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n'),
      'too-deep 65:66',
    ],
    ['dashes on one line', `a:\n  ${'- '.repeat(1000)}x`, 'too-deep 2:129'],
    ['half a million brackets', '['.repeat(500_000), 'too-deep 1:65'],
  ])('1,000 levels of %s are one finding and no stack overflow', (_, text, expected) => {
    expect(brief(read(text).findings)).toEqual([expected]);
  });

  test('more than fifty mistakes are cut off, with a note that says how many are left', () => {
    const { findings } = read(Array.from({ length: 80 }, (_, index) => `k${index}: *a${index}`).join('\n'));
    expect(findings).toHaveLength(51);
    expect(brief(findings).at(-1)).toBe('more-findings 51:6');
    expect(findings.at(-1)?.message).toContain('30 more mistakes');
  });
});

describe('what a finding of a file names beside its place', () => {
  test('a duplicate key names the first one', () => {
    expect(readFixture('duplicate-key').findings[0]?.related).toEqual([
      { at: { file: 'prod.yaml', line: 2, column: 3 }, message: 'the first one' },
    ]);
  });

  test('an anchor names its aliases', () => {
    expect(readFixture('anchor-and-alias').findings[0]?.related?.map(({ at }) => `${at.line}:${at.column}`)).toEqual([
      '2:7',
      '3:8',
    ]);
  });

  test('lines with tabs that follow each other are one mistake', () => {
    expect(readFixture('tab-indentation').findings[0]?.message).toContain('here and on the line below');
  });
});

describe('a document that was read', () => {
  test('CRLF and a byte-order mark leave values and positions as they are', () => {
    const marked = readFixture('accepted-byte-order-mark').document;
    expect(marked?.value).toEqual({ owner: 'platform', components: { bucket: { images: {} } } });
    expect(marked?.keyPositionOf('/owner')).toEqual({ file: 'prod.yaml', line: 1, column: 1 });
    const crlf = readFixture('accepted-crlf').document;
    expect(crlf?.value).toEqual({ owner: 'platform', components: { bucket: { images: { expireAfterDays: 90 } } } });
    expect(crlf?.positionOf('/components/bucket/images/expireAfterDays')).toEqual({
      file: 'prod.yaml',
      line: 5,
      column: 24,
    });
  });

  test('yes, 12:30, 1_000 and 0o17 are read as YAML 1.2 reads them', () => {
    expect(readFixture('accepted-yaml-1.1-words-are-texts').document?.value).toEqual({
      a: 'yes',
      b: '12:30',
      c: '1_000',
      d: 15,
    });
  });

  test('gives the place of keys, values and items, and of the nearest parent for what is not there', () => {
    const { document } = read('components:\n  bucket:\n    "a/b~c": { days: 90 }\nzones:\n  - x\n  - y\n');
    const place = (pointer: string) =>
      [document?.keyPositionOf(pointer), document?.positionOf(pointer)].map(
        (at) => `${at?.line ?? 0}:${at?.column ?? 0}`,
      );
    expect(place('')).toEqual(['1:1', '1:1']);
    expect(place('/components')).toEqual(['1:1', '2:3']);
    expect(place('/components/bucket/a~1b~0c/days')).toEqual(['3:16', '3:22']);
    expect(place('/zones/1')).toEqual(['6:5', '6:5']);
    expect(place('/components/bucket/none/deeper')).toEqual(['2:3', '2:3']);
  });

  test('holds what could be read beside a mistake, so that the other mistakes are found too', () => {
    const { document } = readFixture('all-at-once');
    expect(document?.value).toEqual({ owner: 'platform', key: null, mode: null, empty: null, '7': 'x' });
    expect(Object.getPrototypeOf(document?.value)).toBe(Object.prototype);
  });
});

describe('ten thousand generated inputs', () => {
  const seed = 20_260_701;
  const pieces = [
    'a',
    'b:',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n\t',
    '- ',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '\\',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '#',
    '%',
    '@',
    '<<: ',
    '---\n',
    '...\n',
    '0',
    '1.5',
    '.nan',
    'null',
    '~',
    '\r',
    '\r\n',
    '\u0000',
    '\u001f',
    '\u0018',
    '\u0002',
    '\ufeff',
    '\u202e',
    '\ud83d\ude00',
    'ä',
    '__proto__: ',
    'key: value\n',
    '\u007f',
    '\u2028',
  ];
  const bytes = fc.uint8Array({ maxLength: 60 });
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 40 })
    .map((parts) => new TextEncoder().encode(parts.join('')));
  const yaml = fc.json({ maxDepth: 4 }).map((json) => new TextEncoder().encode(`a: ${json}`));
  const mangled = fc
    .tuple(fc.constantFrom(...Object.keys(files)), fc.nat(), fc.constantFrom(...pieces))
    .map(([situation, at, piece]) => {
      const source = readFileSync(join(fixtures, situation, 'prod.yaml'));
      const cut = at % (source.length + 1);
      return Buffer.concat([source.subarray(0, cut), Buffer.from(piece), source.subarray(cut)]);
    });

  test('none makes the reader throw; each gives a document or a finding with a place in the file', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, text, yaml, mangled), (input) => {
        const { document, findings } = readYaml({ file: 'prod.yaml', bytes: input });
        if (!document && findings.length === 0) return false;
        const lines = new TextDecoder().decode(input).split('\n');
        return findings.every(
          ({ at, message, fix }) =>
            message !== '' &&
            fix !== '' &&
            at.line <= lines.length &&
            at.column <= (lines[at.line - 1]?.length ?? 0) + 1,
        );
      }),
      { numRuns: 10_000, seed },
    );
  });

  test('JSON is read as JSON reads it', () => {
    const plain = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(fc.stringMatching(/^[ -~]*$/), fc.integer(), fc.boolean(), fc.array(fc.integer(), { maxLength: 4 })),
      { maxKeys: 8, noNullPrototype: true },
    );
    fc.assert(
      fc.property(plain, (value) => {
        const { document, findings } = read(JSON.stringify(value, null, 1));
        expect(findings).toEqual([]);
        expect(document?.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500, seed },
    );
  });
});
