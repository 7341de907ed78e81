import type { PolicyProfile } from '../model/billing/policy-profile.ts';

/** The habits of the reference system, which are also those that a published case means when it states none. */
export const referenceProfile: PolicyProfile = {
  roundingMode: 'half-up',
  roundingPoint: 'line',
  dayCount: 'actual',
  changeDayBelongsTo: 'new-plan',
  prorationCredit: 'line-on-next-invoice',
  zeroUsage: 'no-line',
  taxBase: 'after-discount',
  existingSubscriptions: 'price-in-force-at-period-start',
  paymentTermDays: 14,
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
  creditNoteRemainder: 'last-note',
  exchangeRateDays: 31,
};
