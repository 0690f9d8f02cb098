import type { Static } from '@sinclair/typebox';
import {
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  text,
} from '../../schemas/contract/fields';
import { replicasField } from '../facets/region';

const roleName = text('Name of the role, in this account.', { pattern: '^[\\w+=,.@/-]{1,512}$' });

export const Input = input({
  repositories: mapOf(
    'Repositories by name; the name in AWS is `<system>/<environment>/<repository>`, or `<name>/<repository>` with `name:`.',
    group('One repository.', {
      name: optional(
        text('Its whole name in AWS, instead of the one that is made of these.', {
          pattern: '^[a-z0-9]+([._/-][a-z0-9]+)*$',
          minLength: 2,
          maxLength: 256,
          'x-form': 'lower-case letters and digits with single ._-/ between them, such as shop-api',
        }),
      ),
      keepImages: optional(
        integer('Tagged images that are kept, where it differs from the others.', { minimum: 1, maximum: 10_000 }),
      ),
    }),
    { minProperties: 1, propertyNames: { pattern: '^[a-z0-9]+([._/-][a-z0-9]+)*$' } },
  ),
  keepImages: integer('Tagged images that each keeps, the newest first: what a roll-back can go back to.', {
    minimum: 1,
    maximum: 10_000,
    default: 20,
  }),
  keepOf: mapOf(
    'Environment → images delivered to it that each keeps beside those, however many are pushed for another one. Its deliveries mark them: `<environment>-<commit>`.',
    integer('Images, the newest first.', { minimum: 1, maximum: 10_000 }),
    { default: {}, propertyNames: { pattern: '^[a-z][a-z0-9-]{0,19}$' } },
  ),
  expireUntaggedAfterDays: integer('Age at which images without a tag are deleted, in days.', {
    minimum: 1,
    maximum: 3650,
    default: 7,
  }),
  immutableTags: flag('A tag, once pushed, means one image for ever.', { default: true }),
  mutableTags: list(
    'Tags that may move all the same, `*` for any characters: `latest`.',
    text('Tag or pattern.', { pattern: '^[0-9A-Za-z._*-]{1,128}$' }),
    { default: [], maxItems: 5, uniqueItems: true },
  ),
  scanOnPush: flag('Look for known vulnerabilities in every image that is pushed.', { default: true }),
  pullRoles: list('Roles that may pull, beside those that a connection lets.', roleName, {
    default: [],
    uniqueItems: true,
  }),
  pushRoles: list('Roles that may push, such as that of the delivery workflow.', roleName, {
    default: [],
    uniqueItems: true,
  }),
  replicas: replicasField,
  key: optionalReference('Component of kind `key` that encrypts them. Left out, AWS encrypts them with AES-256.', [
    'key',
  ]),
  protect: flag('Refuse to destroy them.', { default: true }),
  existing: flag('They are there already: nothing is created, and they can be used.', { default: false }),
});

export type Props = Static<typeof Input>;

/** Names of the repositories, without what stands before them. */
export function namesIn(props: Props): string[] {
  return Object.keys(props.repositories);
}
