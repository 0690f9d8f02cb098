import type { Example } from '../../schemas/contract/kind';
import { publicEdge, twoZones } from '../facets/examples';

const gpuService = {
  instanceTypes: ['g4dn.xlarge', 'g5.xlarge'],
  gpu: true,
  image: { lookUp: 'deep-learning-base-2023' },
  rootDisk: { sizeGiB: 125, iops: 4000, throughputMiBps: 250, device: '/dev/xvda' },
  detailedMonitoring: true,
  container: { port: 8000, shmMiB: 2048, environment: { LOG_LEVEL: 'info' } },
  size: { minimum: 1, desired: 2, maximum: 5 },
  purchase: { onDemandPercent: 50 },
  healthCheck: { graceSeconds: 900 },
  scaling: {
    out: { metric: 'cpu', above: 70, minutes: 5, change: 1 },
    in: { metric: 'cpu', below: 30, minutes: 10, change: -1 },
    'gpu-out': { metric: 'gpu', above: 90, minutes: 5, steps: { '0': 1, '5': 2 } },
  },
  schedules: {
    evening: { cron: '0 20 * * 1-5', timeZone: 'America/New_York', desired: 1 },
    morning: { cron: '0 7 * * 1-5', timeZone: 'America/New_York', desired: 2 },
  },
  expose: { main: { via: 'alb', paths: ['/v1/*', '/health'] } },
  logs: { name: '/example/gpu-api', retentionDays: 30 },
  launchTemplate: 'example-gpu',
};

const queueWorkers = {
  instanceTypes: ['t3.small'],
  image: { parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-x86_64' },
  container: { command: ['celery', '-A', 'app', 'worker'], memoryMiB: 1536, stopSeconds: 120, readOnly: true },
  healthCommand: { command: ['sh', '-c', 'celery -A app inspect ping -d "celery@$HOSTNAME"'], intervalSeconds: 60 },
  size: { minimum: 2, desired: 2, maximum: 6 },
  purchase: { onDemandBase: 2, onDemandPercent: 0, spotStrategy: 'capacity-optimized' },
  publishes: { 'queue-length': { namespace: 'Example/Workers', metric: 'QueueLength', unit: 'Count' } },
  scaling: {
    out: { metric: 'queue-length', above: 50, minutes: 3, change: 1 },
    in: { metric: 'queue-length', below: 10, minutes: 10, change: -1 },
  },
  zones: ['us-east-1a', 'us-east-1b'],
  metadataHops: 2,
  shell: false,
  outbound: { https: { port: 443 }, mail: { port: 587, cidr: '192.0.2.0/24' } },
  healthCheck: { type: 'EC2', graceSeconds: 300 },
  refresh: { minHealthyPercent: 100, maxHealthyPercent: 150, skipMatching: false, autoRollback: false },
  warmupSeconds: 120,
  maxInstanceDays: 14,
  encryption: 'aws-key',
};

const twoColours = {
  instanceTypes: ['t4g.small'],
  image: { id: 'ami-0123456789abcdef0' },
  container: { port: 8000 },
  size: { minimum: 2, desired: 2, maximum: 4 },
  scaling: { load: { metric: 'requests-per-host', target: 600 } },
  expose: { main: { via: 'alb', stickySeconds: 300 } },
  colours: { blue: { weight: 90 }, green: { weight: 10 } },
};

export const edge = {
  ...publicEdge,
  'load-balancer': { alb: { certificate: 'edge', hosts: { 'api.example.com': {} } } },
};

export const examples: Readonly<Record<string, Example>> = {
  'GPU machines behind a load balancer, half of them spot': { input: gpuService, with: edge },
  'workers that follow the length of a queue': { input: queueWorkers, with: { network: twoZones } },
  'blue and green side by side': { input: twoColours, with: edge },
};
