import { withArticle } from '../../schemas/primitives/article';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { nameFault, nameLimits } from '../../schemas/primitives/names';
import type { Environment, NameUse } from '../model';
import { applicationsOf } from './applications';
import { buildAws, type WorkspaceInProgress } from './aws';
import { Findings } from './findings';
import { addressesOf } from './identity-blocks';
import { addressOf, buildKubernetes, kubernetesVersionOf, type BuiltApp } from './kubernetes';
import { checkTargets } from './patches';
import { renderWorkspace } from './terraform';
import { unusedEntries, type Containers } from './unused-entries';

export interface BuiltEnvironment {
  readonly environment: Environment;
  readonly artifacts: readonly Artifact[];
  readonly workspaces: readonly WorkspaceInProgress[];
  readonly apps: readonly BuiltApp[];
  /** What the cluster serves, `1.35`; empty where there is none. */
  readonly kubernetesVersion: string;
  /** What takes an image. */
  readonly containers: Containers;
  readonly findings: readonly Finding[];
}

/** One environment as rendered files. Pure: reads and writes nothing. */
export function buildEnvironment(environment: Environment): BuiltEnvironment {
  const findings = new Findings();
  const workspaces = buildAws(environment, findings);
  const terraform = workspaces.flatMap((workspace) => renderWorkspace(workspace, findings));
  const apps = buildKubernetes(environment, findings);
  const artifacts = [...terraform, ...apps.flatMap((app) => app.artifacts), ...applicationsOf(environment, apps)];
  for (const component of environment.components.values()) {
    const made = artifacts.filter((artifact) => artifact.origin === component.origin).flatMap(targetsOf);
    checkTargets(component, made, findings);
  }
  checkNames(environment, findings);
  unusedEntries(environment, findings.containers).forEach((finding) => {
    findings.add(finding);
  });
  return {
    environment,
    artifacts,
    workspaces,
    apps,
    kubernetesVersion: kubernetesVersionOf(environment),
    containers: findings.containers,
    findings: findings.all,
  };
}

function targetsOf(artifact: Artifact): string[] {
  if (typeof artifact.content === 'string') return [];
  return artifact.plane === 'kubernetes' ? [addressOf(artifact.content)] : addressesOf(artifact.content);
}

/** Every physical name that was asked for is one that its service accepts, and belongs to one component. */
function checkNames(environment: Environment, findings: Findings): void {
  const owners = new Map<string, NameUse>();
  for (const use of environment.names) {
    const { component, rule, name } = use;
    const { words, maxLength } = nameLimits[rule];
    const fault = nameFault(rule, name);
    const named = { severity: 'error', at: component.positionOf('/name'), subject: component.origin.subject } as const;
    if (fault !== undefined) {
      findings.add({
        ...named,
        code: 'invalid-name',
        cause: `form of ${name}`,
        message: `${JSON.stringify(name)} is no name for ${withArticle(rule.replace(/-/g, ' '))}${fault.endsWith(words) ? '' : `: ${fault}`}`,
        expected: `${words}, at most ${maxLength} characters`,
        fix: 'give the component another name: or key',
      });
    }
    const key = `${rule} ${name}`;
    const owner = owners.get(key) ?? use;
    owners.set(key, owner);
    if (owner.component === component || !exclusive.has(rule)) continue;
    findings.add({
      ...named,
      code: 'colliding-names',
      cause: `name ${name}`,
      message: `the name ${name} is taken by ${owner.component.origin.subject}`,
      fix: 'give one of the two another name:',
      related: [{ at: owner.component.positionOf('/name'), message: 'the other one' }],
    });
  }
}

/** Services in which a name belongs to one thing of an account. */
const exclusive: ReadonlySet<string> = new Set(
  Object.keys(nameLimits).filter((rule) => !rule.startsWith('kubernetes-') && rule !== 'free-text'),
);
