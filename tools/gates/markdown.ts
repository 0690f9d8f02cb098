/** The little of Markdown that the gates read: fences, headings, links, and the comment before a fence. */

export interface Fence {
  /** First word after the opening fence: `yaml`, `console`. */
  readonly language: string;
  readonly content: string;
  /** Line of the opening fence. */
  readonly line: number;
  /** Text of a `<!-- … -->` comment on the line before, blank lines aside: `run`, `write stacks/x.ts`. */
  readonly mark: string;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

export interface MarkdownFile {
  readonly fences: readonly Fence[];
  readonly links: readonly Link[];
  /** As GitHub makes them from headings, and from `id` and `name` attributes. */
  readonly anchors: ReadonlySet<string>;
  /** A fence that nothing closes. */
  readonly open: number | undefined;
}

interface State {
  fences: Fence[];
  links: Link[];
  anchors: Set<string>;
  mark: string;
  block: { marker: string; language: string; line: number; lines: string[]; mark: string; indent: number } | undefined;
}

export function readMarkdown(text: string): MarkdownFile {
  const state: State = { fences: [], links: [], anchors: new Set(), mark: '', block: undefined };
  for (const [index, line] of text.split('\n').entries()) {
    if (state.block === undefined) readProse(state, line, index + 1);
    else readFence(state, line, state.block);
  }
  return { fences: state.fences, links: state.links, anchors: state.anchors, open: state.block?.line };
}

function readFence(state: State, line: string, block: NonNullable<State['block']>): void {
  if (line.trim() === block.marker) {
    const content = block.lines.join('\n');
    state.fences.push({ language: block.language, content, line: block.line, mark: block.mark });
    state.block = undefined;
    state.mark = '';
    return;
  }
  block.lines.push(line.slice(Math.min(block.indent, line.length - line.trimStart().length)));
}

function readProse(state: State, line: string, number: number): void {
  const fence = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
  if (fence !== null) {
    const [, indent = '', marker = '', language = ''] = fence;
    state.block = { marker, language, line: number, lines: [], mark: state.mark, indent: indent.length };
    return;
  }
  const comment = /^\s*<!--\s*(.*?)\s*-->\s*$/.exec(line);
  if (comment !== null) state.mark = comment[1] ?? '';
  else if (line.trim() !== '') state.mark = '';
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
  if (heading !== null) addAnchor(state.anchors, slug(heading[1] ?? ''));
  for (const match of line.matchAll(/\b(?:id|name)="([^"]+)"/g)) state.anchors.add(match[1] ?? '');
  for (const target of linksOf(line.replace(/(`+)[^`].*?\1/g, ''))) state.links.push({ target, line: number });
}

function linksOf(line: string): string[] {
  const inline = [...line.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const reference = [...line.matchAll(/^\s*\[[^\]]+\]:\s+<?(\S+?)>?(?:\s|$)/g)];
  const tags = [...line.matchAll(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...reference, ...tags].map((match) => match[1] ?? '');
}

/** A heading's anchor as GitHub writes it: lower case, punctuation dropped, spaces to hyphens. */
export function slug(heading: string): string {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]+>/g, '');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replace(/ /g, '-');
}

/** The second heading of a name is reached as `name-1`. */
function addAnchor(anchors: Set<string>, name: string): void {
  if (!anchors.has(name)) {
    anchors.add(name);
    return;
  }
  let count = 1;
  while (anchors.has(`${name}-${String(count)}`)) count += 1;
  anchors.add(`${name}-${String(count)}`);
}
