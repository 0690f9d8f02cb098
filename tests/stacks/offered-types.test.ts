import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { architectureInName, architectureOf } from '../../schemas/upstream/aws/instance-types';
import {
  auroraPostgresClasses,
  cacheNodeTypes,
  ec2Types,
  postgresClasses,
  type OfferedTypes,
} from '../../schemas/upstream/aws/offered-types';
import { typeFault } from '../../schemas/upstream/aws/type-fault';
import { printFamilies } from '../../tools/schemas/families';

function typesOf({ prefix, families }: OfferedTypes): string[] {
  return Object.entries(families).flatMap(([names, sizes]) =>
    names.split(' ').flatMap((name) => sizes.split(' ').map((size) => `${prefix}${name}.${size}`)),
  );
}

const all = [ec2Types, postgresClasses, auroraPostgresClasses, cacheNodeTypes];

test('every type that a service offers is taken, and each stands in its table once', () => {
  for (const offered of all) {
    const types = typesOf(offered);
    expect(types.filter((type) => typeFault(type, offered))).toEqual([]);
    expect(new Set(types).size).toBe(types.length);
  }
});

test('the committed table of instance types is what the tool makes of them', () => {
  const path = 'schemas/upstream/aws/instance-families.ts';
  const committed = readFileSync(path, 'utf8');
  const [, version = ''] = /client-ec2 ([0-9.]+)/.exec(committed) ?? [];
  const types = typesOf(ec2Types);
  expect(printFamilies([...types].reverse(), { version, day: ec2Types.on })).toBe(committed);
});

test.each([
  ['t3.medum', ec2Types, 't3.medium'],
  ['t3.4xlarge', ec2Types, 't3.2xlarge'],
  ['m5q.large', ec2Types, 'm5.large'],
  ['m6.large', ec2Types, 'm6a.large'],
  ['gd4n.xlarge', ec2Types, 'g4dn.xlarge'],
  ['t33.large', ec2Types, 't3.large'],
  ['db.t4.micro', postgresClasses, 'db.t4g.micro'],
  ['db.t3a.micro', postgresClasses, 'db.t3.micro'],
  ['db.m6g.large', auroraPostgresClasses, 'db.r6g.large'],
  ['cache.m7.large', cacheNodeTypes, 'cache.m7g.large'],
  ['cache.r7g.24xlarge', cacheNodeTypes, 'cache.r5.24xlarge'],
  ['d5q.medum', ec2Types, undefined],
  ['m5large', ec2Types, 'm5.large'],
  ['t3.micro', postgresClasses, 'db.t3.micro'],
  ['db.m8g.nano', postgresClasses, 'db.m8g.large'],
  ['db.m8g.metal', postgresClasses, undefined],
  ['t3g.micro', ec2Types, 't4g.micro'],
  ['q5.large', ec2Types, undefined],
])('there never was a %s, and it is told what is near', (type, offered, near) => {
  const fault = typeFault(type, offered);
  expect(fault?.certain).toBe(true);
  expect(fault?.found.split('; the nearest is ')[1]).toBe(near);
});

test.each([
  ['a generation to come', 'm10g.large', ec2Types],
  ['a variant of the newest generation', 'm9a.large', ec2Types],
  ['a size of a new family', 'p5.8xlarge', ec2Types],
  ['a series of its own', 'qq1.large', ec2Types],
  ['a Mac to come', 'mac-m5.metal', ec2Types],
  ['what EC2 has and RDS may take over', 'db.m8i.large', postgresClasses],
  ['a class that Aurora got since', 'db.r9g.large', auroraPostgresClasses],
  ['what comes after t4g, though there is a t8i', 't5g.micro', ec2Types],
  ['a database on it', 'db.t5g.micro', postgresClasses],
])('%s may be newer than the table, whose day is told', (_, type, offered) => {
  const fault = typeFault(type, offered);
  expect(fault?.certain).toBe(false);
  expect(fault?.found).toContain(`on ${offered.on}`);
});

test.each([
  ['m10g.large', 'm9g.large', ec2Types],
  ['c9i.large', 'c8i.large', ec2Types],
  ['i5.large', 'i7i.large', ec2Types],
  ['d4.xlarge', 'd3.xlarge', ec2Types],
  ['h2.4xlarge', 'h1.4xlarge', ec2Types],
  ['t5g.micro', 't4g.micro', ec2Types],
  ['db.t5g.micro', 'db.t4g.micro', postgresClasses],
  ['p7.large', undefined, ec2Types],
])('near %s is what has its series and its size: %s', (type, near, offered) => {
  expect(typeFault(type, offered)?.found.split('; the nearest is ')[1]).toBe(near);
});

test('what is near is offered, and of the same series where the service has it in that size', () => {
  const types = fc.constantFrom(...all.flatMap((offered) => typesOf(offered).map((type) => [type, offered] as const)));
  fc.assert(
    fc.property(
      types,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('', 'a', 'g', 'q'),
      ([type, offered], at, as) => {
        const changed = type.replace(/([a-z])[0-9]+[a-z]*\./, `$1${at}${as}.`);
        const near = typeFault(changed, offered)?.found.split('; the nearest is ')[1];
        fc.pre(changed !== type && near !== undefined);
        expect(typesOf(offered)).toContain(near);
        const series = (name = '') => /^[a-z]+/.exec(name.slice(offered.prefix.length))?.[0];
        expect(series(near)).toBe(series(changed));
      },
    ),
  );
});

test('a size that no type has is refused in every family', () => {
  const types = fc.constantFrom(...typesOf(ec2Types));
  fc.assert(
    fc.property(types, fc.constantFrom('medum', 'xl', '3large', 'extralarge', '0xlarge'), (type, size) => {
      const [family = ''] = type.split('.');
      expect(typeFault(`${family}.${size}`, ec2Types)?.certain).toBe(true);
    }),
  );
});

test('Graviton and Grace are told from the name of a type, and the architecture from that of an image', () => {
  const arm = [
    'a1.large',
    'c7gn.large',
    'g5g.xlarge',
    't4g.nano',
    'p6e-gb200.36xlarge',
    'im4gn.large',
    'm9g-flex.large',
  ];
  const intel = ['g5.xlarge', 'gr6.4xlarge', 'p6-b200.48xlarge', 'c7i-flex.large', 't3a.nano'];
  expect(arm.filter((type) => architectureOf(type) === 'amd64')).toEqual([]);
  expect(intel.filter((type) => architectureOf(type) === 'arm64')).toEqual([]);
  const images = ['/aws/service/eks/al2023/arm64/x', 'base-x86_64', 'base', 'aarch64 and amd64'];
  expect(images.map(architectureInName)).toEqual(['arm64', 'amd64', undefined, undefined]);
});
