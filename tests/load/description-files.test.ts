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

/** Situations of a file alone: what is found, where. */
const files: Readonly<Record<string, readonly string[]>> = {
  'accepted-byte-order-mark': [],
  'accepted-closing-bracket-below-its-key': [],
  'accepted-crlf': [],
  'accepted-one-document-with-markers': [],
  'accepted-tab-between-key-and-value': [],
  'accepted-yaml-1.1-words-are-texts': [],
  'alias-bomb': ['alias-bomb 1:4'],
  'alias-of-itself': ['alias 1:4'],
  'alias-without-anchor': ['alias 1:9'],
  'all-at-once': [
    'alias 1:8',
    'duplicate-key 2:1',
    'tag 3:6',
    'leading-zero 4:7',
    'reserved-key 5:1',
    'empty-value 6:1',
    'key-not-text 7:1',
  ],
  'anchor-alone': ['alias 1:8'],
  'anchor-and-alias': ['alias 1:6'],
  'block-text-with-a-wrong-sign': ['yaml-syntax 1:9'],
  'bracket-out-of-nowhere': ['yaml-syntax 1:8'],
  'byte-order-mark-inside': ['hidden-character 2:1'],
  'carriage-return-alone': ['control-character 1:16'],
  'constructor-key': ['reserved-key 2:3', 'reserved-key 4:5', 'reserved-key 5:5'],
  'control-character': ['control-character 1:12', 'control-character 2:7'],
  'custom-tag': ['tag 1:6', 'tag 2:7', 'tag 3:7'],
  'cut-off-utf-8': ['not-utf-8 2:9'],
  'deep-but-not-too-deep': [],
  'duplicate-key': ['duplicate-key 5:3'],
  'duplicate-key-in-brackets': ['duplicate-key 1:20'],
  'empty-file': ['empty-file 1:1'],
  'empty-second-document': ['several-documents 2:1'],
  'empty-value': ['empty-value 3:5', 'empty-value 4:3', 'empty-value 8:4'],
  'escaped-null': ['control-character 1:8', 'control-character 2:7'],
  'key-below-a-value': ['bad-indentation 1:8'],
  'key-indented-too-little': ['bad-indentation 3:3'],
  'leading-zero': ['leading-zero 1:10', 'leading-zero 2:7'],
  'list-as-key': ['key-not-text 1:1', 'key-not-text 2:3'],
  'list-at-the-top': ['not-a-map 1:1'],
  'list-on-the-line-of-its-key': ['yaml-syntax 1:8'],
  'merge-key': ['alias 1:11', 'merge-key 3:3'],
  'missing-key-text': ['key-not-text 1:1'],
  'no-colon': ['missing-colon 2:1'],
  'no-space-after-colon': ['missing-colon 1:1'],
  'not-a-finite-number': ['not-a-number 1:4', 'not-a-number 2:4', 'not-a-number 3:4'],
  'not-utf-8': ['not-utf-8 2:9'],
  'null-character': ['control-character 1:12'],
  'number-as-key': ['key-not-text 2:3', 'key-not-text 3:3'],
  'number-too-large': ['number-too-large 1:5', 'number-too-large 2:6'],
  'only-a-marker': ['empty-file 1:1'],
  'only-comments': ['empty-file 1:1'],
  'only-null': ['empty-file 1:1'],
  'overlong-utf-8': ['not-utf-8 1:8'],
  'proto-key': ['reserved-key 1:1'],
  'quote-inside-single-quotes': ['yaml-syntax 1:12'],
  'reserved-sign': ['needs-quotes 1:11', 'needs-quotes 2:7'],
  'second-colon-on-a-line': ['needs-quotes 1:10'],
  'several-documents': ['several-documents 2:1'],
  'several-documents-after-an-end-mark': ['several-documents 3:1'],
  'tab-after-spaces': ['tab-indentation 3:3'],
  'tab-indentation': ['tab-indentation 2:1'],
  'tag-directive': ['directive 1:1'],
  'text-at-the-top': ['not-a-map 1:1'],
  'text-behind-a-quote': ['yaml-syntax 1:19'],
  'text-direction-override': ['hidden-character 1:17'],
  'too-deep': ['too-deep 1:67'],
  'too-deep-by-indentation': ['too-deep 65:66'],
  'unclosed-double-quote': ['unclosed 1:8'],
  'unclosed-list': ['unclosed 1:8'],
  'unclosed-map': ['unclosed 1:6'],
  'unclosed-single-quote': ['unclosed 1:8'],
  'unknown-escape': ['bad-escape 1:11'],
  'utf-16': ['not-utf-8 1:1'],
  'yaml-directive': ['directive 1:1'],
};

