import type { Creditable } from './credit-note-amounts.ts';

/** What unused days would give back, and what of their charge can still be given back. */
export interface UnusedCredit {
  readonly amount: bigint;
  readonly charge: Creditable;
}

/** A charge that a credit note has credited already is not given back a second time with its unused days. */
export function unusedCredit({ amount, charge }: UnusedCredit): bigint {
  const left = charge.invoiced - charge.credited;
  if (left <= 0n) return 0n;
  return amount < left ? amount : left;
}
