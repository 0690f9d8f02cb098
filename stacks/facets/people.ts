import { text } from '../../schemas/contract/fields';

/** An e-mail address that AWS writes to. */
export function emailAddress(description: string) {
  return text(description, {
    maxLength: 254,
    pattern: '^[^@ ]+@[^@ .]+(\\.[^@ .]+)+$',
    'x-form': 'an e-mail address such as ops@example.com',
  });
}
