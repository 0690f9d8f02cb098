/** A form that texts of the API have, and how it is called in a message. */
interface Form {
  readonly pattern: string;
  readonly words: string;
}

const form = (pattern: string, words: string): Form => ({ pattern, words });

const nameKey = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** Forms that the strict schemas ask for. */
export const forms = {
  /** Base64 as Go reads it into bytes: line breaks are skipped. */
  base64: form(
    '^(?:(?:[A-Za-z0-9+/][\\r\\n]*){4})*(?:(?:[A-Za-z0-9+/][\\r\\n]*){2}=[\\r\\n]*=|(?:[A-Za-z0-9+/][\\r\\n]*){3}=)?[\\r\\n]*$',
    'base64',
  ),
  time: form(
    '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$',
    'a time of RFC 3339, 2026-01-31T12:00:00Z',
  ),
  /** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
  quantity: form(
    '^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$',
    'a quantity: a number, with at most one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei',
  ),
  /** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
  labelKey: form(
    `^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?/)?${nameKey}$`,
    'at most 63 letters, digits and -_. with a letter or digit at both ends, after an optional DNS name and /',
  ),
  labelValue: form(
    '^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
    'letters, digits and -_. with a letter or digit at both ends',
  ),
  /** Prefixes of annotations may have capitals. */
  annotationKey: form(
    `^(?:[A-Za-z0-9](?:[-A-Za-z0-9.]{0,251}[A-Za-z0-9])?/)?${nameKey}$`,
    'at most 63 letters, digits and -_. with a letter or digit at both ends, after an optional DNS name and /',
  ),
  /** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names */
  dnsLabel: form(
    '^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$',
    'small letters, digits and - with a letter or digit at both ends',
  ),
  dnsSubdomain: form(
    '^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$',
    'small letters, digits, - and . with a letter or digit at both ends of each part',
  ),
  /** Of ConfigMaps and Secrets: they become file names. */
  dataKey: form('^\\.?[-_a-zA-Z0-9][-._a-zA-Z0-9]*$', 'letters, digits and -_. but not two dots first'),
  /** Of RFC 6335: has a letter, and no two hyphens in a row. */
  portName: form(
    '^(?:[0-9]+-)*[0-9]*[a-z](?:-?[a-z0-9])*$',
    'small letters, digits and single hyphens between them, with at least one letter',
  ),
  /** Of RFC 1035. */
  serviceName: form(
    '^[a-z](?:[-a-z0-9]*[a-z0-9])?$',
    'small letters, digits and - with a letter first and a letter or digit last',
  ),
  /** How controller-gen writes a quantity into custom resources. */
  customQuantity: form(
    '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
    'a quantity: a number, with at most one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei',
  ),
  /** Of Karpenter. */
  durationOrNever: form('^(([0-9]+(s|m|h))+|Never)$', 'a duration, 30s or 1h30m, or Never'),
  duration: form('^([0-9]+(s|m|h))+$', 'a duration, 30s or 1h30m'),
  /** Of Prometheus. */
  longDuration: form(
    '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$',
    'a duration, 30s or 1d12h, the largest unit first',
  ),
  pathSegment: form('^(?:[^/%.]|\\.[^/%.]|\\.\\.[^/%])[^/%]*$', 'anything without / and %, but for . and ..'),
} as const satisfies Record<string, Form>;

/** How a form is called; nothing for a pattern that a custom resource brings. */
export function wordsOf(pattern: string): string | undefined {
  return Object.values(forms).find((known) => known.pattern === pattern)?.words;
}
