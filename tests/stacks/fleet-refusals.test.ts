import type { JsonObject } from '../../schemas/primitives/artifact';
import { refused } from '../support/data-stores';
import { balancer, exposed, exposedFleet, fleet, networks } from './fleet-kit';

describe('what a fleet refuses', () => {
  const gpu = { instanceTypes: ['g4dn.xlarge'], gpu: true, rootDisk: { sizeGiB: 125 } };
  const two = { blue: { weight: 1 }, green: { weight: 1 } };

  test.each<[string, JsonObject, string]>([
    ['a minimum over desired', { size: { minimum: 3, desired: 2, maximum: 4 } }, 'size-out-of-order at /size/desired'],
    ['desired over maximum', { size: { minimum: 1, desired: 5, maximum: 4 } }, 'size-out-of-order at /size/desired'],
    [
      'a refresh that doubles and empties',
      { refresh: { minHealthyPercent: 50, maxHealthyPercent: 200 } },
      'refresh-bounds at /refresh/maxHealthyPercent',
    ],
    [
      'types of two architectures',
      { instanceTypes: ['t3.small', 't4g.small'] },
      'mixed-architectures at /instanceTypes',
    ],
    ['a type that there is not', { instanceTypes: ['t3.4xlarge'] }, 'unknown-instance-type at /instanceTypes/0'],
    [
      'an image of another architecture',
      { image: { parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64' } },
      'image-of-another-architecture at /image/parameter',
    ],
    ['a GPU of a type without one', { ...gpu, instanceTypes: ['m5.large'] }, 'type-without-gpu at /instanceTypes/0'],
    [
      'a GPU that the driver does not know',
      { ...gpu, instanceTypes: ['p3.2xlarge'] },
      'image-without-driver at /instanceTypes/0',
    ],
    [
      'a GPU on an image without a driver',
      { ...gpu, image: { lookUp: 'amazon-linux-2023' } },
      'image-without-driver at /image/lookUp',
    ],
    [
      'two machine images',
      { image: { lookUp: 'amazon-linux-2023', id: 'ami-0123456789abcdef0' } },
      'several-images at /image',
    ],
    [
      'a disk smaller than its image',
      { ...gpu, rootDisk: { sizeGiB: 30 } },
      'disk-smaller-than-image at /rootDisk/sizeGiB',
    ],
    [
      'more operations than a small disk has',
      { rootDisk: { sizeGiB: 8, iops: 5000 } },
      'disk-performance at /rootDisk/iops',
    ],
    [
      'more throughput than its operations carry',
      { rootDisk: { sizeGiB: 100, throughputMiBps: 1000 } },
      'disk-performance at /rootDisk/throughputMiBps',
    ],
    ['a zone that the network lacks', { zones: ['us-east-1f'] }, 'unknown-zone at /zones/0'],
    [
      'metrics of code that does not reach its role',
      { metadataHops: 1, publishes: { queue: { namespace: 'Acme', metric: 'Queue' } } },
      'metrics-out-of-reach at /metadataHops',
    ],
    [
      'more user data than EC2 takes',
      { container: { environment: Object.fromEntries(['A', 'B', 'C', 'D'].map((key) => [key, 'x'.repeat(4000)])) } },
      'user-data-too-long at /container',
    ],
    ['a judge that sends it nothing', { healthCheck: { type: 'ELB' } }, 'judge-without-way at /healthCheck/type'],
  ])('%s', async (_, input, expected) => {
    expect(refused(await fleet(input))).toEqual([`fleet/${expected.replace(' at ', ' at /fleet/api')}`]);
  });

  test('a minimum over the maximum at once with a size under the minimum', async () => {
    const { findings } = await fleet({ size: { minimum: 5, desired: 2, maximum: 4 } });
    expect(findings.filter(({ code }) => code === 'refused-combination').map(({ message }) => message)).toEqual([
      'minimum 5 is over maximum 4 (fleet/size-out-of-order)',
      'desired 2 is under minimum 5 (fleet/size-out-of-order)',
    ]);
  });

  test.each<[string, JsonObject, string]>([
    ['a way in without a port', { container: {} }, 'way-without-port at /expose'],
    [
      'six hosts and paths',
      { expose: { main: { via: 'alb', paths: ['/1', '/2', '/3', '/4', '/5'] } } },
      'too-many-conditions at /expose/main',
    ],
    [
      'a host that no name of the certificate covers',
      { expose: { main: { via: 'alb', hosts: ['api.example.com', 'api.exmaple.com'] } } },
      'host-without-certificate at /expose/main/hosts/1',
    ],
    [
      'an answer slower than the checks',
      { expose: { main: { via: 'alb', health: { intervalSeconds: 5, timeoutSeconds: 5 } } } },
      'health-timeout-over-interval at /expose/main/health/timeoutSeconds',
    ],
    [
      'more colours than instances',
      { colours: two, size: { minimum: 1, desired: 1, maximum: 1 } },
      'colours-over-maximum at /size/maximum',
    ],
    [
      'colours that nobody reaches',
      { colours: { blue: { weight: 0 }, green: { weight: 0 } } },
      'no-colour-with-weight at /colours',
    ],
    [
      'bounds by the clock with colours',
      { colours: two, schedules: { night: { cron: '0 20 * * *', minimum: 1 } } },
      'schedule-of-colours at /schedules/night',
    ],
  ])('%s', async (_, input, expected) => {
    expect(refused(await exposedFleet(input))).toEqual([`fleet/${expected.replace(' at ', ' at /fleet/api')}`]);
  });

  test('a way in that nobody can ask for', async () => {
    const bare = { ...balancer, 'load-balancer': { alb: { certificate: 'edge' } } };
    expect(refused(await fleet(exposed, bare))).toEqual(['fleet/way-without-condition at /fleet/api/expose/main']);
  });

  test('a load balancer of another network', async () => {
    const zones = {
      'us-east-1a': { public: '10.9.1.0/24', private: '10.9.11.0/24' },
      'us-east-1b': { public: '10.9.2.0/24', private: '10.9.12.0/24' },
    };
    const rendered = await fleet(
      { ...exposed, network: 'main' },
      {
        ...balancer,
        network: { ...networks, other: { cidr: '10.9.0.0/16', zones } },
        'load-balancer': { alb: { certificate: 'edge', network: 'other', hosts: { 'api.example.com': {} } } },
      },
    );
    expect(refused(rendered)).toEqual(['fleet/way-from-another-network at /fleet/api/expose/main/via']);
  });

  test('a name that is too long for its target groups', async () => {
    const rendered = await exposedFleet({ name: 'a-name-that-fits-groups-but-no-target-group' });
    expect(rendered.findings.map(({ code }) => code)).toEqual(['invalid-name']);
  });

  test.each<[string, JsonObject]>([
    ['a spot share over 100', { purchase: { onDemandPercent: 101 } }],
    ['a schedule without five fields', { schedules: { night: { cron: '0 20 * *', desired: 1 } } }],
    ['an hour that no day has', { schedules: { night: { cron: '0 24 * * *', desired: 1 } } }],
    ['a namespace of AWS', { publishes: { cpu2: { namespace: 'AWS/EC2', metric: 'CPUUtilization' } } }],
  ])('%s', async (_, input) => {
    expect((await fleet(input)).findings).toHaveLength(1);
  });
});

describe('what a fleet takes', () => {
  test.each<[string, JsonObject]>([
    ['sizes that are all the same', { size: { minimum: 2, desired: 2, maximum: 2 } }],
    ['a refresh that starts new ones first', { refresh: { minHealthyPercent: 100, maxHealthyPercent: 200 } }],
    ['two types of one architecture', { instanceTypes: ['t3.small', 't3a.small'] }],
    ['a type that is newer than the table', { instanceTypes: ['m10i.large'] }],
    [
      'an image of its architecture',
      { image: { parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' } },
    ],
    ['the largest performance of a small disk', { rootDisk: { sizeGiB: 8, iops: 4000, throughputMiBps: 1000 } }],
    [
      'an older GPU on an image of its own',
      { instanceTypes: ['p3.2xlarge'], gpu: true, image: { parameter: '/aws/service/x' } },
    ],
    ['a schedule by names of days', { schedules: { night: { cron: '*/15 0-6,20 1,15 JAN-MAR MON-FRI', desired: 1 } } }],
    ['one hop where nothing is published', { metadataHops: 1 }],
    ['EC2 as the judge of what nobody asks', { healthCheck: { type: 'EC2' } }],
  ])('%s', async (_, input) => {
    expect((await fleet(input)).findings).toEqual([]);
  });

  test('as many colours as instances', async () => {
    const colours = { blue: { weight: 1 }, green: { weight: 1 } };
    const rendered = await exposedFleet({
      colours,
      size: { minimum: 1, desired: 1, maximum: 2 },
      expose: { main: { via: 'alb', paths: ['/1', '/2', '/3', '/4'] } },
    });
    expect(rendered.findings).toEqual([]);
  });
});
