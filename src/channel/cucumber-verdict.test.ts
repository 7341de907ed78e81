import type { TestStepResult } from '@cucumber/messages';
import { expect, test } from 'vitest';
import { HarnessFault } from '../model/fault.ts';
import { checkErrorOf, verdictOfResults } from './cucumber-verdict.ts';

function result(status: string, type?: string, message = 'why'): TestStepResult {
  const exception = type === undefined ? {} : { exception: { type, message, stackTrace: '' } };
  return { status, duration: { seconds: 0, nanos: 0 }, ...exception } as TestStepResult;
}

// As cucumber 13 words it, in user_code_runner.js.
const timedOut = 'function timed out, ensure the promise resolves within 5000 milliseconds';

test.each([
  ['nothing ran', [], 'broken', 'test-defect'],
  ['all passed', [result('PASSED'), result('PASSED')], 'passed', null],
  ['a wrong amount', [result('PASSED'), result('FAILED', 'ExpectationFailed')], 'failed', 'product'],
  ['the target said no', [result('FAILED', 'TargetRefusal'), result('SKIPPED')], 'failed', 'product'],
  ['a bug of the step', [result('FAILED', 'TypeError')], 'broken', 'test-defect'],
  ['no end', [result('FAILED', 'Error', timedOut)], 'broken', 'timed-out'],
  ['a refusal in such words', [result('FAILED', 'TargetRefusal', timedOut)], 'failed', 'product'],
  ['an error that only begins so', [result('FAILED', 'Error', `${timedOut}: 7`)], 'broken', 'test-defect'],
  ['undefined', [result('UNDEFINED')], 'broken', 'test-defect'],
  ['ambiguous', [result('AMBIGUOUS')], 'broken', 'test-defect'],
  ['pending', [result('PENDING')], 'broken', 'test-defect'],
  ['skipped', [result('SKIPPED')], 'broken', 'test-defect'],
])('%s', (...[, results, status, cause]) => {
  expect(verdictOfResults(results)).toEqual({ status, cause });
});

test('what a step threw is no timeout of cucumber, whatever it says', () => {
  const results = [result('FAILED', 'Error', timedOut)];
  expect(verdictOfResults(results, [new Error(timedOut)])).toEqual({
    status: 'broken',
    cause: 'test-defect',
  });
  expect(verdictOfResults(results, [null])).toEqual({ status: 'broken', cause: 'timed-out' });
});

test('what is missing on this machine is its fault, and the reader is told what to type', () => {
  const fault = new HarnessFault({ code: 'TOOL_MISSING', message: 'Found none.', hint: 'Install it.' });
  const results = [result('PASSED'), result('FAILED', 'HarnessFault', 'Found none.')];
  expect(verdictOfResults(results, [null, fault])).toEqual({ status: 'broken', cause: 'environment' });
  expect(checkErrorOf(results, [null, fault])).toMatchObject({
    type: 'TOOL_MISSING',
    message: 'Found none. Install it.',
  });
});
