import type { CurrencyCode } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Context } from '../engine.ts';

export interface CatalogProcedures {
  /** The price list of the day. */
  readonly listFees: (context: Context, date: LocalDate) => readonly PresentedFee[];
  /** Takes the plan off the list. */
  readonly withdrawPlan: (context: Context, withdrawal: Withdrawal) => void;
}

export interface PresentedFee {
  readonly plan: string;
  readonly fee: { readonly amount: Decimal; readonly currency: CurrencyCode };
}

export interface Withdrawal {
  readonly plan: string;
  /** The first day on which the plan is not sold. */
  readonly from: LocalDate;
}
