import type { Money } from '../money.ts';

/** A part of one line of an invoice that is given back, such as for goodwill. */
export interface LineCredit {
  readonly key: string;
  readonly invoiceId: string;
  /** Position of the invoice's line, from 0. */
  readonly line: number;
  /** Before tax; at most what is left of the line. */
  readonly amount: Money;
}
