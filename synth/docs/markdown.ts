/** A table; cells are Markdown on one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)];
}

/** A line break or a bar would end the cell; what looks like HTML outside code would vanish. */
function cell(text: string): string {
  return escapeHtml(
    text
      .trim()
      .replace(/` *([^`]*?) *`/g, '`$1`')
      .replaceAll('|', '\\|')
      .replace(/\s*\n\s*/g, '<br>'),
  );
}

/** A web or e-mail address: a link by guess where it stands bare. */
const address = /\bhttps?:\/\/[^\s,`]*[^\s,`.]|\b[\w.+-]+@[\w-]+\.[\w.-]*\w/g;

/** Text with `<` and stars that mean themselves; what stands in backticks does so anyway, as addresses do then. */
export function escapeHtml(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(address, code)))
    .join('')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/<(?!br>)/g, '&lt;').replace(/[*_]/g, '\\$&')))
    .join('');
}

/** A value as code. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** First lines of a page that a command writes. */
export function pageHead(title: string, command: string): string[] {
  return [`<!-- Written by \`${command}\`; edit the sources instead. -->`, '', `# ${title}`, ''];
}
