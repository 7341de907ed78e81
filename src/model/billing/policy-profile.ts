/** How the days of a share are counted. actual: days used over days of the period; fixed-30: over 30, whatever the month. */
export type DayCount = 'actual' | 'fixed-30';

/** half-up, half-down and half-even say where a tie goes; down cuts, up goes away from zero whenever anything is left over. */
export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'down' | 'up';

/**
 * line: each line's net and tax to the currency; tax-rate: tax is summed exactly and rounded once for each rate; invoice:
 * once for all; none: not at all.
 */
export type RoundingPoint = 'line' | 'tax-rate' | 'invoice' | 'none';

/**
 * A target's legal habits: each changes a right answer without making the other one wrong. A check names the habits it
 * assumes and runs only where they fit (domain.md section 4).
 */
export interface PolicyProfile {
  readonly roundingMode: RoundingMode;
  readonly roundingPoint: RoundingPoint;
  readonly dayCount: DayCount;
  readonly changeDayBelongsTo: 'new-plan' | 'old-plan';
  readonly prorationCredit: 'line-on-next-invoice' | 'credit-note' | 'none';
  readonly zeroUsage: 'no-line' | 'zero-line';
  readonly taxBase: 'after-discount' | 'before-discount';
  readonly existingSubscriptions: 'price-in-force-at-period-start' | 'price-at-signing';
  readonly paymentTermDays: number;
  /** Who gets the rounding remainder of the tax among several credit notes of one invoice. Absent: last-note. */
  readonly creditNoteRemainder?: 'last-note' | 'nobody' | undefined;
  /** How many days after it happened usage is still taken once its bill is out: the next bill has a line for its old period. Absent: 0. */
  readonly lateUsageDays?: number | undefined;
  /** What a minimum comes to in a period that is served in part. Absent: prorated, by days. */
  readonly minimumInPartPeriod?: 'prorated' | 'full' | undefined;
  /** narrow-first: coupons for some lines before those for the whole invoice, else as redeemed. Absent: narrow-first. */
  readonly discountOrder?: 'narrow-first' | 'as-redeemed' | undefined;
  /** Who gets the last minor units of an amount that is shared out over lines. Absent: largest-remainder. */
  readonly shareRemainder?: 'largest-remainder' | 'last-line' | undefined;
  /** Which day picks the tax rate; supply-date is the first day of what is billed ahead, the last of what is billed afterwards. Absent: issue-date. */
  readonly taxPoint?: 'issue-date' | 'supply-date' | undefined;
  /** Whether a refund without a credit note is owed again. Default: it is. */
  readonly refundWithoutAdjustment?: 'reopens-invoice' | 'leaves-invoice-paid' | undefined;
  /** Which open invoices get money that names none. Default: the oldest first. */
  readonly paymentAllocation?: 'oldest-first' | 'newest-first' | undefined;
  /** Discount and tax of a credit for unused days: those of the line that it takes back, or those of its own day. Absent: original-line. */
  readonly creditTerms?: 'original-line' | 'credit-day' | undefined;
  /** Whether days that were paid in advance and are paused are given back. Absent: unused-days. */
  readonly pauseCredit?: 'unused-days' | 'none' | undefined;
  /** How many days after its own day an exchange rate may still be used on an invoice. Absent: any number. */
  readonly exchangeRateDays?: number | undefined;
  /** counted-from-start: periods run through the trial, whose days are free; counted-from-trial-end: they begin after it. Absent: counted-from-start. */
  readonly trialPeriods?: 'counted-from-start' | 'counted-from-trial-end' | undefined;
  /** Whether usage of the day on which a subscription ends, its first day without service, is on the last bill. Absent: not-billed. */
  readonly usageOfEndDay?: 'billed' | 'not-billed' | undefined;
}
