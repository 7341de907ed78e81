/**
 * A wrong amount that a check found. Amounts are decimal strings of `currency`, exact; an expected amount never comes from
 * the target. Over- and undercharging are told apart by comparing the two and are never netted.
 */
export interface MoneyDifference {
  /** What was measured: "invoice total", "line net", "balance", … */
  readonly measure: string;
  readonly currency: string;
  readonly expected: string;
  readonly actual: string;
  /** charge: more than expected harms the customer; credit: less than expected harms him; books: nobody is charged. */
  readonly nature: 'charge' | 'credit' | 'books';
  /** The name a reader knows the customer by; empty for a calculation without one. */
  readonly customer: string;
  /** Number or id of the invoice; empty where there is none. */
  readonly invoice: string;
  /** One sentence for a finance reader. */
  readonly explanation: string;
}
