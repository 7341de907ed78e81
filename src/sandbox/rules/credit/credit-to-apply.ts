/** What the customer has, and what the invoice could take of it. */
export interface CreditQuestion {
  readonly available: bigint;
  readonly due: bigint;
}

/** Never more than there is, never more than is due: credit does not make an invoice negative. */
export function creditToApply({ available, due }: CreditQuestion): bigint {
  if (available <= 0n || due <= 0n) return 0n;
  return available < due ? available : due;
}
