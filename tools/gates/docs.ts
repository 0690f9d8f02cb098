import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { OwnGate, Problem, Tree } from './gate';
import { readMarkdown, type Fence, type MarkdownFile } from './markdown';

/** Documents whose links and blocks are held to what is there; fixtures show broken ones on purpose. */
export function documentsOf(tree: Tree): string[] {
  return tree.files.filter((file) => file.endsWith('.md') && !file.startsWith('tests/fixtures/'));
}

/** Relative links and anchors lead somewhere, and blocks of data parse. */
export const docsGate: OwnGate = {
  name: 'docs',
  judge(tree) {
    const pages = new Map(documentsOf(tree).map((file) => [file, readMarkdown(tree.read(file))]));
    const places = new Set(tree.files.flatMap(withFolders));
    return [...pages].flatMap(([file, page]) => [
      ...linkProblems(file, { pages, places }),
      ...page.fences.flatMap((fence) => fenceProblems(file, fence)),
      ...(page.open === undefined ? [] : [{ file, line: page.open, message: 'this code block is never closed' }]),
    ]);
  },
};

interface Known {
  readonly pages: ReadonlyMap<string, MarkdownFile>;
  /** Files and the folders above them. */
  readonly places: ReadonlySet<string>;
}

function withFolders(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function linkProblems(file: string, known: Known): Problem[] {
  const links = known.pages.get(file)?.links ?? [];
  return links.flatMap(({ target, line }) => {
    const message = linkProblem(file, target, known);
    return message === undefined ? [] : [{ file, line, message }];
  });
}

function linkProblem(file: string, target: string, known: Known): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return undefined;
  const [path = '', anchor = ''] = target.split('#', 2);
  const place = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path)).replace(/\/$/, '');
  if (path.startsWith('/') || place.startsWith('..')) return `link ${target} leads out of the repository`;
  if (place !== '.' && !known.places.has(place)) return `link ${target}: there is no ${place}`;
  const page = known.pages.get(place);
  if (anchor === '' || page === undefined || page.anchors.has(decodeURIComponent(anchor))) return undefined;
  return `link ${target}: ${place} has no heading #${anchor}`;
}

function fenceProblems(file: string, fence: Fence): Problem[] {
  const message = fenceProblem(fence);
  return message === undefined ? [] : [{ file, line: fence.line, message }];
}

function fenceProblem({ language, content }: Fence): string | undefined {
  if (language === 'json') {
    try {
      JSON.parse(content);
    } catch (error) {
      return `this JSON does not parse: ${(error as Error).message}`;
    }
  }
  if (language === 'yaml' || language === 'yml') {
    const documents = parseAllDocuments(content);
    const error = Array.isArray(documents) ? documents.flatMap((document) => document.errors)[0] : undefined;
    if (error !== undefined) return `this YAML does not parse: ${error.message.split('\n')[0] ?? ''}`;
  }
  return undefined;
}
