import type { PolicyProfile } from '../model/billing/policy-profile.ts';

/** Each habit of the policy profile with the values that a right answer may have, the usual one first. */
export const policySettings: {
  readonly [Habit in keyof PolicyProfile]-?: readonly NonNullable<PolicyProfile[Habit]>[];
} = {
  roundingMode: ['half-up', 'half-even', 'half-down', 'down', 'up'],
  roundingPoint: ['line', 'tax-rate', 'invoice'],
  dayCount: ['actual', 'fixed-30'],
  changeDayBelongsTo: ['new-plan', 'old-plan'],
  prorationCredit: ['line-on-next-invoice', 'none'],
  zeroUsage: ['no-line', 'zero-line'],
  taxBase: ['after-discount', 'before-discount'],
  existingSubscriptions: ['price-in-force-at-period-start', 'price-at-signing'],
  paymentTermDays: [14, 0, 30],
  creditNoteRemainder: ['last-note', 'nobody'],
  lateUsageDays: [45, 3],
  minimumInPartPeriod: ['prorated', 'full'],
  discountOrder: ['narrow-first', 'as-redeemed'],
  shareRemainder: ['largest-remainder', 'last-line'],
  taxPoint: ['supply-date', 'issue-date'],
  refundWithoutAdjustment: ['reopens-invoice', 'leaves-invoice-paid'],
  paymentAllocation: ['oldest-first', 'newest-first'],
  creditTerms: ['original-line', 'credit-day'],
  pauseCredit: ['unused-days'],
  exchangeRateDays: [31],
  trialPeriods: ['counted-from-start', 'counted-from-trial-end'],
  usageOfEndDay: ['not-billed'],
};

export interface HabitSetting {
  readonly habit: keyof PolicyProfile;
  readonly value: string | number;
  readonly setting: Partial<PolicyProfile>;
}

/** One setting for each value that is not the usual one: all other habits stay as the target has them. */
export function settingsOf(...habits: readonly (keyof PolicyProfile)[]): readonly HabitSetting[] {
  return habits.flatMap((habit) =>
    policySettings[habit].slice(1).map((value) => ({ habit, value, setting: { [habit]: value } })),
  );
}
