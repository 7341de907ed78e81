import { expect, test } from 'vitest';
import { HarnessFault } from '../model/fault.ts';
import { addMoney, moneyOf } from '../model/money.ts';
import { verdictOfError } from './error-verdict.ts';

function thrownBy(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}

test('amounts of another currency than a check expects are the wrong answer of the target', () => {
  const thrown = thrownBy(() => addMoney(moneyOf(1n, 'EUR'), moneyOf(1n, 'USD')));
  expect(verdictOfError(thrown)).toEqual({ status: 'failed', cause: 'product' });
});

test.each([
  ['TARGET_UNREACHABLE', 'environment'],
  ['TARGET_BUSY', 'waiting'],
  ['GUARD_REFUSED', 'guard'],
  ['INTERNAL', 'test-defect'],
] as const)('%s proves nothing of the target: %s', (code, cause) => {
  const fault = new HarnessFault({ code, message: 'Found this, expected that.', hint: 'Do it.' });
  expect(verdictOfError(fault)).toEqual({ status: 'broken', cause });
});
