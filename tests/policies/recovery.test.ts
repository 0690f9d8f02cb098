import { parse, stringify } from 'yaml';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { print, readTree, repository } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';

const description = readTree(repository, 'environments');

/** What is said of recovery when the whole system is described so. */
async function said(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const { findings } = await print(new MemoryHost(files));
  return findings.filter(({ code }) => code === 'recovery-objective');
}

/** The committed description without the tags by which stores depart from the objectives of the document. */
function asTheDocumentSays(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(description).map(([path, text]) => {
      if (!/\/(dev|prod|shared)\.yaml$/.test(path)) return [path, text];
      const content = parse(text) as { components: Record<string, Record<string, JsonObject>> };
      for (const named of Object.values(content.components))
        for (const component of Object.values(named)) {
          if (JSON.stringify(component['patches'] ?? '').includes('recovery-')) delete component['patches'];
        }
      return [path, stringify(content)];
    }),
  );
}

describe('PV-20', () => {
  it('the committed environments keep their objectives, or say why not', async () => {
    expect(await said(description)).toEqual([]);
  });

  it('the recovery plan of the document does not: daily Redis snapshots and weekly backups can not keep an hour', async () => {
    const findings = await said(asTheDocumentSays());
    expect(
      findings.map(({ at, subject, message }) => [at.file.replace('environments/pingvas/', ''), subject, message]),
    ).toEqual([
      [
        'dev.yaml',
        'aws_elasticache_replication_group.redis',
        'it may lose 1 day (recovery-point-objective), and nothing in the output brings its data back',
      ],
      [
        'prod.yaml',
        'aws_elasticache_replication_group.redis',
        'it may lose 1 hour (recovery-point-objective), and one snapshot a day loses up to 1 day',
      ],
      [
        'shared.yaml',
        'aws_efs_file_system.model_files',
        'it may lose 1 hour (recovery-point-objective), and the backup plan weekly, cron(0 5 ? * SUN *), loses up to 7 days',
      ],
      [
        'shared.yaml',
        'aws_s3_bucket.logs',
        'it may lose 1 hour (recovery-point-objective), and nothing in the output brings its data back',
      ],
    ]);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
