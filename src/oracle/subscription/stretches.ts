import type { Charge } from '../../model/billing/catalog.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { addDays, type LocalDate, type Period } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Pause, SubscriptionHistory } from './subscription-history.ts';

/** Days in a row on which one quantity is served. */
export interface Stretch extends Period {
  readonly quantity: Decimal;
}

export interface StretchQuestion {
  readonly subscription: SubscriptionHistory;
  readonly charge: Extract<Charge, { kind: 'recurring' }>;
  /** The part of a service period in which the plan is in force. */
  readonly period: Period;
}

/** Asks of each single day what is served on it, and puts equal neighbours together. */
export function stretchesOf(question: StretchQuestion, profile: PolicyProfile): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const { from, to } = question.period;
  for (let day = from; day < to; day = addDays(day, 1)) {
    const quantity = servedOn(day, question, profile);
    if (quantity === null) continue;
    const next = addDays(day, 1);
    const open = stretches.at(-1);
    if (open?.to === day && open.quantity === quantity)
      stretches[stretches.length - 1] = { ...open, to: next };
    else stretches.push({ from: day, to: next, quantity });
  }
  return stretches;
}

/** Null on a day that is paused, or free in a trial. */
function servedOn(day: LocalDate, question: StretchQuestion, profile: PolicyProfile): Decimal | null {
  const { subscription, charge } = question;
  const { start, trialDays = 0, pauses = [], quantities = [] } = subscription;
  if (charge.inTrial !== 'charged' && day < addDays(start, trialDays)) return null;
  if (pauses.some((pause) => isPaused(day, { pause, question, profile }))) return null;
  const shift = daysWithOldState(profile);
  const changed = quantities.findLast(({ on }) => addDays(on, shift) <= day);
  return changed?.quantity ?? subscription.quantity;
}

interface PauseQuestion {
  readonly pause: Pause;
  readonly question: StretchQuestion;
  readonly profile: PolicyProfile;
}

/** Where paid days stay paid, a pause within a period that was paid in advance begins with the next period only. */
function isPaused(day: LocalDate, { pause, question, profile }: PauseQuestion): boolean {
  const shift = daysWithOldState(profile);
  const from = addDays(pause.on, shift);
  const isOver = pause.until !== null && day >= addDays(pause.until, shift);
  if (day < from || isOver) return false;
  const wasPaid = question.charge.timing === 'advance' && from > question.period.from;
  return !(profile.pauseCredit === 'none' && wasPaid);
}

/** How many days after the day of a change still belong to what was before. */
export function daysWithOldState(profile: PolicyProfile): 0 | 1 {
  return profile.changeDayBelongsTo === 'old-plan' ? 1 : 0;
}
