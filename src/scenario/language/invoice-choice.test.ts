import { expect, test } from 'vitest';
import type { Invoice } from '../../model/billing/invoice.ts';
import { chosen, readInvoiceChoice, showChoice } from './invoice-choice.ts';

const invoices = ['INV-1', 'INV-2', 'INV-3', 'INV-4'].map(
  (number) => ({ number, id: `id-${number}` }) as Invoice,
);

test.each([
  ['the first invoice of "Acme"', 'INV-1'],
  ['the third invoice of "Acme"', 'INV-3'],
  ['the 4th invoice of "Acme"', 'INV-4'],
  ['the last invoice of "Acme"', 'INV-4'],
  ['invoice "INV-2"', 'INV-2'],
])('%s is %s', (text, number) => {
  expect(chosen(readInvoiceChoice(text), invoices)?.number).toBe(number);
});

test('one that is not there is none, and a sentence of something else is refused', () => {
  expect(chosen(readInvoiceChoice('the fifth invoice of "Acme"'), invoices)).toBeUndefined();
  expect(chosen(readInvoiceChoice('the last invoice of "Acme"'), [])).toBeUndefined();
  expect(() => readInvoiceChoice('the middle invoice of "Acme"')).toThrow('one invoice');
  expect(showChoice(readInvoiceChoice('the last invoice of "Acme"'))).toBe('the last invoice of "Acme"');
});
