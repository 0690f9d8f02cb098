import type { Finding } from '../../schemas/primitives/finding';
import { partitionOf } from '../../schemas/upstream/aws/regions';
import type { Environment } from '../model';

/** An account is of one partition, and so are all regions that it reaches and every ARN that is written for it. */
export function checkPartition(environment: Environment): Finding[] {
  const { partition, region, regions = {} } = environment.settings.aws;
  const named = Object.entries(regions).map(([name, code]) => [`/aws/regions/${name}`, code] as const);
  return [['/aws/region', region] as const, ...named].flatMap(([pointer, code]) => {
    const own = partitionOf(code);
    if (own === undefined || own === partition) return [];
    return [
      {
        code: 'refused-combination',
        severity: 'error',
        at: environment.positionOf(pointer),
        subject: environment.label,
        message: `${code} is a region of the partition ${own}, and the account is one of ${partition}`,
        expected: 'regions of the partition that the account is of',
        fix: `name a region of ${partition}, or state \`partition: ${own}\` below aws`,
      },
    ];
  });
}
