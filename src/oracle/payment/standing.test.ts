import { expect, test } from 'vitest';
import { referenceProfile } from '../reference-profile.ts';
import { type MoneyStep, nothingOwed, type Standing, standingAfter } from './standing.ts';

const habits = { profile: referenceProfile, currency: 'EUR' };

function after(...steps: readonly MoneyStep[]): Standing {
  return steps.reduce((standing, step) => standingAfter(standing, step, habits), nothingOwed);
}

const invoice = (amountMinor: bigint): MoneyStep => ({ kind: 'invoice', amountMinor });

test('a note beyond what is open becomes credit, and the next invoice uses it', () => {
  // 100.00 of which 70.00 is paid; a note of 50.00 settles 30.00 and leaves 20.00, which the next 100.00 uses.
  const standing = after(
    invoice(100_00n),
    { kind: 'payment', invoice: 0, amountMinor: 70_00n },
    { kind: 'credit-note', invoice: 0, amountMinor: 50_00n },
    invoice(100_00n),
  );
  expect(standing).toEqual({ dues: [0n, 80_00n], balance: 0n, prepaid: 0n });
});

test('credit is used before what was paid ahead', () => {
  const standing = after(
    { kind: 'top-up', amountMinor: 90_00n },
    { kind: 'transfer', amountMinor: 40_00n },
    invoice(100_00n),
  );
  expect(standing).toEqual({ dues: [0n], balance: 0n, prepaid: 30_00n });
});

test('a transfer pays the oldest first, and what is refunded is owed again', () => {
  const standing = after(
    invoice(100_00n),
    invoice(50_00n),
    { kind: 'transfer', amountMinor: 120_00n },
    { kind: 'refund', invoice: 0, amountMinor: 10_00n },
  );
  expect(standing).toEqual({ dues: [10_00n, 30_00n], balance: 0n, prepaid: 0n });
});
