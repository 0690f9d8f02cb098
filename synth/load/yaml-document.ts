import type { Json } from '../../schemas/primitives/artifact';
import { sortFindings, type Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import { findNode, keyPosition, valuePosition, type SourceNode } from './source-node';
import { decodeText, type SourceFile, type SourceText } from './source-text';
import { scanYaml, type Mark, type Scan } from './yaml-scan';
import { composeYaml } from './yaml-syntax';
import { ValueReader } from './yaml-values';

/** One description file as plain data, with the place of each part. */
export interface SourcedDocument {
  readonly file: string;
  /** Without byte-order mark. */
  readonly text: string;
  /** A map of plain data: no key of it is one that every object has (`constructor`, `__proto__`). */
  readonly value: Json;
  /** Place of each part; what a finding has already judged is marked as broken there. */
  readonly root: SourceNode;
  /** Place of a value. Where the pointer names none, the key of the nearest parent. */
  positionOf(pointer: string): Position;
  /** Place of a key; of the value itself for items of lists and the root. Where the pointer names none, that of the nearest parent. */
  keyPositionOf(pointer: string): Position;
}

/** Most findings of one file; more than these, and the file is something else than a description. */
const maxFindings = 50;

/** Values that aliases may unfold to before they count as an attack rather than a habit. */
const maxUnfolded = 100_000;

/** Most related places that one finding names. */
const maxRelated = 5;

/**
 * Reads untrusted YAML: every mistake is a finding, and no input makes it throw, hang or grow. Without `document`,
 * nothing is known of the content. A document may come with findings: it then stands for what could be read, so that
 * the other mistakes in it can be found in the same run.
 */
export function readYaml(input: SourceFile): { readonly document?: SourcedDocument; readonly findings: Finding[] } {
  const decoded = decodeText(input);
  if (!decoded.source) return { findings: limited(decoded.findings) };
  const { document, findings } = readText(decoded.source);
  const all = limited([...decoded.findings, ...findings]);
  return document ? { document, findings: all } : { findings: all };
}

function readText(source: SourceText): { readonly document?: SourcedDocument; readonly findings: Finding[] } {
  const scan = scanYaml(source);
  const findings = [
    ...scan.tags.map((tag) => tagFinding(source, tag)),
    ...scan.directives.map((directive) => directiveFinding(source, directive)),
  ];
  if (scan.limit) return { findings: [...findings, ...anchorFindings(source, scan), scan.limit] };
  const composed = composeYaml(source, scan);
  if (!composed.document || scan.directives.length > 0)
    return { findings: [...findings, ...anchorFindings(source, scan), ...composed.findings] };
  const reader = new ValueReader(source);
  const read = reader.read(composed.document.contents, { pointer: '' });
  findings.push(
    ...(reader.unfolded > maxUnfolded ? [aliasBomb(source, scan)] : anchorFindings(source, scan)),
    ...reader.findings,
  );
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) {
    if (findings.length === 0) findings.push(notAMap(source, read.node));
    return { findings };
  }
  return { document: documentOf(source, read.value, read.node), findings };
}

function documentOf(source: SourceText, value: Json, root: SourceNode): SourcedDocument {
  return {
    file: source.file,
    text: source.text,
    value,
    root,
    positionOf: (pointer) => {
      const { node, exact } = findNode(root, pointer);
      return exact ? valuePosition(node) : keyPosition(node);
    },
    keyPositionOf: (pointer) => keyPosition(findNode(root, pointer).node),
  };
}

