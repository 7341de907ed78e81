import type { DunningLevel, DunningPolicy } from '../../../model/billing/dunning.ts';
import { daysBetween, type LocalDate } from '../../../model/date.ts';

/** An invoice as far as dunning is concerned. */
export interface Debt {
  readonly invoiceId: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly dueMinor: bigint;
  /** What being late cost is owed like all else, and makes nobody later. */
  readonly isLateCharge: boolean;
}

/** Whether anybody is dunned for the invoice at all. */
export function isDunned(debt: Debt): boolean {
  return debt.dueMinor > 0n && !debt.isLateCharge;
}

/** Days that the debt is old; it is overdue from the first day after the one from which its age counts. */
export function debtAge(debt: Debt, today: LocalDate, ageFrom: DunningPolicy['ageFrom']): number {
  return daysBetween(ageFrom === 'due-date' ? debt.dueDate : debt.issueDate, today);
}

export interface DunningQuestion {
  readonly levels: readonly DunningLevel[];
  /** Of the oldest overdue debt. */
  readonly ageDays: number;
  readonly overdueMinor: bigint;
  readonly thresholdMinor: bigint;
}

/** The hardest level whose age is reached; null is clear. */
export function dunningLevel(question: DunningQuestion): DunningLevel | null {
  const { levels, ageDays, overdueMinor, thresholdMinor } = question;
  if (overdueMinor <= 0n || overdueMinor < thresholdMinor) return null;
  return levels.findLast((level) => ageDays >= level.afterDays) ?? null;
}

/** From one level to another, by their places in the list; clear is -1. */
export interface DunningStep {
  readonly from: number;
  readonly to: number;
}

/** Once for each level that the customer comes to, not on each day that he is on it. */
export function isReminded({ from, to }: DunningStep): boolean {
  return to > from;
}

export function isChargedForLateness({ from, to }: DunningStep): boolean {
  return to > from;
}
