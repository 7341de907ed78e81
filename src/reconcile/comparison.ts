import type { CurrencyTotal } from '../model/billing/bill-extract.ts';
import type { Money } from '../model/money.ts';
import type { DifferenceClass } from './difference-class.ts';

/** Where a billed amount stands. */
export interface BillKey {
  readonly account: string;
  readonly item: string;
  readonly currency: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/** One difference, of one class. For an amount that moved, `legacyKey` is where it was and `targetKey` where it is now. */
export interface BillDifference {
  readonly class: DifferenceClass;
  readonly legacyKey: BillKey;
  readonly targetKey: BillKey;
  readonly legacyNet: Money;
  readonly legacyTax: Money;
  readonly targetNet: Money;
  readonly targetTax: Money;
  readonly legacyLines: number;
  readonly targetLines: number;
}

export interface Comparison {
  readonly legacyTotals: readonly CurrencyTotal[];
  readonly targetTotals: readonly CurrencyTotal[];
  readonly differences: readonly BillDifference[];
}
