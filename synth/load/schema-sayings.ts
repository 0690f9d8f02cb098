import { textParameter, listParameter, type Fault, type Saying } from './schema-fault';
import {
  missingKey,
  missingCompanion,
  unknownKey,
  wrongKey,
  notAllowed,
  missingAlternative,
  severalForms,
} from './schema-key-sayings';
import { asSchema } from './schema-lookup';
import {
  wrongType,
  unknownValue,
  discriminator,
  wrongForm,
  wrongLength,
  outOfRange,
  wrongCount,
  repeatedItem,
  containsWords,
  noForm,
} from './schema-value-sayings';
import { shown } from './schema-words';

/** What each keyword of a schema has to say. Those that are not here speak through others. */
export const sayings: Readonly<Record<string, (fault: Fault) => readonly Saying[]>> = {
  type: (fault) => [wrongType(fault)],
  enum: (fault) => [unknownValue(fault, listParameter(fault, 'allowedValues'))],
  const: (fault) => [unknownValue(fault, [fault.error.params['allowedValue']])],
  discriminator: (fault) => [discriminator(fault)],
  pattern: wrongForm,
  format: wrongForm,
  minLength: wrongLength,
  maxLength: wrongLength,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  multipleOf: outOfRange,
  minItems: wrongCount,
  maxItems: wrongCount,
  minProperties: wrongCount,
  maxProperties: wrongCount,
  uniqueItems: (fault) => [repeatedItem(fault)],
  contains: (fault) => [
    {
      code: 'wrong-count',
      message: `${shown(fault.found)} has no item that is asked for`,
      expected: containsWords(fault),
      fix: `add ${containsWords(fault)}`,
    },
  ],
  required: (fault) => [missingKey(fault, textParameter(fault, 'missingProperty'))],
  dependentRequired: (fault) => [missingCompanion(fault)],
  dependencies: (fault) => [missingCompanion(fault)],
  additionalProperties: (fault) => [unknownKey(fault, textParameter(fault, 'additionalProperty'))],
  unevaluatedProperties: (fault) => [unknownKey(fault, textParameter(fault, 'unevaluatedProperty'))],
  propertyNames: (fault) => [
    wrongKey(fault, textParameter(fault, 'propertyName'), asSchema(fault.schema['propertyNames']) ?? {}),
  ],
  'false schema': (fault) => [
    {
      code: 'not-allowed',
      message: `${fault.key === undefined ? shown(fault.found) : `\`${fault.key}\``} can't stand here`,
      fix: 'take it out',
    },
  ],
  not: (fault) => [notAllowed(fault)],
  requiredAlternatives: (fault) => [missingAlternative(fault)],
  severalForms: (fault) => [severalForms(fault)],
  noFormMatches: (fault) => [noForm(fault)],
};
