import { bindingsSchema, descriptionSchema, imagesSchema } from '../../schemas/contract/description';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { componentSchema } from '../../synth/load/component-schema';
import { formOf } from '../../synth/load/schema-words';

/** Patterns below a schema that no words say, each with its place: what a user would read as a regular expression. */
function wordless(node: unknown, place: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { pattern } = node as { pattern?: unknown };
  const own = typeof pattern === 'string' && formOf({ ...node, pattern })?.startsWith('a text that matches') === true;
  return [
    ...(own ? [`${place} ${pattern}`] : []),
    ...Object.entries(node).flatMap(([key, child]) =>
      wordless(child, key === 'properties' ? place : `${place}/${key}`),
    ),
  ];
}

test('the settings of an environment say in words what form their texts have', () => {
  expect(wordless(descriptionSchema, 'settings')).toEqual([]);
});

test('images and bindings say in words what form their texts have', () => {
  expect([...wordless(imagesSchema, 'images'), ...wordless(bindingsSchema, 'bindings')]).toEqual([]);
});

test.each(Object.keys(catalogue))('%s says in words what form its texts have', async (name) => {
  const kind = (await loadKinds([name])).get(name);
  expect(kind && wordless(componentSchema(kind), name)).toEqual([]);
});
