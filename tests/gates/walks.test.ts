import { stepsOf } from '../../tools/gates/console';
import type { Tree } from '../../tools/gates/gate';
import { namesOne, ownSystems, withFreeNames, withoutSystems } from '../../tools/gates/walks';

function treeOf(...files: string[]): Tree {
  return { files, read: () => '' };
}

const tree = treeOf(
  '.github/workflows/pingvas-ci.yml',
  '.github/workflows/shop-ci.yml',
  '.slipway-owned/shop.sha256',
  '.slipway-owned/shop/prod.sha256',
  'clusters/pingvas-shared-eks/a.yaml',
  'environments/pingvas/dev.yaml',
  'environments/shop/prod.yaml',
  'stacks/shop.ts',
  'workspaces/shop-prod-data/a.tf.json',
);

const walk = stepsOf(
  [
    '<!-- run -->\n```console\n$ slipway new kind health-check --plane aws\nstacks/health-check.ts\n```',
    "<!-- write stacks/health-check.ts -->\n```ts\nimport { Route53HealthCheck } from 'lib/route53-health-check';\nexport const healthCheck = 1;\n```",
    '<!-- run -->\n```console\n$ slipway explain pingvas/dev\n```',
  ].join('\n\n'),
);

describe('a walk', () => {
  test('supposes no system of the reader', () => {
    const own = ownSystems(tree, ['pingvas']);
    expect(own).toEqual(['shop']);
    expect(withoutSystems(tree, own).files).toEqual([
      '.github/workflows/pingvas-ci.yml',
      'clusters/pingvas-shared-eks/a.yaml',
      'environments/pingvas/dev.yaml',
      'stacks/shop.ts',
    ]);
    expect(withoutSystems(tree, []).files).toEqual(tree.files);
  });

  test('makes a kind under its name, and under another where the reader has made it', () => {
    expect(withFreeNames(walk, tree)).toEqual(walk);
    const [run, write] = withFreeNames(walk, treeOf('stacks/health-check.ts')).map(({ action }) => action);
    expect(run).toMatchObject({
      run: 'slipway new kind health-check-again --plane aws',
      expected: ['stacks/health-check-again.ts'],
    });
    expect(write).toEqual({
      write: 'stacks/health-check-again.ts',
      content: "import { Route53HealthCheck } from 'lib/route53-health-check';\nexport const healthCheckAgain = 1;\n",
    });
  });

  test('makes a rule under a name that stands before the one that is there, as the page puts it', () => {
    const rule = stepsOf("<!-- write policies/no-logs.ts -->\n```ts\nid: 'no-logs'\n```");
    expect(withFreeNames(rule, treeOf('policies/no-logs.ts'))[0]?.action).toEqual({
      write: 'policies/no-log0.ts',
      content: "id: 'no-log0'\n",
    });
  });

  test('is about a system where a command names one', () => {
    expect(namesOne(walk, ['accunode', 'pingvas'])).toBe(true);
    expect(namesOne(walk, ['accunode'])).toBe(false);
  });
});
