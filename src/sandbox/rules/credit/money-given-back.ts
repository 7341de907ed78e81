/** What was paid for an invoice, and what of it the customer has again already. */
export interface PaidMoney {
  readonly paid: bigint;
  readonly refunded: bigint;
}

/** A void gives back the money that is still kept for the invoice: what was refunded before is not given a second time. */
export function moneyGivenBack({ paid, refunded }: PaidMoney): bigint {
  const kept = paid - refunded;
  return kept > 0n ? kept : 0n;
}
