import { iamTypeNames, type EnvironmentNeeds, type StateAccess } from '../../stacks/bootstrap/permissions';
import { compareText } from '../../schemas/primitives/finding';
import type { BuiltEnvironment } from './build';
import { filledSecrets, literalNames, renderedBlocks, workspacesOf } from './rendered';
import { stateKey } from './terraform';
import type { WorkspaceGraph } from './workspace-graph';

/** What a refresh of some types reads of content: their arguments are content. */
const contentReadsByType: Readonly<Record<string, string>> = {
  aws_dynamodb_table_item: 'dynamodb:GetItem',
  aws_s3_object: 's3:GetObject',
};

/** Read from the rendered files, so that patches and escape hatches count as well. */
export function needsOf(built: BuiltEnvironment): EnvironmentNeeds {
  const resources = renderedBlocks(built, 'resource');
  const prefix = `${built.environment.system}-${built.environment.name}-`;
  const foreign = iamTypeNames.flatMap((type) => {
    const names = literalNames(resources, type).filter((name) => !name.startsWith(prefix));
    return names.length === 0 ? [] : [[type, names] as const];
  });
  const types = new Set(resources.map(({ type }) => type));
  return {
    foreignNames: Object.fromEntries(foreign),
    readSecrets: versionedSecrets(resources),
    readParameters: literalNames(
      resources.filter(({ body }) => body['type'] === 'SecureString'),
      'aws_ssm_parameter',
    ),
    contentReads: Object.entries(contentReadsByType).flatMap(([type, action]) => (types.has(type) ? [action] : [])),
    makesPasswords: renderedBlocks(built, 'ephemeral').some(
      ({ type }) => type === 'aws_secretsmanager_random_password',
    ),
  };
}

/** Secrets of which a version is in the state: those that a version refers to. */
function versionedSecrets(resources: ReturnType<typeof renderedBlocks>): string[] {
  const versioned = filledSecrets(resources);
  return literalNames(
    resources.filter(({ id }) => versioned.has(id)),
    'aws_secretsmanager_secret',
  );
}

/** Which states in S3 the roles of an environment read and write; nothing where the state is elsewhere. */
export function stateAccessOf(built: BuiltEnvironment, graph: WorkspaceGraph): StateAccess | undefined {
  const { aws, terraform } = built.environment.settings;
  const { s3 } = terraform.backend;
  if (s3 === undefined) return undefined;
  const own = workspacesOf(built);
  const read = graph.nodes
    .filter(({ name }) => own.includes(name))
    .flatMap(({ reads }) => reads)
    .filter((name) => !own.includes(name));
  return {
    bucket: s3.bucket,
    region: s3.region,
    account: aws.account,
    ...(s3.lockTable === undefined ? {} : { lockTable: s3.lockTable }),
    ...(s3.kmsKey === undefined ? {} : { kmsKey: s3.kmsKey }),
    own: own.map(stateKey),
    read: [...new Set(read)].sort(compareText).map(stateKey),
  };
}
