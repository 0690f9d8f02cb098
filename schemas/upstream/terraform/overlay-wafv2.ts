import { textTransformations } from './overlay-wafv2-values';
import type { Member, Members, ValueType } from './type-schema';

/**
 * Statements of WAF rules, which contain themselves; the provider's CDKTF classes take them as `any`. The provider
 * bounds their depth at three; here the depth is free.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/wafv2/schemas.go
 */
const text: Member = { type: 'string', use: 'optional' };
const requiredText: Member = { type: 'string', use: 'required' };
const flag: Member = { type: 'bool', use: 'optional' };
const requiredNumber: Member = { type: 'number', use: 'required' };

function oneOf(values: readonly string[]): Member {
  return { type: 'string', use: 'optional', values };
}

function required(member: Member): Member {
  return { ...member, use: 'required' };
}

/** A block that may stand once. */
function one(members: Members): Member {
  return { type: { list: { object: members } }, use: 'optional', block: true, max: 1 };
}

function many(members: Members, counts: { readonly min?: number; readonly max?: number } = {}): Member {
  return { type: { list: { object: members } }, use: 'optional', block: true, ...counts };
}

function listOf(type: ValueType): Member {
  return { type: { list: type }, use: 'optional' };
}

const empty = one({});
const fallback = oneOf(['MATCH', 'NO_MATCH']);
const forwardedIp = one({ fallback_behavior: required(fallback), header_name: requiredText });
const fingerprint = one({ fallback_behavior: required(fallback) });
const oversize = oneOf(['CONTINUE', 'MATCH', 'NO_MATCH']);
const mapScope = required(oneOf(['ALL', 'KEY', 'VALUE']));

const transformation: Member = {
  type: { set: { object: { priority: requiredNumber, type: required(oneOf(textTransformations)) } } },
  use: 'required',
  block: true,
};

const field = one({
  all_query_arguments: empty,
  body: one({ oversize_handling: oversize }),
  cookies: one({
    match_pattern: required(
      many({ all: empty, excluded_cookies: listOf('string'), included_cookies: listOf('string') }),
    ),
    match_scope: mapScope,
    oversize_handling: required(oversize),
  }),
  header_order: many({ oversize_handling: required(oversize) }),
  headers: many({
    match_pattern: required(
      one({ all: empty, excluded_headers: listOf('string'), included_headers: listOf('string') }),
    ),
    match_scope: mapScope,
    oversize_handling: required(oversize),
  }),
  ja3_fingerprint: fingerprint,
  ja4_fingerprint: fingerprint,
  json_body: one({
    invalid_fallback_behavior: oneOf(['MATCH', 'NO_MATCH', 'EVALUATE_AS_STRING']),
    match_pattern: required(one({ all: empty, included_paths: listOf('string') })),
    match_scope: mapScope,
    oversize_handling: oversize,
  }),
  method: empty,
  query_string: empty,
  single_header: one({ name: requiredText }),
  single_query_argument: one({ name: requiredText }),
  uri_fragment: one({ fallback_behavior: fallback }),
  uri_path: empty,
});

const inserted = one({
  insert_header: {
    type: { set: { object: { name: requiredText, value: requiredText } } },
    use: 'required',
    block: true,
  },
});
const handled = one({ custom_request_handling: inserted });
const response = one({
  custom_response: one({
    custom_response_body_key: text,
    response_code: requiredNumber,
    response_header: {
      type: { set: { object: { name: requiredText, value: requiredText } } },
      use: 'optional',
      block: true,
    },
  }),
});

const override = many(
  {
    action_to_use: required(
      one({ allow: handled, block: response, captcha: handled, challenge: handled, count: handled }),
    ),
    name: requiredText,
  },
  { max: 100 },
);

const identifier = one({ identifier: requiredText });
const identifiers = one({ identifiers: required(listOf('string')) });
const payload = oneOf(['JSON', 'FORM_ENCODED']);
const inspected = (outcome: string, key: Members): Member =>
  one({
    ...key,
    [`failure_${outcome}`]: required({ type: { set: 'string' }, use: 'required' }),
    [`success_${outcome}`]: required({ type: { set: 'string' }, use: 'required' }),
  });
const responseInspection = one({
  body_contains: inspected('strings', {}),
  header: inspected('values', { name: requiredText }),
  json: inspected('values', { identifier: requiredText }),
  status_code: one({
    failure_codes: { type: { set: 'number' }, use: 'required' },
    success_codes: { type: { set: 'number' }, use: 'required' },
  }),
});
const sensitivity = oneOf(['LOW', 'MEDIUM', 'HIGH']);

