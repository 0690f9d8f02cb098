/** Names of letters that begin with a vowel, as in S3 and SNS. */
const spelled = /^(?:[aefhilmnorsxAEFHILMNORSX][0-9]|[AEFHILMNORSX][A-Z])/;

/** Words that begin with the sound of a vowel; `u` as in unit begins with another. */
const vowel = /^(?:[aeio]|u(?!ni|se|r[il]))/i;

/** A noun behind `a` or `an`, by how it sounds: `an s3 bucket`, `a network`. */
export function withArticle(noun: string): string {
  return `${spelled.test(noun) || vowel.test(noun) ? 'an' : 'a'} ${noun}`;
}
