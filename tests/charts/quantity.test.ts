import { secretsOperator } from '../../charts/facets/examples';
import { amountOf } from '../../charts/facets/quantity';
import { renderInCluster } from './base';

it.each([
  ['128Mi', 134_217_728],
  ['1.5G', 1_500_000_000],
  ['500m', 0.5],
  ['2', 2],
])('the quantity %s is %d', (quantity, amount) => {
  expect(amountOf(quantity)).toBe(amount);
});

describe('memory-over-limit: what runs in a cluster asks for no more memory than it may have', () => {
  const login = { access: 'login', as: 'LOGIN' };
  const others = {
    ...secretsOperator,
    'secret-store': { store: {} },
    redis: { redis: { authentication: false } },
    'aurora-postgres': { aurora: { database: 'shop' } },
    'database-schema': { schema: { database: 'aurora' } },
  };

  test.each([
    ['service', { port: 8080 }],
    ['worker', { queue: { list: 'jobs' }, uses: { redis: 'write' } }],
    ['job', { schedule: '0 2 * * *' }],
    ['pgbouncer', { login: 'schema-login', uses: { aurora: 'connect', 'schema-login': login } }],
  ])('%s', async (kind, props) => {
    const found = async (memory: string, memoryLimit: string) =>
      (await renderInCluster({ ...others, [kind]: { one: { ...props, resources: { memory, memoryLimit } } } }))
        .findings;
    expect(await found('1Gi', '1024Mi')).toEqual([]);
    expect(await found('1Gi', '1G')).toMatchObject([
      {
        message: `1Gi is asked for, and 1G is the limit (${kind}/memory-over-limit)`,
        at: { file: expect.stringMatching(/\/resources\/memoryLimit$/) as string },
      },
    ]);
  });
});
