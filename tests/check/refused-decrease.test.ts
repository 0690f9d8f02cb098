import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { TerraformGraph } from '../../schemas/graph/terraform';
import { checkDecreases } from '../../synth/check/refused-decrease';

const path = 'workspaces/acme-test-data/db.tf.json';
const origin = { subject: 'acme/test db', at: { file: 'environments/acme/test.yaml', line: 9, column: 5 } };

function fileOf(type: string, body: JsonObject, more: JsonObject = {}): Artifact[] {
  return [{ path, plane: 'terraform', content: { resource: { [type]: { db: body } }, ...more }, origin }];
}

function found(type: string, was: JsonObject, is: JsonObject) {
  const change = { before: new TerraformGraph(fileOf(type, was)), after: new TerraformGraph(fileOf(type, is)) };
  return checkDecreases(change).map(({ code, message, output }) => `${code} ${output ?? ''} ${message}`);
}

describe('what AWS only lets rise', () => {
  it.each([
    { type: 'aws_db_instance', argument: 'allocated_storage', was: 200, is: 100 },
    { type: 'aws_db_instance', argument: 'engine_version', was: '17.9', is: '16.9' },
    { type: 'aws_db_instance', argument: 'engine_version', was: '17.10', is: '17.9' },
    { type: 'aws_rds_cluster', argument: 'engine_version', was: '16.6', is: '15' },
    { type: 'aws_elasticache_replication_group', argument: 'engine_version', was: '7.1', is: '6.2' },
    { type: 'aws_eks_cluster', argument: 'version', was: '1.35', is: '1.34' },
  ])('$type: $argument from $was to $is is refused, at its line', ({ type, argument, was, is }) => {
    expect(found(type, { [argument]: was }, { [argument]: is })).toEqual([
      `refused-decrease ${path}#/resource/${type}/db/${argument} ${argument} falls from ${was} to ${is}: AWS lets it rise alone, and the apply fails here`,
    ]);
  });

  const atApply = '${data.aws_rds_engine_version.db.version}';
  it.each([
    { where: 'it rises', was: { allocated_storage: 100 }, is: { allocated_storage: 200 } },
    { where: 'it stays', was: { engine_version: '17.9' }, is: { engine_version: '17.9' } },
    { where: 'it rises by more digits', was: { engine_version: '17.9' }, is: { engine_version: '17.10' } },
    { where: 'the minor release is left open', was: { engine_version: '17.9' }, is: { engine_version: '17' } },
    { where: 'it is known at the apply alone', was: { engine_version: '17.9' }, is: { engine_version: atApply } },
    { where: 'it may fall', was: { max_allocated_storage: 200 }, is: { max_allocated_storage: 100 } },
  ])('nothing is said where $where', ({ was, is }) => {
    expect(found('aws_db_instance', was, is)).toEqual([]);
  });

  it('nothing is said of what is new, and what moved is known by its old address', () => {
    const small = fileOf('aws_db_instance', { allocated_storage: 20 });
    const none = { before: new TerraformGraph([]), after: new TerraformGraph(small) };
    expect(checkDecreases(none)).toEqual([]);
    const moved: Artifact[] = [
      {
        path,
        plane: 'terraform',
        origin,
        content: {
          resource: { aws_db_instance: { orders: { allocated_storage: 10 } } },
          moved: [{ from: 'aws_db_instance.db', to: 'aws_db_instance.orders' }],
        },
      },
    ];
    const change = { before: new TerraformGraph(small), after: new TerraformGraph(moved) };
    expect(checkDecreases(change)).toHaveLength(1);
  });
});
