import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../schemas/primitives/finding';
import { commandLine, wholeFile } from '../../schemas/primitives/position';
import { readYaml } from '../../synth/load/yaml-document';
import { annotations } from '../../synth/report/annotations';
import { jsonReport, jsonText } from '../../synth/report/json';
import { textReport, type TextOptions } from '../../synth/report/text';

const file = 'environments/pingvas/prod.yaml';

const text = `components:
  bucket:
    images:
      expireAftrDays: 90 # days
      storage: { type: "gp 3", size: 5 }
`;

function finding(change: Partial<Finding> = {}): Finding {
  return {
    code: 'unknown-key',
    severity: 'error',
    at: { file, line: 4, column: 7 },
    subject: 'pingvas/prod bucket images',
    message: 'there is no key `expireAftrDays` in `images`',
    expected: '`expireAfterDays`',
    fix: 'write `expireAfterDays`',
    ...change,
  };
}

function report(findings: readonly Finding[], options: Partial<TextOptions> = {}): string {
  return textReport(findings, { colour: false, source: (name) => (name === file ? text : undefined), ...options });
}

/** The excerpt alone: numbered lines and the caret line. */
function excerpt(source: string, column: number, width?: number): string[] {
  const shown = report([finding({ at: { file, line: 1, column } })], {
    source: () => source,
    ...(width !== undefined && { width }),
  });
  return shown.split('\n').filter((line) => / \|/.test(line));
}

