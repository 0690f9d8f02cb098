import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Position } from '../../schemas/primitives/position';
import type { Files } from '../host/host';
import { manifestFinding, type Remark } from './kubernetes-schema-findings';
import { ManifestJudge, type JudgeOptions } from './kubernetes-schema-judge';
import { emptyReport, type ManifestReport } from './kubernetes-schema-report';

/** Manifests in YAML: one document, several, a `List`, or none. */
export interface ManifestText {
  readonly text: string;
  /** File that holds it, below the repository root. */
  readonly path: string;
  /** Version of Kubernetes that its cluster runs. */
  readonly version: string;
  /** Place to edit for a JSON pointer. @default the line of the text itself */
  readonly positionOf?: (pointer: string) => Position;
}

export interface CheckTextOptions extends JudgeOptions {
  readonly files: Pick<Files, 'readText' | 'readBytes'>;
}

/** Judges the manifests in a YAML text, with the line and column of everything that is wrong. */
export async function checkManifestText(manifest: ManifestText, options: CheckTextOptions): Promise<ManifestReport> {
  const report = emptyReport();
  await judgeText(manifest, new ManifestJudge(options.files, options), report);
  return report;
}

export async function judgeText(manifest: ManifestText, judge: ManifestJudge, report: ManifestReport): Promise<void> {
  const lines = new LineCounter();
  const { text, path, version } = manifest;
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line, column: col };
  };
  for (const document of parseAllDocuments(text, { ...reading, lineCounter: lines })) {
    const positionOf = manifest.positionOf ?? ((pointer: string) => at(offsetOf(document, pointer)));
    const place = { path, pointer: '', subject: path, positionOf };
    const mistakes = mistakesOf(document, text);
    for (const { offset, ...remark } of mistakes) {
      const finding = manifestFinding(place, { ...remark, pointer: '' });
      report.findings.push(manifest.positionOf === undefined ? { ...finding, at: at(offset) } : finding);
    }
    if (mistakes.some(({ code }) => code !== 'manifest-duplicate-key')) {
      report.judgements.push({ path, subject: path, state: 'judged' });
      continue;
    }
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) continue;
    await judge.judge({ object: document.toJS({ maxAliasCount }), place, version }, report);
  }
}

/**
 * YAML 1.1, as the tools of Kubernetes read it (`yes` is a boolean, `0644` is octal), without what they do not know:
 * times, numbers to the base of 60, binary data, sets.
 */
const reading = {
  version: '1.1',
  uniqueKeys: true,
  logLevel: 'silent',
  prettyErrors: true,
  customTags: (tags: readonly unknown[]) =>
    tags.filter((tag) => {
      const { tag: name, format } = tag as { readonly tag?: string; readonly format?: string };
      return format !== 'TIME' && !unknownTags.includes(name ?? '');
    }),
} as unknown as Parameters<typeof parseAllDocuments>[1];

const unknownTags: readonly string[] = ['timestamp', 'binary', 'omap', 'pairs', 'set'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** Aliases may unfold to as many nodes: enough for any manifest, and not for one that is meant to fill the memory. */
const maxAliasCount = 1000;

interface Mistake extends Pick<Remark, 'code' | 'message' | 'fix'> {
  readonly offset: number;
}

/** What keeps a document from being read as it is meant. */
function mistakesOf(document: Document.Parsed, text: string): Mistake[] {
  const mistakes = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }): Mistake => {
    if (code !== 'DUPLICATE_KEY') return notYaml(offset, message.split(/ at line \d+|\n/)[0] ?? message);
    const key = /^[^:\s]+/.exec(text.slice(offset))?.[0] ?? '';
    const twice = `the key ${key} stands twice in one mapping`;
    return { code: 'manifest-duplicate-key', offset, message: twice, fix: 'Keep one of the two.' };
  });
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined)
        mistakes.push(notYaml(startOf(alias) ?? 0, `the alias *${alias.source} has no anchor before it`));
    },
  });
  if (mistakes.length === 0 && unfoldsWithoutEnd(document))
    mistakes.push(notYaml(startOf(document.contents) ?? 0, 'its aliases unfold to more than any manifest holds'));
  return mistakes;
}

function notYaml(offset: number, message: string): Mistake {
  return { code: 'manifest-not-yaml', offset, message: message.replace(/:$/, ''), fix: 'Mend the YAML.' };
}

function unfoldsWithoutEnd(document: Document.Parsed): boolean {
  try {
    document.toJS({ maxAliasCount });
    return false;
  } catch (error) {
    if (error instanceof ReferenceError) return true;
    throw error;
  }
}

/** Where the value of a pointer begins; where it does not exist, where what should hold it does. */
function offsetOf(document: Document.Parsed, pointer: string): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  if (pointer === '') return offset;
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isAlias(node)) node = node.resolve(document);
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
      offset = startOf(pair?.key) ?? offset;
      next = pair?.value;
    } else {
      next = (node as { readonly items?: readonly unknown[] } | undefined)?.items?.[Number(key)];
      offset = startOf(next) ?? offset;
    }
    if (next === undefined) return offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}
