import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { DataAwsAcmCertificate } from '@cdktf/provider-aws/lib/data-aws-acm-certificate';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { Static } from '@sinclair/typebox';
import { assumedReference, choice, flag, input, list, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { bound, known } from '../schemas/contract/output';
import { wildcardPattern } from '../schemas/primitives/domain';
import { outsideZone } from './facets/hosts';
import { regional, regionField, regionOf, unknownRegion } from './facets/region';

const Input = input({
  domain: text('First name, `example.com` or `*.example.com`; ACM takes at most 64 characters.', {
    pattern: wildcardPattern,
    maxLength: 64,
  }),
  alternatives: list('Further names.', text('Name.', { pattern: wildcardPattern, maxLength: 253 }), {
    default: [],
    maxItems: 99,
    uniqueItems: true,
  }),
  zone: assumedReference('Zone that the proof of ownership goes to. Needed unless the certificate exists.', ['zone']),
  keyAlgorithm: choice('Algorithm of the key.', ['RSA_2048', 'EC_prime256v1', 'EC_secp384r1'], { default: 'RSA_2048' }),
  region: regionField,
  existing: flag('The certificate is there already: it is looked up by its first name, and not created.', {
    default: false,
  }),
});

type Props = Static<typeof Input>;

/** A TLS certificate that AWS renews by itself. */
export const certificate = defineAwsKind<typeof Input>({
  kind: 'certificate',
  summary: 'A public TLS certificate of ACM, proved by DNS records and renewed by AWS.',
  creates: ['the certificate', 'one validation record for each domain in its zone', 'the wait until it is issued'],
  input: Input,
  examples: {
    'a domain and the names below it': {
      input: { domain: 'example.com', alternatives: ['*.example.com'], zone: 'main' },
      with: { zone: { main: { domain: 'example.com' } } },
    },
    'a certificate that is there already': { input: { domain: 'example.com', existing: true } },
  },
  outputs: {
    arn: bound('ARN, once the certificate is issued.', 'foundation', ({ props, attribute }) =>
      props.existing
        ? attribute('data.aws_acm_certificate', 'arn')
        : attribute('aws_acm_certificate_validation', 'certificate_arn'),
    ),
    names: known('Names that it is for.', ({ props }) => namesOf(props)),
    region: known('Region that it is in.', ({ self, props }) => regionOf(self.settings, props.region)),
  },
  constraints: [
    unknownRegion,
    {
      id: 'zone-missing',
      meaning: 'A new certificate names the zone that proves it.',
      fix: 'state zone, or existing: true',
      violations: ({ existing, zone }) =>
        existing || zone !== undefined
          ? []
          : [{ at: '', found: 'neither zone nor existing is stated', lacks: '/zone' }],
    },
    {
      id: 'name-outside-zone',
      meaning: 'Every name of a certificate is in its zone.',
      fix: 'use a certificate for each zone',
      violations: (props, context) => {
        const { zone } = props;
        if (zone === undefined) return [];
        const names = namesOf(props);
        const outside = names.flatMap((name, index) =>
          outsideZone(baseOf(name), zone, context).map((found) => ({
            at: index === 0 ? '/domain' : `/alternatives/${index - 1}`,
            ...found,
          })),
        );
        // Another zone helps where it has all the names.
        return outside.length === names.length ? outside : outside.map(({ at, found }) => ({ at, found }));
      },
    },
  ],
  layers: { foundation },
});

function namesOf(props: Props): string[] {
  return [props.domain, ...props.alternatives.filter((name) => name !== props.domain)];
}

/** A name and the wildcard over it are proved by the same record. */
function baseOf(name: string): string {
  return name.replace(/^\*\./, '');
}

function foundation(context: AwsContext<Props>): void {
  const { scope, props, attribute } = context;
  const place = regional(context);
  if (props.existing) {
    new DataAwsAcmCertificate(scope, 'this$certificate', {
      domain: props.domain,
      statuses: ['ISSUED'],
      mostRecent: true,
      ...place,
    });
    return;
  }
  new AcmCertificate(scope, 'this$certificate', {
    domainName: props.domain,
    subjectAlternativeNames: namesOf(props).slice(1),
    validationMethod: 'DNS',
    keyAlgorithm: props.keyAlgorithm,
    lifecycle: { createBeforeDestroy: true },
    ...place,
  });
  const fqdns = addProofs(context);
  new AcmCertificateValidation(scope, 'this$validation', {
    certificateArn: attribute('aws_acm_certificate', 'arn'),
    validationRecordFqdns: fqdns,
    ...place,
  });
}

/** One record for each domain. What stands in it only ACM knows, as a set: the option of the domain is selected from it. */
function addProofs({ scope, self, props, attribute, ref }: AwsContext<Props>): string[] {
  if (props.zone === undefined) return [];
  const zoneId = ref(props.zone).text('zoneId');
  const names = namesOf(props);
  return [...new Set(names.map(baseOf))].map((base) => {
    const name = names.find((candidate) => baseOf(candidate) === base) ?? base;
    const option = (field: string): string =>
      `\${one([for option in aws_acm_certificate.${self.id}.domain_validation_options : option.resource_record_${field} if option.domain_name == "${name}"])}`;
    const role = `proof-${base.replace(/\./g, '-')}`;
    new Route53Record(scope, role, {
      zoneId,
      name: option('name'),
      type: option('type'),
      records: [option('value')],
      ttl: 300,
      // Certificates of several regions for one domain share the record.
      allowOverwrite: true,
    });
    return attribute('aws_route53_record', 'fqdn', role);
  });
}
