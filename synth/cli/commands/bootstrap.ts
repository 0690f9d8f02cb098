import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { buildEnvironment } from '../../build/build';
import { buildSystem } from '../../build/system';
import { discoverEnvironments } from '../../discover';
import { resolveEnvironments } from '../../environments';
import { clusterSteps } from '../bootstrap/cluster-steps';
import { scriptOf, type Step } from '../bootstrap/step';
import { bindSteps, terraformSteps } from '../bootstrap/terraform-steps';
import type { Environment } from '../../model';
import { reportOptions, type Command } from '../command';
import { certificateFile } from '../seal/certificate';
import { Session } from '../session';
import { unknownEnvironment } from '../unknown-environment';

export const bootstrap: Command = {
  name: 'bootstrap',
  summary: 'print the first commands of a system or of a cluster, in order',
  usage: '<system>[/<environment>] [options]',
  details:
    'It runs nothing. For a system: Terraform’s own workspace, the first apply, bindings, and each cluster.\nFor an environment: the cluster that it runs on alone. docs/bootstrap.md tells more.',
  options: reportOptions,
  examples: [
    ['slipway bootstrap pingvas', 'from an empty AWS account'],
    ['slipway bootstrap pingvas/shared', 'a cluster that is there and empty'],
  ],
  async run(context) {
    const session = new Session(context);
    const { findings, steps } = await answer(session);
    session.report(findings, { steps }, scriptOf(steps));
    return session.exitCode(findings);
  },
};

interface Answer {
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
}

async function answer({ host, context }: Session): Promise<Answer> {
  const [where = '', ...surplus] = context.positionals;
  const all = discoverEnvironments(host);
  const [system, name] = where.split('/');
  const selected = all.filter((file) => file.system === system && (name === undefined || file.name === name));
  if (where === '' || surplus.length > 0) return { findings: [wrongArguments(context.positionals)], steps: [] };
  if (selected.length === 0) return { findings: [unknownEnvironment(where, all, { systems: true })], steps: [] };
  const { environments, findings } = await resolveEnvironments(host, all, selected);
  if (environments.length < selected.length || system === undefined) return { findings, steps: [] };
  // An environment without Argo CD of its own runs where its base runs.
  const withBases = new Set(environments.flatMap(chain));
  const built = [...withBases].map(buildEnvironment);
  const clusters = built.flatMap((one) => {
    const file = certificateFile(one.environment);
    return clusterSteps(one, { file, there: host.exists(file) });
  });
  if (name !== undefined) return { findings, steps: clusters };
  const ofSystem = buildSystem(system, built);
  const bindings = built.some(({ apps }) => apps.length > 0) ? bindSteps(`'${system}/*'`) : [];
  return {
    findings: [...findings, ...ofSystem.findings],
    steps: [...terraformSteps(ofSystem), ...bindings, ...clusters],
  };
}

function chain(environment: Environment): Environment[] {
  return [environment, ...(environment.base ? chain(environment.base) : [])];
}

function wrongArguments(positionals: readonly string[]): Finding {
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject: `slipway bootstrap ${positionals.join(' ')}`.trimEnd(),
    message: 'it takes one system or environment',
    expected: 'slipway bootstrap <system>[/<environment>]',
    fix: 'see slipway bootstrap --help',
  };
}
