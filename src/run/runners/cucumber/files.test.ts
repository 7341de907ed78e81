import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { featureFiles, stepFiles } from './files.ts';

const root = resolve(import.meta.dirname, '../../../..');

test('a folder, a glob and a file find the same features, each once', () => {
  const folder = featureFiles(['features/tax'], root);
  expect(folder.files.map((file) => file.endsWith('.feature'))).toContain(true);
  expect(featureFiles(['features/tax/*.feature', ...folder.files], root)).toEqual({
    files: folder.files,
    faults: [],
  });
});

test.each(['features/none', 'features/**/none.feature', 'features/tax/none.feature'])(
  '%s finds nothing and says so',
  (path) => {
    expect(featureFiles([path], root)).toEqual({
      files: [],
      faults: [expect.stringContaining('found no feature there')],
    });
  },
);

test('steps are those of the package, and of the project where it has its own; tests are none', () => {
  const { files, faults } = stepFiles({ projectDir: root, packageDir: root, fromSources: true });
  expect(files).toContain(resolve(root, 'steps/support.ts'));
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => file.includes('.test.'))).toEqual([]);
  expect(faults).toEqual([]);
});
