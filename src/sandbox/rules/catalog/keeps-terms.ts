import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';

/** Whether a credit for unused days has the discount and the tax of the line that it takes back, or those of its own day. */
export function keepsTerms(habit: PolicyProfile['creditTerms'] = 'original-line'): boolean {
  return habit !== 'credit-day';
}
