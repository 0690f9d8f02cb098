import { isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { printYaml } from '../../schemas/primitives/print-yaml';
import { exampleSettings, sourcesOf } from '../../synth/docs/example';
import { resolveEnvironments } from '../../synth/environments';

const file = 'environments/acme/example.yaml';
const environment = { system: 'acme', name: 'example', label: 'acme/example', parts: [], systemParts: [] } as const;

export interface Judged {
  readonly findings: readonly Finding[];
  /** `line:column` of a value of the file, by its path below `components`. */
  readonly place: (path: readonly string[]) => string;
}

/** Loads and resolves components as the whole of an environment, and builds nothing. */
export async function judge(components: JsonObject): Promise<Judged> {
  const text = printYaml({ ...exampleSettings, components });
  const { findings } = await resolveEnvironments(sourcesOf({ [file]: text }), [environment], [environment]);
  return { findings, place: (path) => placeIn(text, ['components', ...path]) };
}

/** Where a finding stands, as `place` tells it. */
export function placeOf({ at }: Finding): string {
  return `${at.line}:${at.column}`;
}

interface Found {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/**
 * The place to look at, by a reader that is not ours: that of the value; of its key where the value is a map or list
 * below it; and of the key alone where the path ends in `#`.
 */
function placeIn(text: string, path: readonly string[]): string {
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines }).contents as Node;
  const keys = path.filter((key) => key !== '#');
  const { key, value } = keys.reduce<Found>(({ value: node }, name) => childOf(node, name), {
    key: undefined,
    value: root,
  });
  const lineAndColumn = (node: Node | undefined) => {
    const at = lines.linePos(node?.range?.[0] ?? -1);
    return { ...at, text: `${at.line}:${at.col}` };
  };
  const [ofKey, ofValue] = [lineAndColumn(key), lineAndColumn(value)];
  const isBelow = key !== undefined && isCollection(value) && ofKey.line < ofValue.line;
  return path.includes('#') || isBelow ? ofKey.text : ofValue.text;
}

function childOf(node: Node | undefined, name: string): Found {
  if (isSeq(node)) return { key: undefined, value: node.items[Number(name)] as Node | undefined };
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
  return { key: pair?.key as Node | undefined, value: pair?.value as Node | undefined };
}
