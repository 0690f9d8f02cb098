import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nameLimits, physicalName, type NameRule } from '../schemas/primitives/names';
import { identityLines, identityTable, pinnedLines } from '../tools/identity';

const root = resolve(__dirname, '..');

/** What a service calls the replica of `pingvas/prod generation-worker-for-large-models-of-customers`: as short as it must be. */
const longNames: Readonly<Record<NameRule, string>> = {
  's3-bucket': 'pingvas-prod-generation-worker-for-large-models-of-custo-0f7a7c',
  'iam-role': 'pingvas-prod-generation-worker-for-large-models-of-custom-0f7a7c',
  'iam-policy': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'security-group': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'load-balancer': 'pingvas-prod-generation-w-0f7a7c',
  'target-group': 'pingvas-prod-generation-w-0f7a7c',
  'rds-cluster': 'pingvas-prod-generation-worker-for-large-models-of-custo-0f7a7c',
  'rds-instance': 'pingvas-prod-generation-worker-for-large-models-of-custo-0f7a7c',
  'rds-group': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'elasticache-replication-group': 'pingvas-prod-generation-worker-fo-0f7a7c',
  'elasticache-group': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'elasticache-user': 'pingvas-prod-generation-worker-fo-0f7a7c',
  'cloudformation-stack': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'eks-cluster': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'eks-node-group': 'pingvas-prod-generation-worker-for-large-models-of-custo-0f7a7c',
  'eks-node-group-prefix': 'pingvas-prod-generation-worke-0f7a7c',
  'sqs-queue': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'sns-topic': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'eventbridge-rule': 'pingvas-prod-generation-worker-for-large-models-of-custom-0f7a7c',
  'log-group': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'kms-alias': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'wafv2-name': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'ecr-repository': 'pingvas/prod/replica',
  'efs-creation-token': 'pingvas-prod-generation-worker-for-large-models-of-custom-0f7a7c',
  'backup-plan': 'pingvas-prod-generation-worker-for-large-mo-0f7a7c',
  'backup-vault': 'pingvas-prod-generation-worker-for-large-mo-0f7a7c',
  secret: 'pingvas/prod/replica',
  parameter: '/pingvas/prod/replica',
  budget: 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'dynamodb-table': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'autoscaling-group': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'launch-template': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  alarm: 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  dashboard: 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  cloudtrail: 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'cloudfront-name': 'pingvas-prod-generation-worker-for-large-models-of-custom-0f7a7c',
  'log-delivery': 'pingvas-prod-generation-worker-for-large-models-of-cu-0f7a7c',
  'ssm-name': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'tfe-name': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'kubernetes-name': 'pingvas-prod-generation-worker-for-large-models-of-custo-0f7a7c',
  'kubernetes-subdomain': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
  'free-text': 'pingvas-prod-generation-worker-for-large-models-of-customers-replica',
};

const owner = { system: 'pingvas', environment: 'prod' };

describe('a physical name', () => {
  it('is the same for ever, and no longer than its service allows', () => {
    const key = 'generation-worker-for-large-models-of-customers';
    const names = Object.keys(nameLimits).map((rule) => [
      rule,
      physicalName(rule as NameRule, { ...owner, key }, 'replica'),
    ]);
    expect(Object.fromEntries(names)).toEqual(longNames);
  });

  it.each<[NameRule, string]>([
    ['s3-bucket', 'pingvas-prod-images'],
    ['iam-role', 'pingvas-prod-images'],
    ['free-text', 'pingvas-prod-images'],
    ['ecr-repository', 'pingvas/prod'],
    ['parameter', '/pingvas/prod'],
  ])('of %s is made of system, environment and key: %s', (rule, name) => {
    expect(physicalName(rule, { ...owner, key: 'images' })).toBe(name);
  });
});

describe('what each kind makes', () => {
  const pinned = pinnedLines(readFileSync(join(root, identityTable), 'utf8'));

  it('keeps its logical id, its physical name and its path: what is pinned is still made', async () => {
    const now = new Set(await identityLines());
    expect(pinned.filter((line) => !now.has(line))).toEqual([]);
  }, 120_000);

  it('is pinned, once: else run node --import tsx tools/identity.ts', async () => {
    const known = new Set(pinned);
    expect((await identityLines()).filter((line) => !known.has(line))).toEqual([]);
    expect(pinned).toEqual([...known].sort());
  }, 120_000);
});
