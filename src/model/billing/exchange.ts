import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { Money } from '../money.ts';
import type { LedgerEntry } from './ledger.ts';

/** From that day on, and until the next one, one unit of `from` is worth so many of `to`, as the source says. */
export interface ExchangeRate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly rate: Decimal;
  /** Who says so, such as "ECB". */
  readonly source: string;
  readonly effectiveFrom: LocalDate;
}

/** One side of a posting in the currency in which the legal entity of the customer keeps its books. */
export interface BookValue {
  readonly postingId: string;
  readonly date: LocalDate;
  /** What a rate won or lost between an invoice and its payment has an account of its own. */
  readonly account: LedgerEntry['account'] | 'exchange-gain' | 'exchange-loss';
  readonly side: LedgerEntry['side'];
  /** Never negative: a correction stands on the other side. */
  readonly amount: Money;
  readonly customerId: string;
  readonly invoiceId: string | null;
  /** What it was valued at; null where nothing had to be exchanged. */
  readonly rate: Pick<ExchangeRate, 'rate' | 'source' | 'effectiveFrom'> | null;
}
