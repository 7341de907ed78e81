import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';

/** Customers of a legal entity who pay in another currency than that of its books. */
export interface ExchangeVerbs {
  /** Enters a rate. One that is entered is never changed: another one for the same day is refused. */
  setExchangeRate(rate: ExchangeRate): Promise<void>;
  /** All postings of the customer in the currency of his legal entity's books, in the order of posting. */
  bookValues(customerId: string): Promise<readonly BookValue[]>;
}
