import { expect, test } from 'vitest';
import { packageRoot } from './package-root.ts';

test.each([
  ['file:///home/me/src/tollgate/src/model/x.ts', 'file:///home/me/src/tollgate/'],
  ['file:///home/me/dist/src/model/x.ts', 'file:///home/me/dist/'],
  ['file:///p/node_modules/tollgate/dist/src/a/b.js', 'file:///p/node_modules/tollgate/'],
])('the package of %s is %s', (module, root) => {
  expect(packageRoot(module)).toBe(root);
});
