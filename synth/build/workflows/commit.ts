import { isForeign, type Deployment } from './deployment';
import { expression as of, type Job, type Step } from './workflow';

/** A change of the description that a workflow commits, with what follows from it. */
export interface Change {
  /** `slipway set …`, values from variables. */
  readonly command: string;
  /** Message of the commit, values from variables. */
  readonly message: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Rights of a job that commits: another repository is written to by an app. */
export function commitPermissions(deployment: Deployment): Job['permissions'] {
  if (isForeign(deployment)) return {};
  return { ...(deployment.appliedBy === undefined ? {} : { actions: 'write' }), contents: 'write' };
}

export const appInput = {
  'app-id': { description: 'GitHub App that may push to the repository of the output', type: 'string', required: true },
} as const;

export const appSecret = { 'app-private-key': { description: 'Its private key', required: true } } as const;

/** What a workflow is called with to commit to another repository; nothing where it is its own. */
export function appCall(deployment: Deployment): { readonly inputs: object; readonly secrets: object } {
  return isForeign(deployment) ? { inputs: appInput, secrets: { secrets: appSecret } } : { inputs: {}, secrets: {} };
}

/** The branch that takes the commit, checked out with a token that may push to it. */
export function checkoutOutput(deployment: Deployment): Step[] {
  const { infrastructure, commitTo } = deployment.delivery;
  const foreign = isForeign(deployment);
  const [owner = '', name = ''] = infrastructure.split('/');
  const token: Step = {
    name: 'Token for the repository of the output',
    id: 'token',
    uses: 'actions/create-github-app-token',
    with: {
      'app-id': of('inputs.app-id'),
      'private-key': of('secrets.app-private-key'),
      owner,
      repositories: name,
      'permission-contents': 'write',
    },
  };
  return [
    ...(foreign ? [token] : []),
    {
      uses: 'actions/checkout',
      with: {
        repository: infrastructure,
        ref: commitTo,
        'fetch-depth': 0,
        token: of(foreign ? 'steps.token.outputs.token' : 'github.token'),
      },
    },
  ];
}

/** What renders: the tool is part of the repository of the output. */
export const buildSteps: readonly Step[] = [
  { uses: 'actions/setup-node', with: { 'node-version-file': '.nvmrc', cache: 'npm' } },
  { run: ['make build'] },
];

/** Output `commit` is what was committed, and `base` what it stands on; both are empty where nothing changed. */
export function commitSteps(deployment: Deployment, change: Change): Step[] {
  const { delivery, revision } = deployment;
  return [
    ...checkoutOutput(deployment),
    ...buildSteps,
    {
      name: 'Commit the change, and what follows from it',
      id: 'commit',
      env: {
        ...change.variables,
        ENVIRONMENT: delivery.environment.label,
        BRANCH: delivery.commitTo,
        ...(revision === undefined
          ? {}
          : { RELEASE: `${delivery.environment.name}-${change.variables['SERVICE'] ?? ''}-${of('github.ref_name')}` }),
      },
      run: commitScript(change, revision),
    },
    ...applyStep(deployment, "steps.commit.outputs.commit != ''"),
  ];
}

/** A push with the token of a workflow sets no other workflow off, but it may ask for one. */
export function applyStep({ appliedBy, delivery }: Deployment, condition: string): Step[] {
  if (appliedBy === undefined) return [];
  return [
    {
      name: 'Apply it',
      if: condition,
      env: { GH_TOKEN: of('github.token'), BRANCH: delivery.commitTo },
      run: [`gh workflow run ${appliedBy} --ref "$BRANCH"`],
    },
  ];
}

export const gitIdentity = [
  "git config user.name 'github-actions[bot]'",
  "git config user.email '41898282+github-actions[bot]@users.noreply.github.com'",
] as const;

/** Starts again from the branch as it is when somebody else was faster. */
function commitScript({ command, message }: Change, revision: Deployment['revision']): string[] {
  const release =
    revision === undefined
      ? []
      : [
          '  # Argo CD follows a tag here: it is moved by a second commit.',
          '  git tag --force "$RELEASE"',
          `  bin/slipway set ${revision.label} ${revision.path} "$RELEASE"`,
          '  bin/slipway synth',
          '  git add --all',
          '  git diff --cached --quiet || git commit --quiet --message "Release $RELEASE"',
        ];
  const push = revision === undefined ? '"HEAD:$BRANCH"' : '"HEAD:$BRANCH" "refs/tags/$RELEASE"';
  return [
    ...gitIdentity,
    'for attempt in 1 2 3 4 5; do',
    '  git fetch --quiet origin "$BRANCH"',
    '  git reset --quiet --hard FETCH_HEAD',
    '  base=$(git rev-parse HEAD)',
    `  ${command}`,
    '  bin/slipway synth',
    '  git add --all',
    '  if git diff --cached --quiet; then',
    `    echo "there already: ${message}"`,
    '    exit 0',
    '  fi',
    `  git commit --quiet --message "${message}"`,
    ...release,
    `  if git push --atomic origin ${push}; then`,
    '    {',
    '      echo "base=$base"',
    '      echo "commit=$(git rev-parse HEAD)"',
    '      echo "at=$(date --utc +%Y-%m-%dT%H:%M:%S)"',
    '    } >> "$GITHUB_OUTPUT"',
    '    exit 0',
    '  fi',
    '  echo "attempt $attempt: the branch has moved"',
    'done',
    'echo "::error title=push::the branch moved five times, or refuses this commit"',
    'exit 1',
  ];
}
