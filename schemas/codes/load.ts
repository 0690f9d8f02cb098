import type { CodeEntry } from './entry';

/** What is wrong with a file as text, before it means anything. */
const textCodes = {
  'no-environments': {
    meaning: 'There is no environment in the folder that slipway looks in, and no output of one.',
    example: '`slipway check` in the home folder.',
    fix: 'Change to the folder of the repository, or begin a system: `slipway new system`.',
  },
  'stray-file': {
    meaning: 'A YAML file below `environments/` that belongs to no environment, so that nothing reads it.',
    example: 'environments/pingvas/prd.images.yaml beside prod.yaml',
    fix: 'Name it after its environment, or take it out.',
  },
  'file-too-large': {
    meaning:
      'A description is larger than 1 MiB, or has more than 200,000 keys, values and signs; what is beyond was not read.',
    example: 'a log of 10 MB saved as environments/pingvas/prod.yaml',
    fix: 'Split the description into environments, or take out what is not a description.',
  },
  'not-utf-8': {
    meaning: 'The file holds bytes that are not UTF-8.',
    example: 'owner: Zoë, saved as Latin-1 (byte 0xEB)',
    fix: 'Save the file as UTF-8, with or without a byte-order mark.',
  },
  'control-character': {
    meaning: 'The file, or an escape in a quoted value, holds a control character other than tab and line ends.',
    example: 'owner: "platform\\0"',
    fix: 'Delete the character; save the file with LF or CRLF line ends.',
  },
  'hidden-character': {
    meaning:
      'The file holds a character that is not seen but changes how the line reads, such as a text-direction override.',
    example: 'owner: "admin" with U+202E before the name',
    fix: 'Delete the character.',
  },
  'empty-file': {
    meaning: 'A description file holds nothing but comments and blank lines.',
    example: '# to be written',
    fix: 'Write the description, or delete the file.',
  },
  'not-a-map': {
    meaning: 'A description file is a list or a single value.',
    example: '- bucket',
    fix: 'Write it as a map: lines of the form `key: value`.',
  },
  'too-deep': {
    meaning: 'Maps and lists nest deeper than 64 levels.',
    example: 'a: [[[[ … 65 brackets … ]]]]',
    fix: 'Take levels out.',
  },
  'several-documents': {
    meaning: 'A file holds more than one YAML document.',
    example: 'owner: a\n---\nowner: b',
    fix: 'Take the line `---` out, or give each document a file of its own.',
  },
  'more-findings': {
    meaning: 'A file has more than 50 mistakes; the further ones are not shown.',
    example: 'a description whose every line starts with a tab',
    fix: 'Mend the ones that are shown, then run again.',
  },
} as const satisfies Record<string, CodeEntry>;

/** What is wrong with a file as YAML. */
const yamlCodes = {
  'tab-indentation': {
    meaning: 'A line is indented with a tab.',
    example: 'aws:\n\tregion: eu-central-1',
    fix: 'Replace the tab with spaces, two a level.',
  },
  'bad-indentation': {
    meaning:
      'A line is not aligned with the keys or items that it stands among, or stands below a value as if that were a map.',
    example: 'aws:\n    region: eu-central-1\n  account: "111122223333"',
    fix: 'Align it with its neighbours.',
  },
  unclosed: {
    meaning: 'A quote or bracket is opened and never closed.',
    example: 'owner: "platform',
    fix: 'Add the closing quote or bracket.',
  },
  'bad-escape': {
    meaning: 'A double-quoted text holds a backslash sequence that YAML does not know.',
    example: 'pattern: "\\d+"',
    fix: 'Double the backslash, or use single quotes.',
  },
  'needs-quotes': {
    meaning: 'A text starts with a sign that YAML reserves, or holds `: `.',
    example: 'schedule: @daily',
    fix: 'Put the text in quotes.',
  },
  'missing-colon': {
    meaning: 'A line is no `key: value`: the colon, or the space behind it, is missing.',
    example: 'owner:platform',
    fix: 'Write `key: value`.',
  },
  'yaml-syntax': {
    meaning: 'The text can not be read as YAML at this place.',
    example: 'owner: "platform" team',
    fix: 'Check indentation, quotes and brackets here and on the line before.',
  },
  'duplicate-key': {
    meaning: 'A key stands twice in one map. Other readers of YAML silently take one of the two.',
    example: 'owner: a\nowner: b',
    fix: 'Keep one, or join what stands below them.',
  },
  alias: {
    meaning: 'The file uses an anchor (`&name`) or an alias (`*name`), which descriptions do not have.',
    example: 'dev: &sizes { min: 1 }\nprod: *sizes',
    fix: 'Write values out where they belong; put a text that starts with * or & in quotes.',
  },
  'alias-bomb': {
    meaning:
      'The aliases of a file would unfold to more than 100,000 values: a way to exhaust memory with a few lines.',
    example: 'a: &a [x, x, …]\nb: &b [*a, *a, …]\nc: &c [*b, *b, …]',
    fix: 'Write values out where they belong.',
  },
  'merge-key': {
    meaning: 'The key `<<` would merge another map in; it is no part of YAML 1.2, and descriptions do not have it.',
    example: 'prod:\n  <<: *defaults',
    fix: 'Write the keys out; what environments share stands in the system file.',
  },
  tag: {
    meaning: 'A value carries a tag (`!name`), which gives it a type of its own.',
    example: 'key: !vault abc',
    fix: 'Take the tag out; put a text that starts with ! in quotes.',
  },
  directive: {
    meaning: 'The file starts with a directive (`%YAML`, `%TAG`) that changes how it is read.',
    example: '%YAML 1.1\n---\nversioned: yes',
    fix: 'Delete the line.',
  },
  'key-not-text': {
    meaning: 'A key is a number, a truth value, a list, a map or nothing at all.',
    example: 'ports:\n  8080: http',
    fix: 'Put the key in quotes, or give it a name.',
  },
  'reserved-key': {
    meaning: 'A key is a name that every JavaScript object has, such as `__proto__` or `constructor`.',
    example: '__proto__:\n  admin: true',
    fix: 'Choose another name.',
  },
  'empty-value': {
    meaning:
      'A key or a list item has no value. A forgotten value would read as `null`, which removes what another file sets.',
    example: 'bucket:\n  images:',
    fix: 'Write the value; `{}` for a map that takes all defaults; `null` to remove.',
  },
  'not-a-number': {
    meaning: 'A number is `.nan` or infinite.',
    example: 'expireAfterDays: .inf',
    fix: 'Write a finite number, or put it in quotes if it is a text.',
  },
  'number-too-large': {
    meaning: 'A whole number is beyond 9,007,199,254,740,991 and would lose digits.',
    example: 'id: 123456789012345678901',
    fix: 'Put it in quotes if it is a text.',
  },
  'leading-zero': {
    meaning: 'A number starts with a zero, which is lost when it is read: account ids and file modes are texts.',
    example: 'account: 012345678901',
    fix: 'Put it in quotes.',
  },
} as const satisfies Record<string, CodeEntry>;

