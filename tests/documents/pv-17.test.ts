import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dashboards } from '../rows/dashboards';
import { mutate } from '../rows/mutants';
import { OutputTree } from '../rows/output-tree';
import { ofModels } from '../rows/pv-17';
import { at, text } from '../rows/values';

const output = OutputTree.read(resolve(__dirname, '../..'), ['clusters']).of('pingvas');
const folder = mkdtempSync(join(tmpdir(), 'slipway-dashboards-'));
const pathOf = (name: string) => `models/${name}.json`;

beforeAll(() => {
  mkdirSync(join(folder, 'models'));
  for (const name of Object.keys(dashboards)) {
    const model = at(output.manifest('ConfigMap', `dashboard-${name}`, 'monitoring'), 'data', `${name}.json`);
    writeFileSync(join(folder, pathOf(name)), text(model));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// A model is one text in its ConfigMap: the row's own mutants alter that text, these alter what is in it.
test('PV-17: every query, unit, threshold and kind of panel in a dashboard is missed when it is altered or gone', () => {
  const states = Object.fromEntries(
    Object.entries(ofModels).map(([sentence, check]) => [
      sentence,
      (models: OutputTree) => {
        check((name) => models.file(pathOf(name)));
      },
    ]),
  );
  const row = { id: 'PV-17', title: 'Dashboards', states };
  const { survivors, killed } = mutate(row, OutputTree.read(folder, ['models']));
  expect(survivors).toEqual([]);
  expect(killed).toBeGreaterThan(300);
});