/** What stands above the carets, by column; only for lines whose characters are one column wide. */
function marked(source: string, column: number, width?: number): string {
  const [line = '', carets = ''] = excerpt(source, column, width);
  return line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

describe('the report for people', () => {
  test('a finding has its place, an excerpt with a caret under the exact span, what was expected and what to do', () => {
    expect(report([finding()])).toBe(`environments/pingvas/prod.yaml: 1 error

error unknown-key  environments/pingvas/prod.yaml:4:7
  pingvas/prod bucket images: there is no key \`expireAftrDays\` in \`images\`
    3 |     images:
    4 |       expireAftrDays: 90 # days
      |       ^^^^^^^^^^^^^^
  expected: \`expireAfterDays\`
  fix:      write \`expireAfterDays\`

1 error in 1 file
`);
  });

  test('findings are grouped by file, sorted by place, and counted by severity', () => {
    const other = 'environments/pingvas/dev.yaml';
    const shown = report([
      finding({ severity: 'note', at: { file, line: 5, column: 7 } }),
      finding({ severity: 'warning', at: { file: other, line: 1, column: 1 } }),
      finding(),
      finding({ severity: 'warning', at: { file, line: 5, column: 30 } }),
    ]);
    expect(shown.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      `${other}: 1 warning`,
      `warning unknown-key  ${other}:1:1`,
      `${file}: 1 error, 1 warning, 1 note`,
      `error unknown-key  ${file}:4:7`,
      `note unknown-key  ${file}:5:7`,
      `warning unknown-key  ${file}:5:30`,
      '1 error, 2 warnings, 1 note in 2 files',
    ]);
  });

  test('related places and the judged output are named; what there is no source for has no excerpt', () => {
    const elsewhere = { file: 'environments/pingvas/system.yaml', line: 7, column: 3 };
    const shown = report([
      finding({
        at: elsewhere,
        output: 'workspaces/a/b.tf.json#/resource',
        related: [{ at: { ...elsewhere, line: 9 }, message: 'the first one' }],
      }),
    ]);
    expect(shown).not.toContain(' |');
    expect(shown).toContain('  output:   workspaces/a/b.tf.json#/resource\n');
    expect(shown).toContain('  see:      environments/pingvas/system.yaml:9:3  the first one\n');
  });

  test('a subject that is the file itself is not said twice', () => {
    expect(report([finding({ subject: file, message: 'the file describes nothing' })])).toContain(
      '\n  the file describes nothing\n',
    );
  });

  test('a whole file has no line and no excerpt, for people, programs and GitHub', () => {
    const whole = finding({ at: wholeFile(file), subject: file });
    const shown = report([whole]);
    expect(shown).toContain(`error unknown-key  ${file}\n`);
    expect(shown).not.toContain(' |');
    expect(shown).toContain('1 error in 1 file');
    expect(jsonReport([whole]).findings[0]).toMatchObject({ file });
    expect(jsonReport([whole]).findings[0]).not.toHaveProperty('line');
    expect(annotations([whole])).toContain(`::error file=${file},title=unknown-key::`);
  });

  test('nothing found is nothing said', () => {
    expect(report([])).toBe('');
  });

  test('colours are used when asked for, and only then', () => {
    const plain = report([finding()]);
    const coloured = report([finding()], { colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[1;31merror unknown-key\u001b[0m');
    expect(withoutColours(coloured)).toBe(plain);
  });

  test('each file is asked for once', () => {
    const asked: string[] = [];
    report([finding(), finding({ at: { file, line: 5, column: 7 } })], {
      source: (name) => {
        asked.push(name);
        return text;
      },
    });
    expect(asked).toEqual([file]);
  });
});

function withoutColours(shown: string): string {
  return shown
    .split('\u001b')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('m') + 1)))
    .join('');
}

describe('the caret', () => {
  test.each([
    ['a key', { source: 'key: value', column: 1, span: 'key' }],
    ['a value without its comment', { source: 'key: some value # why', column: 6, span: 'some value' }],
    ['a quoted key with a colon in it', { source: '"a: b": 1', column: 1, span: '"a: b"' }],
    ['a double-quoted text with an escaped quote', { source: 'key: "a \\" b" # c', column: 6, span: '"a \\" b"' }],
    ['a single-quoted text with a doubled quote', { source: "key: 'it''s' # c", column: 6, span: "'it''s'" }],
    ['a list in brackets', { source: 'key: [a, [b]] # c', column: 6, span: '[a, [b]]' }],
    ['one item in brackets', { source: 'key: [one, two]', column: 7, span: 'one' }],
    ['a value in braces', { source: '{ a: one, b: two }', column: 14, span: 'two' }],
    ['an anchor without its value', { source: 'key: &name value', column: 6, span: '&name' }],
    ['an alias in brackets', { source: 'key: [*name, b]', column: 7, span: '*name' }],
    ['a bracket that is never closed', { source: 'key: [a, b', column: 6, span: '[' }],
    ['an address with a colon', { source: 'url: http://x/y', column: 6, span: 'http://x/y' }],
  ])('stands under %s', (_, { source, column, span }) => {
    expect(marked(source, column)).toBe(span);
  });

  test('stands behind the line where something is missing', () => {
    expect(excerpt('key:', 5)).toEqual(['    1 | key:', '      |     ^']);
    expect(excerpt('', 1)).toEqual(['    1 |', '      | ^']);
  });

  test('is aligned behind tabs and wide characters', () => {
    expect(excerpt('\tkey: x', 2)).toEqual(['    1 |     key: x', '      |     ^^^']);
    expect(excerpt('名前: x: y', 5)).toEqual(['    1 | 名前: x: y', '      |       ^']);
    expect(excerpt('"👩‍👩‍👧": 値', 13)).toEqual(['    1 | "👩‍👩‍👧": 値', '      |       ^^']);
    expect(excerpt('e\u0301te: x', 7)).toEqual(['    1 | e\u0301te: x', '      |      ^']);
  });

  test('finds its line past a byte-order mark and CRLF', () => {
    expect(excerpt('\ufeffkey: value\r\n', 6)).toEqual(['    1 | key: value', '      |      ^^^^^']);
  });

  test('is kept in sight on very long lines, which are cut around it', () => {
    const long = `start: ${'x'.repeat(50_000)} needle ${'y'.repeat(1_000_000)}`;
    const [line = '', carets = ''] = excerpt(`{ ${long}: z, needle: 5 }`, long.length + 8, 80);
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line).toContain('…');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('needle');
    const [start = '', under = ''] = excerpt(long, 1, 60);
    expect(start.length).toBeLessThanOrEqual(60);
    expect(start.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('start');
    expect(start.endsWith('…')).toBe(true);
  });

  test('what a file holds can not steer the terminal', () => {
    const source = 'key: \u001b[31mred\u0007\u202e';
    const shown = report([finding({ at: { file, line: 1, column: 6 }, message: 'found \u001b[2J', subject: 'a\nb' })], {
      source: () => source,
    });
    expect(shown).toContain('key: ␛[31mred␇�');
    expect(shown).toContain('a␊b: found ␛[2J');
  });

  test('stays within the line and the width, whatever the line', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\t',
      '"',
      "'",
      '[',
      '{',
      ': ',
      '#',
      '名',
      '👩‍👩‍👧',
      'e\u0301',
      '\u001b',
      '\ud800',
      'xxxxxxxxxxxxxxxxxxxx',
    );
    const line = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, fc.nat({ max: 400 }), fc.integer({ min: 40, max: 120 }), (source, at, width) => {
        const [shown = '', carets = ''] = excerpt(source, (at % (source.length + 1)) + 1, width);
        return shown.startsWith('    1 |') && /^ {6}\| +\^+$/.test(carets) && carets.length <= width;
      }),
      { numRuns: 2000, seed: 80 },
    );
  });

  test('stands in every description that is broken on purpose', () => {
    const situation = join(__dirname, '../fixtures/descriptions/all-at-once/prod.yaml');
    const { findings } = readYaml({ file, bytes: readFileSync(situation) });
    const shown = textReport(findings, { colour: false, source: () => readFileSync(situation, 'utf8') });
    expect(shown.match(/^ {6}\| +\^+$/gm)).toHaveLength(findings.length);
    expect(shown).toContain('    2 | owner: twice\n      | ^^^^^\n');
  });
});

