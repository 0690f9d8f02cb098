import { besideFacts, settingFacts } from '../../docs/setting-facts';
import type { Explanation } from './explanation';
import { fieldLines } from './field-lines';

/** Every setting of a description with its type, unit and default, and those of the files beside it. */
export function explainSettings(width: number): Explanation {
  const settings = settingFacts();
  const files = besideFacts();
  return {
    findings: [],
    data: { settings: settings.flatMap(({ fields }) => fields), files },
    lines: [
      'settings, in environments/<system>/system.yaml or <environment>.yaml; that of the environment holds:',
      ...fieldLines(
        settings.flatMap(({ fields }) => fields.slice(0, 1)),
        width,
      ),
      ...settings
        .filter(({ fields }) => fields.length > 1)
        .flatMap(({ name, fields }) => ['', `${name}:`, ...fieldLines(fields.slice(1), width)]),
      ...files.flatMap(({ title, about, fields }) => ['', `${title}: ${about}`, ...fieldLines(fields, width)]),
      '',
      'slipway explain <setting> shows what stands below one of them, slipway explain the kinds of components.',
    ],
  };
}

/** One setting with what stands below it. */
export function explainSetting(name: string, width: number): Explanation {
  const fields = settingFacts().find((setting) => setting.name === name)?.fields ?? [];
  return {
    findings: [],
    data: { settings: fields },
    lines: [`setting ${name}:`, ...fieldLines(fields, width), '', 'slipway explain settings shows all of them.'],
  };
}
