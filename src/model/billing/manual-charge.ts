import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/** Something that somebody bills by hand, beside all subscriptions. */
export interface ManualCharge {
  readonly key: string;
  readonly customerId: string;
  readonly text: string;
  /** Above zero, without tax. */
  readonly amount: Money;
  /** The day that it is for, which may lie ahead; the invoice is of today. */
  readonly date: LocalDate;
}
