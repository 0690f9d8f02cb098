import fc from 'fast-check';
import type { Json } from '../../schemas/primitives/artifact';
import { editText } from '../../synth/cli/set/edit';
import { meaningsOf } from '../../synth/cli/set/scalar';
import { valueAt } from '../../synth/load/pointer';
import { readYaml } from '../../synth/load/yaml-document';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const prod = 'environments/shop/prod.yaml';

/** What a command line changes, as a list of lines taken out and put in; and its exit code where that is not 0. */
async function set(...args: readonly string[]): Promise<string[]> {
  const host = new MemoryHost(shop);
  const before = host.tree('environments');
  const { code, stdout } = await slipway(host, 'set', ...args);
  const lines = stdout.trimEnd().split('\n');
  if (code !== 0) {
    expect(host.tree('environments')).toEqual(before);
    return [`exit ${code}`, ...lines.filter((line) => /^error|^ {2}fix:/.test(line)).map((line) => line.trim())];
  }
  return lines;
}

function edited(text: string, path: string, value: Json): string | undefined {
  const { document } = readYaml({ file: 'a.yaml', bytes: Buffer.from(text) });
  return document && editText(document, path.split('.'), value);
}

describe('slipway set', () => {
  it('changes one value and keeps comments and layout', async () => {
    expect(await set('shop/prod', 'reports.versioning', 'true')).toEqual([
      `${prod}:12`,
      '-       versioning: false',
      '+       versioning: true',
    ]);
    expect(await set('shop/prod', 'images.transitions[0].afterDays', '120')).toEqual([
      `${prod}:8`,
      '-       transitions: [{ afterDays: 90, to: STANDARD_IA }] # cold after a season',
      '+       transitions: [{ afterDays: 120, to: STANDARD_IA }] # cold after a season',
    ]);
  });

  it('adds what only the system file or a default says to the environment', async () => {
    expect(await set('shop/prod', 'images.expireAfterDays', '800')).toEqual([
      `${prod}:9`,
      '+       expireAfterDays: 800',
    ]);
    expect(await set('shop/prod', 'public.protect', 'false')).toEqual([
      `${prod}:14`,
      '-     public: { domain: shop.example.com }',
      '+     public: { domain: shop.example.com, protect: false }',
    ]);
    expect(await set('shop/prod', 'terraform.autoApply', 'true')).toEqual([
      `${prod}:15`,
      '+ terraform:',
      '+   autoApply: true',
    ]);
  });

  it('changes what all environments have in common', async () => {
    expect(await set('shop', 'images.expireAfterDays', '500')).toEqual([
      'environments/shop/system.yaml:16',
      '-       expireAfterDays: 400',
      '+       expireAfterDays: 500',
    ]);
  });

  it('describes a new component by its whole path', async () => {
    expect(await set('shop/prod', 'components.bucket.logs.expireAfterDays', '30')).toEqual([
      `${prod}:13`,
      '+     logs:',
      '+       expireAfterDays: 30',
    ]);
  });

  it('changes a component in the part that describes it, by its name or its whole path', async () => {
    const part = 'environments/shop/prod.buckets.yaml';
    for (const path of [
      'archive.versioning',
      'components.bucket.archive.versioning',
      '/components/bucket/archive/versioning',
    ]) {
      const host = new MemoryHost({ ...shop, [part]: 'components:\n  bucket:\n    archive: { versioning: false }\n' });
      expect((await slipway(host, 'set', 'shop/prod', path, 'true')).stdout.split('\n')).toEqual([
        `${part}:3`,
        '-     archive: { versioning: false }',
        '+     archive: { versioning: true }',
        '',
      ]);
    }
  });

  it('changes what all environments have in common in the part of the system file, for the system alone', async () => {
    const part = 'environments/shop/system.buckets.yaml';
    const files = { ...shop, [part]: 'components:\n  bucket:\n    archive: { versioning: false }\n' };
    expect((await slipway(new MemoryHost(files), 'set', 'shop', 'archive.versioning', 'true')).stdout).toContain(
      `${part}:3`,
    );
    const own = await slipway(new MemoryHost(files), 'set', 'shop/prod', 'archive.versioning', 'true');
    expect(own.stdout).toContain(`${prod}:`);
  });

  it('changes a key that holds dots in the part where it stands, and adds and takes out there too', async () => {
    const part = 'environments/shop/prod.queues.yaml';
    const text =
      'components:\n  aws-resource:\n    q: { type: aws_sqs_queue, arguments: { tags: { a.b: c }, list: [x] } }\n';
    const argumentsAfter = async (...args: string[]): Promise<string> => {
      const host = new MemoryHost({ ...shop, [part]: text });
      const { code } = await slipway(host, 'set', 'shop/prod', ...args);
      expect([code, host.readText(prod)]).toEqual([0, shop[prod]]);
      return /arguments: (.*) }/.exec(host.readText(part))?.[1] ?? '';
    };
    expect(await argumentsAfter('q.arguments.tags.a.b', 'd')).toBe('{ tags: { a.b: d }, list: [x] }');
    expect(await argumentsAfter('q.arguments.tags.a.b', '--remove')).toBe('{ tags: {}, list: [x] }');
    expect(await argumentsAfter('q.arguments.list', '--append', 'y')).toBe('{ tags: { a.b: c }, list: [x, y] }');
  });

  it('adds no item where the list of a part of the system file would go', async () => {
    const part = 'environments/shop/system.queues.yaml';
    const text = 'components:\n  aws-resource:\n    q: { type: aws_sqs_queue, arguments: { list: [x] } }\n';
    const host = new MemoryHost({ ...shop, [part]: text });
    const { code, stdout } = await slipway(host, 'set', 'shop/prod', 'q.arguments.list', '--append', 'y');
    expect([code, stdout]).toEqual([1, expect.stringContaining(`the list is that of ${part}: append to it there`)]);
    const removed = await slipway(host, 'set', 'shop/prod', 'q.arguments.list', '--remove');
    expect([removed.code, removed.stdout]).toEqual([1, expect.stringContaining(`${part} states it: slipway set`)]);
  });

  it('keeps quotes, and takes a value for text where the field is one', async () => {
    expect(await set('shop', 'aws.account', '444455556666')).toEqual([
      'environments/shop/system.yaml:5',
      '-   account: "111122223333" # the only one',
      '+   account: "444455556666" # the only one',
    ]);
    expect(await set('shop', 'costCentre', '7')).toEqual([
      'environments/shop/system.yaml:3',
      '- costCentre: cc-7',
      '+ costCentre: "7"',
    ]);
  });

  it('takes what stands in quotes for the text between them', async () => {
    expect(await set('shop', 'costCentre', "'15.18'")).toEqual([
      'environments/shop/system.yaml:3',
      '- costCentre: cc-7',
      '+ costCentre: "15.18"',
    ]);
  });

  it('says so where nothing changes', async () => {
    expect(await set('shop/prod', 'reports.versioning', 'false')).toEqual([`${prod} says so already`]);
  });

  it('leaves the file alone where the value would be wrong', async () => {
    expect(await set('shop/prod', 'reports.versioning', 'maybe')).toEqual([
      'exit 1',
      `error wrong-type  ${prod}:12:19`,
      expect.stringMatching(/^fix:/),
    ]);
    expect(await set('shop/prod', 'images.versionning', 'true')).toEqual([
      'exit 1',
      `error unknown-key  ${prod}:9:7`,
      'fix:      write `versioning`',
    ]);
    expect(await set('shop/prod', 'images.expireAfterDays', '10')).toEqual([
      'exit 1',
      expect.stringContaining('error refused-combination'),
      expect.stringMatching(/^fix:/),
    ]);
  });

  it('shows the line that it would have written', async () => {
    const { stdout } = await slipway(new MemoryHost(shop), 'set', 'shop/prod', 'reports.versioning', 'maybe');
    expect(stdout).toContain('12 |       versioning: maybe\n       |                   ^^^^^');
  });

  it('is not held up by mistakes that stand elsewhere', async () => {
    const host = new MemoryHost({ ...shop, 'environments/shop/dev.yaml': 'base: bse\n' });
    expect((await slipway(host, 'set', 'shop/prod', 'reports.versioning', 'true')).code).toBe(0);
  });

  it.each([
    [['shop/prd', 'a.b', '1'], 'unknown-environment', 'did you mean shop/prod?'],
    [['shop/prod', 'image.versioning', 'true'], 'unknown-path', 'did you mean images?'],
    [
      ['shop/prod', 'main.natGateways', 'none'],
      'unknown-path',
      'it is a component of shop/base: slipway set shop/base main.natGateways',
    ],
    [['shop/prod', 'images..x', '1'], 'unknown-path', 'write keys with dots between them'],
    [['shop/prod', 'base.x', '1'], 'unknown-path', 'name a key of a map, or an item that a list has'],
    [['shop/prod', 'images.transitions[4].to', 'GLACIER'], 'unknown-path', 'name a key of a map'],
    [['shop/prod', 'images.versioning'], 'wrong-arguments', 'see slipway set --help'],
  ])('refuses %j with %s', async (args, code, fix) => {
    const [exit, error, advice] = await set(...args);
    expect(exit).toBe('exit 1');
    // No file is at fault.
    expect(error).toBe(`error ${code}`);
    expect(advice).toContain(fix);
  });

  it.each([
    [['shop/prod'], 'it needs a place and a path'],
    [['shop/prod', 'images.versioning'], 'it needs a value; --remove does without'],
    [['shop/prod', 'images.name', 'my', 'images'], 'images is more than one value'],
    [['shop/prod', 'images.name', 'x', '--append', '--remove'], '--append and --remove do not go together'],
    [['shop', '--image', 'reports', 'v1'], '--image needs an environment'],
  ])('says what is missing or too much in %j', async (args, message) => {
    const { stdout } = await slipway(new MemoryHost(shop), 'set', ...args);
    expect(stdout).toContain(message);
    expect(stdout).toContain('expected: slipway set <system>[/<environment>] <path> [<value>]');
  });

  it('tells programs what it changed', async () => {
    const report = await slipwayJson(new MemoryHost(shop), 'set', 'shop/prod', 'reports.versioning', 'true');
    expect(report['changed']).toEqual({
      file: prod,
      line: 12,
      removed: ['      versioning: false'],
      added: ['      versioning: true'],
    });
  });
});

