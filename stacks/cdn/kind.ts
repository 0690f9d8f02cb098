import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { bound, known, runtime } from '../../schemas/contract/output';
import { namedEdge } from '../facets/examples';
import { constraints } from './constraints';
import { addDistribution } from './distribution';
import { Input, type Props } from './input';
import { addLogs } from './logs';
import { metrics } from './metrics';

/** Route 53 zone of every distribution. @see https://docs.aws.amazon.com/general/latest/gr/cf_region.html */
const cloudfrontZones = { aws: 'Z2FDTNDATAQYW2', 'aws-cn': 'Z3RFFRIM2A3IF5', 'aws-us-gov': 'Z2FDTNDATAQYW2' } as const;

/** Objects of buckets, near to whoever reads them. */
export const cdn = defineAwsKind<typeof Input>({
  kind: 'cdn',
  summary: 'A CloudFront distribution over buckets that stay closed to everybody else.',
  creates: [
    'the distribution, HTTPS alone, with security headers, compression and IPv6',
    'an origin access control, by which the buckets it uses with serve let it in',
    'alias records for each host',
    'delivery of its access logs into the bucket that it uses with deliver-logs',
  ],
  input: Input,
  examples: {
    'images under a name of one’s own': {
      input: {
        origins: { images: { paths: ['/images/*'] } },
        hosts: { 'images.example.com': {} },
        certificate: 'edge',
        uses: { images: 'serve' },
      },
      with: { ...namedEdge, bucket: { images: {} } },
    },
    'with access logs': {
      input: { uses: { images: 'serve', logs: 'deliver-logs' } },
      with: { bucket: { images: {}, logs: { versioning: false, expireAfterDays: 30 } } },
    },
  },
  connects: true,
  outputs: {
    id: runtime('Id of the distribution, for invalidations.', 'platform', ({ attribute }) =>
      attribute('aws_cloudfront_distribution', 'id'),
    ),
    arn: runtime('ARN.', 'platform', ({ attribute }) => attribute('aws_cloudfront_distribution', 'arn')),
    dnsName: bound('Name that AWS gives it.', 'platform', ({ attribute }) =>
      attribute('aws_cloudfront_distribution', 'domain_name'),
    ),
    zoneId: known('Route 53 zone of that name.', ({ self }) => cloudfrontZones[self.settings.aws.partition]),
    hosts: known('Host names that point at it.', ({ props }) => Object.keys(props.hosts)),
    ipv6: known('It has IPv6 addresses.', () => 'true'),
    deliverySource: known('Name by which its logs are delivered.', ({ self }) => self.physicalName('log-delivery')),
  },
  metrics,
  constraints,
  layers: { platform },
});

function platform(context: AwsContext<Props>): void {
  addDistribution(context);
  addLogs(context);
  addRecords(context);
}

function addRecords({ scope, props, own, ref }: AwsContext<Props>): void {
  for (const host of Object.keys(props.hosts).sort()) {
    const zone = props.hosts[host]?.zone;
    if (zone === undefined) continue;
    const role = `host-${host.replace(/\./g, '-')}`;
    const shared = {
      zoneId: ref(zone).text('zoneId'),
      name: host,
      // CloudFront takes no health of its own.
      alias: { name: own('dnsName'), zoneId: own('zoneId'), evaluateTargetHealth: false },
    };
    new Route53Record(scope, role, { ...shared, type: 'A' });
    new Route53Record(scope, `${role}-ipv6`, { ...shared, type: 'AAAA' });
  }
}
