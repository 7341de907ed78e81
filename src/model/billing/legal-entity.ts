import type { CurrencyCode } from '../currency.ts';

/** A company of the seller's group: its invoices have a number series of their own, and its books a currency of their own. */
export interface LegalEntity {
  readonly key: string;
  readonly name: string;
  /** Before the number of each of its invoices, such as "AT-". */
  readonly numberPrefix: string;
  readonly currency: CurrencyCode;
}
