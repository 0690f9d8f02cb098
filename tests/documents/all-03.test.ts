import type { Printed } from '../end-to-end/system-files';
import { said, variation } from './variation';

const accunode = 'environments/accunode/system.yaml';
const pingvas = 'environments/pingvas/shared.yaml';
const inData = 'aws_rds_cluster.aurora';

describe('ALL-03: a protection that is switched off is a finding at its component:', () => {
  let printed: Printed;

  beforeAll(async () => {
    printed = await variation([
      [accunode, '      monitoringSeconds: 0\n', '      monitoringSeconds: 0\n      protect: false\n'],
      [
        pingvas,
        '      backupRetentionDays: 7\n',
        `      backupRetentionDays: 7\n      patches: { ${inData}: { storage_encrypted: false, skip_final_snapshot: true } }\n`,
      ],
      [pingvas, '    models: { name: pingvas-models-shared,', `    models: { ${opened}, name: pingvas-models-shared,`],
    ]);
  }, 60_000);

  const opened = 'patches: { aws_s3_bucket_public_access_block.models: { block_public_policy: false } }';
  const places = ({ findings }: Printed, subject: string) =>
    findings.filter((each) => each.subject === subject).map(({ at, expected }) => [at.file, expected]);

  test('deletion protection in the description of a database', () => {
    expect(places(printed, 'aws_db_instance.db')).toEqual(
      ['growth', 'scale', 'system'].map((name) => [`environments/accunode/${name}.yaml`, 'deletion_protection: true']),
    );
  });

  test('encryption and the last snapshot by a patch', () => {
    expect(places(printed, inData)).toEqual([
      [pingvas, 'storage_encrypted: true'],
      [pingvas, 'skip_final_snapshot: false'],
    ]);
  });

  test('what keeps a bucket from the public by a patch', () => {
    expect(places(printed, 'aws_s3_bucket_public_access_block.models')).toEqual([
      [pingvas, 'block_public_policy: true'],
    ]);
  });

  test('and nothing else is said', () => {
    expect(new Set(said(printed).map((line) => line.split(' ')[1]))).toEqual(new Set(['unprotected-data']));
    expect(printed.findings).toHaveLength(6);
  });
});
