import type { OutputTree } from './output-tree';

/** A requirement of a document, as tests over the committed output. */
export interface Row {
  /** `PV-01`. */
  readonly id: string;
  /** The requirement in a few words. */
  readonly title: string;
  /** Sentences that a user would agree with, each with the check that it is so. Any scalar that a check reads is a value that the row states: altering or deleting it must make a check fail. */
  readonly states: Readonly<Record<string, (output: OutputTree) => void>>;
}

/** Systems by the beginning of their rows. Rows of all systems begin with `ALL`. */
const systems: Readonly<Record<string, string>> = {
  AN: 'accunode',
  GB: 'gpubroker',
  MR: 'marketresearch',
  PS: 'profit-sentinel',
  PV: 'pingvas',
};

/** What a row is held against: the output of its system, or all of it. */
export function outputOf({ id }: Row, output: OutputTree): OutputTree {
  const system = systems[id.replace(/-.*/, '')];
  return system === undefined ? output : output.of(system);
}
