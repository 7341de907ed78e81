import { expect, test } from 'vitest';
import { settledAs } from './settled-as.ts';

test('what a driver read is taken as it says, for the write that was asked about', () => {
  const answer = { outcome: 'not-done', detail: 'no such invoice', intentId: 'of another write' };
  expect(settledAs('w1', answer)).toEqual({ intentId: 'w1', outcome: 'not-done', detail: 'no such invoice' });
});

test.each([undefined, null, 'done', {}, { outcome: 'ok' }, { outcome: true }])(
  'a driver that answers %j has settled nothing',
  (answer) => {
    expect(settledAs('w1', answer)).toMatchObject({ intentId: 'w1', outcome: 'unknown' });
  },
);
