import type { ErrorObject } from 'ajv';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type {
  Choice,
  Member,
  Members,
  TypeKey,
  TypeSchema,
  ValueType,
} from '../../schemas/upstream/terraform/type-schema';
import { expandDynamic } from './terraform-dynamic';
import { findingAt, inside, type Place } from './terraform-place';
import { describeMember, describeType, describeValue, itemOf, membersOf, type Definitions } from './terraform-type';
import type { TypeJudge } from './terraform-validators';

export interface ArgumentsContext {
  readonly judge: TypeJudge;
  readonly definitions: Definitions;
}

/** A block of a known type. */
export interface TypedBlock {
  readonly key: TypeKey;
  readonly schema: TypeSchema;
  readonly place: Place;
  readonly body: JsonObject;
  /** For messages: `aws_vpc.main`. */
  readonly subject: string;
}

/** Judges the arguments and nested blocks of a block with ajv, and says in words what ajv found. */
export async function checkArguments(block: TypedBlock, context: ArgumentsContext): Promise<Finding[]> {
  const expanded = expandDynamic(block.body);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const error of await context.judge.errors(block.key, expanded.body)) {
    // A number with values is told apart by `if`, which reports itself beside the fault.
    if (error.keyword === 'if') continue;
    const finding = new Translation(block, expanded.body, context).say(error, expanded.original);
    const key = `${finding.code} ${finding.output ?? ''} ${error.keyword === 'required' ? finding.message : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    findings.push(finding);
  }
  for (const choice of block.schema.choices ?? []) findings.push(...checkChoice(block, expanded.body, choice));
  return findings;
}

/** A place in a block: what is expected there, and what stands there. */
interface Spot {
  readonly value: Json;
  readonly type: ValueType;
  /** The argument that the place is, or lies in as an element. */
  readonly member?: Member;
  /** `logging_config.s3_config`, as an engineer would say it; empty for the block itself. */
  readonly path: string;
}

class Translation {
  constructor(
    private readonly block: TypedBlock,
    private readonly body: JsonObject,
    private readonly context: ArgumentsContext,
  ) {}

  /** @param original where a place of the judged block stands in the file */
  say(error: ErrorObject, original: (tokens: readonly string[]) => readonly string[]): Finding {
    const tokens = error.instancePath.split('/').slice(1).map(unescapeToken);
    const spot = this.find(tokens);
    const params = error.params as Readonly<Record<string, unknown>>;
    const at = (...more: string[]): Place => inside(this.block.place, ...original([...tokens, ...more]));
    if (error.keyword === 'additionalProperties') {
      const name = String(params['additionalProperty']);
      return this.unknown(spot, name, at(name));
    }
    if (error.keyword === 'required') return this.missing(spot, String(params['missingProperty']), at());
    if (error.keyword === 'minItems' || error.keyword === 'maxItems') return this.miscounted(spot, error.keyword, at());
    if (spot.value === null) return this.missing(this.find(tokens.slice(0, -1)), tokens.at(-1) ?? '', at());
    const values = spot.member?.values;
    if (
      error.keyword === 'enum' ||
      (error.keyword === 'pattern' && values !== undefined && typeof spot.value === 'string')
    ) {
      return this.refused(spot, values ?? [], at());
    }
    return this.mistyped(spot, at());
  }

  private find(tokens: readonly string[]): Spot {
    let spot: Spot = { value: this.body, type: { object: this.block.schema.members }, path: '' };
    for (const token of tokens) spot = this.step(spot, token);
    return spot;
  }

  private step(spot: Spot, token: string): Spot {
    const value = childOf(spot.value, token);
    const item = itemOf(spot.type);
    const isItem = Array.isArray(spot.value) || (typeof spot.type === 'object' && 'map' in spot.type);
    if (item !== undefined && isItem) {
      const path = Array.isArray(spot.value) ? spot.path : `${spot.path}["${token}"]`;
      return {
        value,
        type: item,
        path,
        ...(spot.member === undefined ? {} : { member: { ...spot.member, type: item } }),
      };
    }
    const member = membersOf(item ?? spot.type, this.context.definitions)?.[token];
    const path = spot.path === '' ? token : `${spot.path}.${token}`;
    return member === undefined ? { value, type: 'any', path } : { value, type: member.type, member, path };
  }

  private members(spot: Spot): Members {
    return membersOf(itemOf(spot.type) ?? spot.type, this.context.definitions) ?? {};
  }

  /** A nested block by its path; the block itself is the subject of the finding. */
  private owner(spot: Spot): string {
    return spot.path === '' ? 'it' : spot.path;
  }

  private unknown(spot: Spot, name: string, place: Place): Finding {
    const members = this.members(spot);
    const { subject } = this.block;
    if (members[name]?.use === 'computed') {
      return findingAt('terraform-argument-unknown', place, {
        subject,
        ofKey: true,
        message: `${spot.path === '' ? name : `${spot.path}.${name}`} is set by the provider alone`,
        fix: 'Take it out.',
      });
    }
    const writable = Object.keys(members).filter((key) => members[key]?.use !== 'computed');
    const near = nearest(name, writable);
    return findingAt('terraform-argument-unknown', place, {
      subject,
      ofKey: true,
      message: `${this.owner(spot)} has no argument ${name}`,
      expected: writable.length > 12 ? `one of its ${writable.length} arguments` : `one of ${writable.join(', ')}`,
      fix: near === undefined ? 'Take it out, or name the argument that is meant.' : `Write ${near}.`,
    });
  }

  private missing(spot: Spot, name: string, place: Place): Finding {
    const member = this.members(spot)[name];
    const what = member?.block === true ? 'block' : 'argument';
    const complete = member?.complete === true && member.use !== 'required';
    return findingAt('terraform-argument-missing', place, {
      subject: this.block.subject,
      message: `${this.owner(spot)} lacks the ${what} ${name}${complete ? ', which must stand even where it says nothing' : ''}`,
      ...(member === undefined ? {} : { expected: describeMember(member) }),
      fix: complete ? `Write "${name}": null.` : `Set ${name}.`,
    });
  }

  private miscounted(spot: Spot, keyword: string, place: Place): Finding {
    const { min = spot.member?.use === 'required' ? 1 : 0, max } = spot.member ?? {};
    const count = Array.isArray(spot.value) ? spot.value.length : 1;
    const expected =
      min === max ? `exactly ${min}` : keyword === 'maxItems' ? `at most ${max ?? 1}` : `at least ${min}`;
    return findingAt('terraform-block-count', place, {
      subject: this.block.subject,
      message: `${this.owner(spot)} stands ${count === 1 ? 'once' : `${count} times`}`,
      expected,
      fix: `Write ${expected} of it.`,
    });
  }

  private refused(spot: Spot, values: readonly (string | number)[], place: Place): Finding {
    const near = typeof spot.value === 'string' ? nearest(spot.value, values.map(String)) : undefined;
    return findingAt('terraform-argument-value', place, {
      subject: this.block.subject,
      message: `${this.owner(spot)} can't be ${describeValue(spot.value)}`,
      expected: `one of ${values.join(', ')}`,
      fix: near === undefined ? 'Write one of the allowed values.' : `Write ${near}.`,
    });
  }

  private mistyped(spot: Spot, place: Place): Finding {
    const expected =
      spot.member === undefined ? describeType(spot.type) : describeMember({ ...spot.member, type: spot.type });
    return findingAt('terraform-argument-type', place, {
      subject: this.block.subject,
      message: `${this.owner(spot)} is ${describeValue(spot.value)}`,
      expected,
      fix: `Write ${expected}, or an expression that yields it.`,
      cause: `value at ${place.artifact.path}#${place.pointer}`,
    });
  }
}

function checkChoice(block: TypedBlock, body: JsonObject, { rule, of }: Choice): Finding[] {
  const given = of.filter((name) => body[name] !== undefined && body[name] !== null);
  const good = {
    one: given.length === 1,
    most: given.length <= 1,
    all: given.length === 0 || given.length === of.length,
  };
  if (good[rule]) return [];
  const expected = {
    one: `exactly one of ${of.join(', ')}`,
    most: `at most one of ${of.join(', ')}`,
    all: `all of ${of.join(', ')}, or none`,
  }[rule];
  return [
    findingAt('terraform-argument-choice', block.place, {
      subject: block.subject,
      message: `it sets ${given.length === 0 ? `none of ${of.join(', ')}` : given.join(' and ')}`,
      expected,
      fix: `Set ${expected}.`,
    }),
  ];
}

function childOf(value: Json, token: string): Json {
  if (Array.isArray(value)) return value[Number(token)] ?? null;
  return value !== null && typeof value === 'object' ? (value[token] ?? null) : null;
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
