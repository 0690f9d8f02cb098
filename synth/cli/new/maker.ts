import type { Finding } from '../../../schemas/primitives/finding';
import type { CommandContext } from '../command';

/** What `slipway new` has made. */
export interface Made {
  /** Files, written or changed. */
  readonly files: readonly string[];
  /** What to do next, a line each. */
  readonly next: readonly string[];
  /** It is a description: what follows from it is rendered and written in the same run. */
  readonly renders?: true;
}

/** Makes one sort of thing. Writes all of it or nothing. */
export interface Maker {
  readonly usage: string;
  make(context: CommandContext): Promise<Made | readonly Finding[]>;
}
