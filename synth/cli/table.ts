/** Narrowest last column; below it lines get longer than the terminal rather than unreadable. */
const narrowest = 30;
const gap = '  ';

/**
 * Rows as aligned columns: all but the last as wide as they must be, the last wrapped into what is left of the width.
 * @param indent put before each line
 */
export function table(rows: readonly (readonly string[])[], width: number, indent = '  '): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, columns - 1) }, (_, column) =>
    Math.max(0, ...rows.map((row) => (row.length > column + 1 ? (row[column] ?? '').length : 0))),
  );
  return rows.flatMap((row) => {
    const head = row.slice(0, -1).map((cell, column) => cell.padEnd(widths[column] ?? 0) + gap);
    const lead = indent + head.join('');
    const [first = '', ...others] = wrap(row.at(-1) ?? '', Math.max(narrowest, width - lead.length));
    return [(lead + first).trimEnd(), ...others.map((line) => ' '.repeat(lead.length) + line)];
  });
}

/** Words in lines of at most `width`; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
