import type { JsonObject } from '../../schemas/primitives/artifact';

/** Namespace that the CloudWatch agent publishes in. */
export const agentNamespace = 'CWAgent';

export const userDataLog = '/var/log/user-data.log';

/**
 * What the CloudWatch agent measures, for each instance and over the group, and the log that it ships.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function agentConfig({ gpu, logGroup }: { readonly gpu: boolean; readonly logGroup: string }): JsonObject {
  return {
    agent: { metrics_collection_interval: 60 },
    metrics: {
      namespace: agentNamespace,
      append_dimensions: {
        AutoScalingGroupName: '${aws:AutoScalingGroupName}',
        InstanceId: '${aws:InstanceId}',
      },
      aggregation_dimensions: [['AutoScalingGroupName']],
      metrics_collected: {
        mem: { measurement: ['used_percent'] },
        disk: { measurement: ['used_percent'], resources: ['/'] },
        ...(gpu ? { nvidia_gpu: { measurement: ['utilization_gpu', 'utilization_memory'] } } : {}),
      },
    },
    logs: {
      logs_collected: {
        files: {
          collect_list: [{ file_path: userDataLog, log_group_name: logGroup, log_stream_name: '{instance_id}' }],
        },
      },
    },
  };
}
