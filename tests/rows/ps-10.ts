import { compareText } from '../../schemas/primitives/finding';
import { account, allMade, fromLayer, made, namespace, statementsOf } from './profit-sentinel';
import type { Row } from './row';
import { at, list, text } from './values';

const role = '${aws_iam_role.gpu_api_role.name}';
const allow = { effect: 'Allow' };
const documents = ['grant_app_secrets', 'grant_models', 'grant_own', 'grant_uploads', 'pull'] as const;
/** What knows no resource: in the statement alone. */
const withoutResource = [
  'cloudwatch:PutMetricData',
  'ec2:DescribeTags',
  'ecr:GetAuthorizationToken',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

export const ps10: Row = {
  id: 'PS-10',
  title: 'An instance profile that may use these secrets, buckets, repository and log groups, and nothing else',
  states: {
    'instances have a role that only EC2 takes on, with these policies and no managed one': (output) => {
      expect(made(output, 'platform', 'aws_iam_instance_profile.gpu_api_profile')['role']).toBe(role);
      const template = made(output, 'platform', 'aws_launch_template.gpu_api');
      expect(template['iam_instance_profile']).toEqual({ arn: '${aws_iam_instance_profile.gpu_api_profile.arn}' });
      expect(statementsOf(output, 'platform', 'gpu_api_trust')).toEqual([
        {
          ...allow,
          actions: ['sts:AssumeRole'],
          principals: [{ type: 'Service', identifiers: ['ec2.amazonaws.com'] }],
        },
      ]);
      const policies = allMade(output, 'platform', 'aws_iam_role_policy');
      expect(Object.keys(policies).sort()).toEqual(documents.map((name) => `gpu_api_${name}`));
      for (const [id, policy] of Object.entries(policies))
        expect([policy['role'], policy['policy']]).toEqual([role, `\${data.aws_iam_policy_document.${id}.json}`]);
      expect(allMade(output, 'platform', 'aws_iam_role_policy_attachment')).toEqual({});
    },
    'it reads the three secrets, and decrypts with their key through Secrets Manager alone': (output) => {
      const arns = ['api-key', 'db-credentials', 'supabase-service-key'].map(
        (name) => `arn:aws:secretsmanager:us-east-1:${account}:secret:profitsentinel/${name}-??????`,
      );
      const found = list(statementsOf(output, 'platform', 'gpu_api_grant_app_secrets'));
      const read = ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'];
      expect(found).toEqual([
        { ...allow, actions: read, resources: [arns[0]] },
        {
          ...allow,
          actions: ['kms:Decrypt'],
          resources: [fromLayer('foundation', 'app_secrets_key_arn')],
          condition: [
            { test: 'StringEquals', variable: 'kms:ViaService', values: ['secretsmanager.us-east-1.amazonaws.com'] },
          ],
        },
        ...arns.slice(1).map((arn) => ({ ...allow, actions: read, resources: [arn] })),
      ]);
    },
    'it writes uploads and reads models': (output) => {
      const bucket = (name: string): string => `arn:aws:s3:::profit-sentinel-gpu-prod-${name}`;
      const objects = { models: ['s3:GetObject'], uploads: [...writing] };
      for (const [name, actions] of Object.entries(objects))
        expect(statementsOf(output, 'platform', `gpu_api_grant_${name}`)).toEqual([
          { ...allow, actions, resources: [`${bucket(name)}/*`] },
          { ...allow, actions: ['s3:ListBucket'], resources: [bucket(name)] },
        ]);
    },
    'it pulls from its repository, with a token that knows no resource': (output) => {
      expect(statementsOf(output, 'platform', 'gpu_api_pull')).toEqual([
        {
          ...allow,
          actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          resources: [`arn:aws:ecr:us-east-1:${account}:repository/profit-sentinel-gpu`],
        },
        { ...allow, actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      ]);
    },
    'it publishes metrics in its own namespaces alone, and writes to its own log groups alone': (output) => {
      const statements = list(statementsOf(output, 'platform', 'gpu_api_grant_own'));
      expect(statements[0]).toEqual({
        ...allow,
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        condition: [{ test: 'StringEquals', variable: 'cloudwatch:namespace', values: ['CWAgent', namespace] }],
      });
      const group = (name: string): string => `arn:aws:logs:us-east-1:${account}:log-group:${name}`;
      const names = ['/profitsentinel/gpu-api', '/profitsentinel/gpu-api-system'];
      expect(statements[2]).toEqual({
        ...allow,
        actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: names.flatMap((name) => [group(name), `${group(name)}:log-stream:*`]),
      });
    },
    'what stands on every resource is what AWS knows no resource for': (output) => {
      const everywhere = documents.flatMap((name) =>
        list(statementsOf(output, 'platform', `gpu_api_${name}`)).filter((statement) =>
          output.seek(() => list(at(statement, 'resources')).includes('*')),
        ),
      );
      expect(everywhere.flatMap((statement) => list(at(statement, 'actions')).map(text)).sort(compareText)).toEqual(
        withoutResource,
      );
    },
  },
};

const writing = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];
