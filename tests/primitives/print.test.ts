import fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { jsonMark, printJson } from '../../schemas/primitives/print-json';
import { printYaml, yamlMark } from '../../schemas/primitives/print-yaml';

/** Strings that some version of YAML, or some parser of it, takes for something else. */
const hardStrings = [
  ...[
    '',
    ' ',
    '  ',
    'a ',
    ' a',
    '\t',
    'a\t',
    '\ta',
    '~',
    '=',
    '<<',
    '-',
    '--',
    '---',
    '...',
    '?',
    ':',
    '#',
    '!',
    '&a',
    '*a',
    '|',
    '>',
  ],
  ...[
    'y',
    'Y',
    'n',
    'yes',
    'Yes',
    'NO',
    'on',
    'On',
    'OFF',
    'off',
    'true',
    'False',
    'null',
    'NULL',
    'Null',
    'nan',
    'inf',
  ],
  ...[
    '0',
    '-0',
    '1',
    '+1',
    '-1',
    '01',
    '007',
    '0o7',
    '0x1F',
    '0b11',
    '1_000',
    '1.0',
    '.5',
    '5.',
    '1e3',
    '1E+3',
    '1.5e-3',
    '.inf',
    '-.Inf',
    '.NaN',
  ],
  ...[
    '12:30',
    '12:30:45',
    '190:20:30.15',
    '2001-12-14',
    '2001-12-14t21:59:43.10-05:00',
    '2001-12-14 21:59:43',
    '1.2.3',
    '10.0.0.1',
    '10.0.0.0/16',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    'a#b',
    '#a',
    '- a',
    '-a',
    '--a=b',
    '-1a',
    '[a]',
    '{a: b}',
    '{{ .x }}',
    '%a',
    '@a',
    '`a`',
    'a, b',
    '"a"',
    "'a'",
    "it's",
    '\\',
    'a\\nb',
  ],
  ...[
    '\n',
    '\n\n',
    'a\n',
    'a\n\n',
    '\na',
    '\n\na\n',
    ' \na',
    ' a\nb',
    '\ta\nb',
    'a\n b\n',
    'a\n  ',
    'a\n  \n',
    'a\n \nb',
    'a\n\tb\n',
    'a \nb ',
    'a\n#b',
    'a\n---\nb',
    '\n a\nb',
    '\n  \na',
  ],
  ...[
    'a\rb',
    'a\r\nb',
    'a\u0085b',
    'a\u2028b\nc',
    'a\u2029b',
    '\ufeffa',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u001b[0m',
    '\u007f',
    '\u00a0',
    '\u00e9',
    '😀',
    '\ud800',
    'a\ud800\nb',
    '\ufffe',
  ],
  ...[
    '500m',
    '128Mi',
    '1.5Gi',
    '1h30m',
    '90d',
    '50%',
    '1M',
    '1k',
    '5e',
    '5E3',
    '0xg',
    '1s2',
    '$(VAR)',
    '/healthz',
    'arn:aws:iam::1:role/x',
    'v1.28',
    '__proto__',
    'constructor',
  ],
];

const anyString = fc.oneof(
  fc.constantFrom(...hardStrings),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(' ', '\n', '\t', 'a', ':', '#', '-', '"', "'", '0', '.', '\\'), maxLength: 8 }),
  fc.array(fc.constantFrom(...hardStrings), { maxLength: 4 }).map((lines) => lines.join('\n')),
);
const anyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
);
const { anyValue } = fc.letrec<{ anyValue: Json; anyObject: JsonObject }>((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    anyString,
    anyNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('anyValue'), { maxLength: 4 }),
    tie('anyObject'),
  ),
  anyObject: fc.dictionary(anyString, tie('anyValue'), { maxKeys: 5, noNullPrototype: false }),
}));
const anyDocument = fc.dictionary(anyString, anyValue, { maxKeys: 6 });

/** `toEqual` ignores prototypes and compares by key, which is what data means. */
function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (value instanceof Map) return new Map([...value].map(([key, child]) => [key, asMaps(child)]));
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, child]) => [key, asMaps(child)]));
}

function readBack(text: string, version: '1.1' | '1.2'): unknown {
  const document = parseDocument(text, { version, prettyErrors: false });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return asMaps(document.toJS({ mapAsMap: true }));
}

function sameMap(value: unknown): unknown {
  const sorted = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(sorted);
    if (!(node instanceof Map)) return node;
    const entries = [...node].map(([key, child]) => [key, sorted(child)] as const);
    return new Map(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  };
  return sorted(asMaps(value));
}

