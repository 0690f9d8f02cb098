import fc from 'fast-check';
import {
  defaultName,
  nameFault,
  nameKey,
  nameLimits,
  physicalName,
  secretName,
  type NameLimits,
  type NameRule,
} from '../../schemas/primitives/names';

const owner = { system: 'pingvas', environment: 'prod', key: 'redis' };

describe('physical names', () => {
  test.each<[NameRule, string, string]>([
    ['rds-cluster', '', 'pingvas-prod-redis'],
    ['rds-instance', 'writer', 'pingvas-prod-redis-writer'],
    ['elasticache-user', 'read', 'pingvas-prod-redis-read'],
    ['kms-alias', '', 'pingvas-prod-redis'],
    ['secret', 'jwt', 'pingvas/prod/jwt'],
    ['parameter', 'database/url', '/pingvas/prod/database/url'],
    ['ecr-repository', 'user-service', 'pingvas/prod/user-service'],
  ])('of %s with suffix «%s»', (rule, suffix, name) => {
    expect(physicalName(rule, owner, suffix)).toBe(name);
  });

  test.each<[NameRule, string, string]>([
    ['rds-cluster', '', 'shop'],
    ['rds-instance', 'writer', 'shop-writer'],
    ['secret', 'jwt', 'shop/jwt'],
    ['parameter', 'jwt', '/shop/jwt'],
    ['ecr-repository', 'api', 'shop/api'],
  ])('of %s with suffix «%s» begin with what the description gives', (rule, suffix, name) => {
    expect(physicalName(rule, { ...owner, given: 'shop' }, suffix)).toBe(name);
  });

  test('a given path keeps its leading slash', () => {
    expect(physicalName('parameter', { ...owner, given: '/shop' }, 'jwt')).toBe('/shop/jwt');
  });

  test('are those of another key where its default name is given: a renamed component keeps all of them', () => {
    const rules = (Object.keys(nameLimits) as NameRule[]).filter((rule) => !(nameLimits[rule] as NameLimits).ofEntry);
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.stringMatching(/^[a-z][a-z0-9]{0,59}$/),
        fc.constantFrom('', 'writer'),
        (rule, key, suffix) => {
          const renamed = { ...owner, given: `pingvas-prod-${key}` };
          expect(physicalName(rule, renamed, suffix)).toBe(physicalName(rule, { ...owner, key }, suffix));
          expect(secretName(renamed, suffix)).toBe(secretName({ ...owner, key }, suffix));
          expect(nameKey(renamed)).toBe(key);
        },
      ),
    );
  });

  test('of a secret of its own is of the key, or what the description gives', () => {
    expect(secretName(owner)).toBe('pingvas/prod/redis');
    expect(secretName(owner, 'master')).toBe('pingvas/prod/redis-master');
    expect(secretName({ ...owner, given: 'shop' }, 'master')).toBe('shop-master');
    expect(nameKey({ ...owner, given: 'shop' })).toBe('redis');
  });

  test('one that is too long is cut, stays unique, and ends in six hex digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(nameLimits) as NameRule[])),
        fc.stringMatching(/^[a-z]{200,1200}$/),
        (rule, long) => {
          const name = defaultName(rule, ['acme', 'test', long]);
          const { maxLength } = nameLimits[rule];
          expect(name.length).toBeLessThanOrEqual(maxLength);
          expect(defaultName(rule, ['acme', 'test', `${long}x`])).not.toBe(name);
        },
      ),
    );
  });

  test.each<[NameRule, string]>([
    ['parameter', '/aws/reference'],
    ['parameter', 'no-slash'],
    ['kms-alias', 'aws/rds'],
    ['elasticache-user', 'Upper'],
    ['secret', 'with space'],
    ['ecr-repository', 'Team/api'],
  ])('%s refuses %s', (rule, name) => {
    expect(nameFault(rule, name)).toMatch(/allowed are/);
  });
});
