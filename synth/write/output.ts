import type { Artifact } from '../../schemas/primitives/artifact';
import { printJson } from '../../schemas/primitives/print-json';
import { printYaml } from '../../schemas/primitives/print-yaml';

/** What one owner has rendered: an environment, or `repository` for what belongs to none. */
export interface Output {
  /** `system/environment`, or one word. Names the list of owned files. */
  readonly owner: string;
  /** File to edit, for the mark in each rendered file: `environments/pingvas/prod.yaml`. */
  readonly source: string;
  readonly artifacts: readonly Artifact[];
}

/** Where output may stand. */
export interface Layout {
  /** Folders that hold output alone: any other file in them is reported. */
  readonly roots: readonly string[];
  /** Folders in which output stands among files of other makers. */
  readonly shared: readonly string[];
  /** Names of files and folders that tools leave in `roots`, and that are nobody's fault. */
  readonly tolerated: readonly string[];
}

export const defaultLayout: Layout = {
  roots: ['clusters', 'workspaces'],
  shared: ['.github/workflows', 'docs', 'schemas'],
  tolerated: [
    '.DS_Store',
    '.gitkeep',
    '.terraform',
    '.terraform.lock.hcl',
    '.terraform.tfstate.lock.info',
    // Of a bootstrap workspace that keeps its own state beside itself.
    'terraform.tfstate',
    'terraform.tfstate.backup',
  ],
};

export interface WriteScope {
  /**
   * True where the outputs are those of every owner there is: what the lists say of others is stale. False for a run
   * limited to some environments, which touches nothing of the others.
   */
  readonly complete: boolean;
  /** @default {@link defaultLayout} */
  readonly layout?: Layout;
}

/** The bytes of a rendered file, as text. A text is taken as it is; an object is printed by its file's extension. */
export function renderArtifact(artifact: Artifact, source: string): string {
  const { content, path, plane } = artifact;
  if (typeof content === 'string') return content.endsWith('\n') ? content : `${content}\n`;
  if (/\.ya?ml$/.test(path)) return printYaml(content, source);
  // Only Terraform is known to take the mark for a comment: a JSON schema, say, may be closed.
  return plane === 'terraform' ? printJson(content, source) : printJson(content);
}
