import { test as check, expect } from 'vitest';
import { declaredBy, describe, test } from './vitest-stand-in.ts';

const options = { timeout: 1, meta: { topic: 'tax', needs: [], checkTags: [] } };
const body = async () => undefined;

check('groups run once their file is whole, so that they may use what stands below them', async () => {
  const declared = await declaredBy('a.suite.ts', async () => {
    describe('outer', () => {
      test(later, options, body);
      describe('inner', () => test('two', options, body));
      test('three', options, body);
    });
    test('alone', options, body);
    const later = 'one';
  });
  const paths = declared.map(({ file, titlePath }) => [file, ...titlePath].join(' › '));
  expect(paths.toSorted()).toEqual([
    'a.suite.ts › alone',
    'a.suite.ts › outer › inner › two',
    'a.suite.ts › outer › one',
    'a.suite.ts › outer › three',
  ]);
  expect(await declaredBy('b.suite.ts', async () => undefined)).toEqual([]);
});
