import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  mapOf,
  number,
  optional,
  reference,
  text,
} from '../../schemas/contract/fields';
import type { Constraint } from '../../schemas/contract/kind';
import { keyConstraints, keyField } from '../facets/key';
import { networkRegion } from '../facets/placement';

/** Ages that EFS knows, in days, and 0 for never. @see https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
const ages = [0, 1, 7, 14, 30, 60, 90, 180, 270, 365] as const;

export const Input = input({
  network: reference('Network whose data or private subnets it can be mounted from, one mount target each.', [
    'network',
  ]),
  infrequentAccessAfterDays: choice(
    'Days without access after which a file moves to infrequent access; 0 for never.',
    ages,
    { default: 30 },
  ),
  archiveAfterDays: choice('Days without access after which a file moves to the archive; 0 for never.', ages, {
    default: 0,
  }),
  returnOnAccess: flag('The first access moves a file back to standard storage.', { default: false }),
  performance: choice('`max-io` trades latency for more operations of very many clients.', ['general', 'max-io'], {
    default: 'general',
  }),
  throughput: choice(
    '`bursting` grows with the size and costs nothing; `elastic` takes what it needs, charged by the gigabyte; `provisioned` is what is stated.',
    ['bursting', 'elastic', 'provisioned'],
    { default: 'bursting' },
  ),
  provisionedThroughput: optional(
    number('Throughput in MiB per second, with `throughput: provisioned`.', { minimum: 1, maximum: 3414 }),
  ),
  automaticBackups: flag('AWS Backup keeps daily backups for 35 days. Off, where a `backup-plan` covers it.', {
    default: true,
  }),
  squashRoot: flag('Root of a client has no more rights than anyone.', { default: false }),
  accessPoints: mapOf(
    'Entrances to a folder as a fixed user, by name.',
    group('One access point.', {
      path: text('Folder, made when it is not there.', {
        pattern: '^/([^/.$#<>;`|&?{}*^][^/$#<>;`|&?{}*^]*(/[^/.$#<>;`|&?{}*^][^/$#<>;`|&?{}*^]*){0,3})?$',
        maxLength: 100,
        'x-form': 'a folder at most four deep such as /models/ner',
      }),
      uid: integer('User id of every access.', { minimum: 0, maximum: 4_294_967_295, default: 10_001 }),
      gid: integer('Group id of every access.', { minimum: 0, maximum: 4_294_967_295, default: 10_001 }),
      permissions: text('Mode of the folder when it is made, octal.', { pattern: '^[0-7]{3,4}$', default: '0750' }),
    }),
    { default: {}, propertyNames: { pattern: '^[a-z][a-z0-9-]*$' } },
  ),
  key: keyField,
  protect: flag('Refuse to destroy it.', { default: true }),
  existing: optional(
    group('A file system that is there already: it is looked up, and nothing is created but access points.', {
      fileSystemId: text('Id of the file system.', { pattern: '^fs-[0-9a-f]{8,17}$' }),
      securityGroupId: text('Id of the security group of its mount targets.', { pattern: '^sg-[0-9a-f]{8,17}$' }),
    }),
  ),
});

export type Props = Static<typeof Input>;

export const constraints: readonly Constraint<Props>[] = [
  ...keyConstraints<Props>(networkRegion),
  {
    id: 'provisioned-throughput',
    meaning: 'A throughput is stated with `throughput: provisioned`, and only with it.',
    fix: 'state provisionedThroughput, or another throughput mode',
    violations: ({ throughput, provisionedThroughput }) => {
      if (throughput === 'provisioned' && provisionedThroughput === undefined)
        return [{ at: '/throughput', found: 'provisioned, without provisionedThroughput' }];
      return throughput !== 'provisioned' && provisionedThroughput !== undefined
        ? [{ at: '/provisionedThroughput', found: `provisionedThroughput with throughput ${throughput}` }]
        : [];
    },
  },
  {
    id: 'elastic-max-io',
    meaning: 'Elastic throughput works with general performance alone.',
    fix: 'set performance to general, or throughput to bursting',
    violations: ({ throughput, performance }) =>
      throughput === 'elastic' && performance === 'max-io'
        ? [{ at: '/performance', found: 'max-io with elastic throughput' }]
        : [],
  },
  {
    id: 'archive',
    meaning: 'Files reach the archive after infrequent access, with elastic throughput.',
    fix: 'raise archiveAfterDays above infrequentAccessAfterDays, and set throughput to elastic',
    violations: ({ archiveAfterDays, infrequentAccessAfterDays, throughput }) => {
      if (archiveAfterDays === 0) return [];
      if (throughput !== 'elastic')
        return [{ at: '/archiveAfterDays', found: `an archive with ${throughput} throughput` }];
      return archiveAfterDays <= infrequentAccessAfterDays
        ? [{ at: '/archiveAfterDays', found: `${archiveAfterDays} days, and infrequent access after as many or more` }]
        : [];
    },
  },
];
