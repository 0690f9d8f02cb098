import type { JsonObject } from '../../schemas/primitives/artifact';
import { longestGap } from '../../schemas/primitives/schedule';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { isObject, select, textAt } from '../../schemas/graph/values';
import type { Mechanism } from './mechanism';

/** What stands before the name in the ARN of each type that AWS Backup covers: service, then kind with its separator. */
const arnParts: Readonly<Record<string, readonly [service: string, kind: string]>> = {
  aws_db_instance: ['rds', 'db:'],
  aws_docdb_cluster: ['rds', 'cluster:'],
  aws_dynamodb_table: ['dynamodb', 'table/'],
  aws_neptune_cluster: ['rds', 'cluster:'],
  aws_rds_cluster: ['rds', 'cluster:'],
  aws_s3_bucket: ['s3', ''],
};

/**
 * Minutes that a continuous backup of AWS Backup lies behind, by type; other types fall back to snapshots.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
 */
const continuousLag: Readonly<Record<string, number>> = { aws_db_instance: 5, aws_rds_cluster: 5, aws_s3_bucket: 15 };

/** What the plans of AWS Backup that select a resource bring back, one for each rule that runs by a schedule. */
export function backupPlansOf(resource: TerraformResource, terraform: TerraformGraph): Mechanism[] {
  const tags = terraform.tags(resource);
  const names = (selection: TerraformResource, path: string): boolean =>
    isNamed(resource, { selection, path }, terraform);
  return terraform
    .ofType('aws_backup_selection')
    .filter((selection) => isTagged(selection, tags) || names(selection, '/resources/*'))
    .filter((selection) => !names(selection, '/not_resources/*'))
    .flatMap((selection) => {
      const plan = terraform.resourceOf(selection.body['plan_id'], selection.workspace);
      return plan ? select(plan.body, '/rule/*').flatMap(({ value }) => ruleOf(value, resource, plan.name)) : [];
    });
}

function ruleOf(rule: unknown, { type }: TerraformResource, plan: string): Mechanism[] {
  const body = rule as JsonObject;
  if (!isObject(body)) return [];
  const lag = continuousLag[type];
  if (body['enable_continuous_backup'] === true && lag !== undefined)
    return [{ name: `the continuous backup of plan ${plan}`, minutes: lag }];
  const schedule = textAt(body, '/schedule');
  const gap = schedule === undefined ? undefined : longestGap(schedule);
  return schedule === undefined || gap === undefined
    ? []
    : [{ name: `the backup plan ${plan}, ${schedule},`, minutes: gap }];
}

interface Names {
  readonly selection: TerraformResource;
  readonly path: string;
}

function isNamed(resource: TerraformResource, { selection, path }: Names, terraform: TerraformGraph): boolean {
  return select(selection.body, path).some(
    ({ value }) =>
      terraform.resourceOf(value, selection.workspace) === resource ||
      matchesArn(terraform.literal(value, selection.workspace), resource, terraform),
  );
}

/** A literal ARN, with `*` for any text. */
function matchesArn(arn: string | undefined, resource: TerraformResource, terraform: TerraformGraph): boolean {
  if (arn === '*') return true;
  const [service, kind] = arnParts[resource.type] ?? [];
  const name = terraform.literal(resource.body[typeNames[resource.type]?.argument ?? ''], resource.workspace);
  if (arn === undefined || service === undefined || kind === undefined || name === undefined) return false;
  const { account, region } = terraform.realm(resource);
  const own = service === 's3' ? `arn:aws:s3:::${name}` : `arn:aws:${service}:${region}:${account}:${kind}${name}`;
  const pattern = arn.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(
    own.replace(/^arn:aws/, arn.startsWith('arn:') ? arn.split(':', 2).join(':') : 'arn:aws'),
  );
}

/** Any tag of a selection is enough. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html */
function isTagged({ body }: TerraformResource, tags: Readonly<Record<string, string>>): boolean {
  return select(body, '/selection_tag/*').some(
    ({ value }) => isObject(value) && tags[textAt(value, '/key') ?? ''] === (textAt(value, '/value') ?? ''),
  );
}
