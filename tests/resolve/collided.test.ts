import type { JsonObject } from '../../schemas/primitives/artifact';
import { withArticle } from '../../schemas/primitives/article';
import { publicEdge } from '../../stacks/facets/examples';
import { render } from '../support/render';

const { network, zone, certificate } = publicEdge as unknown as Readonly<Record<string, JsonObject>>;
const [name = ''] = Object.keys(network ?? {});
const edge = { network, zone, certificate } as Readonly<Record<string, JsonObject>>;

async function told(components: Readonly<Record<string, JsonObject>>): Promise<string[]> {
  const { findings } = await render({ components });
  return findings.map(({ code, at, message }) => `${code} ${at.file.split('#')[1] ?? ''}: ${message}`);
}

describe('a key that two components have', () => {
  const taken = [
    `colliding-components /components/network/${name}: the key ${name} is taken by a component of kind bucket of acme/test`,
  ];

  it('is told at the key, and those that need the other component are not blamed', async () => {
    const components = {
      ...edge,
      bucket: { [name]: {} },
      redis: { cache: {} },
      postgres: { db: { database: 'shop' } },
    };
    expect(await told(components)).toEqual(taken);
  });

  it('leaves what names the other component, or uses it, unjudged', async () => {
    const components = {
      ...edge,
      bucket: { [name]: {} },
      redis: { cache: { network: name, uses: { [name]: 'connect' } } },
    };
    expect(await told(components)).toEqual(taken);
  });

  it('hides no other mistake', async () => {
    const components = { ...edge, bucket: { [name]: {} }, redis: { cache: { network: 'gone' } } };
    expect(await told(components)).toEqual([
      ...taken,
      'unknown-component /components/redis/cache/network: there is no component gone',
    ]);
  });
});

test.each([
  ['network', 'a network'],
  ['alarms', 'an alarms'],
  ['s3 bucket', 'an s3 bucket'],
  ['S3 bucket', 'an S3 bucket'],
  ['SQS queue', 'an SQS queue'],
  ['SecretStore', 'a SecretStore'],
  ['argo-applications', 'an argo-applications'],
  ['unit', 'a unit'],
  ['upkeep', 'an upkeep'],
])('the article of %s is the one that is heard', (noun, words) => {
  expect(withArticle(noun)).toBe(words);
});
