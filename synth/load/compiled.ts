/** What the code of a compiled input calls and does not bring with it. */
export interface Helpers {
  readonly formats: Readonly<Record<string, (text: string) => boolean>>;
  /** Length of a text in characters. */
  readonly length: (text: string) => number;
  readonly equal: (one: unknown, other: unknown) => boolean;
}

/** Whether an input is right. Where it is, defaults are filled in; where not, they may be or not. */
export type Accept = (input: unknown) => boolean;

/**
 * What a build has compiled from the schemas of inputs, by name; each is made when it is first needed. There is nothing
 * where the sources run as they are: a build puts a module of its own in the place of this one (`tools/build/inputs.ts`),
 * made of the schemas that are bundled with it, so that the two can't differ.
 */
export const compiledInputs: Readonly<Record<string, (helpers: Helpers) => Accept>> = {};
