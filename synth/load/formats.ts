import { readCidr } from '../../schemas/primitives/cidr';

/** Formats that schemas of descriptions name. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'ipv4-cidr': (text) => readCidr(text).kind === 'cidr',
};
