/** A program that Slipway, its tests or a user's own work may call. */
export interface Tool {
  readonly name: string;
  /** Where it may be, the first that answers wins. */
  readonly commands: readonly string[];
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Finds its version, as the first group, in what it says. Default: the first number with a point. */
  readonly version?: RegExp;
  /** Oldest version that does. */
  readonly least?: string;
  /** Without it nothing works. */
  readonly needed: boolean;
  readonly use: {
    /** What it does here. */
    readonly for: string;
    /** What is not judged, or can't be done, without it. */
    readonly without: string;
  };
}

const optional = { needed: false } as const;

/** In the order in which they are needed. */
export const tools: readonly Tool[] = [
  {
    name: 'node',
    commands: ['node'],
    args: ['--version'],
    least: '20.19',
    needed: true,
    use: { for: 'runs slipway', without: 'nothing runs' },
  },
  {
    ...optional,
    name: 'git',
    commands: ['git'],
    args: ['--version'],
    use: { for: 'keeps what is rendered', without: 'renders all the same; nothing can be reviewed or applied' },
  },
  {
    ...optional,
    name: 'kubeconform',
    commands: ['.tools/bin/kubeconform', 'kubeconform'],
    args: ['-v'],
    least: '0.7.0',
    use: {
      for: 'second judge of manifests: slipway check --kubeconform, make test',
      without: 'manifests are judged by one engine alone (make tools installs it)',
    },
  },
  {
    ...optional,
    name: 'actionlint',
    commands: ['.tools/bin/actionlint', 'actionlint'],
    args: ['-version'],
    use: {
      for: 'judges workflows of GitHub Actions in make test',
      without: 'workflows are not judged (make tools installs it)',
    },
  },
  {
    ...optional,
    name: 'promtool',
    commands: ['.tools/bin/promtool', 'promtool'],
    args: ['--version'],
    // Built from its module it knows no version of its own, but that of Go.
    version: /^promtool, version (\d\S*)/,
    use: {
      for: 'runs the tests of alert rules in make test',
      without: 'alert rules are not tried against series (make tools builds it, with Go)',
    },
  },
  {
    ...optional,
    name: 'go',
    commands: ['go'],
    args: ['version'],
    use: {
      for: 'builds kubeconform and promtool; re-creates schemas from upstream',
      without: 'kubeconform comes as a release archive, promtool does not come; make schemas does not run',
    },
  },
  {
    ...optional,
    name: 'terraform',
    commands: ['terraform'],
    args: ['version'],
    // It would ask the network for a newer version.
    env: { CHECKPOINT_DISABLE: '1' },
    least: '1.11',
    use: {
      for: 'plans and applies the bootstrap workspace; terraform validate in CI',
      without: 'workspaces are judged by schemas and references here, by terraform validate in CI alone',
    },
  },
  {
    ...optional,
    name: 'kubectl',
    commands: ['kubectl'],
    args: ['version', '--client'],
    use: {
      for: 'first commands of a cluster: slipway bootstrap prints them',
      without: 'a cluster can not be bootstrapped from here',
    },
  },
  {
    ...optional,
    name: 'helm',
    commands: ['helm'],
    args: ['version', '--short'],
    use: { for: 'renders a pinned chart to look into it', without: 'charts stay opaque, as they are declared' },
  },
  {
    ...optional,
    name: 'argocd',
    commands: ['argocd'],
    args: ['version', '--client', '--short'],
    use: { for: 'shows what Argo CD would change', without: 'nothing is judged less' },
  },
];
