import { stringify } from 'yaml';
import { fieldTable } from './field-table';
import { code, escapeHtml, pageHead } from './markdown';
import { besideFacts, settingFacts, settingsExample } from './setting-facts';

/** `docs/settings.md`: everything that a description may hold beside its components. */
export function settingsPage(): string {
  const settings = settingFacts();
  const all = settings.flatMap(({ fields }) => fields.slice(0, 1));
  const lines = [
    ...pageHead('Settings', 'npm run docs'),
    'What may stand in a description beside `components:`, which [kinds.md](kinds.md) lists. `slipway explain settings` prints',
    'the same in a terminal, `slipway explain aws` what stands below one of them.',
    '',
    '`environments/<system>/system.yaml` holds what all environments of a system share, `environments/<system>/<environment>.yaml`',
    'one of them. Either may state any setting. They are merged key by key: where both state a value, that of the environment',
    'holds, and its `null` takes away what the system file gives. What is required has to stand in one of them. Files such as',
    '`<environment>.<part>.yaml` hold components and no settings.',
    '',
    '## Overview',
    '',
    ...fieldTable(all),
    '',
    ...settings
      .filter(({ fields }) => fields.length > 1)
      .flatMap(({ name, fields }) => [`## ${name}`, '', ...fieldTable(fields.slice(1)), '']),
    '## An example of each',
    '',
    '```yaml',
    stringify(settingsExample, { lineWidth: 0 }).trimEnd(),
    '```',
    '',
    '## Files beside the description',
    '',
    ...besideFacts().flatMap(({ title, about, fields }) => [
      `### ${code(title)}`,
      '',
      escapeHtml(about),
      '',
      ...fieldTable(fields),
      '',
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
