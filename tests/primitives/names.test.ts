import fc from 'fast-check';
import { defaultName, nameFault, nameLimits, physicalName, type NameRule } from '../../schemas/primitives/names';

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