function notAMap(source: SourceText, node: SourceNode): Finding {
  const written = source.text.slice(node.start, node.end);
  if (node.broken === 'unreadable' || /^(null|~)?$/i.test(written)) {
    return {
      code: 'empty-file',
      severity: 'error',
      at: { file: source.file, line: 1, column: 1 },
      subject: source.file,
      message: 'the file describes nothing',
      expected: 'a map of settings and components',
      fix: 'write the description, or delete the file',
    };
  }
  return {
    code: 'not-a-map',
    severity: 'error',
    at: source.positionAt(node.start),
    subject: source.file,
    message: `the file holds ${node.children ? 'a list' : 'a single value'}`,
    expected: 'a map: lines of the form `key: value`',
    fix: 'write the description as a map of settings and components',
  };
}

function tagFinding(source: SourceText, { offset, text }: Mark): Finding {
  return {
    code: 'tag',
    severity: 'error',
    at: source.positionAt(offset),
    subject: source.file,
    message: `the tag \`${text}\` gives the value a type of its own`,
    expected: 'plain text, numbers, `true`, `false`, `null`, lists and maps',
    fix: `take the tag out; a text that starts with ! goes in quotes`,
  };
}

function directiveFinding(source: SourceText, { offset, text }: Mark): Finding {
  return {
    code: 'directive',
    severity: 'error',
    at: source.positionAt(offset),
    subject: source.file,
    message: `\`${text}\` is a directive to the reader of the file`,
    expected: 'YAML 1.2 without directives',
    fix: 'delete the line',
  };
}

function aliasBomb(source: SourceText, scan: Scan): Finding {
  const [first, ...others] = [...scan.anchors, ...scan.aliases].sort((a, b) => a.offset - b.offset);
  return {
    code: 'alias-bomb',
    severity: 'error',
    at: source.positionAt(first?.offset ?? 0),
    subject: source.file,
    message: `the aliases of this file would unfold to more than ${maxUnfolded} values (an "alias bomb")`,
    expected: 'a file without anchors and aliases',
    fix: 'write values out where they belong',
    related: others.slice(0, maxRelated).map(({ offset, text }) => ({ at: source.positionAt(offset), message: text })),
  };
}

/** One finding a name: at the anchor, with its aliases; at the first alias where there is no anchor. */
function anchorFindings(source: SourceText, scan: Scan): Finding[] {
  const byName = new Map<string, Mark[]>();
  for (const mark of [...scan.anchors, ...scan.aliases]) {
    const name = mark.text.slice(1);
    const marks = byName.get(name);
    if (marks) marks.push(mark);
    else byName.set(name, [mark]);
  }
  return [...byName.values()].flatMap((marks) => {
    const [first, ...others] = marks;
    return first ? [anchorFinding(source, first, others)] : [];
  });
}

function anchorFinding(source: SourceText, first: Mark, others: readonly Mark[]): Finding {
  const alias = first.text.startsWith('*');
  const common = { severity: 'error', at: source.positionAt(first.offset), subject: source.file } as const;
  if (alias) {
    const message = `\`${first.text}\` is an alias, and no anchor has that name`;
    return {
      ...common,
      code: 'alias',
      message,
      expected: 'a value',
      fix: `put it in quotes if it is a text: '${first.text}'`,
    };
  }
  return {
    ...common,
    code: 'alias',
    message: `the anchor \`${first.text}\` lets one value stand in several places`,
    expected: 'each value where it belongs',
    fix: `take the anchor out and write the value in the place of each \`*${first.text.slice(1)}\`; what environments share stands in the system file`,
    ...(others.length > 0 && {
      related: others
        .slice(0, maxRelated)
        .map(({ offset, text }) => ({ at: source.positionAt(offset), message: text })),
    }),
  };
}

function limited(findings: readonly Finding[]): Finding[] {
  const sorted = sortFindings(findings);
  const next = sorted[maxFindings];
  if (!next) return sorted;
  const more: Finding = {
    code: 'more-findings',
    severity: 'note',
    at: next.at,
    subject: next.at.file,
    message: `${sorted.length - maxFindings} more mistakes in this file, from here on, are not shown`,
    fix: 'mend the ones above, then run again',
  };
  return [...sorted.slice(0, maxFindings), more];
}