describe('a value in the text of a file', () => {
  it.each<[situation: string, change: { text: string; path: string; value: Json; after: string }]>([
    [
      'a block that becomes one line',
      { text: 'a:\n  - x\n  - y\nb: 1\n', path: 'a', value: ['z'], after: 'a: [z]\nb: 1\n' },
    ],
    [
      'a block below a comment',
      { text: 'a: # why\n  - x\nb: 1\n', path: 'a', value: ['z'], after: 'a: # why\n  [z]\nb: 1\n' },
    ],
    ['a text of several lines', { text: 'a: |\n  one\n  two\nb: 1\n', path: 'a', value: 'x', after: 'a: x\nb: 1\n' }],
    ['an empty map', { text: 'a: {}\n', path: 'a.b.c', value: 1, after: 'a: { b: { c: 1 } }\n' }],
    [
      'brackets on several lines',
      { text: 'a: {\n  b: 1,\n}\n', path: 'a.c', value: 2, after: 'a: {\n  b: 1, c: 2,\n}\n' },
    ],
    [
      'a map in a list',
      { text: 'a:\n  - b: 1\n  - b: 2\n', path: 'a.0.c', value: 3, after: 'a:\n  - b: 1\n    c: 3\n  - b: 2\n' },
    ],
    ['no line end at the end', { text: 'a: 1', path: 'b', value: 2, after: 'a: 1\nb: 2\n' }],
    [
      'a comment behind the last value',
      { text: 'a:\n  b: 1 # one\n# end\n', path: 'a.c', value: 2, after: 'a:\n  b: 1 # one\n  c: 2\n# end\n' },
    ],
    ['line ends of Windows', { text: 'a:\r\n  b: 1\r\n', path: 'a.c', value: 2, after: 'a:\r\n  b: 1\r\n  c: 2\r\n' }],
    ['a text that needs quotes', { text: 'a: b\n', path: 'a', value: 'c: d # e', after: 'a: "c: d # e"\n' }],
    ['a key that needs quotes', { text: 'a: {}\n', path: 'a.b: c', value: 1, after: 'a: { "b: c": 1 }\n' }],
  ])('fits into %s', (_, { text, path, value, after }) => {
    expect(edited(text, path, value)).toBe(after);
  });

  it('means what the file then says, wherever it goes and whatever it is', () => {
    const text = shop[prod] ?? '';
    const lines = text.split('\n');
    const path = fc.constantFrom(
      'base',
      'components.bucket.images.name',
      'components.bucket.images.transitions',
      'components.bucket.reports',
      'components.bucket.new.deep.er',
      'components.zone.public.domain',
      'components.zone.public.new',
      'new.deep',
    );
    const scalar: fc.Arbitrary<Json> = fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.string(),
      fc.constantFrom('1.10', 'null', '- a', '#', '"'),
    );
    const value: fc.Arbitrary<Json> = fc.oneof(
      scalar,
      fc.array(scalar),
      fc.dictionary(fc.stringMatching(/^[a-z: #,]{1,8}$/), scalar),
    );
    fc.assert(
      fc.property(path, value, (keys, wanted) => {
        const after = edited(text, keys, wanted) ?? '';
        const { document, findings } = readYaml({ file: 'a.yaml', bytes: Buffer.from(after) });
        expect(findings).toEqual([]);
        expect(valueAt(document?.value, `/${keys.replaceAll('.', '/')}`)).toEqual(wanted);
        const comments = lines.filter((line) => line.trim().startsWith('#'));
        expect(after.split('\n')).toEqual(expect.arrayContaining(comments));
      }),
    );
  });
});

describe('an argument', () => {
  it.each<[string, Json[]]>([
    ['true', [true, 'true']],
    ['12', [12, '12']],
    ['1.10', ['1.10']],
    ['007', ['007']],
    ['10.0.0.0/16', ['10.0.0.0/16']],
    ['[a, 1]', [['a', 1], '[a, 1]']],
    ['{ a: 1 }', [{ a: 1 }, '{ a: 1 }']],
    ['[*a]', ['[*a]']],
    ['[!x a]', ['[!x a]']],
    ['[a', ['[a']],
    ['', ['']],
    ["'15.18'", ['15.18']],
    ['"15.18"', ['15.18']],
    ['"12"', ['12']],
    [`'it''s'`, ["it's"]],
    [`"a" or 'b'`, [`"a" or 'b'`]],
    ['"a', ['"a']],
    ["'", ["'"]],
  ])('%j means %j', (argument, meanings) => {
    expect(meaningsOf(argument)).toEqual(meanings);
  });
});
