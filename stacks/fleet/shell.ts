/** A text as one word of a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

/** Words of a command. */
export function words(command: readonly string[]): string {
  return command.map(quoted).join(' ');
}

/** A text as Terraform reads it literally: `${` and `%{` begin nothing. */
export function literal(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

/** Lines that write a file of these lines; the shell looks at none of them. */
export function fileOf(path: string, lines: readonly string[]): string[] {
  return [`cat >${path} <<'EOF'`, ...lines, 'EOF'];
}
