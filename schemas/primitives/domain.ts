/** Forms and relations of DNS names. */

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

/** `example.com`. */
export const domainPattern = `^${label}(\\.${label})+$`;

/** `example.com` or `*.example.com`. */
export const wildcardPattern = `^(\\*\\.)?${label}(\\.${label})+$`;

/** Whether a name is the domain itself or below it. */
export function isInDomain(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** Whether a certificate for these names serves a host: the name itself, or a wildcard one label above it. */
export function isCovered(host: string, names: readonly string[]): boolean {
  const parent = host.replace(/^[^.]+/, '*');
  return names.includes(host) || names.includes(parent);
}
