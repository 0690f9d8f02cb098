import { Ajv } from 'ajv';
import { readCidr } from '../../schemas/primitives/cidr';

/** The validator of descriptions: all mistakes at once, defaults filled in. */
export function createAjv(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    useDefaults: true,
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addFormat('ipv4-cidr', (text: string) => readCidr(text).kind === 'cidr');
  return ajv;
}
