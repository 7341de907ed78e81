/** An invoice as far as it says what is still to be paid. */
export interface OpenAmounts {
  readonly total: bigint;
  readonly paid: bigint;
  readonly credited: bigint;
  readonly isVoid: boolean;
}

export function amountDue(invoice: OpenAmounts): bigint {
  if (invoice.isVoid) return 0n;
  return invoice.total - invoice.paid - invoice.credited;
}