describe('the report for programs', () => {
  test('has a version, counts, and findings sorted by place', () => {
    const warning = finding({
      severity: 'warning',
      at: { file, line: 1, column: 1 },
      output: 'a.json',
      related: [{ at: { file, line: 2, column: 3 }, message: 'here' }],
    });
    expect(jsonReport([finding(), warning])).toEqual({
      version: 1,
      counts: { errors: 1, warnings: 1, notes: 0 },
      findings: [
        {
          code: 'unknown-key',
          severity: 'warning',
          file,
          line: 1,
          column: 1,
          subject: 'pingvas/prod bucket images',
          message: 'there is no key `expireAftrDays` in `images`',
          expected: '`expireAfterDays`',
          fix: 'write `expireAfterDays`',
          output: 'a.json',
          related: [{ file, line: 2, column: 3, message: 'here' }],
        },
        expect.objectContaining({ severity: 'error', line: 4, column: 7 }),
      ],
    });
  });

  test('is the same text on every run, and leaves out what is not there', () => {
    const { expected: _, ...rest } = finding();
    expect(jsonText([rest])).toBe(jsonText([rest]));
    expect(jsonText([rest])).not.toContain('expected');
    expect(jsonText([])).toBe(
      '{\n  "version": 1,\n  "counts": {\n    "errors": 0,\n    "warnings": 0,\n    "notes": 0\n  },\n  "findings": []\n}\n',
    );
  });
});

describe('a mistake of what was typed', () => {
  const typed = finding({ at: commandLine, code: 'unknown-environment', subject: 'pingvas/prd' });

  test('is shown to people without a place, before those of files', () => {
    const shown = report([finding(), typed]);
    expect(shown).toMatch(/^error unknown-environment\n {2}pingvas\/prd: /);
    expect(shown).toContain('2 errors in 1 file');
    expect(report([typed])).toMatch(/\n1 error\n$/);
    expect(report([typed])).not.toMatch(/ \||:[0-9]+:[0-9]+/);
  });

  test('has no place for programs, and none for annotations', () => {
    const [shown] = jsonReport([typed]).findings;
    expect(shown).toMatchObject({ code: 'unknown-environment', subject: 'pingvas/prd' });
    expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(['file']));
    expect(annotations([typed])).toMatch(/^::error title=unknown-environment::pingvas\/prd: /);
  });
});

describe('annotations of a pull request', () => {
  test('are one workflow command a finding, errors first', () => {
    const note = finding({ severity: 'note', at: { file, line: 1, column: 1 }, code: 'more-findings' });
    const { expected: _, ...warning } = finding({ severity: 'warning', at: { file, line: 2, column: 1 } });
    expect(annotations([note, warning, finding()]).split('\n')).toEqual([
      `::error file=${file},line=4,col=7,title=unknown-key::pingvas/prod bucket images: there is no key \`expireAftrDays\` in \`images\`%0Aexpected: \`expireAfterDays\`%0Afix: write \`expireAfterDays\``,
      `::warning file=${file},line=2,col=1,title=unknown-key::pingvas/prod bucket images: there is no key \`expireAftrDays\` in \`images\`%0Afix: write \`expireAfterDays\``,
      expect.stringMatching(/^::notice file=.*title=more-findings::/),
      '',
    ]);
  });

  test('escape what would end the command or start another one', () => {
    const hostile = finding({
      at: { file: 'a,b:c%\n.yaml', line: 1, column: 1 },
      message: '100%\n\r::error::x',
      related: [{ at: { file: 'd', line: 1, column: 2 }, message: 'there' }],
    });
    const shown = annotations([hostile]);
    expect(shown.split('\n')).toHaveLength(2);
    expect(shown).toContain('file=a%2Cb%3Ac%25%0A.yaml,');
    expect(shown).toContain('100%25␊␍::error::x');
    expect(shown).toContain('%0Asee: d:1:2 there\n');
  });
});
