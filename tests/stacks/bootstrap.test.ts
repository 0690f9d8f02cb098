import { join } from 'node:path';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { WorkspaceInProgress } from '../../synth/build/aws';
import type { BuiltEnvironment } from '../../synth/build/build';
import { buildSystem } from '../../synth/build/system';
import { summaryOf } from '../../synth/cli/summary';
import { createNodeHost } from '../../synth/host/node-host';
import { synthesize, type Synthesis } from '../../synth/pipeline';
import { judge, s3, settingsFile, statement, statements } from '../support/bootstrap';
import { bootstrapped, renderSystem, type RenderedSystem } from '../support/system';
import { ofExamples } from '../support/examples';

const aws = { account: '111122223333', region: 'us-east-1' };
describe("Terraform Cloud's own side", () => {
  let system: RenderedSystem;
  beforeAll(async () => {
    system = await renderSystem();
  });

  it('is judged by the schemas of both providers, without a finding', async () => {
    expect(await judge(system)).toStrictEqual({ findings: [], unknown: [] });
  });

  it('has a workspace for each folder, that watches this folder and no other', () => {
    const workspaces = Object.values(bootstrapped(system, 'tfe_workspace'));
    const folders = Object.keys(system.files).flatMap(
      (path) => path.match(/^workspaces\/(acme-(?!bootstrap)[^/]+)\//)?.[1] ?? [],
    );
    expect(workspaces.map(({ name }) => name).sort()).toStrictEqual([...new Set(folders)].sort());
    for (const { name, working_directory, trigger_patterns } of workspaces)
      expect({ working_directory, trigger_patterns }).toStrictEqual({
        working_directory: `workspaces/${name as string}`,
        trigger_patterns: [`/workspaces/${name as string}/**/*`],
      });
  });

  it('pins Terraform, plans pull requests, waits for approval and for a first run by hand', () => {
    expect(bootstrapped(system, 'tfe_workspace')['acme_dev_data']).toMatchObject({
      terraform_version: '1.11.4',
      speculative_enabled: true,
      auto_apply: false,
      auto_apply_run_trigger: false,
      queue_all_runs: false,
      tags: { system: 'acme', environment: 'dev', layer: 'data' },
      vcs_repo: { identifier: 'acme/infrastructure', branch: 'main', oauth_token_id: '${var.vcs_oauth_token_id}' },
    });
  });

  it('lets a state be read by those that read it, and by no other', () => {
    const consumers = Object.fromEntries(
      Object.entries(bootstrapped(system, 'tfe_workspace_settings')).map(([id, settings]) => [
        id,
        settings['remote_state_consumer_ids'],
      ]),
    );
    expect(consumers).toStrictEqual(consumersInFiles(system.files));
    expect(Object.values(consumers).flat().length).toBeGreaterThan(3);
  });

  it('plans anew what reads a state, once: not again by what the reader reads besides', () => {
    const triggers = Object.values(bootstrapped(system, 'tfe_run_trigger')).map(
      ({ sourceable_id, workspace_id }) => `${sourceable_id as string} > ${workspace_id as string}`,
    );
    const id = (name: string): string => `\${tfe_workspace.acme_${name}.id}`;
    expect(triggers.sort()).toStrictEqual(
      [
        `${id('dev_data')} > ${id('dev_platform')}`,
        `${id('dev_foundation')} > ${id('dev_data')}`,
        `${id('shared_data')} > ${id('shared_platform')}`,
        `${id('shared_foundation')} > ${id('dev_foundation')}`,
        `${id('shared_foundation')} > ${id('shared_data')}`,
      ].sort(),
    );
  });

  it('gives the runs of an environment its two roles, without a key', () => {
    const variables = Object.values(bootstrapped(system, 'tfe_variable')).filter(
      ({ variable_set_id }) => variable_set_id === '${tfe_variable_set.dev_credentials_aws.id}',
    );
    expect(Object.fromEntries(variables.map(({ key, value }) => [key, value]))).toStrictEqual({
      TFC_AWS_PROVIDER_AUTH: 'true',
      TFC_AWS_PLAN_ROLE_ARN: 'arn:aws:iam::111122223333:role/bootstrap/acme-dev-terraform-plan',
      TFC_AWS_APPLY_ROLE_ARN: 'arn:aws:iam::111122223333:role/bootstrap/acme-dev-terraform-apply',
    });
    expect(Object.keys(bootstrapped(system, 'tfe_workspace_variable_set'))).toContain(
      'dev_credentials_aws_acme_dev_platform',
    );
  });

  it('looks for drift, unless switched off, and runs on agents where they are named', async () => {
    expect(bootstrapped(system, 'tfe_workspace_settings')['acme_dev_data']).toMatchObject({
      assessments_enabled: true,
      execution_mode: 'remote',
      global_remote_state: false,
    });
    const cloud = { organization: 'acme', agentPool: 'private', healthAssessments: false };
    const other = await renderSystem({ all: { terraform: { backend: { cloud } } } });
    expect(bootstrapped(other, 'tfe_workspace_settings')['acme_dev_data']).toMatchObject({
      assessments_enabled: false,
      execution_mode: 'agent',
      agent_pool_id: '${tfe_agent_pool_allowed_workspaces.terraform_cloud_agents.agent_pool_id}',
    });
    expect(await judge(other)).toStrictEqual({ findings: [], unknown: [] });
  });

  it('applies without asking only where the environment says so', async () => {
    const cloud = { organization: 'acme', notifications: {} };
    const other = await renderSystem({
      shared: { terraform: { backend: { cloud } } },
      dev: { terraform: { backend: { cloud }, autoApply: true } },
    });
    expect(bootstrapped(other, 'tfe_workspace')).toMatchObject({
      acme_dev_data: { auto_apply: true, auto_apply_run_trigger: true },
      acme_shared_data: { auto_apply: false, auto_apply_run_trigger: false },
    });
    expect(bootstrapped(other, 'tfe_notification_configuration')['acme_dev_data']).toMatchObject({
      destination_type: 'slack',
      url: '${var.notification_url}',
      triggers: ['run:needs_attention', 'run:errored', 'assessment:drifted'],
    });
    expect(other.files[settingsFile]?.['variable']).toMatchObject({ notification_url: { sensitive: true } });
    expect(await judge(other)).toStrictEqual({ findings: [], unknown: [] });
  });
});

describe('the roles of Terraform Cloud', () => {
  it('trust the exact subjects of the runs of their environment, in their phase', async () => {
    const system = await renderSystem();
    const subjects = (phase: string): string[] =>
      ['foundation', 'data', 'platform'].map(
        (layer) => `organization:acme:project:acme:workspace:acme-dev-${layer}:run_phase:${phase}`,
      );
    for (const phase of ['plan', 'apply'])
      expect(statements(system, `dev_access_terraform_${phase}`)).toStrictEqual([
        {
          effect: 'Allow',
          actions: ['sts:AssumeRoleWithWebIdentity'],
          principals: [
            { type: 'Federated', identifiers: ['arn:aws:iam::111122223333:oidc-provider/app.terraform.io'] },
          ],
          condition: [
            { test: 'StringEquals', variable: 'app.terraform.io:aud', values: ['aws.workload.identity'] },
            { test: 'StringEquals', variable: 'app.terraform.io:sub', values: subjects(phase) },
          ],
        },
      ]);
  });

  it('read without content to plan, and change IAM by the names of the environment to apply', async () => {
    const system = await renderSystem();
    const attachments = Object.values(bootstrapped(system, 'aws_iam_role_policy_attachment'));
    expect([...new Set(attachments.map(({ policy_arn }) => policy_arn))].sort()).toStrictEqual([
      'arn:aws:iam::aws:policy/PowerUserAccess',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    ]);
    const denied = statement(system, 'dev_access_terraform_plan_own', 'NoContent');
    expect(denied).toMatchObject({ effect: 'Deny', resources: ['*'] });
    expect(denied['actions']).toContain('s3:GetObject');
    expect(statement(system, 'dev_access_terraform_apply_own', 'PassRoles')['resources']).toStrictEqual([
      'arn:aws:iam::111122223333:role/acme-dev-*',
    ]);
    expect(statement(system, 'dev_access_terraform_apply_own', 'NotItself')).toMatchObject({
      effect: 'Deny',
      resources: ['arn:aws:iam::111122223333:role/bootstrap/*', 'arn:aws:iam::111122223333:policy/bootstrap/*'],
    });
  });

  it('decrypt parameters of the environment to plan, since the provider reads what it has written, and no others', async () => {
    const parameter = { settings: { entries: { 'database/url': {} } } };
    const system = await renderSystem({ components: { parameter } });
    expect(statement(system, 'dev_access_terraform_plan_own', 'DecryptOwnParameters')).toStrictEqual({
      sid: 'DecryptOwnParameters',
      effect: 'Allow',
      actions: ['kms:Decrypt'],
      resources: ['arn:aws:kms:*:111122223333:key/*'],
      condition: [
        { test: 'StringLike', variable: 'kms:ViaService', values: ['ssm.*.amazonaws.com'] },
        {
          test: 'StringLike',
          variable: 'kms:EncryptionContext:PARAMETER_ARN',
          values: ['arn:aws:ssm:*:111122223333:parameter/acme/dev/database/url'],
        },
      ],
    });
    const sids = statements(await renderSystem(), 'dev_access_terraform_plan_own').map(({ sid }) => sid);
    expect(sids).not.toContain('DecryptOwnParameters');
  });

  it('create no role that may do more than the boundary, where one is named', async () => {
    const system = await renderSystem({ all: { aws: { ...aws, permissionsBoundary: 'acme-boundary' } } });
    const arn = 'arn:aws:iam::111122223333:policy/bootstrap/acme-boundary';
    expect(statement(system, 'dev_access_terraform_apply_own', 'GrantToRoles')['condition']).toStrictEqual([
      { test: 'StringEquals', variable: 'iam:PermissionsBoundary', values: [arn] },
    ]);
    expect(statement(system, 'permissions_boundary', 'NoRoleWithoutBoundary')).toMatchObject({
      effect: 'Deny',
      condition: [{ test: 'StringNotEquals', values: [arn] }],
    });
    const roles = Object.values(system.files).flatMap((file) =>
      Object.values(((file['resource'] ?? {}) as Record<string, Record<string, JsonObject>>)['aws_iam_role'] ?? {}),
    );
    expect(new Set(roles.map((role) => role['permissions_boundary']))).toStrictEqual(
      new Set([arn, '${aws_iam_policy.permissions_boundary.arn}']),
    );
    expect(await judge(system)).toStrictEqual({ findings: [], unknown: [] });
  });

  it('come with the OIDC provider, which an account has once', async () => {
    const first = await renderSystem();
    expect(bootstrapped(first, 'aws_iam_openid_connect_provider')).toStrictEqual({
      identity_providers_app_terraform_io: {
        url: 'https://app.terraform.io',
        client_id_list: ['aws.workload.identity'],
      },
    });
    const cloud = { organization: 'acme' };
    const second = await renderSystem({
      all: { terraform: { backend: { cloud }, identityProviders: 'existing' } },
    });
    expect(bootstrapped(second, 'aws_iam_openid_connect_provider')).toStrictEqual({});
  });

  it('stand in a workspace of each account', async () => {
    const system = await renderSystem({ shared: { aws: { ...aws, account: '444455556666' } } });
    const workspace = 'acme-bootstrap-444455556666';
    expect(Object.keys(bootstrapped(system, 'aws_iam_role'))).toStrictEqual([
      'dev_access_terraform_plan',
      'dev_access_terraform_apply',
    ]);
    expect(Object.keys(bootstrapped(system, 'aws_iam_role', { workspace }))).toStrictEqual([
      'shared_access_terraform_plan',
      'shared_access_terraform_apply',
    ]);
    expect(bootstrapped(system, 'tfe_workspace', { workspace })).toStrictEqual({});
    expect(await judge(system)).toStrictEqual({ findings: [], unknown: [] });
  });
});

describe('the role that pushes images', () => {
  it('pushes to the repositories of the system, from the branches and tags that are delivered', async () => {
    const system = await renderSystem({
      shared: { delivery: { application: 'acme/app', on: 'release' } },
      dev: { delivery: { application: 'acme/app', on: 'push', branch: 'develop' } },
    });
    expect((statements(system, 'image_push')[0]?.['condition'] as JsonObject[])[1]).toMatchObject({
      test: 'StringLike',
      variable: 'token.actions.githubusercontent.com:sub',
      values: ['repo:acme/app:ref:refs/heads/develop', 'repo:acme/app:ref:refs/tags/v*'],
    });
    expect(statement(system, 'image_push_push', 'Push')['resources']).toStrictEqual([
      'arn:aws:ecr:us-east-1:111122223333:repository/acme/shared/api',
      'arn:aws:ecr:us-east-1:111122223333:repository/acme/shared/worker',
    ]);
    expect(await judge(system)).toStrictEqual({ findings: [], unknown: [] });
  });

  it('is not there where nothing is delivered', async () => {
    expect(Object.keys(bootstrapped(await renderSystem(), 'aws_iam_role'))).not.toContain('image_push');
  });
});

ofExamples(() => {
  describe('a run for some environments', () => {
    it('renders what a system has in common only when all of its environments are in it, and says so', async () => {
      const host = createNodeHost({ root: join(__dirname, '../..') });
      const common = ({ outputs }: Synthesis): string[] =>
        outputs
          .flatMap(({ artifacts }) => artifacts.map(({ path }) => path))
          .filter((path) => !/^(clusters|workspaces\/[a-z-]+-(foundation|data|platform))\//.test(path));
      const some = await synthesize(host, ['pingvas/dev']);
      expect(some.partial).toStrictEqual(['pingvas']);
      expect(common(some)).toStrictEqual([]);
      expect(summaryOf(some).lines.join('\n')).toContain(
        'not rendered, since it takes every environment of the system: bootstrap workspace and workflows of pingvas',
      );
      const all = await synthesize(host, ['pingvas']);
      expect(all.partial).toStrictEqual([]);
      expect(common(all)).toContain('.github/workflows/pingvas-ci.yml');
    });
  });
});

test('a system whose environments keep their states in different places is refused', async () => {
  const { system } = await renderSystem({ dev: { terraform: { backend: { s3 } } } });
  expect(system.findings.map(({ code, at }) => [code, at.file])).toStrictEqual([
    ['mixed-backends', 'environments/acme/shared.yaml#/terraform/backend'],
  ]);
  expect(system.artifacts).toStrictEqual([]);
});

test('a workspace that more than 20 others would trigger is refused', async () => {
  const { environments } = await renderSystem();
  const [dev, shared] = environments.map(({ built }) => built);
  const platform = dev?.workspaces.find(({ layer }) => layer === 'platform');
  if (!dev || !shared || !platform) throw new Error('not rendered');
  const others = (count: number): BuiltEnvironment[] =>
    Array.from({ length: count }, (_, index) => {
      const environment = { ...shared.environment, name: `e${index}`, label: `acme/e${index}` };
      return { ...shared, environment, workspaces: [{ ...platform, environment, reads: new Map() }] };
    });
  const withReads = (count: number): string[] => {
    const sources = others(count);
    const reads: WorkspaceInProgress['reads'] = new Map(
      sources.map(({ environment }) => [environment.name, { environment, layer: 'platform' }]),
    );
    const reader = { ...dev, workspaces: [{ ...platform, reads }] };
    return buildSystem('acme', [reader, ...sources]).findings.map(({ code, message }) => `${code}: ${message}`);
  };
  expect(withReads(20)).toStrictEqual([]);
  expect(withReads(21)).toStrictEqual([
    'too-many-run-triggers: acme-dev-platform would be planned anew after 21 workspaces',
  ]);
});

/** Who reads whom, by the remote states that the rendered workspaces read. */
function consumersInFiles(files: RenderedSystem['files']): Record<string, string[]> {
  const consumers: Record<string, string[]> = {};
  const id = (name: string): string => name.replace(/-/g, '_');
  for (const [path, content] of Object.entries(files)) {
    const name = /^workspaces\/(acme-(?!bootstrap)[^/]+)\/_workspace\.tf\.json$/.exec(path)?.[1];
    if (name === undefined) continue;
    consumers[id(name)] ??= [];
    const data = (content['data'] ?? {}) as Record<
      string,
      Record<string, { config: { workspaces: { name: string } } }>
    >;
    for (const { config } of Object.values(data['terraform_remote_state'] ?? {}))
      (consumers[id(config.workspaces.name)] ??= []).push(`\${tfe_workspace.${id(name)}.id}`);
  }
  return consumers;
}
