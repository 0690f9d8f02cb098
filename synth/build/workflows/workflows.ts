import type { Artifact } from '../../../schemas/primitives/artifact';
import { bootstrapArn, githubRepository, imagePushRoleName, rolloutRoleName } from '../../../stacks/bootstrap/names';
import {
  deliveredImages,
  deliveryOf,
  githubEnvironment,
  needsRolloutRole,
  rolloutTargets,
  topicOf,
  type Delivery,
} from '../delivery';
import { inReach, type Environment } from '../../model';
import type { SystemUnit } from '../system-unit';
import { ciWorkflow } from './ci';
import { deployWorkflow } from './deploy';
import { isForeign, type Deployment } from './deployment';
import type { ImageRepositories } from './image-steps';
import { runsWorkflow } from './runs';
import { setWorkflow } from './set-value';
import { terraformWorkflow } from './terraform';
import { printWorkflow, type Workflow } from './workflow';

/** The workflows of a system on GitHub; none where its repository is elsewhere. */
export function renderWorkflows(unit: SystemUnit): Artifact[] {
  const [first] = unit.built;
  if (!first || githubRepository(first.environment.settings.repository.url) === undefined) return [];
  const workflows = new Map([...terraformWorkflows(unit), ...deliveryWorkflows(unit)]);
  return [...workflows].map(([name, workflow]) => ({
    path: `.github/workflows/${unit.system}-${name}.yml`,
    plane: 'repository',
    content: printWorkflow(workflow, unit.origin.at.file),
    origin: unit.origin,
  }));
}

function terraformWorkflows({ system, built, graph }: SystemUnit): [string, Workflow][] {
  const [first] = built;
  if (!first || graph.nodes.length === 0) return [];
  const { terraform, repository } = first.environment.settings;
  const { cloud } = terraform.backend;
  if (cloud) {
    const { organization, hostname } = cloud;
    return [['runs', runsWorkflow({ system, organization, hostname }, graph)]];
  }
  const { branch } = repository;
  return [['terraform', terraformWorkflow({ system, branch, version: terraform.version, graph })]];
}

function deliveryWorkflows({ system, built }: SystemUnit): [string, Workflow][] {
  const deployments = built.flatMap(({ environment }) => deploymentOf(environment) ?? []);
  const building = deployments.filter(({ repositories }) => Object.keys(repositories).length > 0);
  const repositories = Object.assign({}, ...building.map((each) => each.repositories)) as ImageRepositories;
  return [
    ...(building.length === 0 ? [] : ([['ci', ciWorkflow(system, repositories)]] as [string, Workflow][])),
    ...building.map((deployment): [string, Workflow] => [
      `deploy-${deployment.delivery.environment.name}`,
      deployWorkflow(deployment),
    ]),
    ...deployments.flatMap((deployment): [string, Workflow][] => {
      const { name, settings } = deployment.delivery.environment;
      const values = settings.delivery?.values ?? {};
      return Object.keys(values).length === 0 ? [] : [[`set-${name}`, setWorkflow(deployment, values)]];
    }),
  ];
}

function deploymentOf(environment: Environment): Deployment | undefined {
  const described = deliveryOf(environment);
  if (!described) return undefined;
  const { repositories, region, account, kept } = deliveredImages(environment);
  const { settings } = environment;
  const followed = followedRevision(environment);
  const delivery: Delivery =
    described.on === 'push' && followed !== undefined && settings.delivery?.commitTo === undefined
      ? { ...described, commitTo: followed.value }
      : described;
  const topicArn = topicOf(environment);
  const deployment: Deployment = {
    delivery,
    repositories,
    region,
    kept,
    pushRoleArn: bootstrapArn({ aws: { ...settings.aws, account } }, 'role', imagePushRoleName(environment.system)),
    environment: githubEnvironment(settings),
    targets: rolloutTargets(environment),
    ...(needsRolloutRole(environment)
      ? { rolloutRoleArn: bootstrapArn(settings, 'role', rolloutRoleName(settings)) }
      : {}),
    ...(topicArn === undefined ? {} : { topicArn }),
    ...(described.on === 'release' && followed !== undefined ? { revision: followed } : {}),
  };
  const byWorkflow = settings.terraform.backend.s3 !== undefined && !isForeign(deployment);
  return byWorkflow ? { ...deployment, appliedBy: `${environment.system}-terraform.yml` } : deployment;
}

/** The revision that Argo CD follows for an environment, and the value that says so. */
function followedRevision(
  environment: Environment,
): { readonly label: string; readonly path: string; readonly value: string } | undefined {
  for (const { component, environment: at } of inReach(environment)) {
    if (component.kind !== 'argo-applications') continue;
    const { environments = {} } = component.props as { environments?: Record<string, { revision?: string }> };
    const value = environments[environment.name]?.revision;
    if (value === undefined) continue;
    return { label: at.label, path: `${component.name}.environments.${environment.name}.revision`, value };
  }
  return undefined;
}
