import type { ExchangeRate } from '../../model/billing/exchange.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Context, Posting } from '../engine.ts';

/** What postings are worth in the books of the legal entity. */
export interface ExchangeProcedures {
  readonly setExchangeRate: (context: Context, rate: ExchangeRate) => void;
  /** All rates between the two currencies, oldest first. */
  readonly readRates: (context: Context, pair: CurrencyPair) => readonly ExchangeRate[];
  /** The rate of the day; refuses when there is none, or only an old one. */
  readonly rateOfDay: (context: Context, question: RateQuestion) => ExchangeRate;
  /** Writes what the posting is worth in the currency of the books; nothing for a customer of no legal entity. */
  readonly valuePosting: (context: Context, posting: Posting & { readonly id: string }) => void;
  /** Refuses when nobody could say today what money of the customer is worth. */
  readonly requireRate: (context: Context, customerId: string) => void;
}

export interface CurrencyPair {
  readonly from: string;
  readonly to: string;
}

export interface RateQuestion extends CurrencyPair {
  readonly day: LocalDate;
}
