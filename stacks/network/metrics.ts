import type { Metric } from '../../schemas/contract/metric';
import { natZones, type Props } from './input';

/**
 * Metrics of each NAT gateway, `<metric>/<zone>`.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
 */
export function metrics(props: Props): Readonly<Record<string, Metric>> {
  return Object.fromEntries(
    natZones(props).flatMap((zone) =>
      Object.entries(ofGateway).map(([key, metric]) => [
        `${key}/${zone}`,
        {
          ...metric,
          namespace: 'AWS/NATGateway',
          unit: 'Count',
          dimensions: { NatGatewayId: { output: `natGatewayId/${zone}` } },
        },
      ]),
    ),
  );
}

const ofGateway: Readonly<Record<string, Omit<Metric, 'namespace' | 'unit' | 'dimensions'>>> = {
  'nat-port-errors': {
    name: 'ErrorPortAllocation',
    description: 'Connections that found no free port at the NAT gateway.',
    statistic: 'Sum',
    // One of them is a connection that failed: 55,000 at a time to one destination are all that there are.
    // @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
    recommended: {
      above: 0,
      minutes: 15,
      severity: 'warning',
      summary: 'The NAT gateway has no port left for new connections',
    },
  },
  'nat-packets-dropped': {
    name: 'PacketsDropCount',
    description: 'Packets that the NAT gateway dropped.',
    statistic: 'Sum',
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    recommended: { above: 0, minutes: 5, severity: 'warning', summary: 'The NAT gateway drops packets' },
  },
  'nat-connections': {
    name: 'ActiveConnectionCount',
    description: 'Connections at the same time.',
    statistic: 'Maximum',
  },
};
