import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LanguageServer, type Diagnostic } from './support/language-server';

const root = resolve(__dirname, '..');
const files = readdirSync(join(root, 'environments'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => `environments/${path.replaceAll('\\', '/')}`)
  .sort();

const modeline = '# yaml-language-server: $schema=../../schemas/editor/environment.schema.json\n';

function shown(found: readonly Diagnostic[]): string[] {
  return found.map(({ message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`);
}

describe('an editor', () => {
  let server: LanguageServer;
  let texts = 0;

  beforeAll(async () => {
    server = await LanguageServer.start(root);
  });
  afterAll(() => server.stop());

  /** A text in a file of its own, which is never written. */
  async function open(text: string): Promise<{ path: string; found: string[] }> {
    const path = `environments/example/text-${(texts += 1)}.yaml`;
    return { path, found: shown(await server.open(path, modeline + text)) };
  }

  it.each(files)('shows no red line in %s', async (file) => {
    expect(shown(await server.open(file))).toEqual([]);
  });

  // Tests of alert rules have the form of promtool, for which there is no schema.
  it.each(files.filter((file) => !file.endsWith('.test.yaml')))('is told by %s which schema it has', (file) => {
    const [first = ''] = readFileSync(join(root, file), 'utf8').split('\n');
    expect(first).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/editor\/[a-z]+\.schema\.json$/);
  });

  it('marks a key, a kind and a value that are wrong, and says what is right', async () => {
    const { found } = await open(
      [
        'components:',
        '  bukket: {}',
        '  bucket:',
        '    images:',
        '      versionning: true',
        '      expireAfterDays: 0',
        '      transitions: [{ afterDays: 30, to: COLD }]',
        '',
      ].join('\n'),
    );
    expect(found.sort()).toEqual([
      '3:3 Property bukket is not allowed.',
      '6:7 Property versionning is not allowed.',
      expect.stringMatching(/^7:24 .*minimum/),
      expect.stringMatching(/^8:42 .*"STANDARD_IA"/),
    ]);
  });

  it('knows the same keys in a system file', async () => {
    const path = 'environments/example/system.yaml';
    const text = modeline.replace('environment.schema', 'system.schema');
    const found = await server.open(
      path,
      `${text}ownr: platform\ncomponents: { bucket: { images: { versionning: true } } }\n`,
    );
    expect(shown(found).sort()).toEqual([
      '2:1 Property ownr is not allowed.',
      '3:35 Property versionning is not allowed.',
    ]);
  });

  it('marks a text of the wrong form with words instead of a pattern', async () => {
    const { found } = await open('aws: { account: "12" }\n');
    expect(found).toEqual(['2:17 Write an account id of 12 digits, in quotes.']);
  });

  it('requires nothing that the other file may say, and lets null take it out', async () => {
    const { found } = await open(
      'owner: null\ncomponents:\n  network:\n    main: { zones: null }\n  bucket: { images: null }\n',
    );
    expect(found).toEqual([]);
  });

  it('requires in a list what its items need', async () => {
    const { found } = await open('components: { bucket: { images: { transitions: [{ afterDays: 30 }] } } }\n');
    expect(found).toEqual([expect.stringContaining('Missing property "to"')]);
  });

  it.each<[what: string, text: string, offered: string[]]>([
    ['settings', 'owner: platform\n', ['terraform', 'components', 'logRetentionDays']],
    ['kinds', 'components:\n  bucket:\n    images: {}\n  ', ['network', 'zone']],
    ['fields', 'components:\n  bucket:\n    images:\n      ', ['versioning', 'expireAfterDays', 'renamedFrom']],
    ['values', 'aws:\n  partition: ', ['aws', 'aws-us-gov', 'aws-cn']],
  ])('offers %s', async (_, text, offered) => {
    const { path } = await open(text);
    const lines = (modeline + text).split('\n');
    const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    expect(await server.completion(path, end)).toEqual(expect.arrayContaining(offered));
  });

  it('says what a kind creates, and what a field means with unit, bounds and default', async () => {
    const { path } = await open('components:\n  bucket:\n    images:\n      expireNoncurrentAfterDays: 30\n');
    expect(await server.hover(path, { line: 2, character: 4 })).toContain('public access block');
    const field = await server.hover(path, { line: 4, character: 8 });
    expect(field).toContain('whole number of days from 0 to 36500');
    expect(field).toContain('Default: `90`');
  });
});
