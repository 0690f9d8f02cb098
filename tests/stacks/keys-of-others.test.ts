import type { JsonObject } from '../../schemas/primitives/artifact';
import { refused, renderInNetwork } from '../support/data-stores';

/** What takes a key of the environment, and what it takes beside it. */
const encrypted: readonly (readonly [kind: string, input: JsonObject])[] = [
  ['aurora-postgres', { database: 'shop' }],
  ['backup-plan', { schedule: 'cron(0 5 * * ? *)', retentionDays: 30, components: ['images'] }],
  ['bucket', {}],
  ['cluster', { version: '1.35' }],
  ['file-system', {}],
  ['parameter', { entries: { a: {} } }],
  ['postgres', { database: 'shop' }],
  ['redis', {}],
  ['secret', { entries: { a: {} } }],
];

describe('a key encrypts in its own region alone, and where it is made to', () => {
  test.each(encrypted)('key-of-another-region and key-that-signs: of a %s', async (kind, input) => {
    const buckets = kind === 'bucket' ? {} : { bucket: { images: {} } };
    const under = (key: string) =>
      renderInNetwork({
        ...buckets,
        key: { near: {}, far: { region: 'dr' }, signer: { purpose: 'sign' } },
        [kind]: { one: { ...input, key } },
      });
    expect(refused(await under('far'))).toEqual([`${kind}/key-of-another-region at /${kind}/one/key`]);
    expect(refused(await under('signer'))).toEqual([`${kind}/key-that-signs at /${kind}/one/key`]);
    expect((await under('near')).findings).toEqual([]);
  });
});
