import type { DueItem } from '../../billing/due-item.ts';
import type { Claim, Context } from '../../engine.ts';
import { claimsOf, insertClaim } from '../../store/claims.ts';

/** The table's key decides who was first, so that two runs never bill one charge of one period twice. */
export function claimItems(context: Context, claim: Claim): readonly DueItem[] {
  const known = claimsOf(context, claim.subscriptionId);
  return claim.items
    .filter((item) => !known.has(item.key))
    .filter((item) => insertClaim(context, claim.subscriptionId, { item: item.key, runDate: claim.runDate }));
}
