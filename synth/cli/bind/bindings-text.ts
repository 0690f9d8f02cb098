import { isMap, isScalar, parseDocument, type Document, type Pair, type YAMLMap } from 'yaml';
import type { Bindings } from '../../../schemas/contract/description';
import { compareText } from '../../../schemas/primitives/finding';
import type { BoundValue } from './judge';

export interface BindingsFile {
  readonly example: boolean;
  readonly bindings: Bindings;
}

/**
 * The text of a bindings file with these values and no others, sorted. Comments stay with what they stand at, and go with
 * it.
 */
export function bindingsText(before: string, label: string, { example, bindings }: BindingsFile): string {
  const document = parseDocument(before.trim() === '' ? newFile(label, example) : before);
  if (!example) removeMark(document);
  else if (document.get('example') !== true) document.set('example', true);
  const components = mapIn(document, ['bindings']);
  keepOnly(components, Object.keys(bindings));
  for (const [component, outputs] of Object.entries(bindings)) {
    const map = mapIn(document, ['bindings', component]);
    keepOnly(map, Object.keys(outputs));
    for (const [name, value] of Object.entries(outputs)) setValue(document, ['bindings', component, name], value);
    sortKeys(map);
  }
  sortKeys(components);
  const text = document.toString({ lineWidth: 0 });
  return before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

function newFile(label: string, example: boolean): string {
  return [
    '# yaml-language-server: $schema=../../schemas/editor/bindings.schema.json',
    `# Values that only AWS knows. Written by: slipway bind ${label}`,
    ...(example ? ['example: true # made up, so that the repository renders before anything is applied'] : []),
    'bindings:',
    '',
  ].join('\n');
}

/** The map at a path, made where there is none; in lines of its own as soon as it holds something. */
function mapIn(document: Document.Parsed, path: readonly string[]): YAMLMap {
  const present = document.getIn(path, true);
  if (!isMap(present) || (present.items.length === 0 && present.flow)) document.setIn(path, document.createNode({}));
  return document.getIn(path, true) as YAMLMap;
}

/** The comment at the top of the file is that of its first key to the parser: it stays where that one goes. */
function removeMark(document: Document.Parsed): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  const [first, next] = contents.items;
  const header = first && keyOf(first) === 'example' && isScalar(first.key) ? first.key.commentBefore : undefined;
  document.delete('example');
  if (typeof header !== 'string' || !next || !isScalar(next.key)) return;
  next.key.commentBefore = [header, next.key.commentBefore].filter(Boolean).join('\n');
}

function setValue(document: Document.Parsed, path: readonly string[], value: BoundValue): void {
  const present = document.getIn(path, true);
  // The scalar stays, and with it its quotes and the comment behind it.
  if (typeof value === 'string' && isScalar(present)) present.value = value;
  else if (JSON.stringify(document.getIn(path)) !== JSON.stringify(value))
    document.setIn(path, document.createNode(value));
}

function keepOnly(map: YAMLMap, keys: readonly string[]): void {
  for (const pair of [...map.items]) if (!keys.includes(keyOf(pair))) map.delete(pair.key);
}

function sortKeys(map: YAMLMap): void {
  map.items.sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}
