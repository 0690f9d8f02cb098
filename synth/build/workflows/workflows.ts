import type { Artifact } from '../../../schemas/primitives/artifact';
import { bootstrapArn, githubRepository, imagePushRoleName } from '../../../stacks/bootstrap/names';
import { deliveredImages, deliveryOf, githubEnvironment, type Delivery } from '../delivery';
import { inReach, type Environment } from '../../model';
import type { SystemUnit } from '../system-unit';
import { ciWorkflow } from './ci';
import { deployWorkflow, type Deployment } from './deploy';
import type { ImageRepositories } from './image-steps';
import { runsWorkflow } from './runs';
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
  if (deployments.length === 0) return [];
  const repositories = Object.assign({}, ...deployments.map((each) => each.repositories)) as ImageRepositories;
  return [
    ['ci', ciWorkflow(system, repositories)],
    ...deployments.map((deployment): [string, Workflow] => [
      `deploy-${deployment.delivery.environment.name}`,
      deployWorkflow(deployment),
    ]),
  ];
}

function deploymentOf(environment: Environment): Deployment | undefined {
  const described = deliveryOf(environment);
  const { repositories, region, account } = deliveredImages(environment);
  if (!described || Object.keys(repositories).length === 0) return undefined;
  const { settings } = environment;
  const followed = followedRevision(environment);
  const delivery: Delivery =
    described.on === 'push' && followed !== undefined && settings.delivery?.commitTo === undefined
      ? { ...described, commitTo: followed.value }
      : described;
  return {
    delivery,
    repositories,
    region,
    pushRoleArn: bootstrapArn({ aws: { ...settings.aws, account } }, 'role', imagePushRoleName(environment.system)),
    environment: githubEnvironment(settings),
    ...(described.on === 'release' && followed !== undefined ? { revision: followed } : {}),
  };
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
