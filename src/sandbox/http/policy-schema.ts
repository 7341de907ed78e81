import { z } from 'zod';

const days = z.int().min(0).max(3650);

/** The habits that a world can be made with; the others of the policy profile are as the sandbox has them. */
export const policySchema = z
  .strictObject({
    roundingMode: z.enum(['half-up', 'half-even', 'half-down', 'down', 'up']),
    roundingPoint: z.enum(['line', 'tax-rate', 'invoice']),
    dayCount: z.enum(['actual', 'fixed-30']),
    changeDayBelongsTo: z.enum(['new-plan', 'old-plan']),
    prorationCredit: z.enum(['line-on-next-invoice', 'none']),
    zeroUsage: z.enum(['no-line', 'zero-line']),
    taxBase: z.enum(['after-discount', 'before-discount']),
    existingSubscriptions: z.enum(['price-in-force-at-period-start', 'price-at-signing']),
    paymentTermDays: days,
    creditNoteRemainder: z.enum(['last-note', 'nobody']),
    lateUsageDays: days,
    minimumInPartPeriod: z.enum(['prorated', 'full']),
    discountOrder: z.enum(['narrow-first', 'as-redeemed']),
    shareRemainder: z.enum(['largest-remainder', 'last-line']),
    taxPoint: z.enum(['issue-date', 'supply-date']),
    refundWithoutAdjustment: z.enum(['reopens-invoice', 'leaves-invoice-paid']),
    paymentAllocation: z.enum(['oldest-first', 'newest-first']),
    creditTerms: z.enum(['original-line', 'credit-day']),
    pauseCredit: z.enum(['unused-days']),
    exchangeRateDays: days,
    trialPeriods: z.enum(['counted-from-start', 'counted-from-trial-end']),
  })
  .partial();
