import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Group {
  readonly rules: readonly { readonly alert?: string; readonly labels: object; readonly annotations: object }[];
}
interface Case {
  readonly alertname: string;
  readonly exp_alerts: readonly { readonly exp_labels: object; readonly exp_annotations: object }[];
}

function read(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

const rendered = read('clusters/pingvas-shared-eks/shared-monitoring/monitoring/prometheusrule-rules.yaml') as {
  spec: { groups: Group[] };
};
const described = read('environments/pingvas/rules.test.yaml') as { tests: { alert_rule_test: Case[] }[] };
const rules = rendered.spec.groups.flatMap((group) => group.rules);
const cases = described.tests.flatMap((one) => one.alert_rule_test);

describe.each(rules.map((rule) => [rule.alert as string, rule] as const))('the alert %s of Pingvas', (name, rule) => {
  const own = cases.filter(({ alertname }) => alertname === name);

  test('has a case in which it is due, with its labels and its text, and one in which it is not', () => {
    const due = own.flatMap(({ exp_alerts }) => exp_alerts);
    expect(due).not.toEqual([]);
    for (const alert of due)
      expect(alert).toMatchObject({ exp_labels: rule.labels, exp_annotations: rule.annotations });
    expect(own.some(({ exp_alerts }) => exp_alerts.length === 0)).toBe(true);
  });
});

test('no case is of an alert that is gone', () => {
  const names = new Set(rules.map(({ alert }) => alert));
  expect(cases.map(({ alertname }) => alertname).filter((name) => !names.has(name))).toEqual([]);
});
