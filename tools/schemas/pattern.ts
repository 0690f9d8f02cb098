/**
 * A pattern of Go's `regexp` in the syntax that JavaScript and Go share: `(?i)`, which holds to the end of its group, is
 * written out as character classes.
 *
 * @throws where the result is no pattern of JavaScript
 */
export function portablePattern(pattern: string): string {
  const portable = pattern.includes('(?i)') ? writeOutCase(pattern) : pattern;
  new RegExp(portable);
  return portable;
}

function writeOutCase(pattern: string): string {
  const foldedBefore: boolean[] = [];
  let folded = false;
  let inClass = false;
  let result = '';
  for (let index = 0; index < pattern.length; index++) {
    if (pattern.startsWith('(?i)', index)) {
      folded = true;
      index += 3;
      continue;
    }
    const character = pattern.charAt(index);
    if (character === '\\') {
      result += pattern.slice(index, index + 2);
      index++;
      continue;
    }
    if (character === '[') inClass = true;
    if (character === ']') inClass = false;
    if (character === '(' && !inClass) foldedBefore.push(folded);
    if (character === ')' && !inClass) folded = foldedBefore.pop() ?? false;
    if (inClass && folded && /[a-z]/i.test(character)) throw new Error(`(?i) on a character class: ${pattern}`);
    result += folded && /[a-z]/i.test(character) ? `[${character.toUpperCase()}${character.toLowerCase()}]` : character;
  }
  return result;
}
