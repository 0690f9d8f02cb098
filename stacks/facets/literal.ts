/** Text as Terraform reads it in a string: neither `${` nor `%{` begins an expression. */
export function literal(words: string): string {
  return words.replace(/([$%])\{/g, '$1$1{');
}
