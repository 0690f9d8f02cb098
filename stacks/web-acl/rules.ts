import { managedGroupNames, managedGroups, type Props } from './input';

/** Statements are written as Terraform has them: they contain themselves, and the library takes them as they are. */
type Statement = Readonly<Record<string, unknown>>;

interface Transformation {
  readonly priority: number;
  readonly type: string;
}

/** A step of the web ACL. Priorities come from fixed bands, so that switching one step on moves no other. */
export interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly statement: Statement;
  /** Rules of AWS's own bring their actions along; these that they are changed by. */
  readonly managed?: true;
  /** Answer instead of 403. */
  readonly responseCode?: number;
}

const bands = { protectedPaths: 10, countries: 20, userAgents: 30, rate: 40, managed: 100 } as const;

/** Everything but these statements' matches goes on to the next rule. `allowedSet`: expression of the ARN of the IP set. */
export function rulesOf(props: Props, allowedSet: string | undefined): Rule[] {
  return [
    ...protectedPathRules(props, allowedSet),
    ...countryRules(props),
    ...userAgentRules(props),
    ...rateRules(props),
    ...managedRules(props),
  ];
}

function anyOf(statements: readonly Statement[]): Statement {
  const [only] = statements;
  return only && statements.length === 1 ? only : { or_statement: { statement: statements } };
}

function matches(field: Statement, search: string, how: { constraint: string; transformations: string[] }): Statement {
  return {
    byte_match_statement: {
      field_to_match: field,
      positional_constraint: how.constraint,
      search_string: search.toLowerCase(),
      text_transformation: how.transformations.map((type, priority): Transformation => ({ priority, type })),
    },
  };
}

function protectedPathRules({ protectedPaths }: Props, allowedSet: string | undefined): Rule[] {
  const prefixes = Object.keys(protectedPaths)
    .sort()
    .flatMap((name) => protectedPaths[name]?.prefix ?? []);
  if (prefixes.length === 0) return [];
  // Without them `/%61dmin` and `//admin` would get past.
  const how = { constraint: 'STARTS_WITH', transformations: ['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE'] };
  const onPath = anyOf(prefixes.map((prefix) => matches({ uri_path: {} }, prefix, how)));
  const elsewhere =
    allowedSet === undefined
      ? undefined
      : { not_statement: { statement: [{ ip_set_reference_statement: { arn: allowedSet } }] } };
  const statement = elsewhere ? { and_statement: { statement: [onPath, elsewhere] } } : onPath;
  return [{ name: 'protected-paths', priority: bands.protectedPaths, statement }];
}

function countryRules({ blockedCountries }: Props): Rule[] {
  if (blockedCountries.length === 0) return [];
  const statement = { geo_match_statement: { country_codes: [...blockedCountries].sort() } };
  return [{ name: 'blocked-countries', priority: bands.countries, statement }];
}

function userAgentRules({ blockedUserAgents }: Props): Rule[] {
  if (blockedUserAgents.length === 0) return [];
  const how = { constraint: 'CONTAINS', transformations: ['LOWERCASE'] };
  const field = { single_header: { name: 'user-agent' } };
  const statement = anyOf(blockedUserAgents.map((agent) => matches(field, agent, how)));
  return [{ name: 'blocked-user-agents', priority: bands.userAgents, statement }];
}

function rateRules({ rateLimit }: Props): Rule[] {
  if (!rateLimit) return [];
  const statement = {
    rate_based_statement: {
      aggregate_key_type: 'IP',
      limit: rateLimit.requests,
      evaluation_window_sec: rateLimit.periodSeconds,
    },
  };
  return [{ name: 'rate-limit', priority: bands.rate, statement, responseCode: 429 }];
}

function managedRules({ managedRules: chosen, countOnly }: Props): Rule[] {
  return managedGroupNames.flatMap((group, index) => {
    if (!chosen.includes(group)) return [];
    const counting = (countOnly[group] ?? []).map((name) => ({ name, action_to_use: { count: {} } }));
    const statement = {
      managed_rule_group_statement: {
        vendor_name: 'AWS',
        name: managedGroups[group],
        ...(counting.length === 0 ? {} : { rule_action_override: counting }),
      },
    };
    return [{ name: group, priority: bands.managed + index * 10, statement, managed: true as const }];
  });
}