/** Situations of a merged description and its schema: what is found, where, and words that the finding must hold. */
const descriptions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'broken-values-are-judged-once': [
    ['alias 4:13', '`*p`'],
    ['not-a-number 6:22', '".nan"'],
    ['tag 7:16', '`!x`'],
    ['empty-value 8:7', '`memory` has no value'],
    ['unknown-value 9:16', 'write `gp3`'],
  ],
  'cidr-without-mask': [['wrong-form 5:13', 'write an IPv4 network such as 10.0.0.0/16']],
  conditional: [['missing-key 3:5', 'add `team`']],
  'count-of-keys': [['wrong-count 5:16', 'a map of exactly 1 key: one of `cloud` or `s3`']],
  'count-of-keys-too-many': [['wrong-count 5:7', '`backend` has 2 keys']],
  'empty-text': [['wrong-length 5:13', 'a text of 1 to 20 characters']],
  'key-that-is-denied': [
    ['not-allowed 6:7', "`digest` and `floating` can't stand together (A digest fixes the image)"],
  ],
  'key-that-needs-another': [['missing-key 3:5', '`certificate` needs `hosts` beside it']],
  'missing-key': [['missing-key 3:5', '`port` is missing: Port that it listens on']],
  'missing-key-at-the-top': [['missing-key 1:1', 'add `components`']],
  'missing-key-inside': [['missing-key 6:9', '`path` is missing: Path it matches']],
  'missing-key-taken-out-by-null': [['missing-key 4:7', 'take the `null` out']],
  'misspelled-required-key': [['unknown-key 4:7', 'write `port`']],
  'nothing-to-remove': [['nothing-to-remove 5:22', 'no earlier file sets `retentionDays`']],
  'out-of-range': [
    ['out-of-range 4:13', 'a whole number from 1 to 65535'],
    ['out-of-range 5:22', 'a whole number of days from 1 to 3653'],
    ['out-of-range 6:17', 'a whole number of pods of at least 0'],
    ['out-of-range 7:12', 'a number from 0.5 to 128, in steps of 0.5'],
  ],
  'path-in-a-name': [
    ['wrong-form 5:13', 'at most 63 lower-case letters, digits and `-`, starting with a lower-case letter'],
  ],
  'pattern-without-words': [['wrong-form 5:16', 'a text that matches ^[0-9]+\\.[0-9]+$']],
  'port-70000': [['out-of-range 4:13', '`port` is `70000`, which is above `65535`']],
  'quantity-128MB': [['wrong-form 5:15', 'a Kubernetes quantity such as 128Mi']],
  'repeated-item': [['repeated-item 5:21', '`"a"` stands twice in `zones`']],
  'schema-all-is-well': [],
  'text-too-long': [['wrong-length 5:13', '`team` has 26 characters']],
  'too-few-items': [['wrong-count 5:14', 'a list of 1 to 3 items']],
  'too-many-items': [['wrong-count 5:14', '`zones` has 4 items']],
  'union-both-keys': [['not-allowed 7:9', "`bucket` and `url` can't stand together"]],
  'union-by-reference': [['unknown-key 5:23', 'write `memory`']],
  'union-missing-discriminator': [['missing-key 5:7', 'one of `schedule` or `queue`']],
  'union-mistake-behind-the-discriminator': [['out-of-range 5:55', '`batchSize` is `0`']],
  'union-mistake-inside-a-branch': [
    ['unknown-key 6:19', 'write `access`'],
    ['wrong-form 7:36', 'capital letters, digits and `_`, starting with a capital letter'],
  ],
  'union-neither-key': [['missing-key 5:15', 'add `bucket` or `url`']],
  'union-no-form': [['no-form-matches 5:14', 'a map with `radius` or a map with `side`']],
  'union-of-literals': [['unknown-value 5:13', 'write `fast`']],
  'union-unknown-discriminator': [['unknown-value 5:24', 'write `schedule`']],
  'union-wrong-type': [
    ['wrong-type 6:17', 'a text or a map with `access`'],
    ['wrong-type 7:16', 'a text or a map with `access`'],
  ],
  'unknown-key': [['unknown-key 5:7', 'write `retentionDays`']],
  'unknown-key-far-from-any': [['unknown-key 5:7', 'take it out']],
  'unknown-key-in-the-system-file': [['unknown-key system.yaml:4:7', 'write `memory`']],
  'unknown-keys': [
    ['unknown-key 5:7', 'write `storage`'],
    ['unknown-key 6:7', 'write `version`'],
    ['unknown-key 7:7', '`odd/key~name`'],
  ],
  'unknown-value': [['unknown-value 5:16', 'write `gp3`']],
  'unknown-value-far-from-any': [['unknown-value 5:16', 'write one of `gp3`, `io2` or `st1`']],
  'wrong-key-by-property-names': [['wrong-key 6:9', '`"../images"` can\'t be a key of `uses`']],
  'wrong-key-in-a-map': [['wrong-key 6:9', 'at most 31 lower-case letters']],
  'wrong-type-everywhere': [
    ['wrong-type 4:13', 'a whole number from 1 to 65535'],
    ['wrong-type 5:22', '`retentionDays` is an empty map'],
    ['wrong-type 6:18', '`true` or `false`'],
  ],
  'wrong-type-fraction': [['wrong-type 5:17', 'write 2 or 3']],
  'wrong-type-list-for-map': [['wrong-type 5:7', 'each entry under a name of its own']],
  'wrong-type-map-for-text': [['wrong-type 5:7', 'one of `gp3`, `io2` or `st1`']],
  'wrong-type-number-for-text': [
    ['wrong-type 5:16', 'put it in quotes: "1.30"'],
    ['wrong-type 6:15', 'a Kubernetes quantity such as 128Mi'],
  ],
  'wrong-type-of-a-component': [['wrong-type 4:7', '`api` is the text `"x"`, not a map']],
  'wrong-type-text-for-list': [['wrong-type 5:14', 'write it as a list: [a]']],
  'wrong-type-text-for-number': [
    ['wrong-type 4:13', 'a whole number from 1 to 65535'],
    ['wrong-type 5:22', 'write the number alone, without unit: 30'],
    ['wrong-type 6:17', 'write the number alone, without quotes: 3'],
  ],
  'wrong-type-word-for-truth-value': [
    ['wrong-type 5:18', 'write `true`; in YAML 1.2, only `true` and `false` are truth values'],
  ],
};

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
