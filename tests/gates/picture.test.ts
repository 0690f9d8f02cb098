import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { picture, pictureFile } from '../../tools/docs/picture';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the picture in the README is made of the files as they are', () => {
  expect(read('README.md')).toContain(`(${pictureFile})`);
  expect(read(pictureFile)).toBe(picture(read));
});

test('a part that is no longer there is told, and nothing is drawn', () => {
  const gone = (file: string): string => read(file).replaceAll('path_pattern', 'path');
  expect(() => picture(gone)).toThrow('gallery-service.tf.json has no line with "path_pattern": {');
});
