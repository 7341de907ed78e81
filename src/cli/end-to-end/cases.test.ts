import { expect, test } from 'vitest';
import { casesExitCode } from '../cases.ts';

const line = (side: 'oracle' | 'target', result: 'agreed' | 'wrong' | 'not-expressible') => ({
  side,
  result,
});

test('cases of which none could be put to the target prove nothing of it', () => {
  expect(casesExitCode([])).toBe(2);
  expect(casesExitCode([line('oracle', 'agreed'), line('target', 'not-expressible')])).toBe(2);
  expect(casesExitCode([line('oracle', 'not-expressible'), line('target', 'wrong')])).toBe(1);
});

test('cases that agree are clean, beside those that cannot be put', () => {
  const agreed = [line('oracle', 'agreed'), line('target', 'agreed')];
  expect(casesExitCode([...agreed, line('target', 'not-expressible')])).toBe(0);
});
