import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { systems } from './rows/systems';

interface Rule {
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: object;
  readonly annotations?: object;
}
interface Rules {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[] };
}
interface Case {
  readonly alertname: string;
  readonly exp_alerts: readonly { readonly exp_labels: object; readonly exp_annotations: object }[];
}
interface Tests {
  readonly rule_files: readonly string[];
  readonly tests: readonly { readonly alert_rule_test: readonly Case[] }[];
}
/** What one PrometheusRule is tested by: `environments/<system>/rules.test.yaml` names it `<its name>.yaml`. */
interface Suite {
  readonly title: string;
  readonly testFile: string;
  readonly ruleFile: string;
  readonly rules: Rules;
}

const root = resolve(__dirname, '..');
const promtool = join(root, '.tools/bin/promtool');
const made: string[] = [];
const shown = new Set(systems.map(({ name }) => name));
const suites: readonly Suite[] = readdirSync(join(root, 'clusters'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/prometheusrule-[^/]+\.yaml$/.test(path))
  .sort()
  .flatMap((path) => {
    const rules = parse(readFileSync(join(root, 'clusters', path), 'utf8')) as Rules;
    const system = rules.metadata.labels['app.kubernetes.io/part-of'] ?? '';
    const testFile = `environments/${system}/rules.test.yaml`;
    // A system of somebody else's has tests where they wrote some.
    if (!shown.has(system) && !existsSync(join(root, testFile))) return [];
    return [{ title: `clusters/${path}`, testFile, ruleFile: `${rules.metadata.name}.yaml`, rules }];
  });
const alerts = suites.flatMap((suite) =>
  alertsOf(suite).map((rule) => [rule.alert as string, suite.title, { rule, suite }] as const),
);

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function alertsOf({ rules }: Suite): Rule[] {
  return rules.spec.groups.flatMap((group) => group.rules).filter(({ alert }) => alert !== undefined);
}

function testsOf({ testFile }: Suite): Tests {
  return parse(readFileSync(join(root, testFile), 'utf8')) as Tests;
}

function casesOf(suite: Suite): Case[] {
  return testsOf(suite).tests.flatMap((one) => one.alert_rule_test);
}

/** Runs promtool in a folder with the tests and the rules, each expression as it is given back. */
function run(suite: Suite, args: readonly string[], exprOf = ({ expr }: Rule): string => expr) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-rules-'));
  made.push(folder);
  const groups = suite.rules.spec.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({ ...rule, expr: exprOf(rule) })),
  }));
  writeFileSync(join(folder, suite.ruleFile), stringify({ groups }));
  cpSync(join(root, suite.testFile), join(folder, 'rules.test.yaml'));
  const { status, stdout, stderr, error } = spawnSync(promtool, args, { cwd: folder, encoding: 'utf8' });
  if (error) throw new Error(`${promtool} does not run (make tools builds it): ${error.message}`);
  return { passed: status === 0, said: `${stdout}${stderr}` };
}

test('there are alerts to test', () => {
  expect(suites.length).toBeGreaterThan(0);
});

describe.each(suites.map((suite) => [suite.title, suite] as const))('promtool, with the rules of %s,', (_, suite) => {
  test('reads every expression', () => {
    expect(run(suite, ['check', 'rules', suite.ruleFile])).toMatchObject({ passed: true });
  });

  test('finds each alert due when its tests say so, and not when they say it is not', () => {
    expect(testsOf(suite).rule_files).toContain(suite.ruleFile);
    expect(run(suite, ['test', 'rules', 'rules.test.yaml'])).toMatchObject({ passed: true });
  });

  test('sees no case of an alert that is gone', () => {
    const names = alertsOf(suite).map(({ alert }) => alert);
    expect(casesOf(suite).filter(({ alertname }) => !names.includes(alertname))).toEqual([]);
  });
});

describe.each(alerts)('the alert %s of %s', (name, _, { rule, suite }) => {
  const changed = (expr: string) =>
    run(suite, ['test', 'rules', 'rules.test.yaml'], (each) => (each.alert === name ? expr : each.expr));

  test('has a case in which it is due, with its labels and its text, and one in which it is not', () => {
    const own = casesOf(suite).filter(({ alertname }) => alertname === name);
    const due = own.flatMap(({ exp_alerts }) => exp_alerts);
    expect(due).not.toEqual([]);
    for (const alert of due)
      expect(alert).toMatchObject({ exp_labels: rule.labels, exp_annotations: rule.annotations });
    expect(own.some(({ exp_alerts }) => exp_alerts.length === 0)).toBe(true);
  });

  test('fails its tests when its threshold is ten times as high, and when it is a tenth', () => {
    for (const expr of otherThan(rule)) expect([expr, changed(expr).passed]).toEqual([expr, false]);
  });
});

/** Expressions that are due too late and too early: a test that tells what is meant fails with either. */
function otherThan({ expr }: Rule): string[] {
  const [, left, limit] = /^(.* [<>] )([0-9.]+)$/.exec(expr) ?? [];
  if (left === undefined) return ['vector(1) == 2', 'vector(1)'];
  return [10, 0.1].map((factor) => `${left}${Number(limit) * factor}`);
}
