import { join } from 'node:path';
import { stringify } from 'yaml';
import { readTree } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';
import { slipway } from './kit';

const acme = readTree(join(__dirname, '../fixtures/systems/unbound-value'), 'environments');
const images = 'environments/acme/prod.images.yaml';

const fleet = stringify({
  base: 'prod',
  components: {
    zone: { public: { domain: 'example.com' } },
    certificate: { edge: { domain: 'example.com', alternatives: ['*.example.com'], zone: 'public' } },
    'load-balancer': { alb: { certificate: 'edge', hosts: { 'api.example.com': {} } } },
    fleet: {
      user: {
        instanceTypes: ['t4g.small'],
        image: { id: 'ami-0123456789abcdef0' },
        container: { port: 8000 },
        size: { minimum: 2, desired: 2, maximum: 4 },
        expose: { main: { via: 'alb' } },
        colours: { blue: { weight: 90 }, green: { weight: 10 } },
      },
    },
  },
});

const files = {
  ...acme,
  'environments/acme/prod.yaml': (acme['environments/acme/prod.yaml'] ?? '').replace(/^/, 'isBase: true\n'),
  'environments/acme/edge.yaml': fleet,
  [images]: `images:
  api:
    repository: public.ecr.aws/acme/app
    tag: "1.10" # the release
`,
};

/** What a command line changes, as the lines that it says; what is refused by its findings. */
async function setImage(where: string, name: string, version: string): Promise<string[]> {
  const host = new MemoryHost(files);
  const before = host.tree('environments');
  const { code, stdout } = await slipway(host, 'set', where, '--image', name, version);
  const lines = stdout.trimEnd().split('\n');
  if (code === 0) return lines;
  expect(host.tree('environments')).toEqual(before);
  return lines
    .filter((line) => /^error|^ {2}(?:expected|fix):|no container takes/.test(line))
    .map((line) => line.trim());
}

describe('slipway set --image', () => {
  it('changes a tag, which is text whatever it looks like', async () => {
    expect(await setImage('acme/prod', 'api', '1.20')).toEqual([
      `${images}:4`,
      '-     tag: "1.10" # the release',
      '+     tag: "1.20" # the release',
    ]);
  });

  it('pins a digest', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(await setImage('acme/prod', 'api', `1.20@${digest}`)).toEqual([
      `${images}:4`,
      '-     tag: "1.10" # the release',
      '+     tag: "1.20" # the release',
      `+     digest: ${digest}`,
    ]);
  });

  it('adds the image of one container, and makes the file where there is none', async () => {
    expect(await setImage('acme/edge', 'user.blue', 'v1')).toEqual([
      'environments/acme/edge.images.yaml:1',
      '+ # yaml-language-server: $schema=../../schemas/editor/images.schema.json',
      '+ images:',
      '+   user.blue:',
      '+     tag: v1',
    ]);
  });

  it.each([
    ['acme/prod', 'cache', 'the redis cache runs no container', 'expected: api', 'name one that runs'],
    ['acme/prod', 'apii', 'acme/prod has no component apii', 'expected: api', 'did you mean api?'],
    ['acme/prod', 'api.proxy', 'api has no container proxy', 'expected: api', 'did you mean api?'],
    [
      'acme/edge',
      'user.blu',
      'user has no container blu',
      'expected: user.blue or user.green',
      'did you mean user.blue?',
    ],
    ['acme/edge', 'alb.x', 'the load-balancer alb runs no container', 'expected: user', 'name one that runs'],
  ])('is refused in %s for %s, which runs nothing', async (...[where, name, message, expected, fix]) => {
    expect(await setImage(where, name, 'v1')).toEqual([
      'error unused-image',
      expect.stringContaining(message),
      expected,
      expect.stringMatching(new RegExp(`^fix: +${fix.replace('?', '\\?')}$`)),
    ]);
  });

  it('of a component of the base goes to the file of the base', async () => {
    expect(await setImage('acme/edge', 'api', 'v1')).toEqual([
      'error unused-image',
      expect.stringContaining('api is a component of acme/prod, and its image stands there'),
      expect.stringMatching(/^fix: +slipway set acme\/prod --image api$/),
    ]);
  });

  it('does not let an old digest win over a new tag', async () => {
    const text = `images:\n  api: { tag: v1, digest: "sha256:${'a'.repeat(64)}" }\n`;
    const host = new MemoryHost({ ...files, [images]: text });
    const { code, stdout } = await slipway(host, 'set', 'acme/prod', '--image', 'api', 'v2');
    expect(code).toBe(1);
    expect(stdout).toContain(`error digest-wins  ${images}:2:27`);
  });

  it('refuses a tag that means another image tomorrow, and one that is none, in words', async () => {
    const said = [
      expect.stringContaining(`error wrong-form  ${images}:4:10`),
      expect.stringContaining('expected: the tag of one image and no other'),
      expect.stringMatching(/^fix: +write the tag of one image and no other, such as v1.4.2 or a commit$/),
    ];
    for (const tag of ['latest', 'v1 2']) expect(await setImage('acme/prod', 'api', tag)).toEqual(said);
  });
});
