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
    ['aws_db_instance', 'allocated_storage', 200, 100],
    ['aws_db_instance', 'engine_version', '17.9', '16.9'],
    ['aws_db_instance', 'engine_version', '17.10', '17.9'],
    ['aws_rds_cluster', 'engine_version', '16.6', '15'],
    ['aws_elasticache_replication_group', 'engine_version', '7.1', '6.2'],
    ['aws_eks_cluster', 'version', '1.35', '1.34'],
  ])('%s: %s from %p to %p is refused, at its line', (type, argument, was, is) => {
    expect(found(type, { [argument]: was }, { [argument]: is })).toEqual([
      `refused-decrease ${path}#/resource/${type}/db/${argument} ${argument} falls from ${was} to ${is}: AWS lets it rise alone, and the apply fails here`,
    ]);
  });

  it.each([
    ['it rises', 'allocated_storage', 100, 200],
    ['it stays', 'engine_version', '17.9', '17.9'],
    ['it rises by more digits', 'engine_version', '17.9', '17.10'],
    ['the new one leaves the minor release open', 'engine_version', '17.9', '17'],
    ['it is known at the apply alone', 'engine_version', '17.9', '${data.aws_rds_engine_version.db.version}'],
    ['it may fall', 'max_allocated_storage', 200, 100],
  ])('nothing is said where %s', (_, argument, was, is) => {
    expect(found('aws_db_instance', { [argument]: was }, { [argument]: is })).toEqual([]);
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
