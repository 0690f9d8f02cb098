import { buildCodes } from './build';
import { checkCodes } from './check';
import { kubernetesCheckCodes } from './check-kubernetes';
import { terraformCheckCodes } from './check-terraform';
import { cliCodes } from './cli';
import { dataSafetyCodes } from './data-safety';
import { loadCodes } from './load';
import { policyCodes } from './policies';
import { resolveCodes } from './resolve';
import { writeCodes } from './write';

/** Every finding code there is, by the step that says it. */
export const codeCatalogue = {
  ...loadCodes,
  ...resolveCodes,
  ...buildCodes,
  ...checkCodes,
  ...kubernetesCheckCodes,
  ...terraformCheckCodes,
  ...dataSafetyCodes,
  ...policyCodes,
  ...writeCodes,
  ...cliCodes,
};

export type Code = keyof typeof codeCatalogue;
