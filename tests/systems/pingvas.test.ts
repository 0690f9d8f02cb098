import { resolve } from 'node:path';
import { OutputTree } from '../rows/output-tree';
import { at, list, pick } from '../rows/values';

const output = OutputTree.read(resolve(__dirname, '../..'), ['workspaces', 'clusters']).of('pingvas');

describe('Pingvas, as it is committed,', () => {
  test('tells its operators before a month costs more than the 1,500 USD of its document', () => {
    const budget = output.resource('pingvas-shared-platform', 'aws_budgets_budget', 'month');
    expect(pick(budget, ['limit_amount', 'limit_unit', 'time_unit'])).toEqual({
      limit_amount: '1500',
      limit_unit: 'USD',
      time_unit: 'MONTHLY',
    });
    const told = list(budget['notification']).map((each) => [
      at(each, 'notification_type'),
      at(each, 'threshold'),
      at(each, 'subscriber_email_addresses', 0),
    ]);
    // What the document counts on, 1,249 USD, alarms nobody.
    expect(told).toEqual([
      ['ACTUAL', 95, 'operations@pingvas.studio'],
      ['FORECASTED', 100, 'operations@pingvas.studio'],
    ]);
  });

  test('every secret in Secrets Manager has a pod that reads it', () => {
    const read = new Set(
      output
        .manifests('ExternalSecret')
        .flatMap((copy) => list(at(copy, 'spec', 'data')).map((each) => at(each, 'remoteRef', 'key'))),
    );
    const secrets = ['dev', 'prod', 'shared'].flatMap((environment) =>
      Object.values(output.resources(`pingvas-${environment}-data`, 'aws_secretsmanager_secret')),
    );
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.map(({ name }) => name).filter((name) => !read.has(name ?? ''))).toEqual([]);
  });
});
