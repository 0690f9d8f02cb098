import type { Static } from '@sinclair/typebox';
import { input } from '../schemas/contract/fields';
import { defineAwsKind } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { addLogGroup, logEncryptionField, retentionDaysField } from './facets/log-group';

const Input = input({ retentionDays: retentionDaysField, encryption: logEncryptionField });

type Props = Static<typeof Input>;

/** A place in CloudWatch Logs for what workloads write. */
export const logGroup = defineAwsKind<typeof Input>({
  kind: 'log-group',
  summary: 'A log group of CloudWatch Logs: encrypted, with a retention.',
  creates: ['the log group', 'a KMS key, unless AWS’s own is enough'],
  input: Input,
  examples: { 'logs of a year': { input: { retentionDays: 365 } } },
  outputs: {
    name: known<Props>('Name.', ({ self }) => self.physicalName('log-group')),
    arn: known<Props>('ARN.', ({ self, own }) => {
      const { partition, region, account } = self.settings.aws;
      return `arn:${partition}:logs:${region}:${account}:log-group:${own('name')}`;
    }),
  },
  offers: {
    access: {
      append: {
        description: 'Make log streams and write to them.',
        statements: ({ own }) => [
          {
            actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
            resources: [own('arn'), `${own('arn')}:log-stream:*`],
          },
        ],
        variables: () => ({ LOG_GROUP: { output: 'name' } }),
      },
      read: {
        description: 'Read and search.',
        statements: ({ own }) => [
          {
            actions: ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:StartQuery'],
            resources: [own('arn'), `${own('arn')}:log-stream:*`],
          },
        ],
        variables: () => ({ LOG_GROUP: { output: 'name' } }),
      },
    },
  },
  layers: {
    platform: (context) => {
      const { props, own } = context;
      addLogGroup(context, { role: 'this', name: own('name'), ...props });
    },
  },
});
