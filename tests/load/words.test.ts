import { loadKinds, catalogue } from '../../synth/catalogue';
import type { Kind } from '../../schemas/contract/kind';
import { fieldsOf } from '../../synth/docs/fields';
import { asSchema } from '../../synth/load/schema-lookup';
import { patternWords } from '../../synth/load/schema-words';
import { print } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';
import { shop } from '../cli/kit';

async function told(components: string): Promise<string[]> {
  const { findings } = await print(
    new MemoryHost({ ...shop, 'environments/shop/prod.yaml': `base: base\ncomponents:\n${components}\n` }),
    ['shop/prod'],
  );
  return findings.map(({ message, fix }) => `${message} | ${fix}`);
}

describe('what is said of a value of the wrong form', () => {
  it('has the number as it is written: `16.10` is another release than 16.1', async () => {
    expect(await told('  postgres:\n    db: { database: shop, engineVersion: 16.10 }')).toEqual([
      '`engineVersion` is the number `16.10`, not a text | put it in quotes: "16.10"',
    ]);
  });

  it('takes a key that the user chose for no field', async () => {
    expect(await told('  notifications:\n    ops: { email: { oncall: nobody } }')).toEqual([
      expect.stringMatching(/^the text `"nobody"` of `oncall` has not the right form \(.*\) \| write /),
    ]);
  });

  it('names a field that is of another form', async () => {
    expect(await told('  zone:\n    public: { domain: Shop }')).toEqual([
      expect.stringMatching(/^the text `"Shop"` has not the form of `domain` \(.*\) \| write /),
    ]);
  });
});

describe('what a field takes, in words', () => {
  it('says what may not stand by its pattern, never by the signs alone', () => {
    expect(patternWords('^[^:;]+$')).toBe('a text that matches ^[^:;]+$');
    expect(patternWords('^[a-z:]+$')).toBe('lower-case letters and `:`');
  });

  it('holds no remains of a pattern, whatever the kind', async () => {
    const kinds = await loadKinds(Object.keys(catalogue));
    const remains = [...kinds.values()].flatMap((kind: Kind) =>
      fieldsOf(asSchema(kind.input) ?? {})
        .filter(({ takes }) => takes.includes('`^'))
        .map(({ path, takes }) => `${kind.kind} ${path}: ${takes}`),
    );
    expect(remains).toEqual([]);
  });

  it('has the words of a text of one line', async () => {
    const fleet = (await loadKinds(['fleet'])).get('fleet');
    const takes = Object.fromEntries(fieldsOf(asSchema(fleet?.input) ?? {}).map((field) => [field.path, field.takes]));
    expect(takes['container.environment']).toBe('map of texts of one line');
    expect(takes['container.command']).toBe('list of texts of one line, at most 50');
  });
});
