import { isTimeZone } from '../../schemas/primitives/time-zone';

/** A zone that the controller does not know lets no run begin. */
export const unknownTimeZone = {
  id: 'unknown-time-zone',
  meaning: 'A time zone is one of the IANA database.',
  fix: 'name one such as Etc/UTC or Europe/Berlin',
  violations: ({ timeZone }: { readonly timeZone: string }) =>
    isTimeZone(timeZone) ? [] : [{ at: '/timeZone', found: `there is no ${timeZone}` }],
};
