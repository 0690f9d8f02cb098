import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  list,
  mapOf,
  optional,
  optionalReference,
  reference,
  text,
} from '../../schemas/contract/fields';
import { minimumTlsField } from '../../schemas/contract/tls';

/**
 * Policies that AWS keeps, by id.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
export const cachePolicies = {
  optimized: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  'optimized-uncompressed': 'b2884449-e4de-46a7-ac36-70bc7f1ddd6d',
  disabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
} as const;

export const headerPolicies = {
  security: '67f7725c-6f97-4210-82d7-5512b31e9d03',
  'security-and-cors': 'e61eb60c-9c35-4d20-a928-2b84e02af89c',
} as const;

/** Passes the headers of cross-origin requests on to S3. */
export const corsRequestPolicy = '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf';

const behaviour = {
  cache: choice(
    'How long the edge keeps objects: by their own headers (a day by default), or not at all.',
    ['optimized', 'optimized-uncompressed', 'disabled'],
    { default: 'optimized' },
  ),
  cors: flag('Pages of other sites may read the objects.', { default: false }),
};

export const Input = input({
  origins: mapOf(
    'How each bucket is served, by its key; needed where something differs from the defaults. The buckets are those that it uses with `serve`.',
    group('One bucket.', {
      paths: list(
        'Path patterns that go to it, the first match wins; `*` stands for any characters. One bucket alone takes all paths.',
        text('Path pattern.', {
          pattern: '^/[A-Za-z0-9_.*$/~"\'@:+&?-]*$',
          maxLength: 255,
          'x-form':
            'a path such as /images/*, of letters, digits and _-.$/~"\'@:+&, with `*` for any characters and `?` for one',
        }),
        { default: [], uniqueItems: true },
      ),
      folder: optional(
        text('Folder of the bucket that the paths are below.', { pattern: '^(/[^/]+)+$', maxLength: 255 }),
      ),
      ...behaviour,
    }),
    { default: {} },
  ),
  defaultOrigin: optional(text('Key of the bucket that all other paths go to. Needed where there are several.')),
  rootObject: optional(
    text('Object that the path `/` stands for, such as `index.html`.', { pattern: '^[^/]', maxLength: 255 }),
  ),
  hosts: mapOf(
    'Host names that point at it: an alias and an IPv6 record each. Without any it has the name that AWS gives it.',
    group('One host name.', { zone: reference('Zone that the records go to.', ['zone']) }),
    { default: {}, maxProperties: 100 },
  ),
  certificate: optionalReference('Certificate of the hosts, of us-east-1.', ['certificate']),
  minimumTls: minimumTlsField,
  priceClass: choice('Edge locations: North America and Europe, those and Asia, or all.', ['100', '200', 'all'], {
    default: '100',
  }),
  blockedCountries: list(
    'Countries that are turned away; none by default.',
    text('ISO 3166 code.', { pattern: '^[A-Z]{2}$', 'x-form': 'a code of two capital letters such as KP' }),
    { default: [], uniqueItems: true },
  ),
  webAcl: optionalReference('Web ACL that judges its requests, of scope cloudfront.', ['web-acl']),
});

export type Props = Static<typeof Input>;

export type Origin = Props['origins'][string];

/** How a bucket is served that `origins` says nothing of. */
export const plainOrigin: Origin = { paths: [], cache: 'optimized', cors: false };