/** What is wrong with a description measured by its schema. */
const schemaCodes = {
  'unknown-key': {
    meaning: 'A map has a key that its schema does not know.',
    example: 'bucket:\n  images:\n    expireAftrDays: 90',
    fix: 'Correct the spelling (the nearest name is offered), or take the key out; `slipway explain <kind>` lists all.',
  },
  'wrong-type': {
    meaning: 'A value is of another type than its field: a text for a number, a list for a map.',
    example: 'expireAfterDays: ninety',
    fix: 'Write a value of the type that is named.',
  },
  'missing-key': {
    meaning: 'A key that is required is in none of the files.',
    example: 'bucket without a required field',
    fix: 'Add the key.',
  },
  'out-of-range': {
    meaning: 'A number is below or above its bounds, or no multiple of its step.',
    example: 'port: 70000',
    fix: 'Write a number within the bounds that are named.',
  },
  'unknown-value': {
    meaning: 'A value is none of those that are allowed.',
    example: 'partition: aws-eu',
    fix: 'Write one of the values that are named.',
  },
  'wrong-form': {
    meaning: 'A text has not the form that its field asks for.',
    example: 'memory: 128MB',
    fix: 'Write it in the form that is named.',
  },
  'wrong-length': {
    meaning: 'A text is empty, too short or too long.',
    example: 'owner: ""',
    fix: 'Write a text of the length that is named.',
  },
  'wrong-count': {
    meaning: 'A list or map has too few or too many entries.',
    example: 'zones: []',
    fix: 'Add or take out entries.',
  },
  'repeated-item': {
    meaning: 'A list holds the same value twice.',
    example: 'zones: [a, b, a]',
    fix: 'Take one of the two out.',
  },
  'wrong-key': {
    meaning: 'The name that a map gives to one of its entries has not the form of a name.',
    example: 'alarms:\n  "CPU too high!": {}',
    fix: 'Choose a name of the form that is named.',
  },
  'no-form-matches': {
    meaning: 'A field takes several forms, and the value has none of them, or several at once.',
    example: 'uses:\n  images: [read]',
    fix: 'Write it in one of the forms that are named.',
  },
  'not-allowed': {
    meaning: 'A value or key can not stand here, or not together with another one.',
    example: 'a digest beside a floating tag',
    fix: 'Take it out.',
  },
  'nothing-to-remove': {
    meaning: '`null` removes what an earlier file sets, and here no earlier file sets anything.',
    example: 'expireAfterDays: null, where the system file names no expireAfterDays',
    fix: 'Take the line out, or write the value that is meant.',
  },
  'unknown-kind': {
    meaning: 'A component stands under a kind that the catalogue does not have.',
    example: 'components:\n  buckett:\n    images: {}',
    fix: 'Correct the spelling; `slipway explain` lists all kinds, and `aws-resource` and `manifest` take what no kind covers.',
  },
  'invalid-key': {
    meaning:
      'The key of a component has other characters than lower-case letters, digits and hyphens, more than 63 of them, or ends with a hyphen.',
    example: 'bucket:\n  ../images: {}',
    fix: 'Choose another key; a physical name goes into the field `name`.',
  },
} as const satisfies Record<string, CodeEntry>;

/** Findings of the `load` step. */
export const loadCodes = { ...textCodes, ...yamlCodes, ...schemaCodes } as const;
