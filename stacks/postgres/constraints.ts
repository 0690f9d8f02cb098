import type { Constraint } from '../../schemas/contract/kind';
import { postgresClasses } from '../../schemas/upstream/aws/offered-types';
import { typeFault } from '../../schemas/upstream/aws/type-fault';
import { withdrawnInstanceClasses } from '../../schemas/upstream/aws/postgres';
import { knownVersions } from '../../schemas/upstream/aws/versions';
import { networkZones } from '../facets/placement';
import type { Adoption } from '../facets/postgres/adopted';
import { databaseConstraints } from '../facets/postgres/constraints';
import type { Props } from './input';

/** Volumes of `gp3` from this size on are striped over four, and take more than the baseline. */
const stripedFrom = 400;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html */
const adoption: Adoption = {
  type: 'aws_db_instance',
  replaces: { '/masterUser': 'username' },
  changes: {
    '/engineVersion': 'engine_version',
    '/instanceClass': 'instance_class',
    '/storage/gibibytes': 'allocated_storage',
  },
};

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
export const constraints: readonly Constraint<Props>[] = [
  ...databaseConstraints(knownVersions.postgres, adoption),
  {
    id: 'withdrawn-instance-class',
    meaning: 'Instance classes of early generations run no version of PostgreSQL from 13 on.',
    fix: 'take a class such as db.t4g.micro, db.t3.micro or db.m7g.large',
    violations: ({ instanceClass, existing }) =>
      !existing && withdrawnInstanceClasses.test(instanceClass)
        ? [{ at: '/instanceClass', found: `${instanceClass} is of an early generation` }]
        : [],
  },
  {
    id: 'unknown-instance-class',
    meaning: 'The instance class is one that RDS offers for PostgreSQL.',
    fix: 'take a class such as db.t4g.micro, db.t3.micro or db.m7g.large',
    violations: ({ instanceClass, existing }) => {
      const isJudged = !existing && !withdrawnInstanceClasses.test(instanceClass);
      const fault = isJudged ? typeFault(instanceClass, postgresClasses) : undefined;
      return fault?.certain === true ? [{ at: '/instanceClass', found: fault.found }] : [];
    },
  },
  {
    id: 'growth-too-small',
    meaning: 'A volume that grows by itself may grow by a tenth at least.',
    fix: 'raise maximumGibibytes, or leave it out',
    violations: ({ storage: { gibibytes, maximumGibibytes } }) =>
      maximumGibibytes !== undefined && maximumGibibytes * 10 < gibibytes * 11
        ? [{ at: '/storage/maximumGibibytes', found: `${maximumGibibytes} GiB for a volume of ${gibibytes}` }]
        : [],
  },
  {
    id: 'baseline-of-gp3',
    meaning:
      'A volume of gp3 has 3,000 operations and 125 MiB a second below 400 GiB; from there on it takes 12,000 to 64,000 operations, 500 a GiB at most, and a MiB a second for each four of them at most.',
    fix: 'raise gibibytes to 400, or leave iops and throughput out',
    violations: ({ storage }) => (storage.type === 'gp3' ? gp3Faults(storage) : []),
  },
  {
    id: 'operations-of-io2',
    meaning: 'A volume of io2 has at least 100 GiB, states its operations, from 0.5 to 1,000 a GiB, and no throughput.',
    fix: 'state iops within these bounds, leave throughput out, or take gp3',
    violations: ({ storage }) => (storage.type === 'io2' ? io2Faults(storage) : []),
  },
  {
    id: 'zone-of-two',
    meaning: 'With a standby AWS chooses both zones.',
    fix: 'leave zone out, or state multiAz: false',
    violations: ({ multiAz, zone }) =>
      multiAz && zone !== undefined ? [{ at: '/zone', found: `${zone} with a standby` }] : [],
  },
  {
    id: 'zone-outside-network',
    meaning: 'It stands in a zone that the network has a subnet in.',
    fix: 'name a zone of the network',
    violations: ({ zone }, context) => {
      const zones = networkZones(context);
      return zone === undefined || zones.includes(zone)
        ? []
        : [{ at: '/zone', found: `${zone} is none of ${zones.join(', ')}` }];
    },
  },
];

interface Fault {
  readonly at: string;
  readonly found: string;
}

function gp3Faults({ gibibytes, iops, throughput }: Props['storage']): Fault[] {
  const fields = Object.entries({ iops, throughput }).filter(([, value]) => value !== undefined);
  if (gibibytes < stripedFrom)
    return fields.map(([field, value]) => ({ at: `/storage/${field}`, found: `${value} for ${gibibytes} GiB` }));
  const operations = iops ?? 12_000;
  return [
    ...(operations < 12_000 || operations > Math.min(64_000, 500 * gibibytes)
      ? [{ at: '/storage/iops', found: `${operations} operations a second for ${gibibytes} GiB` }]
      : []),
    ...(throughput !== undefined && throughput * 4 > operations
      ? [{ at: '/storage/throughput', found: `${throughput} MiB a second of ${operations} operations` }]
      : []),
  ];
}

function io2Faults({ gibibytes, iops, throughput }: Props['storage']): Fault[] {
  return [
    ...(gibibytes < 100 ? [{ at: '/storage/gibibytes', found: `${gibibytes} GiB` }] : []),
    ...(iops === undefined || iops < gibibytes / 2 || iops > gibibytes * 1000
      ? [{ at: '/storage/iops', found: iops === undefined ? 'no iops' : `${iops} for ${gibibytes} GiB` }]
      : []),
    ...(throughput === undefined ? [] : [{ at: '/storage/throughput', found: 'throughput of io2' }]),
  ];
}
