import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';
import { bootstrapName } from '../../schemas/contract/layers';
import type { Settings } from '../../schemas/contract/settings';
import { defaultTags } from '../../schemas/contract/tags';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { groupBy } from '../../schemas/primitives/group-by';
import { addImagePush } from '../../stacks/bootstrap/image-push';
import {
  bootstrapArn,
  githubRepository,
  imagePushRoleName,
  rolloutRoleName,
  terraformRoleName,
} from '../../stacks/bootstrap/names';
import { addRollout } from '../../stacks/bootstrap/rollout';
import { addStateStore, stateScope } from '../../stacks/bootstrap/state';
import {
  addCloudWorkspace,
  addCredentials,
  addProject,
  projectScope,
  type CloudBackend,
} from '../../stacks/bootstrap/terraform-cloud';
import { addBoundary, addTerraformRoles, boundaryScope } from '../../stacks/bootstrap/terraform-roles';
import { addIdentityProvider, cloudTrust, githubTrust, type Trust } from '../../stacks/bootstrap/trust';
import { Workspace } from '../../stacks/workspace';
import type { Environment } from '../model';
import { needsOf, stateAccessOf } from './bootstrap-needs';
import type { BuiltEnvironment } from './build';
import {
  deliveredImages,
  deliveryOf,
  githubEnvironment,
  looksAtInstances,
  needsRolloutRole,
  releaseSubject,
  topicOf,
} from './delivery';
import { literalNames, renderedBlocks, workspaceNameOf, workspacesOf } from './rendered';
import type { SystemUnit } from './system-unit';
import { outputsFile, providerVersions, requiredTerraform, workspaceFile } from './terraform';

/**
 * What has to be there before Terraform Cloud or CI can apply anything: who plans and applies, with which roles, and
 * where the states are. One workspace an account, applied by hand; the first one holds Terraform Cloud's own side too.
 */
export function renderBootstrap(unit: SystemUnit): Artifact[] {
  const accounts = groupBy(unit.built, ({ environment }) => environment.settings.aws.account);
  return [...accounts].flatMap(([account, built], index) => {
    const name = bootstrapName(unit.system) + (index === 0 ? '' : `-${account}`);
    return new Bootstrap(unit, name, built).render(index === 0);
  });
}

class Bootstrap {
  private readonly stack: Workspace;
  private readonly settings: Settings;
  private readonly scopes: Construct[] = [];
  private readonly outputs: Record<string, JsonObject> = {};

  constructor(
    private readonly unit: SystemUnit,
    private readonly name: string,
    private readonly built: readonly BuiltEnvironment[],
  ) {
    const [first] = built;
    if (!first) throw new Error(`${name} has no environment`);
    const tags = commonTags(built.map(({ environment }) => environment.settings.tags));
    this.settings = { ...first.environment.settings, environment: 'bootstrap', tags };
    this.stack = new Workspace('bootstrap', this.settings);
  }

  render(withCloud: boolean): Artifact[] {
    const cloud = withCloud ? this.settings.terraform.backend.cloud : undefined;
    if (cloud) this.addTerraformCloud(cloud);
    this.addState();
    this.addAccess();
    this.addDelivery();
    for (const { environment } of this.built) this.addRollout(environment);
    const files = this.scopes.map((scope) => this.artifact(`${scope.node.id}.tf.json`, this.stack.render(scope)));
    return [
      this.artifact(workspaceFile, this.renderSettings(cloud)),
      ...files.filter(({ content }) => Object.keys(content).length > 0),
      ...(Object.keys(this.outputs).length === 0 ? [] : [this.artifact(outputsFile, { output: this.outputs })]),
    ];
  }

  private scope(name: string): Construct {
    const scope = new Construct(this.stack, name);
    this.scopes.push(scope);
    return scope;
  }

