// Prints a line for each folder under clusters/: the folder, and the Kubernetes version of the EKS cluster of that name
// in the rendered workspaces. A folder without one is an error: what version would its manifests be judged by?
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const foldersOf = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** Name of each EKS cluster that a workspace declares, with its version. */
function clustersOf(workspace) {
  const files = readdirSync(join('workspaces', workspace)).filter((file) => file.endsWith('.tf.json'));
  const contents = files.map((file) => JSON.parse(readFileSync(join('workspaces', workspace, file), 'utf8')));
  const clusters = contents.flatMap((content) => Object.values(content.resource?.aws_eks_cluster ?? {})).flat();
  return clusters.map((cluster) => [cluster.name, cluster.version]);
}

const versions = new Map(foldersOf('workspaces').flatMap(clustersOf));
for (const folder of foldersOf('clusters')) {
  const version = versions.get(folder);
  if (!/^\d+\.\d+$/.test(version ?? '')) {
    process.stderr.write(`clusters/${folder}: no aws_eks_cluster named ${folder} with a version in workspaces/\n`);
    process.exitCode = 2;
  } else process.stdout.write(`clusters/${folder} ${version}\n`);
}
