/** Whether a name is that of a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  if (!known.has(name)) known.set(name, isKnown(name));
  return known.get(name) === true;
}

/** To open the database takes a hundredth of a second or two: the usual answer needs none. */
const known = new Map<string, boolean>([['Etc/UTC', true]]);

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
