import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import type { AwsContext } from '../../schemas/contract/kind';
import { cachePolicies, corsRequestPolicy, headerPolicies, plainOrigin, type Origin, type Props } from './input';

export type Context = AwsContext<Props>;

/** Buckets that it serves, by key. */
function servedBuckets({ uses }: Context): string[] {
  return uses
    .filter(({ access }) => access === 'serve')
    .map(({ to }) => to.name)
    .sort();
}

export function addDistribution(context: Context): void {
  const { scope, self, props, ref, attribute } = context;
  const buckets = servedBuckets(context);
  const defaultBucket = props.defaultOrigin ?? buckets[0] ?? '';
  new CloudfrontOriginAccessControl(scope, 'this$access', {
    name: self.physicalName('cloudfront-name'),
    description: `${self.name} to its buckets`,
    originAccessControlOriginType: 's3',
    signingBehavior: 'always',
    signingProtocol: 'sigv4',
  });
  new CloudfrontDistribution(scope, 'this', {
    enabled: true,
    comment: self.physicalName('cloudfront-name'),
    httpVersion: 'http2and3',
    isIpv6Enabled: true,
    priceClass: `PriceClass_${props.priceClass === 'all' ? 'All' : props.priceClass}`,
    aliases: Object.keys(props.hosts).sort(),
    origin: buckets.map((key) => ({
      originId: key,
      domainName: ref(key).text('domainName'),
      originAccessControlId: attribute('aws_cloudfront_origin_access_control', 'id'),
      ...(props.origins[key]?.folder === undefined ? {} : { originPath: props.origins[key].folder }),
    })),
    defaultCacheBehavior: behaviour(defaultBucket, props.origins[defaultBucket] ?? plainOrigin),
    orderedCacheBehavior: buckets.flatMap((key) => {
      const origin = props.origins[key] ?? plainOrigin;
      return origin.paths.map((pathPattern) => ({ pathPattern, ...behaviour(key, origin) }));
    }),
    restrictions: { geoRestriction: countries(props) },
    viewerCertificate: viewerCertificate(context),
    ...(props.rootObject === undefined ? {} : { defaultRootObject: props.rootObject }),
    ...(props.webAcl === undefined ? {} : { webAclId: ref(props.webAcl).text('arn') }),
  });
}

function behaviour(key: string, { cache, cors }: Origin) {
  return {
    targetOriginId: key,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: cors ? ['GET', 'HEAD', 'OPTIONS'] : ['GET', 'HEAD'],
    cachedMethods: ['GET', 'HEAD'],
    compress: cache === 'optimized',
    cachePolicyId: cachePolicies[cache],
    responseHeadersPolicyId: headerPolicies[cors ? 'security-and-cors' : 'security'],
    ...(cors ? { originRequestPolicyId: corsRequestPolicy } : {}),
  };
}

function countries({ blockedCountries }: Props) {
  return blockedCountries.length === 0
    ? { restrictionType: 'none' }
    : { restrictionType: 'blacklist', locations: [...blockedCountries].sort() };
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html */
const viewerPolicies = { '1.2': 'TLSv1.2_2021', '1.3': 'TLSv1.3_2025' } as const;

/** The name that AWS gives comes with a certificate whose protocols can't be chosen. */
function viewerCertificate({ props, ref }: Context) {
  if (props.certificate === undefined) return { cloudfrontDefaultCertificate: true };
  return {
    acmCertificateArn: ref(props.certificate).text('arn'),
    sslSupportMethod: 'sni-only',
    minimumProtocolVersion: viewerPolicies[props.minimumTls],
  };
}
