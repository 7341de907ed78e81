import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';

export interface UsagePart {
  readonly kind: 'usage' | 'commitment';
  /** Of the charge itself, and not of one of its buckets. */
  readonly isOfCharge: boolean;
  readonly isUsed: boolean;
  readonly net: bigint;
}

/** Whether a part of metered usage is told of: what came to nothing, only where the customer is to see that it did. */
export function deservesLine(part: UsagePart, habit: PolicyProfile['zeroUsage'] = 'no-line'): boolean {
  if (part.net !== 0n || part.isUsed) return true;
  return habit === 'zero-line' && part.kind === 'usage' && part.isOfCharge;
}
