import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systems } from '../rows/systems';

const root = resolve(__dirname, '../..');

test.each(systems.map(({ name }) => name))(
  '%s stands here with its output; docs/own-system.md tells how to take all four out, and their tests with them',
  (name) => {
    const places = [
      `environments/${name}/system.yaml`,
      `workspaces/${name}-bootstrap`,
      `.slipway-owned/${name}.sha256`,
    ];
    expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
  },
);
