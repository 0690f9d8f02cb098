import type { Position } from './position';

/** A JSON value: what a Terraform JSON file or a Kubernetes manifest holds. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Which applier reads a rendered file. */
export type Plane = 'terraform' | 'kubernetes' | 'repository';

/** Where a part of a rendered file comes from. */
export interface Origin {
  /** Line of the description that made it. */
  readonly at: Position;
  /**
   * Its key, for what is wrong with a name.
   * @default the line that made it
   */
  readonly key?: Position;
  /** `system/environment component`, for messages. */
  readonly subject: string;
}

/** One rendered file, in memory. Checks read `content`, the very object that is serialised. */
export interface Artifact {
  /** Path below the repository root, `/`-separated: `workspaces/pingvas-shared-data/aurora.tf.json`. */
  readonly path: string;
  readonly plane: Plane;
  /** The object that is printed; for `repository` files that are plain text (workflows, docs), the text. */
  readonly content: JsonObject | string;
  /** Origin of the whole file. */
  readonly origin: Origin;
  /** Origins of parts, by JSON pointer: the longest prefix of a place decides. */
  readonly origins?: Readonly<Record<string, Origin>>;
  /** Set where the content can't be judged by a schema, with the reason (a chart's values, a foreign file). */
  readonly opaque?: string;
}
