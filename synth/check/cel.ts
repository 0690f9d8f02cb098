import { Environment } from '@marcbachmann/cel-js';
import { toCel } from './cel-values';
import type { Resolve, RuleSite } from './kubernetes-schema-rules';

/** Whether a rule holds. What can't be evaluated is never said to hold. */
export type RuleVerdict =
  { readonly state: 'holds' } | { readonly state: 'broken' } | { readonly state: 'unknown'; readonly reason: string };

/** Evaluates a rule for a value that fits its schema. */
export function evaluateRule(site: RuleSite, resolve: Resolve): RuleVerdict {
  try {
    const holds: unknown = compiled(site.rule.rule)({ self: selfOf(site, resolve) });
    if (typeof holds !== 'boolean') return { state: 'unknown', reason: 'the rule yields no boolean' };
    return { state: holds ? 'holds' : 'broken' };
  } catch (error) {
    // A rule never throws on purpose: what fails is the rule itself, or what we know of CEL.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { state: 'unknown', reason };
  }
}

/** Several rules speak of the same value: it is put into CEL's terms once. By schema, then by value. */
const selves = new WeakMap<object, WeakMap<object, unknown>>();

function selfOf({ node, value }: RuleSite, resolve: Resolve): unknown {
  if (typeof value !== 'object' || value === null) return toCel(node, value, resolve);
  const ofNode = selves.get(node) ?? new WeakMap<object, unknown>();
  selves.set(node, ofNode);
  const self = ofNode.get(value) ?? toCel(node, value, resolve);
  ofNode.set(value, self);
  return self;
}

type Program = (context: { self: unknown }) => unknown;

/** Rules are few and hold for many places: each is parsed once. */
const programs = new Map<string, Program>();
let environment: Environment | undefined;

function compiled(rule: string): Program {
  let program = programs.get(rule);
  if (program === undefined) {
    environment ??= kubernetesEnvironment();
    program = environment.parse(rule) as Program;
    programs.set(rule, program);
  }
  return program;
}

/**
 * CEL with the functions that Kubernetes adds and that custom resources here use.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
function kubernetesEnvironment(): Environment {
  return new Environment({ homogeneousAggregateLiterals: false, enableOptionalTypes: true })
    .registerVariable('self', 'dyn')
    .registerFunction('string.find(string): string', (text: string, pattern: string) => {
      return new RegExp(pattern).exec(text)?.[0] ?? '';
    })
    .registerFunction('string.findAll(string): list<string>', (text: string, pattern: string) => {
      return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => match[0]);
    });
}
