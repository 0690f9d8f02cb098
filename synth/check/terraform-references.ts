import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { providerFunctions, terraformFunctions } from '../../schemas/upstream/terraform/functions';
import { type Call, printReference, type Reference, type Template } from './hcl-template';
import { type Occurrence, templateText } from './terraform-expressions';
import { findingAt, type Place } from './terraform-place';
import { type ResolveContext, Resolver } from './terraform-resolve';
import { describeType, fits } from './terraform-type';
import type { Resolved } from './terraform-walk';
import type { TerraformWorkspace } from './terraform-workspace';

/** One thing of a workspace needs another: `aws_subnet.a` → `aws_vpc.main`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

export interface ReferenceVerdict {
  readonly findings: readonly Finding[];
  readonly edges: readonly Edge[];
}

/** Checks every expression of a workspace: that it can be read, what it calls, what it names, and what it yields. */
export function checkReferences(
  workspace: TerraformWorkspace,
  occurrences: readonly Occurrence[],
  context: ResolveContext,
): ReferenceVerdict {
  const checker = new ReferenceChecker(workspace, context);
  for (const occurrence of occurrences) checker.check(occurrence);
  return checker;
}

class ReferenceChecker {
  readonly findings: Finding[] = [];
  readonly edges: Edge[] = [];
  private readonly resolver: Resolver;

  constructor(
    private readonly workspace: TerraformWorkspace,
    private readonly context: ResolveContext,
  ) {
    this.resolver = new Resolver(workspace, context);
  }

  check(occurrence: Occurrence): void {
    const template = this.context.templates.get(templateText(occurrence));
    if (template === undefined) throw new Error(`${occurrence.place.pointer} was not read`);
    if (template.kind === 'invalid') {
      this.invalid(occurrence, template.message);
      return;
    }
    if (occurrence.form !== 'template' && !isAddress(template, occurrence.form)) {
      this.invalid(occurrence, ADDRESS[occurrence.form]);
      return;
    }
    for (const call of template.calls) this.call(call, occurrence);
    this.resolve(template, occurrence);
  }

  private resolve(template: Template, occurrence: Occurrence): void {
    const { scope, owner, place } = occurrence;
    const self = this.workspace.resources.get(owner);
    const said = new Set<string>();
    if (template.references.some(({ root }) => root === 'ephemeral') && !takesEphemeral(occurrence))
      this.exposed(occurrence);
    const results = new Map<Reference, Resolved>();
    for (const reference of template.references) {
      const resolved = this.resolver.resolve(reference, scope, self);
      results.set(reference, resolved);
      if (resolved.kind === 'value') {
        if (resolved.target !== undefined) this.edges.push({ from: owner, to: resolved.target, place });
        continue;
      }
      const { code, message, fix } = resolved.problem;
      if (said.has(message)) continue;
      said.add(message);
      this.findings.push(findingAt(code, place, { subject: owner, message, fix }));
    }
    for (const reference of template.inserted)
      this.inserted(reference, results.get(reference), { template, occurrence });
  }

  /** A list or an object fits neither into the middle of a text nor into an argument that takes a single value. */
  private inserted(
    reference: Reference,
    resolved: Resolved | undefined,
    { template, occurrence }: { readonly template: Template; readonly occurrence: Occurrence },
  ): void {
    if (resolved?.kind !== 'value' || occurrence.form !== 'template') return;
    const expected = template.whole ? occurrence.expected : 'string';
    if (fits(expected, resolved.type)) return;
    const where = template.whole ? `here ${describeType(expected)} is expected` : 'it can’t stand inside a text';
    this.findings.push(
      findingAt('terraform-reference-type', occurrence.place, {
        subject: occurrence.owner,
        message: `${printReference(reference)} is ${describeType(resolved.type)}; ${where}`,
        expected: describeType(expected),
        fix: 'Read a single value of it, or put it where its type is taken.',
      }),
    );
  }

  private exposed({ owner, place }: Occurrence): void {
    this.findings.push(
      findingAt('terraform-reference-scope', place, {
        subject: owner,
        message: 'an ephemeral value stands where it would be kept in the state',
        expected: 'a write-only argument (…_wo), a provider, a local value or another ephemeral resource',
        fix: 'Give it to a write-only argument.',
      }),
    );
  }

  private invalid({ text, owner, place }: Occurrence, message: string): void {
    const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
    this.findings.push(
      findingAt('terraform-expression-invalid', place, {
        subject: owner,
        message: `${JSON.stringify(shown)} can't be read as an expression: ${message}`,
        fix: 'Correct the expression; where the text itself is meant, write $${ (or %%{).',
      }),
    );
  }

  private call({ name, count, spread }: Call, { owner, place }: Occurrence): void {
    const known = functionNamed(name);
    if (known === undefined) {
      const near = nearest(name, Object.keys(terraformFunctions));
      this.findings.push(
        findingAt('terraform-function-unknown', place, {
          subject: owner,
          message: `Terraform has no function ${name}`,
          fix: near === undefined ? 'Correct the name of the function.' : `Write ${near}.`,
        }),
      );
      return;
    }
    const [least, most] = known;
    // A spread list may hold any number of arguments, none included.
    const enough = spread || count >= least;
    if (enough && (spread ? count - 1 : count) <= most) return;
    const expected = most === Infinity ? `at least ${least}` : String(least);
    this.findings.push(
      findingAt('terraform-function-arguments', place, {
        subject: owner,
        message: `${name} gets ${count} argument${count === 1 ? '' : 's'}`,
        expected: `${expected} argument${expected === '1' ? '' : 's'}`,
        fix: `Give ${name} ${expected}.`,
      }),
    );
  }
}

function functionNamed(name: string): readonly [number, number] | undefined {
  const core = name.startsWith('core::') ? name.slice('core::'.length) : name;
  return Object.hasOwn(terraformFunctions, core) ? terraformFunctions[core] : providerFunctions[name];
}

/** @see https://developer.hashicorp.com/terraform/language/block/ephemeral#reference-ephemeral-resources */
function takesEphemeral({ owner, place, form, scope }: Occurrence): boolean {
  if (form !== 'template' || scope.self || /^(?:provider|ephemeral|local|variable)\./.test(owner)) return true;
  return place.pointer.split('/').some((token) => token.endsWith('_wo'));
}

const ADDRESS = {
  dependency: 'it is no address of a whole resource, data source or module',
  trigger: 'it is no address of a resource or of one of its attributes',
} as const;

/** A dependency is a whole thing (`aws_vpc.main`, `module.network`); a trigger may be an attribute, of a resource alone. */
function isAddress(template: Template, form: 'dependency' | 'trigger'): boolean {
  const [only] = template.inserted;
  if (!template.whole || only === undefined) return false;
  if (['each', 'count', 'self', 'path', 'terraform'].includes(only.root)) return false;
  if (form === 'trigger') return !['var', 'local', 'module', 'data'].includes(only.root);
  const attributes = only.steps.filter(({ kind }) => kind === 'attribute').length;
  return attributes === (['data', 'ephemeral', 'resource'].includes(only.root) ? 2 : 1);
}
