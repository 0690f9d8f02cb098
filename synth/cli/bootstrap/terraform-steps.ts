import { githubRepository } from '../../../stacks/bootstrap/names';
import type { BuiltSystem } from '../../build/system';
import type { Step } from './step';

/** From an empty account to applied workspaces. */
export function terraformSteps({ unit, artifacts }: BuiltSystem): Step[] {
  const [first] = unit.built;
  if (!first) return [];
  const { terraform, repository } = first.environment.settings;
  const { cloud, s3 } = terraform.backend;
  const file = /^workspaces\/([^/]+)\/_workspace\.tf\.json$/;
  const workspaces = artifacts.flatMap(({ path }) => file.exec(path)?.[1] ?? []);
  const before = cloud
    ? [
        {
          what: `In Terraform Cloud, make the CLI-driven workspaces ${workspaces.join(', ')} with execution mode Local; then sign in`,
          commands: [
            `terraform login ${cloud.hostname}`,
            `export TF_VAR_${cloud.vcsTokenVariable}=<OAuth token id of the VCS connection>`,
            ...(cloud.notifications
              ? [`export TF_VAR_${cloud.notifications.urlVariable}=<address of the webhook>`]
              : []),
          ],
        },
      ]
    : [];
  const made = workspaces.map((workspace) => ({
    what: `As an administrator of its AWS account, apply ${workspace}`,
    commands: [
      `terraform -chdir=workspaces/${workspace} init`,
      `terraform -chdir=workspaces/${workspace} plan -out=plan`,
      `terraform -chdir=workspaces/${workspace} apply plan`,
      ...(s3
        ? [`aws s3 cp workspaces/${workspace}/terraform.tfstate s3://${s3.bucket}/bootstrap/${workspace}.tfstate`]
        : []),
    ],
  }));
  const onGithub = githubRepository(repository.url) !== undefined;
  return [...before, ...made, ...(onGithub ? [runByWorkflow(unit.system, cloud !== undefined)] : runByHand(unit))];
}

function runByWorkflow(system: string, cloud: boolean): Step {
  return {
    what: `Apply every workspace of ${system}, in order, and wait for the end of it`,
    commands: [
      cloud ? `gh workflow run ${system}-runs.yml -f operation=apply` : `gh workflow run ${system}-terraform.yml`,
    ],
  };
}

function runByHand({ graph }: BuiltSystem['unit']): Step[] {
  return graph.rounds().map((round) => ({
    what: `Apply ${round.map(({ name }) => name).join(', ')}`,
    commands: round.flatMap(({ name }) => [
      `terraform -chdir=workspaces/${name} init`,
      `terraform -chdir=workspaces/${name} apply`,
    ]),
  }));
}

/** Manifests hold values that are there only now. */
export function bindSteps(label: string): Step[] {
  return [
    {
      what: 'Bring what AWS has made into the manifests, and merge that',
      commands: [`slipway bind ${label}`, 'slipway synth', 'git commit -am "Bindings of the first apply"', 'git push'],
    },
  ];
}