const managedConfigs = many({
  aws_managed_rules_acfp_rule_set: one({
    creation_path: requiredText,
    enable_regex_in_path: flag,
    registration_page_path: requiredText,
    request_inspection: required(
      one({
        address_fields: identifiers,
        email_field: identifier,
        password_field: identifier,
        payload_type: required(payload),
        phone_number_fields: identifiers,
        username_field: identifier,
      }),
    ),
    response_inspection: responseInspection,
  }),
  aws_managed_rules_anti_ddos_rule_set: one({
    client_side_action_config: required(
      one({
        challenge: required(
          one({
            exempt_uri_regular_expression: many({ regex_string: text }, { max: 5 }),
            sensitivity,
            usage_of_action: required(oneOf(['ENABLED', 'DISABLED'])),
          }),
        ),
      }),
    ),
    sensitivity_to_block: sensitivity,
  }),
  aws_managed_rules_atp_rule_set: one({
    enable_regex_in_path: flag,
    login_path: requiredText,
    request_inspection: one({
      password_field: required(identifier),
      payload_type: required(payload),
      username_field: required(identifier),
    }),
    response_inspection: responseInspection,
  }),
  aws_managed_rules_bot_control_rule_set: one({
    enable_machine_learning: flag,
    inspection_level: required(oneOf(['COMMON', 'TARGETED'])),
  }),
  login_path: text,
  password_field: identifier,
  payload_type: payload,
  username_field: identifier,
});

const named = one({ name: requiredText, text_transformation: transformation });
const transformed = one({ text_transformation: transformation });
const scopeDown: Member = {
  type: { list: { definition: 'wafv2ScopeDownStatement' } },
  use: 'optional',
  block: true,
  max: 1,
};

const rateBased = one({
  aggregate_key_type: oneOf(['IP', 'FORWARDED_IP', 'CUSTOM_KEYS', 'CONSTANT']),
  custom_key: many(
    {
      asn: empty,
      cookie: named,
      forwarded_ip: empty,
      header: named,
      http_method: empty,
      ip: empty,
      ja3_fingerprint: fingerprint,
      ja4_fingerprint: fingerprint,
      label_namespace: one({ namespace: requiredText }),
      query_argument: named,
      query_string: transformed,
      uri_path: transformed,
    },
    { max: 5 },
  ),
  evaluation_window_sec: { type: 'number', use: 'optional', values: [60, 120, 300, 600] },
  forwarded_ip_config: forwardedIp,
  limit: requiredNumber,
  scope_down_statement: scopeDown,
});

const nested: Member = one({
  statement: { type: { list: { definition: 'wafv2ScopeDownStatement' } }, use: 'required', block: true },
});
const matched = (members: Members): Member =>
  one({ ...members, field_to_match: field, text_transformation: transformation });

/** Statements that may stand anywhere, in `and`, `or`, `not` and as what a rule is scoped down to. */
const scopeDownStatement: Members = {
  and_statement: nested,
  asn_match_statement: one({ asn_list: required(listOf('number')), forwarded_ip_config: forwardedIp }),
  byte_match_statement: matched({
    positional_constraint: required(oneOf(['EXACTLY', 'STARTS_WITH', 'ENDS_WITH', 'CONTAINS', 'CONTAINS_WORD'])),
    search_string: requiredText,
  }),
  geo_match_statement: one({ country_codes: required(listOf('string')), forwarded_ip_config: forwardedIp }),
  ip_set_reference_statement: one({
    arn: requiredText,
    ip_set_forwarded_ip_config: one({
      fallback_behavior: required(fallback),
      header_name: requiredText,
      position: required(oneOf(['FIRST', 'LAST', 'ANY'])),
    }),
  }),
  label_match_statement: one({ key: requiredText, scope: required(oneOf(['LABEL', 'NAMESPACE'])) }),
  not_statement: nested,
  or_statement: nested,
  regex_match_statement: matched({ regex_string: requiredText }),
  regex_pattern_set_reference_statement: matched({ arn: requiredText }),
  size_constraint_statement: matched({
    comparison_operator: required(oneOf(['EQ', 'NE', 'LE', 'LT', 'GE', 'GT'])),
    size: requiredNumber,
  }),
  sqli_match_statement: matched({ sensitivity_level: oneOf(['LOW', 'HIGH']) }),
  xss_match_statement: matched({}),
};

const ruleGroupStatement: Members = { ...scopeDownStatement, rate_based_statement: rateBased };

const webAclStatement: Members = {
  ...ruleGroupStatement,
  managed_rule_group_statement: one({
    managed_rule_group_configs: managedConfigs,
    name: requiredText,
    rule_action_override: override,
    scope_down_statement: scopeDown,
    vendor_name: requiredText,
    version: text,
  }),
  rule_group_reference_statement: one({ arn: requiredText, rule_action_override: override }),
};

/** Shapes that types name by `definition`. */
export const wafv2Definitions: Readonly<Record<string, Members>> = {
  wafv2ScopeDownStatement: scopeDownStatement,
  wafv2RuleGroupStatement: ruleGroupStatement,
  wafv2WebAclStatement: webAclStatement,
};
