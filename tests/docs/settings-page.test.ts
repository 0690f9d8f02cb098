import { parse } from 'yaml';
import { descriptionSchema } from '../../schemas/contract/description';
import { settingFacts, settingsExample } from '../../synth/docs/setting-facts';
import { settingsPage } from '../../synth/docs/settings-page';
import { judgeFile } from '../../synth/load/judge';

const page = settingsPage();

describe('the page of settings', () => {
  test.each(settingFacts().flatMap(({ fields }) => fields.map(({ path }) => path)))('has a row for %s', (path) => {
    expect(page).toContain(`| \`${path}\` |`);
  });

  test('says what a setting takes, what leaving it out means, and what it is for', () => {
    expect(page).toContain('| `terraform.autoApply` | true or false | `false` | Apply a plan after a merge');
    expect(page).toContain('| `aws.account` | account id of 12 digits, in quotes | required |');
    expect(page).toContain('| `90` | Retention of log groups that state none, in days. |');
  });

  test('names a region instead of listing forty', () => {
    expect(page).toContain('| `aws.regions.<key>` | name of an AWS region such as `us-east-1` |');
    expect(page).not.toContain('ap-southeast-2');
  });

  test('tells of the files beside a description', () => {
    expect(page).toContain('| `images.<key>.tag` |');
    expect(page).toContain('| `bindings` |');
  });

  test('has an example of every setting that the schema takes, but of the one that no two environments share', async () => {
    expect(page).toContain('regions:\n    global: us-east-1\n');
    const block = /```yaml\n([^`]+)```/.exec(page)?.[1] ?? '';
    expect(await judgeFile('description', parse(block))).toEqual([]);
    const unnamed = Object.keys(descriptionSchema.properties).filter((key) => !Object.hasOwn(settingsExample, key));
    expect(unnamed).toEqual(['isBase']);
  });
});
