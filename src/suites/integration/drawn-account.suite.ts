import { describe } from 'vitest';
import { check } from '../../scenario/check.ts';
import { expectSoundLife } from '../../scenario/drawn/account-life.ts';

const needs = [
  'clock',
  'price.flat',
  'tax',
  'coupon',
  'payment',
  'payment.refund',
  'payment.receive',
  'payment.write-off',
  'credit-note',
  'invoice.void',
  'invoice.rebill',
  'balance',
  'wallet',
  'ledger',
] as const;

describe('An account to which anything may happen', () => {
  for (const [name, currency] of [
    ['first', 'EUR'],
    ['second', 'EUR'],
    ['third', 'JPY'],
    ['fourth', 'KWD'],
    ['fifth', 'EUR'],
    ['sixth', 'EUR'],
  ] as const)
    check(
      `The ${name} one, in ${currency}: after each act invoices add up, and the books are what documents and money say`,
      { topic: 'credit', needs, tags: ['@generated'], timeoutMs: 60_000 },
      (world) => expectSoundLife(world, name, currency),
    );
});