describe('YAML that is printed', () => {
  it.each(hardStrings)('gives back %j as a value, a key and a list item, in YAML 1.1 and 1.2', (text) => {
    const value = { spec: { [text]: text, list: [text, [text], { [text]: { [text]: text } }] } };
    const printed = printYaml(value);
    expect(readBack(printed, '1.2')).toEqual(asMaps(value));
    expect(readBack(printed, '1.1')).toEqual(asMaps(value));
  });

  it('gives back any value, in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(anyDocument, (value) => {
        const printed = printYaml(value);
        expect(sameMap(readBack(printed, '1.2'))).toEqual(sameMap(value));
        expect(sameMap(readBack(printed, '1.1'))).toEqual(sameMap(value));
      }),
      { numRuns: 1500 },
    );
  });

  it('does not depend on the order in which keys were set, and reads back to what prints the same', () => {
    fc.assert(
      fc.property(anyDocument, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(printYaml(reversed)).toBe(printYaml(value));
        expect(printJson(reversed)).toBe(printJson(value));
      }),
      { numRuns: 300 },
    );
  });

  it('reads as people write manifests', () => {
    const value = {
      spec: {
        args: ['--port=80', '-v', 'a b', '$(HOST):8080'],
        cidr: '10.0.0.0/16',
        cpu: '500m',
        empty: {},
        image: 'example.com/user:v1.2',
        none: [],
        on: 'yes',
        policy: '{"Version": "2012-10-17"}',
        script: '#!/bin/sh\nset -e\n\n  exec "$@"\n',
        version: '1.28',
      },
      kind: 'Deployment',
      data: null,
      metadata: { labels: { 'app.kubernetes.io/name': 'user' }, namespace: 'pingvas', name: 'user' },
      apiVersion: 'apps/v1',
    };
    expect(printYaml(value, 'environments/pingvas/prod.yaml')).toBe(
      `# Generated by slipway from environments/pingvas/prod.yaml; edit that and run: slipway synth
apiVersion: apps/v1
kind: Deployment
metadata:
  name: user
  namespace: pingvas
  labels:
    app.kubernetes.io/name: user
data: null
spec:
  args:
    - --port=80
    - -v
    - a b
    - $(HOST):8080
  cidr: 10.0.0.0/16
  cpu: 500m
  empty: {}
  image: example.com/user:v1.2
  none: []
  "on": "yes"
  policy: '{"Version": "2012-10-17"}'
  script: |
    #!/bin/sh
    set -e

      exec "$@"
  version: "1.28"
`,
    );
  });

  it('never folds a long line and never writes an alias', () => {
    const long = 'word '.repeat(100).trim();
    const shared = { a: long };
    const printed = printYaml({ one: shared, two: shared, [long.repeat(4)]: 'long key' });
    expect(printed.split('\n').filter((line) => line.includes(long))).toHaveLength(3);
    expect(printed).not.toMatch(/[&*]/);
    expect(parse(printed)).toEqual({ one: shared, two: shared, [long.repeat(4)]: 'long key' });
  });

  it.each([
    ['undefined', { spec: { a: undefined } }, '/spec/a: undefined'],
    ['NaN', { spec: [Number.NaN] }, '/spec/0: NaN'],
    ['a Date', { spec: new Date(0) }, '/spec: '],
    ['a function', { spec: { f: Object } }, '/spec/f: '],
  ])('refuses %s and says where it stands', (_, value, where) => {
    expect(() => printYaml(value as unknown as JsonObject)).toThrow(`not a JSON value at ${where}`);
    expect(() => printJson(value as unknown as JsonObject)).toThrow(`not a JSON value at ${where}`);
  });
});

describe('JSON that is printed', () => {
  it('gives back any value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(sameMap(JSON.parse(printJson(value)))).toEqual(sameMap(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('has sorted keys, two spaces, and a mark that comes first', () => {
    const value = { resource: { b: [], a: {} }, '10': 1, '9': [1, 'x'] };
    expect(printJson(value, 'environments/pingvas/prod.yaml')).toBe(`{
  "//": {
    "generated-by": "slipway",
    "regenerate": "slipway synth",
    "source": "environments/pingvas/prod.yaml"
  },
  "10": 1,
  "9": [
    1,
    "x"
  ],
  "resource": {
    "a": {},
    "b": []
  }
}
`);
  });

  it('leaves the value alone and marks only objects', () => {
    const value = Object.freeze({ a: 1 });
    expect(JSON.parse(printJson(value, 'a.yaml'))).toEqual({ a: 1, '//': jsonMark('a.yaml') });
    expect(() => printJson([1], 'a.yaml')).toThrow('only an object can carry the mark of its source');
  });
});

it('names one source in every mark', () => {
  expect(yamlMark('environments/a/b.yaml')).toMatch(/^# .*environments\/a\/b\.yaml.*slipway synth$/);
});
