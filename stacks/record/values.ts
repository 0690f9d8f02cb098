import { readAddress } from '../../schemas/primitives/cidr';

interface Form {
  readonly words: string;
  readonly fits: (value: string) => boolean;
}

const host = /^([A-Za-z0-9_*]([A-Za-z0-9_-]*[A-Za-z0-9_])?)(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\.?$/;

function numbersAndHost(count: number): (value: string) => boolean {
  return (value) => {
    const parts = value.split(' ');
    const numbers = parts.slice(0, count);
    const small = numbers.every((number) => /^[0-9]{1,5}$/.test(number) && Number(number) <= 65_535);
    return parts.length === count + 1 && small && host.test(parts[count] ?? '');
  };
}

const isHost = (value: string): boolean => host.test(value);

/**
 * What the values of a record look like, by its type; texts are any.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
 */
const forms: Readonly<Record<string, Form>> = {
  A: { words: 'an IPv4 address such as 192.0.2.1', fits: (value) => readAddress(value)?.family === 4 },
  AAAA: { words: 'an IPv6 address such as 2001:db8::1', fits: (value) => readAddress(value)?.family === 6 },
  CNAME: { words: 'a host name', fits: isHost },
  NS: { words: 'a host name', fits: isHost },
  MX: { words: 'a priority and a host such as `10 mail.example.com`', fits: numbersAndHost(1) },
  SRV: { words: 'priority, weight, port and host such as `1 10 5269 xmpp.example.com`', fits: numbersAndHost(3) },
  CAA: {
    words: 'flags, tag and value such as `0 issue "amazon.com"`',
    fits: (value) => /^(0|128) [a-z0-9]+ "[^"]*"$/.test(value),
  },
};

/** Longest text that DNS keeps in one piece. */
const longestText = 255;

/** A value as the provider takes it: a long text as several, which resolvers put together again. */
export function recordValue(type: string, value: string): string {
  if (type !== 'TXT' || value.length <= longestText) return value;
  const count = Math.ceil(value.length / longestText);
  return Array.from({ length: count }, (_, index) => value.slice(index * longestText, (index + 1) * longestText)).join(
    '""',
  );
}

/** Values that have not the form of their type, by index, in words. */
export function strangeValues(
  type: string,
  values: readonly string[],
): { readonly index: number; readonly found: string }[] {
  const form = forms[type];
  if (!form) return [];
  return values.flatMap((value, index) =>
    form.fits(value) ? [] : [{ index, found: `${JSON.stringify(value)} of type ${type} is not ${form.words}` }],
  );
}
