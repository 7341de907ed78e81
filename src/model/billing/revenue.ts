import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/**
 * How an amount is spread over the months that it was paid for. day: by days, the last one not counted; millisecond: by time;
 * month: evenly over the months, the one of the end not counted; month-prorated: first and last month by time, the others evenly.
 */
export const recognitionGrains = ['day', 'millisecond', 'month', 'month-prorated'] as const;
export type RecognitionGrain = (typeof recognitionGrains)[number];

/** What of an invoice is earned in one month. */
export interface RecognisedMonth {
  /** Its first day. */
  readonly month: LocalDate;
  /** Net of discount, without tax; negative where a credit takes revenue back. */
  readonly revenue: Money;
}
