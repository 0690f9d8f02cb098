import { choice, group, optional, text } from '../../schemas/contract/fields';
import type { Architecture } from '../../schemas/upstream/aws/instance-types';

export interface WellKnown {
  /** Public parameter that holds the id of the newest image. */
  readonly parameter: Readonly<Record<Architecture, string>>;
  /** Size of its snapshot, in GiB: no root volume is smaller. */
  readonly diskGiB: number;
  /** It has NVIDIA’s open driver and lets Docker pass GPUs on. */
  readonly gpu: boolean;
}

/**
 * Machine images that AWS keeps up to date.
 * @see https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
 * @see https://docs.aws.amazon.com/dlami/latest/devguide/appendix-ami-release-notes.html
 */
export const wellKnownImages = {
  'amazon-linux-2023': {
    parameter: {
      amd64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
      arm64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
    },
    diskGiB: 8,
    gpu: false,
  },
  'deep-learning-base-2023': {
    parameter: {
      amd64: '/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id',
      arm64: '/aws/service/deeplearning/ami/arm64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id',
    },
    diskGiB: 75,
    gpu: true,
  },
} as const satisfies Record<string, WellKnown>;

type WellKnownName = keyof typeof wellKnownImages;
const wellKnownNames = ['amazon-linux-2023', 'deep-learning-base-2023'] as const satisfies readonly WellKnownName[];

export const imageField = group(
  'Machine image, of Amazon Linux 2023 or what installs packages like it. Looked up ones are pinned in the bindings file: `slipway bind` takes a newer one over.',
  {
    lookUp: optional(
      choice(
        'One that AWS keeps up to date. By default Amazon Linux 2023; with `gpu` the base image for deep learning, which has the driver.',
        wellKnownNames,
      ),
    ),
    parameter: optional(
      text('Public parameter that holds the id of another one, `/aws/service/…`.', {
        pattern: '^/aws/service/[A-Za-z0-9_./-]+$',
        maxLength: 1011,
      }),
    ),
    id: optional(
      text('Id of one that never changes.', {
        pattern: '^ami-([0-9a-f]{8}|[0-9a-f]{17})$',
        'x-form': 'the id of a machine image such as ami-0123456789abcdef0',
      }),
    ),
  },
  { default: {} },
);
