/** Whether a name is that of a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  if (!known.has(name)) known.set(name, isKnown(name));
  return known.get(name) === true;
}

/** To ask takes the database a millisecond. */
const known = new Map<string, boolean>();

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
