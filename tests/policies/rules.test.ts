import { readdirSync } from 'node:fs';
import { rules } from '../../policies/catalogue';
import { policyCodes } from '../../schemas/codes/policies';
import type { Artifact } from '../../schemas/primitives/artifact';
import { checkPolicies } from '../../synth/check/policies';
import { cases } from './cases';
import { artifactsOf, type RuleCase } from './output';

const spoken = (artifacts: readonly Artifact[], id: string): string[] =>
  checkPolicies(artifacts)
    .findings.filter(({ code }) => code === id)
    .map(({ output }) => output ?? '');

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const own: readonly RuleCase[] = cases[id];

  it('has a case that fires and one that must not', () => {
    expect(own.some(({ fires }) => fires.length > 0)).toBe(true);
    expect(own.some(({ fires }) => fires.length === 0)).toBe(true);
  });

  it.each(own.map((rule) => [rule.situation, rule] as const))('%s', (_, { files, fires }) => {
    expect(spoken(artifactsOf(files), id).sort()).toEqual([...fires].sort());
  });
});

it('every rule is a file of its id, in the catalogue and among the codes', () => {
  const files = readdirSync('policies')
    .filter((file) => file.endsWith('.ts') && file !== 'rule.ts' && file !== 'catalogue.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(files.sort()).toEqual(ids);
  expect(Object.keys(policyCodes).sort()).toEqual([...ids, 'rule-failed'].sort());
});
