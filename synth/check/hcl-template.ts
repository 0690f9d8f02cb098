/** One step of a reference: `.name`, `["key"]`, `[0]`, `[computed]`, `[*]`, `.*`. */
export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  /** `key` is absent where it is computed. */
  | { readonly kind: 'index'; readonly key?: string | number }
  /** `full`: `[*]`, after which every step applies to each element; otherwise `.*`, after which attributes alone do. */
  | { readonly kind: 'splat'; readonly full: boolean };

/** What an expression reads: `aws_vpc.main.id` has the root `aws_vpc` and two steps. */
export interface Reference {
  readonly root: string;
  readonly steps: readonly Step[];
}

export interface Call {
  readonly name: string;
  /** Number of arguments as written. */
  readonly count: number;
  /** Whether the last one is a list that is spread: `f(x...)`. */
  readonly spread: boolean;
}

/** A string of a Terraform JSON file, read as template. */
export interface Template {
  readonly kind: 'template';
  readonly references: readonly Reference[];
  readonly calls: readonly Call[];
  /** Whether it is one `${…}` and nothing else, so that its value need not be a string. */
  readonly whole: boolean;
  /** The references that are inserted as they are: `${aws_vpc.main.id}`. */
  readonly inserted: readonly Reference[];
}

/** A string that is no template: `message` is the parser's, `column` counts from 1 where it is known. */
export interface InvalidTemplate {
  readonly kind: 'invalid';
  readonly message: string;
}

/** Whether a string has anything to evaluate: `${` or `%{`, escaped ones included. */
export function isTemplate(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/** As it is written in HCL. */
export function printReference({ root, steps }: Reference): string {
  return root + steps.map(printStep).join('');
}

export function printStep(step: Step): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  if (step.kind === 'splat') return step.full ? '[*]' : '.*';
  return step.key === undefined ? '[…]' : `[${JSON.stringify(step.key)}]`;
}
