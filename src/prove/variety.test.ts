import { expect, test } from 'vitest';
import type { PlannedCheck } from '../model/observing/check.ts';
import { varietyOf } from './variety.ts';

const check = (file: string, titlePath: readonly string[], needs: readonly string[]) =>
  ({ file, titlePath, needs }) as unknown as PlannedCheck;

test('of one outline five rows count, and only their capabilities', () => {
  const rows = Array.from({ length: 7 }, (_, row) =>
    check('a.feature', ['Rule', 'Outline', `row ${row}`], ['clock', row < 5 ? 'usage' : 'tax']),
  );
  const others = [check('a.feature', ['Rule', 'Another', 'row 1'], []), check('b.suite', ['x'], ['payment'])];
  expect(varietyOf([...rows, ...others])).toEqual({
    counted: 7,
    capabilities: ['clock', 'payment', 'usage'],
  });
});
