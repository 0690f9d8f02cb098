import type { Json, JsonObject } from '../../schemas/primitives/artifact';

/** A block whose `dynamic` blocks stand as the blocks that they make. */
export interface Expanded {
  readonly body: JsonObject;
  /** Where a place of the expanded block stands in the file. */
  readonly original: (tokens: readonly string[]) => readonly string[];
}

/**
 * Puts the content of `dynamic` blocks in the place of the blocks that they make, so that both are judged alike.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export function expandDynamic(body: JsonObject): Expanded {
  if (!hasDynamic(body)) return { body, original: (tokens) => tokens };
  const moves: Move[] = [];
  const expanded = expandObject(body, { before: [], after: [] }, moves);
  return { body: expanded, original: (tokens) => moveBack(tokens, moves) };
}

interface Move {
  /** In the expanded block. */
  readonly after: readonly string[];
  /** In the file. */
  readonly before: readonly string[];
}

function hasDynamic(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasDynamic);
  if (value === null || typeof value !== 'object') return false;
  return 'dynamic' in value || Object.values(value).some(hasDynamic);
}

function expand(value: Json, at: Move, moves: Move[]): Json {
  if (Array.isArray(value)) return value.map((item, index) => expand(item, below(at, String(index)), moves));
  return value !== null && typeof value === 'object' ? expandObject(value, at, moves) : value;
}

function expandObject(value: JsonObject, at: Move, moves: Move[]): JsonObject {
  const { dynamic, ...rest } = value;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(rest)) result[key] = expand(inner, below(at, key), moves);
  if (dynamic === undefined) return result;
  for (const { label, block, path } of dynamicBlocks(dynamic)) {
    const existing = result[label];
    const list = Array.isArray(existing) ? existing : existing === undefined || existing === null ? [] : [existing];
    if (list.length === 1 && !Array.isArray(existing)) {
      moves.push({ after: [...at.after, label, '0'], before: [...at.before, label] });
    }
    if (existing === undefined) moves.push({ after: [...at.after, label], before: [...at.before, 'dynamic', label] });
    const move: Move = {
      after: [...at.after, label, String(list.length)],
      before: [...at.before, 'dynamic', ...path, 'content'],
    };
    moves.push(move);
    result[label] = [...list, expand(block['content'] ?? {}, move, moves)];
  }
  return result;
}

/** `{"ingress": {"for_each": …, "content": {…}}}`, a list of such, or a list by label. */
function* dynamicBlocks(dynamic: Json): Generator<{ label: string; block: JsonObject; path: string[] }> {
  for (const [outer, labels] of listed(dynamic)) {
    for (const [label, blocks] of Object.entries(labels)) {
      for (const [inner, block] of listed(blocks)) yield { label, block, path: [...outer, label, ...inner] };
    }
  }
}

function* listed(value: Json): Generator<[string[], JsonObject]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (item !== null && typeof item === 'object' && !Array.isArray(item)) yield [[String(index)], item];
    }
  } else if (value !== null && typeof value === 'object') {
    yield [[], value];
  }
}

function below(at: Move, key: string): Move {
  return { after: [...at.after, key], before: [...at.before, key] };
}

/** The move with the longest prefix decides. */
function moveBack(tokens: readonly string[], moves: readonly Move[]): readonly string[] {
  let best: Move = { after: [], before: [] };
  for (const move of moves) {
    if (move.after.length <= best.after.length) continue;
    if (move.after.every((token, index) => token === tokens[index])) best = move;
  }
  return [...best.before, ...tokens.slice(best.after.length)];
}