  private addTerraformCloud(cloud: CloudBackend): void {
    const { system, graph } = this.unit;
    new TfeProvider(this.stack, 'tfe', { hostname: cloud.hostname, organization: cloud.organization });
    addProject(this.scope(projectScope), cloud, { system, workspaces: graph.nodes.map(({ name }) => name) });
    for (const { name, layer, environment } of graph.nodes) {
      addCloudWorkspace(this.scope(name), {
        name,
        layer,
        cloud,
        settings: environment.settings,
        repository: vcsIdentifier(environment.settings.repository.url),
        consumers: graph.consumersOf(name),
        triggers: graph.triggersOf(name),
      });
    }
    for (const built of this.unit.built) {
      const { settings, label } = built.environment;
      addCredentials(this.scope(`${built.environment.name}-credentials`), {
        name: `${this.unit.system}-${built.environment.name}-aws`,
        description: `Roles that plan and apply ${label}`,
        planRoleArn: bootstrapArn(settings, 'role', terraformRoleName(settings, 'plan')),
        applyRoleArn: bootstrapArn(settings, 'role', terraformRoleName(settings, 'apply')),
        workspaces: workspacesOf(built),
      });
    }
  }

  private addState(): void {
    const { s3 } = this.settings.terraform.backend;
    if (s3 === undefined || s3.existing) return;
    const { region, account } = this.settings.aws;
    const provider =
      s3.region === region
        ? {}
        : {
            provider: new AwsProvider(this.stack, 'aws-state', {
              alias: 'state',
              region: s3.region,
              allowedAccountIds: [account],
              defaultTags: [{ tags: defaultTags(this.settings) }],
            }),
          };
    addStateStore(this.scope(stateScope), this.settings, { s3, ...provider });
  }

  private addAccess(): void {
    const { aws } = this.settings;
    if (aws.permissionsBoundary !== undefined)
      addBoundary(this.scope(boundaryScope), this.settings, aws.permissionsBoundary);
    const issuers = new Map<string, Trust>();
    for (const built of this.built) {
      const { settings, name } = built.environment;
      const trust = terraformTrust(built, settings);
      if (trust === undefined) continue;
      issuers.set(trust.plan.issuer, trust.plan);
      const state = stateAccessOf(built, this.unit.graph);
      addTerraformRoles(this.scope(`${name}-access`), {
        settings,
        trust,
        needs: needsOf(built),
        ...(state === undefined ? {} : { state }),
      });
      for (const phase of ['plan', 'apply'] as const)
        this.addOutput(
          `${name}_terraform_${phase}_role_arn`,
          `Role of Terraform's ${phase} for ${built.environment.label}.`,
          bootstrapArn(settings, 'role', terraformRoleName(settings, phase)),
        );
    }
    const push = pushTrust(this.unit, repositoryArns(this.unit, this.settings));
    if (push) issuers.set(push.issuer, push);
    if (this.settings.terraform.identityProviders === 'existing' || issuers.size === 0) return;
    const scope = this.scope('identity-providers');
    for (const trust of [...issuers.values()].sort((a, b) => compareText(a.issuer, b.issuer)))
      addIdentityProvider(scope, trust.issuer.replace(/[^a-z0-9]+/g, '-'), trust);
  }

  private addDelivery(): void {
    const repositories = repositoryArns(this.unit, this.settings);
    const trust = pushTrust(this.unit, repositories);
    if (!trust) return;
    const { system } = this.unit;
    addImagePush(this.scope('image-push'), {
      settings: this.settings,
      trust,
      repositories,
    });
    this.addOutput(
      'image_push_role_arn',
      'Role that pushes images.',
      bootstrapArn(this.settings, 'role', imagePushRoleName(system)),
    );
  }

  private addRollout(environment: Environment): void {
    const delivery = deliveryOf(environment);
    if (delivery === undefined || !needsRolloutRole(environment)) return;
    const { settings, name, label } = environment;
    const topicArn = topicOf(environment);
    addRollout(this.scope(`${name}-rollout`), {
      settings,
      trust: githubTrust([releaseSubject(delivery)]),
      looks: looksAtInstances(environment),
      ...(topicArn === undefined ? {} : { topicArn }),
    });
    this.addOutput(
      `${name}_rollout_role_arn`,
      `Role that sees deliveries to ${label}.`,
      bootstrapArn(settings, 'role', rolloutRoleName(settings)),
    );
  }

  private addOutput(name: string, description: string, value: string): void {
    this.outputs[name.replace(/-/g, '_')] = { description, value };
  }

