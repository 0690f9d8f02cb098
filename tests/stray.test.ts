import { discoverEnvironments } from '../synth/discover';
import { strayFiles } from '../synth/stray';
import { MemoryHost } from './support/memory-host';

/** What to do about each file below `environments/` that nothing reads, by its path there. */
function fixes(...paths: readonly string[]): Record<string, string | undefined> {
  const host = new MemoryHost(Object.fromEntries(paths.map((path) => [`environments/${path}`, ''])));
  const found = strayFiles(host, discoverEnvironments(host));
  return Object.fromEntries(found.map(({ subject, fix }) => [subject.replace('environments/', ''), fix]));
}

describe('a file that nothing reads', () => {
  it('keeps its name where only the extension is another', () => {
    expect(fixes('tix/prod.yaml', 'tix/dev.yml')).toEqual({
      'tix/dev.yml': 'name it environments/tix/dev.yaml, or take it out',
    });
    expect(
      fixes('tix/prod.yaml', 'tix/prod.images.yml', 'tix/prod.storage.YAML', 'tix/rules.test.yml', 'tix/system.yml'),
    ).toEqual({
      'tix/prod.images.yml': 'name it environments/tix/prod.images.yaml, or take it out',
      'tix/prod.storage.YAML': 'name it environments/tix/prod.storage.yaml, or take it out',
      'tix/rules.test.yml': 'name it environments/tix/rules.test.yaml, or take it out',
      'tix/system.yml': 'name it environments/tix/system.yaml, or take it out',
    });
  });

  it('keeps its name where the environment that it belongs to has the other extension too', () => {
    expect(fixes('tix/prod.yaml', 'tix/dev.yml', 'tix/dev.images.yml')).toEqual({
      'tix/dev.yml': 'name it environments/tix/dev.yaml, or take it out',
      'tix/dev.images.yml': 'name it environments/tix/dev.images.yaml, or take it out',
    });
  });

  it('is never named as a file that is there, which would be lost', () => {
    expect(fixes('tix/prod.yaml', 'tix/prod.yml')).toEqual({
      'tix/prod.yml': 'move what environments/tix/prod.yaml lacks into that, and take this file out',
    });
    expect(fixes('tix/prod.yaml', 'tix/prod.images.yaml', 'tix/prd.images.yaml')).toEqual({
      'tix/prd.images.yaml': 'name it so, or take it out',
    });
    expect(fixes('tix/prod.yaml', 'staging.yaml')).toEqual({ 'staging.yaml': 'name it so, or take it out' });
  });

  it('is named by the nearest name that is free beside it', () => {
    expect(fixes('tix/prod.yaml', 'tix/prd.images.yaml')).toEqual({
      'tix/prd.images.yaml': 'name it environments/tix/prod.images.yaml, or take it out',
    });
  });
});
