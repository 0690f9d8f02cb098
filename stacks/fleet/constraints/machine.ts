import { knownInstanceTypes } from '../../../schemas/contract/instance-types';
import type { Constraint } from '../../../schemas/contract/kind';
import {
  architectureInName,
  architectureOf,
  hasNvidiaGpu,
  lacksOpenDriver,
} from '../../../schemas/upstream/aws/instance-types';
import { zonesOf } from '../group';
import { wellKnownImage } from '../image';
import type { Props } from '../input';
import { startScript, userDataLimit } from '../user-data';

/** Bytes that a connection adds to the user data, roughly: its variables are not known here. */
const bytesOfConnection = 200;

export const machineConstraints: readonly Constraint<Props>[] = [
  knownInstanceTypes,
  {
    id: 'mixed-architectures',
    meaning: 'All instance types are of one architecture: they start from one image.',
    fix: 'make a fleet of its own for the others',
    violations: ({ instanceTypes }) => {
      const architectures = [...new Set(instanceTypes.map(architectureOf))];
      return architectures.length > 1
        ? [{ at: '/instanceTypes', found: `${instanceTypes.join(', ')} are of ${architectures.join(' and ')}` }]
        : [];
    },
  },
  {
    id: 'type-without-gpu',
    meaning: 'With `gpu` every instance type has an NVIDIA GPU.',
    fix: 'take types such as g4dn.xlarge or g6.xlarge, or leave gpu out',
    violations: ({ gpu, instanceTypes }) =>
      instanceTypes.flatMap((type, index) =>
        gpu && !hasNvidiaGpu(type) ? [{ at: `/instanceTypes/${index}`, found: `${type} has no NVIDIA GPU` }] : [],
      ),
  },
  {
    id: 'image-without-driver',
    meaning: 'With `gpu` a well-known image has NVIDIA’s driver, and the driver knows the GPUs.',
    fix: 'take deep-learning-base-2023 and types from g4dn, g5, p4d on, or name an image with parameter or id',
    violations: (props) => {
      const image = wellKnownImage(props);
      if (!props.gpu || !image) return [];
      if (!image.gpu) return [{ at: '/image/lookUp', found: `${props.image.lookUp ?? ''} has no driver` }];
      return props.instanceTypes.flatMap((type, index) =>
        lacksOpenDriver(type) ? [{ at: `/instanceTypes/${index}`, found: `the driver knows no GPU of ${type}` }] : [],
      );
    },
  },
  {
    id: 'several-images',
    meaning: 'A fleet has one machine image: `lookUp`, `parameter` or `id`.',
    fix: 'leave all but one out',
    violations: ({ image }) => {
      const stated = Object.keys(image);
      return stated.length > 1 ? [{ at: '/image', found: stated.sort().join(' and ') }] : [];
    },
  },
  {
    id: 'image-of-another-architecture',
    meaning: 'The machine image is made for the architecture of the instance types.',
    fix: 'name the image of that architecture, or take other types',
    violations: ({ image, instanceTypes }) => {
      const made = architectureInName(image.parameter ?? '');
      const needed = architectureOf(instanceTypes[0] ?? '');
      return made === undefined || made === needed
        ? []
        : [
            {
              at: '/image/parameter',
              found: `an image of ${made} for ${instanceTypes.join(', ')}, which are ${needed}`,
            },
          ];
    },
  },
  {
    id: 'disk-smaller-than-image',
    meaning: 'The root volume is at least as large as the snapshot of the machine image.',
    fix: 'raise rootDisk.sizeGiB',
    violations: (props) => {
      const { sizeGiB } = props.rootDisk;
      const least = wellKnownImage(props)?.diskGiB ?? 0;
      return sizeGiB < least ? [{ at: '/rootDisk/sizeGiB', found: `${sizeGiB} GiB; the image has ${least}` }] : [];
    },
  },
  {
    id: 'disk-performance',
    meaning: 'A gp3 volume has at most 500 operations per second for each GiB, and 1 MiB/s for each 4 of them.',
    fix: 'raise sizeGiB or iops, or ask for less',
    violations: ({ rootDisk: { sizeGiB, iops, throughputMiBps } }) => [
      ...(iops > sizeGiB * 500 ? [{ at: '/rootDisk/iops', found: `${iops} operations of ${sizeGiB} GiB` }] : []),
      ...(throughputMiBps > iops / 4
        ? [{ at: '/rootDisk/throughputMiBps', found: `${throughputMiBps} MiB/s with ${iops} operations` }]
        : []),
    ],
  },
  {
    id: 'unknown-zone',
    meaning: 'It stands in zones in which the network has private subnets.',
    fix: 'name a zone of the network, or give the network a private subnet there',
    violations: (props, context) => {
      const known = zonesOf(context);
      if (known.length === 0) return [{ at: '/network', found: `${props.network} has no private subnet` }];
      return (props.zones ?? []).flatMap((zone, index) =>
        known.includes(zone) ? [] : [{ at: `/zones/${index}`, found: `${zone} is none of ${known.join(', ')}` }],
      );
    },
  },
  {
    id: 'metrics-out-of-reach',
    meaning: 'Code publishes metrics by the role of its instance, which it reaches in two hops.',
    fix: 'set metadataHops to 2',
    violations: ({ metadataHops, publishes }) =>
      metadataHops < 2 && Object.keys(publishes).length > 0
        ? [{ at: '/metadataHops', found: `${metadataHops} hop, and the code publishes metrics` }]
        : [],
  },
  {
    id: 'user-data-too-long',
    meaning: 'EC2 takes user data of 16 KB: variables and commands are part of it.',
    fix: 'put long values in a parameter that the fleet uses, or in the image',
    violations: (props, { self, uses }) => {
      const names = self.physicalName('log-group');
      const lines = startScript({
        props,
        subject: self.name,
        image: names.padEnd(200, '-'),
        region: self.settings.aws.region,
        secretsRegion: self.settings.aws.region,
        logGroup: props.logs.name ?? names,
        systemLogGroup: props.logs.name ?? names,
        variables: [],
        patched: true,
      });
      const bytes = new TextEncoder().encode(lines.join('\n')).length + uses.length * bytesOfConnection;
      return bytes > userDataLimit ? [{ at: '/container', found: `about ${bytes} bytes of user data` }] : [];
    },
  },
];
