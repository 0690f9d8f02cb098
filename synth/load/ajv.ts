import { Ajv, type Options } from 'ajv';
import { formats } from './formats';

/**
 * The validator of descriptions: all mistakes at once, defaults filled in. What is wrong is said by `schemaFindings`, in
 * words of its own.
 */
export function createAjv(options: Options = {}): Ajv {
  return new Ajv({
    allErrors: true,
    useDefaults: true,
    messages: false,
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    formats: { ...formats },
    code: { optimize: false },
    ...options,
  });
}
