/** An invoice as far as its payments are concerned. */
export interface Settlement {
  /** The payments that succeeded, oldest first. */
  readonly payments: readonly bigint[];
  /** What the total consists of: each line's price after discount, and each line's tax. */
  readonly parts: readonly bigint[];
}

/** How much of an invoice is paid: every unit that was paid for it, however it is made up. */
export function amountSettled(settlement: Settlement): bigint {
  return settlement.payments.reduce((paid, payment) => paid + payment, 0n);
}
