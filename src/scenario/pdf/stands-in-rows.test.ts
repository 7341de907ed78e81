import { expect, test } from 'vitest';
import { standsInRows } from './stands-in-rows.ts';

const shown =
  'heavy, seats: unused 301 of 365 days 2027-04-05 to 2028-01-31 7 INR -195.27 heavy, support: unused 301 of 365 2027-04-05 to 2028-01-31 7 INR -38.16 days Subtotal';

test('a text stands in one piece', () => {
  expect(standsInRows('heavy, seats: unused 301 of 365 days', shown)).toBe(true);
});

test('a text goes on below the other cells of its row', () => {
  expect(standsInRows('heavy, support: unused 301 of 365 days', shown)).toBe(true);
});

test.each([
  'heavy, support: unused 300 of 365 days',
  'heavy, fee: unused 301 of 365 days',
  'heavy, support: unused 301 of 365 weeks',
])('a text that is another does not stand there: %s', (text) => {
  expect(standsInRows(text, shown)).toBe(false);
});

test('what comes far below belongs to another row', () => {
  expect(standsInRows('first second', `first ${'x'.repeat(200)} second`)).toBe(false);
});
