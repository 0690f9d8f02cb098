import type { RuleId } from '../../policies/rule';
import { missingCases } from './cases-missing';
import { namedCases } from './cases-named';
import { planeCases } from './cases-planes';
import { protectionCases } from './cases-protection';
import { recoveryCases } from './cases-recovery';
import { recordCases } from './cases-records';
import { secretCases } from './cases-secrets';
import { terraformCases } from './cases-terraform';
import { typeCases } from './cases-types';
import type { RuleCase } from './output';

/** Cases of each rule, by its id. */
export const cases: Readonly<Record<RuleId, readonly RuleCase[]>> = {
  ...missingCases,
  ...namedCases,
  ...planeCases,
  ...protectionCases,
  ...recoveryCases,
  ...recordCases,
  ...secretCases,
  ...terraformCases,
  ...typeCases,
};
