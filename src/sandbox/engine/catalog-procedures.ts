import type { CurrencyCode } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Context } from '../engine.ts';

export interface CatalogProcedures {
  /** The price list of the day. */
  readonly listFees: (context: Context, date: LocalDate) => readonly PresentedFee[];
}

export interface PresentedFee {
  readonly plan: string;
  readonly fee: { readonly amount: Decimal; readonly currency: CurrencyCode };
}
