import { describe, expect, test } from 'vitest';
import { readInspected, thresholdId } from './listing.ts';
import { thresholdTitle } from './threshold.ts';

const place = {
  phase: 'performance',
  step: 'load',
  files: ['/project/perf/rehearsal.ts'],
  projectDir: '/project',
  packageDir: '/project',
} as const;

test('thresholds are read in both of their forms', () => {
  const text = JSON.stringify({
    thresholds: { a: ['rate>0.9', { threshold: 'rate>0.5', abortOnFail: true }], 'b{op:x}': ['count>=1'] },
  });
  expect(readInspected(text)).toEqual([
    { metric: 'a', expression: 'rate>0.9' },
    { metric: 'a', expression: 'rate>0.5' },
    { metric: 'b{op:x}', expression: 'count>=1' },
  ]);
  expect(readInspected('{"thresholds":null}')).toEqual([]);
});

describe('the id of a threshold', () => {
  test('is the same before the load is known and after it was played', () => {
    const metric = 'tollgate_done{op:bill.run}';
    expect(thresholdId({ metric, expression: 'count>=1' }, place)).toBe(
      thresholdId({ metric, expression: 'count>=570' }, place),
    );
  });

  test("tells limits of a team's own metric apart", () => {
    expect(thresholdTitle({ metric: 'pdf_time', expression: 'p(95)<3000' })).toEqual([
      'pdf_time',
      'p(95)<3000',
    ]);
    expect(thresholdId({ metric: 'pdf_time', expression: 'p(95)<3000' }, place)).not.toBe(
      thresholdId({ metric: 'pdf_time', expression: 'max<9000' }, place),
    );
  });
});
