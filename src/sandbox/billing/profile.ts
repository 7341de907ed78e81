import type { PolicyProfile } from '../../model/billing/policy-profile.ts';

/** The habits of the sandbox, as it states them to whoever asks. */
export const profile: PolicyProfile = {
  roundingMode: 'half-up',
  roundingPoint: 'line',
  dayCount: 'actual',
  changeDayBelongsTo: 'new-plan',
  prorationCredit: 'line-on-next-invoice',
  zeroUsage: 'no-line',
  taxBase: 'after-discount',
  existingSubscriptions: 'price-in-force-at-period-start',
  paymentTermDays: 14,
  creditNoteRemainder: 'last-note',
  lateUsageDays: 45,
  minimumInPartPeriod: 'prorated',
  discountOrder: 'narrow-first',
  shareRemainder: 'largest-remainder',
  taxPoint: 'supply-date',
  refundWithoutAdjustment: 'reopens-invoice',
  paymentAllocation: 'oldest-first',
  creditTerms: 'original-line',
  pauseCredit: 'unused-days',
  trialPeriods: 'counted-from-start',
  exchangeRateDays: 31,
};
