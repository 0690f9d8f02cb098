import type { ErrorObject, ValidateFunction } from 'ajv';
import { isDeepStrictEqual } from 'node:util';
import { bindingsSchema, descriptionSchema, imagesSchema } from '../../schemas/contract/description';
import type { Kind } from '../../schemas/contract/kind';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { compiledInputs, type Accept, type Helpers } from './compiled';
import { componentSchema } from './component-schema';
import { formats } from './formats';

/** Schemas of files, the same in every environment. */
export const fileSchemas = {
  description: descriptionSchema,
  images: imagesSchema,
  bindings: bindingsSchema,
} satisfies Record<string, JsonObject>;

export type FileSchema = keyof typeof fileSchemas;

export const helpers: Helpers = { formats, length: countCharacters, equal: isDeepStrictEqual };

/** Names of what a build compiles. */
export const inputName = {
  file: (name: string): string => `file ${name}`,
  kind: (name: string): string => `kind ${name}`,
};

/** What is wrong with a file; nothing where it is right. Fills defaults in. */
export async function judgeFile(name: FileSchema, value: unknown): Promise<readonly ErrorObject[]> {
  const schema = fileSchemas[name];
  return judge({ owner: schema, name: inputName.file(name), schema: () => schema }, value);
}

/** What is wrong with the input of one component; nothing where it is right. Fills defaults in. */
export async function judgeComponent(kind: Kind, input: unknown): Promise<readonly ErrorObject[]> {
  return judge({ owner: kind, name: inputName.kind(kind.kind), schema: () => componentSchema(kind) }, input);
}

interface Judged {
  /** What a judge is kept for: a name may be taken twice, by a kind of a test. */
  readonly owner: object;
  readonly name: string;
  readonly schema: () => JsonObject;
}

const accepts = new WeakMap<object, Accept>();
const validators = new WeakMap<object, ValidateFunction>();

/** What a build compiled says yes or no. What is wrong is asked of ajv when an input is refused, so that the code stays small. */
async function judge(judged: Judged, value: unknown): Promise<readonly ErrorObject[]> {
  if (acceptOf(judged)?.(value) === true) return [];
  const validator = validators.get(judged.owner) ?? (await compile(judged.schema()));
  validators.set(judged.owner, validator);
  return validator(value) ? [] : (validator.errors ?? []);
}

function acceptOf({ owner, name }: Judged): Accept | undefined {
  const accept = accepts.get(owner) ?? compiledInputs[name]?.(helpers);
  if (accept) accepts.set(owner, accept);
  return accept;
}

async function compile(schema: JsonObject): Promise<ValidateFunction> {
  const { createAjv } = await import('./ajv');
  return createAjv().compile(schema);
}

/** Length as a schema counts it: characters, not the units that make them. */
function countCharacters(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
