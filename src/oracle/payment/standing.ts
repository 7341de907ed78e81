import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { addDays, localDate } from '../../model/date.ts';
import { moneyOf } from '../../model/money.ts';
import { expectedAllocation } from './expected-allocation.ts';

/** How a customer stands: what is open of each invoice, what he has to his credit, and what he paid ahead; minor units. */
export interface Standing {
  readonly dues: readonly bigint[];
  readonly balance: bigint;
  readonly prepaid: bigint;
}

/** Invoices are told by their place in the order of issue, from 0. */
export type MoneyStep = { readonly amountMinor: bigint } & (
  | { readonly kind: 'invoice' | 'transfer' | 'top-up' }
  | { readonly kind: 'payment' | 'refund' | 'credit-note'; readonly invoice: number }
);

/** Any day: only the order of the invoices counts. */
const firstInvoice = localDate('2026-01-01');

export const nothingOwed: Standing = { dues: [], balance: 0n, prepaid: 0n };

export interface Habits {
  readonly profile: PolicyProfile;
  readonly currency: CurrencyCode;
}

/** Credit and what was paid ahead settle the next invoice, credit first; what an invoice does not need becomes credit. */
export function standingAfter(before: Standing, step: MoneyStep, habits: Habits): Standing {
  const { amountMinor } = step;
  switch (step.kind) {
    case 'invoice':
      return withInvoice(before, amountMinor);
    case 'top-up':
      return { ...before, prepaid: before.prepaid + amountMinor };
    case 'transfer':
      return spread(before, amountMinor, habits);
    case 'refund':
      if (habits.profile.refundWithoutAdjustment === 'leaves-invoice-paid') return before;
      return { ...before, dues: moved(before.dues, step.invoice, amountMinor) };
    case 'payment':
    case 'credit-note': {
      const needed = least(amountMinor, before.dues[step.invoice] ?? 0n);
      const dues = moved(before.dues, step.invoice, -needed);
      return { ...before, dues, balance: before.balance + amountMinor - needed };
    }
  }
}

function withInvoice({ dues, balance, prepaid }: Standing, total: bigint): Standing {
  const credited = least(balance, total);
  const fromPrepaid = least(prepaid, total - credited);
  return {
    dues: [...dues, total - credited - fromPrepaid],
    balance: balance - credited,
    prepaid: prepaid - fromPrepaid,
  };
}

function spread(before: Standing, sum: bigint, { profile, currency }: Habits): Standing {
  const debts = before.dues.map((due, place) => ({
    name: String(place),
    issueDate: addDays(firstInvoice, place),
    due: moneyOf(due, currency),
  }));
  const order = profile.paymentAllocation ?? 'oldest-first';
  const { shares, surplus } = expectedAllocation(moneyOf(sum, currency), debts, order);
  const dues = shares.reduce(
    (now, { name, amount }) => moved(now, Number(name), -amount.amountMinor),
    before.dues,
  );
  return { ...before, dues, balance: before.balance + surplus.amountMinor };
}

function moved(dues: readonly bigint[], place: number, by: bigint): readonly bigint[] {
  return dues.map((due, index) => (index === place ? due + by : due));
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
