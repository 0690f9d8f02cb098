/** Actions that the workflows use: the version, and the commit that it is. */
const actions = {
  'actions/checkout': ['v7.0.1', '3d3c42e5aac5ba805825da76410c181273ba90b1'],
  'actions/setup-go': ['v7.0.0', 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e'],
  'actions/setup-node': ['v7.0.0', '820762786026740c76f36085b0efc47a31fe5020'],
  'actions/upload-artifact': ['v7.0.0', 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f'],
  'actions/download-artifact': ['v8.0.1', '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c'],
  'actions/create-github-app-token': ['v3.1.1', '1b10c78c7865c340bc4f6099eb2f838309f1e8c3'],
  'aws-actions/configure-aws-credentials': ['v6.2.3', 'e6de054238d6b7531b4efff3b6587d9aade6a06c'],
  'aws-actions/amazon-ecr-login': ['v2.1.7', '03f1aad4c6c7ffd436567f42f9384779290529bd'],
  'docker/setup-buildx-action': ['v4.3.0', '37fe631027851001ddb9b187196cc803df7f5f0e'],
  'docker/build-push-action': ['v7.3.0', '53b7df96c91f9c12dcc8a07bcb9ccacbed38856a'],
  'hashicorp/setup-terraform': ['v4.0.1', 'dfe3c3f87815947d99a8997f908cb6525fc44e9e'],
} as const satisfies Record<string, readonly [version: string, commit: string]>;

export type Action = keyof typeof actions;

/** An action as `uses` names it. */
export function pinnedAction(action: Action): string {
  return `${action}@${actions[action][1]}`;
}

/** Versions by what `uses` names. */
export const pins: ReadonlyMap<string, string> = new Map(
  Object.entries(actions).map(([action, [version, commit]]) => [`${action}@${commit}`, version]),
);
