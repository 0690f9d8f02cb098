/**
 * Writes `docs/picture.svg`, the picture at the top of the README: one connection of the description, and parts of the
 * committed files that follow from it. Everything in it is read from the repository: `node --import tsx tools/docs/picture.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { examplesStand } from '../../tests/support/examples';

/** A part of a file: from the line that holds a text, so many lines. */
interface Part {
  readonly file: string;
  readonly from: string;
  readonly lines: number;
  /** Texts that are lit: what the description asks for and where it comes out again. */
  readonly lit: readonly string[];
}

const cluster = 'clusters/pingvas-shared-eks/prod-gallery-service/prod';
const workspace = 'workspaces/pingvas-prod-platform/gallery-service.tf.json';

const described: Part = {
  file: 'environments/pingvas/system.yaml',
  from: 'gallery-service:',
  lines: 4,
  lit: ['pgbouncer', 'redis', 'images', '/api/gallery', '8004'],
};

const rendered: readonly Part[] = [
  { file: workspace, from: '"gallery_service_grant_images": {', lines: 14, lit: ['pingvas-prod-images'] },
  { file: workspace, from: '"path_pattern": {', lines: 6, lit: ['/api/gallery'] },
  {
    file: `${cluster}/networkpolicy-gallery-service.yaml`,
    from: '- port: 6432',
    lines: 10,
    lit: ['6432', 'pgbouncer'],
  },
  {
    file: `${cluster}/networkpolicy-gallery-service.yaml`,
    from: '- port: 6379',
    lines: 9,
    lit: ['6379', '10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'],
  },
  {
    file: `${cluster}/deployment-gallery-service.yaml`,
    from: '- name: IMAGES_BUCKET',
    lines: 5,
    lit: ['IMAGES_BUCKET', 'pingvas-prod-images'],
  },
];

const character = 7.2;
const lineHeight = 17;
const columns = 62;
const gap = 24;
const panelWidth = columns * character + 2 * 14;

/** @param read Text of a file of the repository. */
export function picture(read: (file: string) => string): string {
  const [first, second, third, fourth, fifth] = rendered.map((part) => panelOf(part, read));
  const left = stack(gap, gap, [panelOf(described, read), first, second]);
  const right = stack(gap * 2 + panelWidth, gap, [third, fourth, fifth]);
  const width = panelWidth * 2 + gap * 3;
  const height = Math.max(left.bottom, right.bottom) + gap;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="12">`,
    '<title>A service in the description, and parts of the files that follow from it</title>',
    `<rect width="100%" height="100%" fill="#0d1117"/>`,
    ...left.shapes,
    ...right.shapes,
    '</svg>',
    '',
  ].join('\n');
}

interface Panel {
  readonly title: string;
  readonly lines: readonly string[];
  readonly lit: readonly string[];
}

function panelOf({ file, from, lines, lit }: Part, read: (file: string) => string): Panel {
  const all = read(file).split('\n');
  const start = all.findIndex((line) => line.includes(from));
  if (start === -1) throw new Error(`${file} has no line with ${from}`);
  const cut = all.slice(start, start + lines);
  const indent = Math.min(...cut.map((line) => line.length - line.trimStart().length));
  return { title: file, lines: cut.map((line) => line.slice(indent)), lit };
}

function stack(x: number, top: number, panels: readonly (Panel | undefined)[]) {
  let bottom = top;
  const shapes = panels.flatMap((panel) => {
    if (!panel) return [];
    const y = bottom;
    const height = (panel.lines.length + 1) * lineHeight + 26;
    bottom = y + height + gap;
    return drawPanel(panel, { x, y, height });
  });
  return { shapes, bottom: bottom - gap };
}

function drawPanel({ title, lines, lit }: Panel, { x, y, height }: { x: number; y: number; height: number }): string[] {
  const at = (line: number): string => (y + 20 + line * lineHeight).toFixed(0);
  return [
    `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${panelWidth.toFixed(0)}" height="${height.toFixed(0)}" rx="8" fill="#161b22" stroke="#30363d"/>`,
    `<text x="${(x + 14).toFixed(0)}" y="${at(0)}" fill="#8b949e">${escape(clipStart(title))}</text>`,
    ...lines.map(
      (line, index) =>
        `<text x="${(x + 14).toFixed(0)}" y="${at(index + 1.4)}" fill="#c9d1d9" xml:space="preserve">${light(clip(line), lit)}</text>`,
    ),
  ];
}

function clip(line: string): string {
  return line.length <= columns ? line : `${line.slice(0, columns - 1)}…`;
}

/** The end of a path says more than its beginning. */
function clipStart(path: string): string {
  return path.length <= columns ? path : `…${path.slice(path.indexOf('/', path.length - columns + 1))}`;
}

function light(line: string, lit: readonly string[]): string {
  const pattern = new RegExp(`(${lit.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return line
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? `<tspan fill="#7ee787">${escape(part)}</tspan>` : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const pictureFile = 'docs/picture.svg';

if (examplesStand && argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  writeFileSync(
    join(root, pictureFile),
    picture((file) => readFileSync(join(root, file), 'utf8')),
  );
}
