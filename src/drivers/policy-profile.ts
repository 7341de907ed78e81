import { z } from 'zod';

/** A target's legal habits as they come over a wire, or from a driver's own hand. */
export const policyProfile = z.object({
  roundingMode: z.enum(['half-up', 'half-even', 'half-down', 'down', 'up']),
  roundingPoint: z.enum(['line', 'tax-rate', 'invoice', 'none']),
  dayCount: z.enum(['actual', 'fixed-30']),
  changeDayBelongsTo: z.enum(['new-plan', 'old-plan']),
  prorationCredit: z.enum(['line-on-next-invoice', 'credit-note', 'none']),
  zeroUsage: z.enum(['no-line', 'zero-line']),
  taxBase: z.enum(['after-discount', 'before-discount']),
  existingSubscriptions: z.enum(['price-in-force-at-period-start', 'price-at-signing']),
  paymentTermDays: z.int(),
  creditNoteRemainder: z.enum(['last-note', 'nobody']).optional(),
  lateUsageDays: z.int().optional(),
  minimumInPartPeriod: z.enum(['prorated', 'full']).optional(),
  discountOrder: z.enum(['narrow-first', 'as-redeemed']).optional(),
  shareRemainder: z.enum(['largest-remainder', 'last-line']).optional(),
  taxPoint: z.enum(['issue-date', 'supply-date']).optional(),
  refundWithoutAdjustment: z.enum(['reopens-invoice', 'leaves-invoice-paid']).optional(),
  paymentAllocation: z.enum(['oldest-first', 'newest-first']).optional(),
  creditTerms: z.enum(['original-line', 'credit-day']).optional(),
  pauseCredit: z.enum(['unused-days', 'none']).optional(),
  exchangeRateDays: z.int().optional(),
  trialPeriods: z.enum(['counted-from-start', 'counted-from-trial-end']).optional(),
  usageOfEndDay: z.enum(['billed', 'not-billed']).optional(),
});