  private renderSettings(cloud: CloudBackend | undefined): JsonObject {
    const providers = {
      aws: { ...providerVersions.aws },
      ...(cloud ? { tfe: { ...providerVersions.tfe } } : {}),
    };
    return {
      terraform: {
        required_version: requiredTerraform,
        required_providers: providers,
        ...this.renderBackend(),
      },
      provider: this.stack.renderProviders(),
      ...(cloud ? { variable: variablesOf(cloud) } : {}),
    };
  }

  /** With Terraform Cloud its state is there, in a workspace that runs nothing; else in a file beside it. */
  private renderBackend(): JsonObject {
    const { cloud } = this.settings.terraform.backend;
    if (!cloud) return { backend: { local: { path: 'terraform.tfstate' } } };
    const { organization, hostname } = cloud;
    return { cloud: { organization, hostname, workspaces: { name: this.name } } };
  }

  private artifact(file: string, content: JsonObject): Artifact {
    return { path: `workspaces/${this.name}/${file}`, plane: 'terraform', content, origin: this.unit.origin };
  }
}

/** Subjects of the runs that may plan, and of those that may apply, by the side that they run on. */
function terraformTrust(
  built: BuiltEnvironment,
  settings: Settings,
): { readonly plan: Trust; readonly apply: Trust } | undefined {
  const { cloud } = settings.terraform.backend;
  const { environment, workspaces } = built;
  if (cloud) {
    const project = cloud.project ?? settings.system;
    const subjects = (phase: string): string[] =>
      workspaces.map(
        ({ layer }) =>
          `organization:${cloud.organization}:project:${project}:workspace:${workspaceNameOf(environment, layer)}:run_phase:${phase}`,
      );
    return { plan: cloudTrust(cloud.hostname, subjects('plan')), apply: cloudTrust(cloud.hostname, subjects('apply')) };
  }
  const repository = githubRepository(settings.repository.url);
  if (repository === undefined) return undefined;
  return {
    plan: githubTrust([`repo:${repository}:pull_request`]),
    apply: githubTrust([`repo:${repository}:environment:${githubEnvironment(settings)}`]),
  };
}

/** Who may push images: the application's workflows on the branch or the tags that an environment is delivered from. */
function pushTrust({ built: all }: SystemUnit, repositories: readonly string[]): Trust | undefined {
  if (repositories.length === 0) return undefined;
  const subjects = all.flatMap(({ environment }) => {
    const delivery = deliveryOf(environment);
    return delivery === undefined ? [] : [releaseSubject(delivery)];
  });
  return subjects.length === 0 ? undefined : githubTrust([...new Set(subjects)].sort(compareText));
}

/** Repositories of an account: those that the system makes, and those that are there already and that images go to. */
function repositoryArns({ built }: SystemUnit, { aws }: Settings): string[] {
  const arn = (region: string, name: string): string =>
    `arn:${aws.partition}:ecr:${region}:${aws.account}:repository/${name}`;
  const made = built
    .filter(({ environment }) => environment.settings.aws.account === aws.account)
    .flatMap((each) =>
      literalNames(renderedBlocks(each, 'resource'), 'aws_ecr_repository').map((name) =>
        arn(each.environment.settings.aws.region, name),
      ),
    );
  const delivered = built.flatMap(({ environment }) => {
    const { repositories, region, account } = deliveredImages(environment);
    return account === aws.account ? Object.values(repositories).map((name) => arn(region, name)) : [];
  });
  return [...new Set([...made, ...delivered])].sort(compareText);
}

/** `owner/name`, as every VCS connection of Terraform Cloud calls a repository. */
function vcsIdentifier(url: string): string {
  return new URL(url).pathname.replace(/^\/|(\.git)?\/?$/g, '');
}

function variablesOf(cloud: CloudBackend): JsonObject {
  const { notifications, vcsTokenVariable } = cloud;
  return {
    [vcsTokenVariable]: { type: 'string', description: 'OAuth token id of the VCS connection in Terraform Cloud.' },
    ...(notifications === undefined
      ? {}
      : {
          [notifications.urlVariable]: {
            type: 'string',
            description: 'Address of the webhook that is told of runs.',
            sensitive: true,
          },
        }),
  };
}

/** Tags that every environment has, with the same value: what one alone says of itself is not true of the bootstrap. */
function commonTags([first = {}, ...others]: readonly Settings['tags'][]): Settings['tags'] {
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((tags) => tags[key] === value)),
  );
}
