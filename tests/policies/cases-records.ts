import type { JsonObject } from '../../schemas/primitives/artifact';
import { terraform, type Files, type RuleCase } from './output';

const file = 'workspaces/acme-prod-platform/user.tf.json#/resource/aws_route53_record';
const zone = '${aws_route53_zone.main.zone_id}';

const records = (all: Readonly<Record<string, JsonObject>>): Files =>
  terraform({
    aws_route53_record: Object.fromEntries(
      Object.entries(all).map(([id, body]) => [id, { zone_id: zone, name: 'api.example.com', type: 'A', ...body }]),
    ),
  });
const failover = (type: string): JsonObject => ({
  set_identifier: type,
  failover_routing_policy: { type },
});
const weighted = (id: string): JsonObject => ({ set_identifier: id, weighted_routing_policy: { weight: 1 } });

/** What names a zone has. */
export const recordCases = {
  'conflicting-records': [
    { situation: 'two records of one name and type', files: records({ a: {}, b: {} }), fires: [`${file}/b/name`] },
    {
      situation: 'one name in other letters and with a dot at its end',
      files: records({ a: {}, b: { name: 'API.example.com.' } }),
      fires: [`${file}/b/name`],
    },
    {
      situation: 'a CNAME beside an address',
      files: records({ a: {}, b: { type: 'CNAME' } }),
      fires: [`${file}/b/name`],
    },
    {
      situation: 'a weighted record beside one without a weight',
      files: records({ a: {}, b: weighted('b') }),
      fires: [`${file}/b/name`],
    },
    {
      situation: 'two primaries',
      files: records({ a: failover('PRIMARY'), b: { ...failover('PRIMARY'), set_identifier: 'b' } }),
      fires: [`${file}/b/name`],
    },
    {
      situation: 'two weighted records of one identifier',
      files: records({ a: weighted('a'), b: weighted('a') }),
      fires: [`${file}/b/name`],
    },
    {
      situation:
        'a primary and its secondary, shares, other types, names and zones, and a proof that takes another’s place',
      files: records({
        primary: { name: 'one.example.com', ...failover('PRIMARY') },
        secondary: { name: 'one.example.com', ...failover('SECONDARY') },
        blue: { name: 'two.example.com', ...weighted('blue') },
        green: { name: 'two.example.com', ...weighted('green') },
        four: {},
        six: { type: 'AAAA' },
        elsewhere: { zone_id: '${aws_route53_zone.other.zone_id}' },
        proof: { allow_overwrite: true },
      }),
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
