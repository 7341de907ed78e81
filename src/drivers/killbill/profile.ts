import type { PolicyProfile } from '../../model/billing/policy-profile.ts';

/** The legal habits of Kill Bill as it is shipped; what it does against these is a finding. */
export const killBillProfile: PolicyProfile = {
  roundingMode: 'half-up',
  roundingPoint: 'line',
  dayCount: 'actual',
  changeDayBelongsTo: 'new-plan',
  prorationCredit: 'line-on-next-invoice',
  zeroUsage: 'zero-line',
  taxBase: 'after-discount',
  existingSubscriptions: 'price-at-signing',
  paymentTermDays: 0,
  lateUsageDays: 60,
  refundWithoutAdjustment: 'reopens-invoice',
  paymentAllocation: 'oldest-first',
  pauseCredit: 'unused-days',
  trialPeriods: 'counted-from-trial-end',
  usageOfEndDay: 'billed',
};
