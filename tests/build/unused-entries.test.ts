import { join } from 'node:path';
import { slipwayJson } from '../cli/kit';
import { readTree } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';

const files = readTree(join(__dirname, '../fixtures/systems/unused-image'), 'environments');
const prod = 'environments/acme/prod.yaml';
const images = 'environments/acme/prod.images.yaml';
const bindings = 'environments/acme/prod.bindings.yaml';
const address = 'repository: public.ecr.aws/acme/app, tag: 0.1.0';

/** What a run says of the files beside a description. */
async function said(changes: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = (await slipwayJson(new MemoryHost({ ...files, ...changes }), 'synth')) as {
    findings: { code: string; message: string; fix: string }[];
  };
  return findings
    .filter(({ code }) => /^(unused|missing-image)/.test(code))
    .map(({ code, message, fix }) => `${code}: ${message}; ${fix}`);
}

describe('an image that no container takes', () => {
  it('is told with what is wrong with its key', async () => {
    expect(await said({})).toEqual([
      'unused-image: no container takes this image: api has no container proxy; take it out',
      'unused-image: no container takes this image: the cluster eks runs no container; take it out',
      'unused-image: no container takes this image: acme/prod has no component apii; take it out',
    ]);
  });

  it('is told the key that was meant, where that has none yet', async () => {
    expect(await said({ [images]: `images:\n  apii: { ${address} }\n` })).toEqual([
      'unused-image: no container takes this image: acme/prod has no component apii; did you mean api?',
      expect.stringMatching(/^missing-image/),
    ]);
  });

  it('is one for all containers where each has its own', async () => {
    const text = `images:\n  api: { ${address} }\n  api.api: { ${address} }\n`;
    expect(await said({ [images]: text })).toEqual([
      'unused-image: no container takes this image: each container of api has an image of its own; take it out',
    ]);
    expect(await said({ [images]: `images:\n  api.api: { ${address} }\n` })).toEqual([]);
    expect(await said({ [images]: `images:\n  api: { ${address} }\n` })).toEqual([]);
  });

  it('is told once where its component was renamed', async () => {
    const renamed = (files[prod] ?? '').replace('api: { port', 'web: { renamedFrom: api, port');
    expect(await said({ [prod]: renamed, [images]: `images:\n  api: { ${address} }\n` })).toEqual([
      expect.stringMatching(/^missing-image: .*; rename the key api to web in/),
    ]);
    expect(
      await said({ [prod]: renamed, [images]: `images:\n  api: { ${address} }\n  web: { ${address} }\n` }),
    ).toEqual(['unused-image: no container takes this image: acme/prod has no component api; take it out']);
  });
});

describe('a bound value that nothing can read', () => {
  const bound = (text: string): Promise<string[]> =>
    said({ [images]: `images:\n  api: { ${address} }\n`, [bindings]: `bindings:\n  ${text}\n` });

  it.each([
    ['ekss: { endpoint: a }', 'acme/prod has no component ekss'],
    ['eks: { addres: a }', 'the cluster eks has no output addres that is bound'],
    ['apps: { name: a }', 'the namespace apps has no output name that is bound'],
  ])('is told: %s', async (text, message) => {
    expect(await bound(text)).toEqual([
      `unused-binding: nothing can read this: ${message}; correct it or take it out, or let slipway bind acme/prod do so`,
    ]);
  });

  it('is none where the component gives it', async () => {
    expect(await bound('eks: { endpoint: "https://eks.example.com" }')).toEqual([]);
  });
});
