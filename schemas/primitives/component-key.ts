const label = '[a-z]([a-z0-9-]{0,61}[a-z0-9])?';

/** Key of a component, of which names of AWS and Kubernetes are made: a label of the DNS that starts with a letter. */
export const componentKeyPattern = `^${label}$`;

/** The same, or one of its containers: `<component>.<container>`. */
export const containerKeyPattern = `^${label}(\\.${label})?$`;

export const componentKeyWords =
  'at most 63 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen';
