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
  const survivors: string[] = [];
  let killed = 0;
  for (const place of places) {
    // Those that read it first: most often one of them notices.
    const reads = (index: number) => readers[index]?.has(labelOf(place)) === true;
    const likely = [...checks.filter((_, index) => reads(index)), ...checks.filter((_, index) => !reads(index))];
    for (const [what, change] of changesOf(output.valueAt(place))) {
      const noticed = output.withChange(place, change, () => likely.some((check) => fails(check, output)));
      if (noticed) killed += 1;
      else survivors.push(`${labelOf(place)} (${what})`);
    }
  }
  return { killed, survivors, files: [...new Set(places.map(({ file }) => file))].sort() };
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

function fails(check: (output: OutputTree) => void, output: OutputTree): boolean {
  try {
    check(output);
    return false;
  } catch {
    return true;
  }
}
