import { defineAwsKind } from '../../schemas/contract/kind';
import { publicEdge, twoZones } from '../facets/examples';
import { ofMetrics } from './constraints/metrics';
import { ofStatements } from './constraints/stated';
import { ofTiming } from './constraints/timing';
import { ofActions } from './constraints/told';
import { inheritedOf } from './inherited';
import { Input } from './input';
import { addAlarms } from './resources';

const told = { notifications: { ops: { email: { ops: 'ops@example.com' } } } };

/** What CloudWatch warns of. */
export const alarms = defineAwsKind<typeof Input>({
  kind: 'alarms',
  summary:
    'CloudWatch alarms on what components publish: those that their kinds recommend, and others with thresholds.',
  creates: [
    'an alarm for each metric that is watched, in the region of the metric, which tells the notifications of its severity when it is due and when it is over',
    'of rates and shares, an alarm on an expression over the metrics',
  ],
  input: Input,
  examples: {
    'what is recommended for a database and a cache': {
      input: { watch: { db: {}, cache: { without: ['replication-lag'] } } },
      with: { ...told, network: twoZones, 'aurora-postgres': { db: { database: 'shop' } }, redis: { cache: {} } },
    },
    'service objectives of an API': {
      input: {
        notify: { critical: 'ops', warning: 'ops', info: 'ops' },
        watch: {
          alb: {
            alarms: {
              'slow-answers': {
                metric: 'response-time',
                statistic: 'p99',
                above: 0.5,
                for: '5m',
                datapoints: 3,
                summary: 'One answer in a hundred takes longer than half a second',
                description: 'Look at the database first.',
                runbook: 'https://wiki.example.com/slow-answers',
                severity: 'critical',
              },
              errors: {
                metric: 'target-5xx',
                shareOf: 'requests',
                above: 5,
                summary: 'More than 5 % of answers are errors',
              },
              'few-requests': {
                metric: 'requests',
                per: 'minute',
                below: 1,
                for: '1h',
                periodSeconds: 300,
                missing: 'breaching',
                severity: 'info',
                summary: 'Nobody asks',
              },
            },
          },
        },
      },
      with: { ...told, ...publicEdge },
    },
  },
  outputs: {},
  inherited: inheritedOf,
  constraints: [...ofMetrics, ...ofStatements, ...ofTiming, ...ofActions],
  layers: { platform: addAlarms },
});
