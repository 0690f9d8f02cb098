import { CloudwatchLogDelivery } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery';
import { CloudwatchLogDeliveryDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination';
import { CloudwatchLogDeliverySource } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-source';
import type { Context } from './distribution';

/** Region that CloudFront's logs are delivered from, wherever the environment is. */
const region = 'us-east-1';

/**
 * Access logs, in the form that works with a bucket that has no access control lists.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function addLogs(context: Context): void {
  const { scope, self, uses, own, ref, settings, attribute } = context;
  const logs = uses.find(({ access }) => access === 'deliver-logs');
  if (!logs) return;
  const place = settings.aws.region === region ? {} : { region };
  new CloudwatchLogDeliverySource(scope, 'this$log-source', {
    name: own('deliverySource'),
    logType: 'ACCESS_LOGS',
    resourceArn: own('arn'),
    ...place,
  });
  new CloudwatchLogDeliveryDestination(scope, 'this$log-destination', {
    name: self.physicalName('log-delivery'),
    outputFormat: 'json',
    deliveryDestinationConfiguration: [
      {
        // Read from the bucket’s policy, which has to be in force first.
        destinationResourceArn: `arn:${settings.aws.partition}:s3:::${ref(logs.to.name).text('nameWithPolicy')}`,
      },
    ],
    ...place,
  });
  new CloudwatchLogDelivery(scope, 'this$log-delivery', {
    deliverySourceName: attribute('aws_cloudwatch_log_delivery_source', 'name'),
    deliveryDestinationArn: attribute('aws_cloudwatch_log_delivery_destination', 'arn'),
    s3DeliveryConfiguration: [
      { suffixPath: '/{DistributionId}/{yyyy}/{MM}/{dd}/{HH}', enableHiveCompatiblePath: false },
    ],
    ...place,
  });
}
