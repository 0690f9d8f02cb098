import type { Json } from '../../schemas/primitives/artifact';
import type { OutputTree, Place } from './output-tree';
import type { Row } from './row';

export interface Mutants {
  readonly killed: number;
  /** `file#path (altered)`: changes that no check of the row noticed. */
  readonly survivors: readonly string[];
  readonly files: readonly string[];
}

/** Alters and deletes, one at a time, every scalar that the checks of a row have read; each change must make one of them fail. */
export function mutate(row: Row, output: OutputTree): Mutants {
  const checks = Object.values(row.states);
  const read = checks.map((check) => output.record(() => check(output)));
  const places = [...new Map(read.flat().map((place) => [labelOf(place), place])).values()];
  const readers = read.map((each) => new Set(each.map(labelOf)));
  const survivors = withoutStacks(() =>
    places.flatMap((place) => {
      // Those that read it first: most often one of them notices.
      const reads = (index: number) => readers[index]?.has(labelOf(place)) === true;
      const likely = [...checks.filter((_, index) => reads(index)), ...checks.filter((_, index) => !reads(index))];
      return changesOf(output.valueAt(place))
        .filter(([, change]) => !output.withChange(place, change, () => likely.some((check) => fails(check, output))))
        .map(([what]) => `${labelOf(place)} (${what})`);
    }),
  );
  const changes = places.reduce((sum, place) => sum + changesOf(output.valueAt(place)).length, 0);
  return {
    killed: changes - survivors.length,
    survivors,
    files: [...new Set(places.map(({ file }) => file))].sort(),
  };
}

function labelOf({ file, path }: Place): string {
  return `${file}#/${path.join('/')}`;
}

function changesOf(value: Json): [string, { value: Json } | 'delete'][] {
  return [
    ['deleted', 'delete'],
    ['altered', { value: altered(value) }],
  ];
}

function altered(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${typeof value === 'string' ? value : JSON.stringify(value)}-altered`;
}

/** Does something without keeping where errors were thrown: there are thousands, and nobody reads them. */
function withoutStacks<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function fails(check: (output: OutputTree) => void, output: OutputTree): boolean {
  try {
    check(output);
    return false;
  } catch {
    return true;
  }
}
